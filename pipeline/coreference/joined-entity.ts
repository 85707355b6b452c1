import type { Mention, Token } from '../../src/domain/layers.ts'
import type { KnownName } from '../../src/domain/newsroom-rules.ts'
import { isHonorific, isTitle } from '../word-classes.ts'
import { type Gender, genderOfFirstName, genderOfWord } from '../words/gender.ts'
import { isPast } from '../words/other-role.ts'
import { alsoCalled } from '../words/role-names.ts'

/** The mentions of one person, organisation or place, while they are joined. */
export interface JoinedEntity {
  /** The fullest name in the article; the words of an office when its holder is never named. */
  name: string
  type: Mention['type']
  /** In text order. */
  readonly mentions: Mention[]
  gender: Gender | null
  /** What is said of it anywhere, lower case: titles before a name, appositions ("defence minister", "a farmer"). */
  readonly roles: string[]
  /** Who a newsroom's rules say that it is. */
  known?: KnownName
  /** Whether the article has another of the very name. */
  isNamesake?: boolean
}

/** Nobody is called by more things in one article: what tells more is no article, and time stays linear. */
const MOST_ROLES = 40

/** Adds what is said of an entity beside one of its mentions, each once. */
export function addRoles({ roles }: JoinedEntity, more: readonly string[]): void {
  for (const role of more) if (roles.length < MOST_ROLES && !roles.includes(role)) roles.push(role)
}

/** The name inside a mention without posts behind it ("KC", "Jr."), or null; the canonical one of whom a newsroom's rules know. */
export function nameOf(text: string, { name, known }: Mention): string | null {
  if (known !== undefined) return known.name
  if (name === null) return null
  const words = text.slice(name.start, name.end)
  return words.replace(/,? (?:KC|QC|SC|MP|MEP|MSP|OBE|MBE|CBE|PhD|MD|Jr\.?|Sr\.?|II|III)$/u, '')
}

/** The nouns of the offices that somebody is given: "minister" of "minister of health", "governor" of "the governor". */
export function officesOf({ type, name, mentions, roles }: JoinedEntity): string[] {
  if (type !== 'person') return []
  const own = mentions.every(mention => mention.name === null) ? [name.toLowerCase()] : []
  const nouns = [...own, ...roles].map(
    role =>
      nounOf(role)
        .split(/[\s-]+/)
        .at(-1) as string,
  )
  const offices = nouns.filter(noun => isTitle(noun) && !isHonorific(noun))
  return [...new Set(offices.flatMap(noun => [noun, ...alsoCalled(noun)]))]
}

/** A role without what it is of or for. */
function nounOf(role: string): string {
  return role.split(/ (?:of|at|for|in|with|who|from|on|to|and|whose) /)[0] as string
}

/** Takes over what a newsroom's rules know of whom a mention means. */
export function know(entity: JoinedEntity, { known }: Mention): void {
  if (known === undefined || entity.known !== undefined) return
  entity.known = known
  entity.name = known.name
  entity.gender = genderOfKnown(known) ?? entity.gender
  if (known.role !== null) addRoles(entity, [known.role.toLowerCase()])
}

export function genderOfKnown({ gender }: KnownName): Gender | null {
  return gender === 'nonbinary' ? null : gender
}

/** Gender by title and role words, then by first name. */
export function readGender(name: string, roles: readonly string[]): Gender | null {
  for (const role of roles) {
    // "Mr Justice", "a former spokeswoman for …": a title's first word or the noun itself, nothing that modifies it.
    const words = nounOf(role).split(/[\s-]+/)
    const gender = genderOfWord(words.at(-1) as string) ?? genderOfWord(words[0] as string)
    if (gender !== null) return gender
  }
  const [first, ...rest] = name.toLowerCase().split(' ')
  // A word alone may be a surname.
  return first === undefined || rest.length === 0 ? null : genderOfFirstName(first)
}

/** Marks that an apposition in front of a name or behind it does not cross. */
const BEFORE_ROLE: ReadonlySet<string> = new Set(',.;:”"()')
const BEHIND_ROLE: ReadonlySet<string> = new Set(',.;:—–()”"')

