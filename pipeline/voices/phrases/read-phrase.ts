import type { Span } from '../../../src/domain/span.ts'
import { isPeople, isPlaceName, opensPlaceName } from '../../word-classes.ts'
import { isAgainst } from './against.ts'
import { endsNounPhrase, isRelative, type PhraseWord, singularOf } from './phrase-words.ts'
import { bodyAt, type FoundBody, type FoundRole, type ListedType, roleAt, typeOfName } from './type-lexicon.ts'

/** How a phrase says a type. */
export type PhraseRule = 'role-word' | 'role-of-body' | 'role-of-person' | 'open-role' | 'body-name' | 'share-of-people'

/** What a phrase says of the type of whom it means. */
export interface TypeReading {
  readonly type: ListedType
  readonly rule: PhraseRule
  /** A newsroom's rule that lists the words, or null. */
  readonly listedBy: string | null
  /** The words that say it, and where they stand; null where that is nowhere in the text. */
  readonly words: string
  readonly span: Span | null
  /** Whether it was so once. */
  readonly isFormer: boolean
}

/** Owners whose people are public servants: who speaks for a mayor speaks for a government. */
const HEADS_OF_GOVERNMENT: ReadonlySet<string> = new Set(
  'president,vice president,governor,gov,mayor,lord mayor,prime minister,first minister,chief minister,premier,minister,chancellor,taoiseach,secretary,secretary of state'.split(
    ',',
  ),
)
/** What stands for a part of people that was counted. */
const SHARES: ReadonlySet<string> = new Set('percent,pc,majority,half,third,quarter,thirds,quarters'.split(','))
/** What stands before "of" and whom it counts. */
const QUANTITIES: ReadonlySet<string> = new Set(
  'lot,lots,number,dozens,dozen,hundreds,thousands,scores,handful,couple,pair,trio,group,groups,crowd,series,coalition,team,panel,host,some,many,most,none,all,both,several,few,one,two,three,four,five,six,any,each,more,plenty,legions,millions,generation,array,range,bunch,throng,gathering'.split(
    ',',
  ),
)
const NUMBER = /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$/
/** Offices that bodies of any type have; with the name of one that is not known, mostly of this. */
const OFFICES_OF_BODIES: ReadonlyMap<string, ListedType> = new Map([
  ...'president,vice president,executive vice president,senior vice president,founder,co founder,cofounder,director,chairman,chairwoman,vice chairman,vice chairwoman,vice chair,chair,head,partner,managing director,general manager,ceo,chief executive,chief executive officer,cfo,coo,owner,co owner,founding partner,managing partner,principal'
    .split(',')
    .map(office => [office, 'business'] as const),
  ['captain', 'sport'],
])
/** Whom a nation has that speak for it. */
const OF_NATIONS: ReadonlySet<string> = new Set(
  'representative,spokesman,spokeswoman,spokesperson,negotiator,delegation,aide,adviser,advisor,source'.split(','),
)
const FORMER: ReadonlySet<string> = new Set(
  'former,formerly,ex,retired,late,once,onetime,outgoing,ousted,deposed'.split(','),
)
/** "critics like John Oliver" are not of whom follows. */
const GIVES_EXAMPLE = /^(?:like|including|such|unlike)$/
/** Who is employed, whoever employs them. */
const WORKERS = /^(?:workers?|employees?|staff|cashiers?|clerks?|drivers?|technicians?|cleaners?)$/
/** Behind a noun, how many words may say whom it is of. */
const REACH = 14

/**
 * What a noun phrase for a person or people says: "a spokesman for the police", "Twitter's chief executive".
 *
 * @param affiliation whom they belong to by other words of the article
 */
export function readPerson(words: readonly PhraseWord[], affiliation: readonly PhraseWord[] = []): TypeReading | null {
  const share = readShare(words)
  if (share !== null) return share
  const some = behindQuantity(words)
  if (some > 0) return readPerson(words.slice(some), affiliation)
  const head = findHead(words)
  if (head === null) return null
  const isFormer = words.slice(0, head.from + 1).some(({ key }) => FORMER.has(key))
  const asRole = { rule: 'role-word', isFormer, listedBy: head.listedBy } as const
  if (isParentOfNumber(words, head)) return tell(words, head, { ...asRole, type: 'resident' })
  if (isMinister(words, head)) {
    const church = bestBody(words, head.to, words.length)
    const type = church?.type === 'religious' ? 'religious' : 'politician'
    return tell(words, head, { type, rule: 'role-word', isFormer })
  }
  if (!head.isOpen && head.type !== null) return tell(words, head, { ...asRole, type: head.type })
  const owner = isAgainstOwner(words, head) ? null : (findOwner(words, head) ?? ownerAmong(affiliation))
  // Who works for a company is no business person.
  if (owner?.type === 'business' && WORKERS.test(words[head.to - 1]?.key ?? ''))
    return tell(words, head, { ...asRole, type: 'worker' })
  // "Accra Queens captain" plays for no queen.
  const isPlayer = owner?.rule === 'role-of-person' && /^(?:captain|skipper)$/.test(words[head.to - 1]?.key ?? '')
  if (isPlayer) return tell(words, head, { type: 'sport', rule: 'role-word', isFormer })
  if (owner !== null) return { ...owner, isFormer }
  const type = typeOfUnknownName(words, head, affiliation) ?? (isOfNation(words, head) ? 'government' : head.type)
  return type === null ? null : tell(words, head, { type, rule: 'open-role', isFormer })
}

