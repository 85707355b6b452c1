import type { SourceKind } from '../../../src/domain/labels.ts'
import type { Grounded, Mention, Token } from '../../../src/domain/layers.ts'
import { GAZETTEER } from '../../../src/nlp/gazetteer.ts'
import { ENTOURAGE } from '../../roles/affiliated-body.ts'
import { groundSpan } from '../../roles/phrase-reading.ts'
import { isCrowd, isDocument, isNameless, isRole } from '../../word-classes.ts'
import { readWordList } from '../../word-list.ts'
import { isFewPeople, startOfCounted } from '../../words/collectives.ts'
import { genderOfWord } from '../../words/gender.ts'
import { isRank } from '../../words/rank.ts'
import type { NamedEntity } from '../named-entity.ts'
import { isShare, type SourceWords } from '../source-words.ts'

/** Words for one person that say nothing of what they do: "teen". */
const SOMEBODY = readWordList(new URL('../lexicon/somebody.txt', import.meta.url))
const ORGANISATIONS = readWordList(new URL('../../entities/lexicon/organisation.txt', import.meta.url))
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, another: 1, two: 2, both: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
} // biome-ignore format: one line a number would hide the table

/** What kind of source its head says it is. */
export function kindOf(tokens: readonly Token[], words: SourceWords, government: string | null): SourceKind {
  if (government !== null) return 'government'
  const { mention, coordinated } = words
  if (coordinated.length > 0) return 'group'
  const head = tokens[words.head] as Token
  if (mention !== null && mention.firstToken < words.headEnd) {
    // A country that acts is its government, whatever the words beside it made of it.
    if (mention.type === 'place' || isCountry(tokens, mention)) return 'government'
    if (mention.type === 'person' || mention.type === 'organisation') return mention.type
  }
  if (isOfThings(tokens, words)) return 'unknown'
  if (isShare(tokens[words.head] as Token)) return 'group'
  if (words.pronoun !== null)
    return /^(?:he|she|i|who|one|another|someone|somebody)$/.test(words.pronoun)
      ? 'person'
      : words.pronoun === 'it'
        ? 'unknown'
        : 'group'
  if (mention?.type === 'person') return 'person'
  if (isDocument(head)) return 'document'
  if (/^(?:government|cabinet|administration)$/.test(head.lemma)) return 'government'
  if (isFewPeople(head) || countsPeople(tokens, words)) return 'group'
  if (
    !words.plural &&
    (ORGANISATIONS.has(head.lower) || head.listed?.organisation !== undefined || ENTOURAGE.has(head.lower))
  )
    return 'organisation'
  if (words.plural) return numberOf(tokens, words) === null || ORGANISATIONS.has(head.lemma) ? 'group' : 'person'
  if (
    isNameless(head) ||
    isRole(head) ||
    SOMEBODY.has(head.lower) ||
    genderOfWord(head.lower) !== null ||
    /(?:man|woman|person|er|or|ist|ant|ian|ee|friend|guest|mate)$/.test(head.lower)
  )
    return 'person'
  return mention?.type === 'organisation' ? 'organisation' : 'unknown'
}

/** "A group of mothers", "dozens of young men", but not "a group of companies". */
function countsPeople(tokens: readonly Token[], { head, to }: SourceWords): boolean {
  const start = startOfCounted(tokens, head)
  for (let i = start ?? to; i < to; i += 1) {
    const token = tokens[i] as Token
    if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'NUM') return false
    if (token.pos === 'NOUN' && (isCrowd(token) || isRole(token) || genderOfWord(token.lemma) !== null)) return true
  }
  return false
}

/** "which", "many of which": what no noun says who it is. */
function isOfThings(tokens: readonly Token[], { pronoun, head }: SourceWords): boolean {
  return pronoun === 'which' || (tokens[head + 1]?.lower === 'of' && tokens[head + 2]?.lower === 'which')
}

/** What kind of source an entity is: a country that speaks is its government. */
export function kindOfEntity(tokens: readonly Token[], { type, mentions }: NamedEntity): SourceKind {
  if (type === 'person') return 'person'
  const country = mentions[0] !== undefined && isCountry(tokens, mentions[0])
  return type === 'place' || country ? 'government' : 'organisation'
}

/** How many speak: "Two senior officials" is 2, "one of the officials" is 1; null when the words do not say. */
export function numberOf(tokens: readonly Token[], words: SourceWords): Grounded<number> | null {
  const { coordinated } = words
  if (coordinated.length > 0) {
    const span = { start: (coordinated[0] as Mention).start, end: (coordinated.at(-1) as Mention).end }
    return coordinated.every(({ type }) => type === 'person') ? { value: coordinated.length, span } : null
  }
  if (isShare(tokens[words.head] as Token)) return null
  const token = tokens[words.from] as Token
  const digits = /^\d{1,3}$/.test(token.text) ? Number(token.text) : undefined
  const value = digits ?? (Object.hasOwn(NUMBERS, token.lower) ? NUMBERS[token.lower] : undefined)
  if (value === undefined || tokens[words.from + 1]?.lower === 'percent' || tokens[words.from + 1]?.text === '%')
    return null
  return { value, span: { start: token.start, end: token.end } }
}

/** Seniority before the noun ("senior", "top"), or a service rank. */
export function rankOf(
  text: string,
  tokens: readonly Token[],
  { from, head, mention }: SourceWords,
): Grounded<string> | null {
  if (mention?.name != null) return null
  for (let i = from; i < head; i += 1) {
    const token = tokens[i] as Token
    if (isRank(token.lower)) return groundSpan({ text }, token)
  }
  return null
}

function isCountry(tokens: readonly Token[], { firstToken, endToken }: Mention): boolean {
  const name = tokens.slice(firstToken, endToken).map(({ lower }) => lower)
  return GAZETTEER.get(name.join(' '))?.has('Country') === true
}