/** The title before a name, the noun in front of it and the apposition beside it ("…, a professor at Leeds,"). */
export function rolesOf(text: string, tokens: readonly Token[], mention: Mention): string[] {
  const roles: string[] = []
  if (mention.role !== null) {
    const title = text.slice(mention.role.start, mention.role.end).toLowerCase()
    // "Former President Ann Lee" is no president.
    const past = tokens[mention.firstToken - 1]?.lower ?? ''
    roles.push(isPast(past) ? `${past} ${title}` : title)
  }
  const next = tokens[mention.endToken]
  if (next?.text === ',' || next?.text === '(' || next?.text === '—' || next?.text === '–') {
    const role = readApposition(tokens, mention.endToken + 1)
    if (role !== null) roles.push(role)
  }
  const before = tokens[mention.firstToken - 1]
  if (before?.text === ',') {
    let start = mention.firstToken - 1
    while (start > 0 && start > mention.firstToken - 14 && !BEFORE_ROLE.has((tokens[start - 1] as Token).text))
      start -= 1
    // "…,” said the chief, Lou Hart": the phrase begins behind its verb.
    // But in "according to the report, Hart": who is told of there, unless a comma behind the name says that it stands beside.
    const isRuledBy = tokens[start]?.pos === 'VERB' && (tokens[start + 1]?.pos !== 'ADP' || next?.text === ',')
    if (isRuledBy) while (start < mention.firstToken - 1 && tokens[start]?.pos !== 'DET') start += 1
    const isPhrase = isNominal(tokens[start]) && isOnePhrase(tokens, start, mention.firstToken - 1)
    if (isPhrase) roles.push(joinLower(tokens, start, mention.firstToken - 1))
  } else if (before !== undefined && isRoleBefore(tokens, mention)) {
    const { sentence } = before
    let start = mention.firstToken - 1
    while (
      start > mention.firstToken - 14 &&
      tokens[start - 1]?.sentence === sentence &&
      isModifier(tokens[start - 1] as Token)
    )
      start -= 1
    // "Labour leader Ann Lee", "Deputy mayor Ann Lee": names and capitals that narrow it.
    const nouns = start
    while (
      start > nouns - MOST_NAMES_BEFORE &&
      tokens[start - 1]?.sentence === sentence &&
      tokens[start - 1]?.pos === 'PROPN'
    )
      start -= 1
    roles.push(joinLower(tokens, start, mention.firstToken))
  }
  const [first] = roles
  const owner = first === undefined ? null : readOwnerBehind(tokens, mention)
  return owner === null ? roles : [`${first} of ${owner}`, ...roles]
}

/** "Chief executive Ann Lee **of Zennor**": whose office it is. */
function readOwnerBehind(tokens: readonly Token[], { endToken, name }: Mention): string | null {
  if (name === null || !/^(?:of|at|for)$/.test(tokens[endToken]?.lower ?? '')) return null
  let end = endToken + 1
  while (end < endToken + 5 && tokens[end]?.sentence === tokens[endToken]?.sentence && tokens[end]?.pos === 'PROPN')
    end += 1
  return end === endToken + 1 ? null : joinLower(tokens, endToken + 1, end)
}

/** So many words of a name may stand before a role that they narrow. */
const MOST_NAMES_BEFORE = 3

/** Whether a noun for somebody stands before a name: also "chief", which taggers take for an adjective. */
function isRoleBefore(tokens: readonly Token[], { firstToken, name }: Mention): boolean {
  const { pos, lower, sentence } = tokens[firstToken - 1] as Token
  if (pos === 'NOUN') return true
  return name !== null && pos === 'ADJ' && isTitle(lower) && sentence === tokens[firstToken]?.sentence
}

function readApposition(tokens: readonly Token[], from: number): string | null {
  if (!isNominal(tokens[from])) return null
  const { sentence } = tokens[from] as Token
  let end = from + 1
  while (end < from + 13 && tokens[end]?.sentence === sentence && !BEHIND_ROLE.has((tokens[end] as Token).text))
    end += 1
  // Without a closing mark "Ann Lee, the dog and …" is a list.
  return joinLower(tokens, from, end)
}

/** Whether tokens `[from, to)` say what somebody is: no clause, unless of somebody "who" did something. */
function isOnePhrase(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { pos, lower } = tokens[at] as Token
    if (/^(?:who|whose|whom|which|that)$/.test(lower)) return true
    if (pos === 'AUX') return false
  }
  return true
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'DET' || isModifier(token))
}

function isModifier({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'ADJ'
}

function joinLower(tokens: readonly Token[], from: number, to: number): string {
  let words = (tokens[from] as Token).lower
  for (let i = from + 1; i < to; i += 1) words += ` ${(tokens[i] as Token).lower}`
  return words
}

/** "A former Speaker", "another retired General": somebody who was not spoken of. */
export function introducesSomebody(tokens: readonly Token[], { firstToken }: Mention): boolean {
  let at = firstToken - 1
  while (at >= firstToken - 2 && tokens[at]?.pos === 'ADJ') at -= 1
  return /^(?:an?|another)$/.test(tokens[at]?.lower ?? '')
}