/** "Minister of health", who is no doctor, "culture minister"; "a minister of the Baptist church" is another. */
function isMinister(words: readonly PhraseWord[], { from, to }: FoundRole): boolean {
  const word = words[to - 1]?.key ?? ''
  if (!/^(?:minister|ministers)$/.test(word)) return false
  return /^(?:of|for)$/.test(words[to]?.key ?? '') || (from > 0 && words[from - 1]?.key !== '' && to - from === 1)
}

/** "a father of three" is no relative of anybody in the article. */
function isParentOfNumber(words: readonly PhraseWord[], { type, to }: FoundRole): boolean {
  return type === 'family' && words[to]?.key === 'of' && NUMBER.test(words[to + 1]?.key ?? '')
}

/** "president of Solidarity Strategies": most bodies whose name says nothing are companies. Places are no names here. */
function typeOfUnknownName(
  words: readonly PhraseWord[],
  { from, to }: FoundRole,
  affiliation: readonly PhraseWord[],
): ListedType | null {
  const type = OFFICES_OF_BODIES.get(wordsIn(words, { from, to }))
  if (type === undefined) return null
  const name =
    words[to]?.key === 'of'
      ? words[words[to + 1]?.key === 'the' ? to + 2 : to + 1]
      : (words[from - 1] ?? affiliation[0])
  if (name?.pos !== 'PROPN' || name.key === 'us' || isPeople({ lower: name.key })) return null
  return isPlaceName(name.key) || opensPlaceName(name.key) ? null : type
}

/** "Indian representatives" */
function isOfNation(words: readonly PhraseWord[], { from, to }: FoundRole): boolean {
  const before = words[from - 1]?.key ?? ''
  return OF_NATIONS.has(singularOf(wordsIn(words, { from, to }))) && (isPeople({ lower: before }) || before === 'us')
}

/** What the name of a body, or a noun phrase for one, says. */
export function readBody(words: readonly PhraseWord[]): TypeReading | null {
  const body = bestBody(words, 0, words.length)
  return body === null ? null : tell(words, body, { type: body.type, rule: 'body-name', listedBy: body.listedBy })
}

/** "54 percent of Republicans", "nine percent": people who were asked, whoever they are. */
function readShare(words: readonly PhraseWord[]): TypeReading | null {
  const share = words.findIndex(({ key }, i) => i < 6 && SHARES.has(key))
  if (share < 0 || words.slice(0, share).some(({ key }) => key === 'of')) return null
  const of = words[share + 1]?.key === 'of' ? share + 2 : share + 1
  const people = findHead(words.slice(of))
  // "the majority leader", "half the cabinet"
  if (people === null && words.length > share + 1) return null
  if (of === share + 1 && words.length > share + 1) return null
  if (people?.isOpen === true && people.type !== 'resident') return null
  const found = people === null ? { from: share, to: share + 1 } : { from: of + people.from, to: of + people.to }
  return tell(words, found, { type: 'resident', rule: 'share-of-people' })
}

/** Where the noun of "a number of writers", "one of the engineers" begins, or 0. */
function behindQuantity(words: readonly PhraseWord[]): number {
  const of = words.findIndex(({ key }) => key === 'of')
  if (of < 1 || of > 4 || of === words.length - 1) return 0
  return QUANTITIES.has((words[of - 1] as PhraseWord).key) ? of + 1 : 0
}

/** The last role of the phrase before whom it is of: the noun of "retired police chief", the first of "chief of staff". */
function findHead(words: readonly PhraseWord[]): FoundRole | null {
  let from = 0
  // A phrase may begin with who owns it or with a mark.
  while (from < words.length && endsNounPhrase(words[from] as PhraseWord)) from += 1
  let best: FoundRole | null = null
  for (let i = from; i < words.length; i += 1) {
    const word = words[i] as PhraseWord
    if (isJoin(word) && best !== null) break
    const found = roleAt(words, i, words.length)
    // "managing director" begins like a verb.
    if (endsNounPhrase(word) && !(word.key.endsWith('ing') && found !== null && found.to > i + 1)) break
    if (found !== null && (best === null || found.to > best.to)) best = found
  }
  return best
}

