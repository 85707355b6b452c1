import type { Grounded, Mention, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { COMMON_WORDS } from '../../../src/nlp/gazetteer.ts'
import { ENTOURAGE } from '../../roles/affiliated-body.ts'
import { groundSpan, groundTokens, type PhraseReading } from '../../roles/phrase-reading.ts'
import {
  isCommon,
  isDemonym,
  isDocument,
  isGenitive,
  isPeople,
  isPlaceName,
  isRoleWord,
  isSpeakingRole,
  isTitle,
  PARTICLES,
} from '../../word-classes.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { SourceWords } from '../source-words.ts'

/** What follows the name of a body that is called by it. */
const NAMED_BODY: ReadonlySet<string> = new Set(
  'group campaign charity magazine newspaper website movement coalition band app party'.split(' '),
)
/** What may have a title in quotation marks. */
const TITLED: ReadonlySet<string> = new Set(
  'report study paper review book survey poll briefing article editorial analysis'.split(' '),
)
const DAYS_AND_MONTHS: ReadonlySet<string> = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)
/** Tokens from a word with a capital back to the one before it: "bin", "al-", "de la". */
const MOST_BETWEEN = 4
/** "None of the guards": the tagger takes it for a name. */
const NOBODY = /^(?:neither|nobody|none)$/iu
const DETERMINER = /^(?:the|a|an)$/

/** What the names in an article belong to, by mention and by the token where a mention ends. */
export interface NamesInArticle {
  readonly entityOf: ReadonlyMap<Mention, NamedEntity>
  readonly mentionEndingAt: ReadonlyMap<number, Mention>
}

/** A source's own words, and where they stand. */
export interface OwnWords {
  readonly words: SourceWords
  /** From its first word to its last, with what is no part of it between them. */
  readonly whole: Span
  /** The first token of the sentence, where any word has a capital. */
  readonly firstToken: number
}

type Reading = Pick<PhraseReading, 'text' | 'tokens'>

/**
 * The name in a source's own words where no single mention is it: several names joined by "and", somebody's campaign or
 * administration, an account (`@name`), a title in quotation marks, a word with a capital.
 */
export function readOwnName(
  reading: Reading,
  { words, whole, firstToken }: OwnWords,
  names: NamesInArticle,
): Grounded<string> | null {
  if (words.pronoun !== null) return null
  if (words.coordinated.length > 0) return readCoordination(words.coordinated, names)
  return (
    readEntourage(reading.tokens, words, names) ??
    readGovernment(reading, words) ??
    readOffice(reading, words) ??
    readGroup(reading, words, firstToken) ??
    readAccount(reading, words) ??
    readTitle(reading, words, whole) ??
    readCapitals(reading, words, firstToken)
  )
}

/** "Ann Lee and Bo Roy": everybody's full name. */
function readCoordination(mentions: readonly Mention[], { entityOf }: NamesInArticle): Grounded<string> | null {
  const all = mentions.map(mention => entityOf.get(mention)?.name ?? null)
  if (all.includes(null)) return null
  const [first, last] = [mentions[0] as Mention, mentions.at(-1) as Mention]
  return {
    value: `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`,
    span: { start: (first.name ?? first).start, end: (last.name ?? last).end },
  }
}

/** "the Lee campaign", "Lee’s campaign": both are "Ann Lee campaign". */
function readEntourage(
  tokens: readonly Token[],
  { from, head }: SourceWords,
  { entityOf, mentionEndingAt }: NamesInArticle,
): Grounded<string> | null {
  const noun = tokens[head] as Token
  if (!ENTOURAGE.has(noun.lower)) return null
  const genitive = isGenitive(tokens[head - 1])
  const owner = mentionEndingAt.get(genitive ? head - 1 : head)
  if (owner === undefined || owner.firstToken < from || owner.name === null) return null
  const name = entityOf.get(owner)?.name
  if (name === undefined || owner.type !== 'person') return null
  return { value: `${name} ${noun.lower}`, span: { start: owner.name.start, end: noun.end } }
}

/** "the Indian government". */
function readGovernment(reading: Reading, { from, head }: SourceWords): Grounded<string> | null {
  const { tokens } = reading
  const nation = tokens[head - 1]
  if (head - 1 < from || nation === undefined || tokens[head]?.lower !== 'government' || !isDemonym(nation)) return null
  return groundTokens(reading, head - 1, head + 1)
}