function isJoin({ key }: PhraseWord): boolean {
  return key === 'and' || key === 'or' || key === 'but'
}

/** "Critics of the ministry". */
function isAgainstOwner(words: readonly PhraseWord[], { to }: FoundRole): boolean {
  return words[to]?.key === 'of' && isAgainst(words[to - 1]?.key ?? '')
}

/** Whom somebody belongs to: a body behind the role or before it, else a person. */
function findOwner(words: readonly PhraseWord[], head: FoundRole): Omit<TypeReading, 'isFormer'> | null {
  const end = endOfComplement(words, head.to)
  const behind = bestBody(words, head.to, end)
  const before = bestBody(words, 0, head.from)
  const body = behind !== null && (!behind.isWeak || before === null || before.isWeak) ? behind : before
  if (body !== null) return tell(words, body, { type: body.type, rule: 'role-of-body', listedBy: body.listedBy })
  return personIn(words, head.to, end) ?? personIn(words, 0, head.from)
}

function ownerAmong(words: readonly PhraseWord[]): Omit<TypeReading, 'isFormer'> | null {
  if (isKnownPerson(words)) return personIn(words, 0, words.length)
  const body = bestBody(words, 0, words.length)
  return body === null
    ? personIn(words, 0, words.length)
    : tell(words, body, { type: body.type, rule: 'role-of-body', listedBy: body.listedBy })
}

/** "Bill Clinton" is no bill. */
export function isKnownPerson(words: readonly PhraseWord[]): boolean {
  const known = typeOfName(wordsIn(words, { from: 0, to: words.length }))
  return known !== null && !known.isSurname
}

/** A person whom somebody works for: an officer, or one who is known by name. */
function personIn(words: readonly PhraseWord[], from: number, to: number): Omit<TypeReading, 'isFormer'> | null {
  for (let i = from; i < to; i += 1) {
    const role = roleAt(words, i, to)
    if (role?.type != null) {
      const key = wordsIn(words, role)
      const isHead = HEADS_OF_GOVERNMENT.has(key) || HEADS_OF_GOVERNMENT.has(singularOf(key))
      const type = isHead ? 'government' : role.type
      return tell(words, role, { type, rule: 'role-of-person', listedBy: role.listedBy })
    }
    for (const end of [i + 3, i + 2, i + 1]) {
      const known = end > to ? null : typeOfName(wordsIn(words, { from: i, to: end }))
      if (known !== null) return tell(words, { from: i, to: end }, { type: known.type, rule: 'role-of-person' })
    }
  }
  return null
}

function endOfComplement(words: readonly PhraseWord[], from: number): number {
  let end = from
  while (end < words.length && end < from + REACH) {
    const word = words[end] as PhraseWord
    if ((word.key === '' && end > from) || isRelative(word) || GIVES_EXAMPLE.test(word.key)) break
    // "director of Acme and | an analyst in New York City"
    if (word.key === 'and' && /^(?:an?|now|former)$/.test(words[end + 1]?.key ?? '')) break
    end += 1
  }
  return end
}

/** The body that a name says most of: its strongest, longest word, rather at the end of "…" or before "of". */
function bestBody(words: readonly PhraseWord[], from: number, to: number): FoundBody | null {
  let best: FoundBody | null = null
  let most = 0
  for (let i = from; i < to; i += 1) {
    const found = bodyAt(words, i, to)
    if (found === null) continue
    const next = words[found.to]
    const isHead = found.to >= to || next === undefined || endsNounPhrase(next)
    const isFirst = isHead && !words.slice(from, found.from).some(word => word.key === 'of')
    const points =
      2 * (found.to - found.from) +
      (isHead ? 1 : 0) +
      (isFirst ? 0.5 : 0) +
      (found.isWeak ? 0 : 1.5) -
      0.01 * (i - from)
    if (points > most) [best, most] = [found, points]
    i = found.to - 1
  }
  return best
}

function wordsIn(words: readonly PhraseWord[], { from, to }: { readonly from: number; readonly to: number }): string {
  return words
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ')
}

function tell(
  words: readonly PhraseWord[],
  found: { readonly from: number; readonly to: number },
  {
    type,
    rule,
    isFormer = false,
    listedBy = null,
  }: Pick<TypeReading, 'type' | 'rule'> & Partial<Pick<TypeReading, 'isFormer' | 'listedBy'>>,
): TypeReading {
  const first = words[found.from]?.span ?? null
  const last = words[found.to - 1]?.span ?? null
  const span = first === null || last === null ? null : { start: first.start, end: last.end }
  return { type, rule, listedBy, words: wordsIn(words, found), span, isFormer }
}