/** "the state attorney general's office". */
function readOffice(reading: Reading, { from, head }: SourceWords): Grounded<string> | null {
  const { tokens } = reading
  const holder = tokens[head - 2]
  if (tokens[head]?.lower !== 'office' || !/^['’]s$/.test(tokens[head - 1]?.text ?? '') || holder === undefined)
    return null
  const pair = `${tokens[head - 3]?.lower ?? ''} ${holder.lower}`
  if (!isTitle(holder) && !isTitle(pair)) return null
  let first = head - 2
  while (first > from && !/^(?:DET|PRON)$/.test((tokens[first - 1] as Token).pos)) first -= 1
  return first < from ? null : groundTokens(reading, first, head + 1)
}

/** "the Save the Weir group", "the Not1More campaign": a name that a word for a body follows. */
function readGroup(reading: Reading, { from, head }: SourceWords, firstToken: number): Grounded<string> | null {
  const { tokens } = reading
  const noun = tokens[head] as Token
  if (!NAMED_BODY.has(noun.lower)) return null
  let first = head
  for (
    let i = head - 1;
    i >= from && (isCapital(tokens[i] as Token) || /^(?:the|of|for|and|&)$/.test((tokens[i] as Token).lower));
    i -= 1
  ) {
    if (/^\p{Lu}/u.test((tokens[i] as Token).text)) first = i
  }
  if (first === head) return null
  const opening = tokens[first] as Token
  if (DETERMINER.test(opening.lower)) first += 1
  const name = tokens.slice(first, head)
  const proper = name.some(token => !isPeople(token) && !isPlaceName(token.lower) && !isCommon(token.lower))
  const initial = first === firstToken && name.length === 1
  if (
    name.length === 0 ||
    initial ||
    (name.length === 1 && !proper) ||
    name.every(one => isPeople(one) || isPlaceName(one.lower))
  )
    return null
  return groundTokens(reading, first, head)
}

/** "one user, @ann_lee". */
function readAccount(reading: Reading, { from, to }: SourceWords): Grounded<string> | null {
  const account = reading.tokens
    .slice(from, to)
    .find(({ text }) => text.startsWith('@') && /^@[\p{L}\p{N}_]{2,}/u.test(text))
  return account === undefined ? null : groundSpan(reading, account)
}

/** The title in quotation marks of a report, study or other document that speaks. */
function readTitle(
  { text, tokens }: Reading,
  { head, headEnd, to }: SourceWords,
  whole: Span,
): Grounded<string> | null {
  if (!TITLED.has((tokens[head] as Token).lemma)) return null
  const match = /[“‘"']([\p{Lu}][^“”‘"\n]{2,80}?)[”’"']/u.exec(
    text.slice((tokens[headEnd - 1] as Token).end, whole.end),
  )
  if (match?.[1] === undefined || to <= headEnd) return null
  const start = (tokens[headEnd - 1] as Token).end + match.index + 1
  const value = match[1].replace(/,$/, '')
  return { value, span: { start, end: start + value.length } }
}

/** "The Treasury", "Ferraro": words with capitals that end at the head, where a common word would have none. */
function readCapitals(reading: Reading, { from, head, to }: SourceWords, firstToken: number): Grounded<string> | null {
  const { tokens } = reading
  let first = startOfCapitals(tokens, from, head)
  if (first > head) return null
  // "METEOROLOGIST ADA QUIN": a trade is no part of the name behind it.
  while (head - first >= 2 && (isRoleWord(tokens[first] ?? '') || isTitle(tokens[first] ?? ''))) first += 1
  // "Republicans", "Indian Muslims": people, not a name.
  const last = tokens[head] as Token
  if (isPeople(last) && (first === head || last.lower.endsWith('s'))) return null
  if (isDocument(last)) return null
  const opening = tokens[first] as Token
  if (first === head && isTitle(opening)) return null
  // "UNIDENTIFIED MALE:"
  const phrase = tokens.slice(first, head + 1).map(({ lower }) => lower)
  if (isSpeakingRole(phrase.join(' '))) return null
  const opens = first === firstToken || /^["“‘—–:-]$/.test(tokens[first - 1]?.text ?? '')
  // At a sentence's start any word has a capital: "Replays", "Forecasters", "Priest".
  if (
    opens &&
    first === head &&
    ((isRoleWord(opening) && to === head + 1) ||
      COMMON_WORDS.has(opening.lower) ||
      opening.pos !== 'PROPN' ||
      opening.lower.endsWith('s'))
  )
    return null
  return groundTokens(reading, first, head + 1)
}

/** First token of a run of words with capitals, particles and hyphens between them ("Ann bin Lee al-Noor"), that ends at the head. */
function startOfCapitals(tokens: readonly Token[], from: number, head: number): number {
  let first = head + 1
  for (let at = head; at >= from && first - at <= MOST_BETWEEN; at -= 1) {
    const token = tokens[at] as Token
    if (isCapital(token)) first = at
    else if (first > head || !(PARTICLES.has(token.text) || isHyphen(tokens, at))) break
  }
  return first
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const { text, start, end } = tokens[at] as Token
  return text === '-' && tokens[at - 1]?.end === start && tokens[at + 1]?.start === end
}

function isCapital({ text, pos }: Token): boolean {
  if (DAYS_AND_MONTHS.has(text) || NOBODY.test(text)) return false
  return /^\p{Lu}/u.test(text) && (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ') && text.length > 1
}
