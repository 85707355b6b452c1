import type { Attribution, Token, TokensLayer } from '../../src/domain/layers.ts'
import { type Span, sliceOf } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../token-search.ts'
import { isDocument, isRole, KIN } from '../word-classes.ts'
import { LEXICON } from './lexicon.ts'

const NAMING: ReadonlySet<string> = new Set([...LEXICON.naming, 'entitle', 'know', 'title'])
/** A quoted name: "the Bishop", “Cold Accounts”. */
const QUOTED_NAME = /["“‘'](?:the |a )?\p{Lu}[^"”’]{0,40}["”’']$/u
const EMPTY: ReadonlySet<string> = new Set(['DET', 'PRON', 'SCONJ', 'ADP', 'PART', 'PUNCT'])
const INSIDE_PHRASE: ReadonlySet<string> = new Set(['ADJ', 'ADV', 'DET', 'NOUN', 'NUM', 'PART', 'PRON'])

/** From this confidence an attribution is kept in spite of a doubt. */
const LEAST_DOUBTFUL = 0.6

/**
 * Why an attribution of the model's is no claim, in words; null when nothing speaks against it. Readings
 * of these kinds are likelier than others to be something that no editor would call a claim.
 */
export function describeDoubt(text: string, tokens: TokensLayer, attribution: Attribution): string | null {
  const { confidence } = attribution
  if (isEmpty(attribution, tokens.tokens)) return 'Nothing is attributed: the content has no word of its own.'
  const doubt = confidence < LEAST_DOUBTFUL ? findDoubt(text, tokens, attribution) : null
  return doubt === null ? null : `Only ${Math.round(confidence * 100)} in 100 such are right, and ${doubt}.`
}

function findDoubt(text: string, layer: TokensLayer, { cue, cueLemma, content, source }: Attribution): string | null {
  const { tokens } = layer
  const last = content.at(-1)
  if (last === undefined) return null
  if (isInHeading(layer, cue)) return 'a heading is too clipped to be read as running text'
  const names = cue.some(span => within(tokens, span).some(({ lemma }) => NAMING.has(lemma)))
  if (names && QUOTED_NAME.test(sliceOf(text, last))) return 'the quotation is a name'
  const [first] = source
  if (first === undefined || LEXICON.speech.has(cueLemma) || LEXICON['that-clause'].has(cueLemma)) return null
  return isThing(within(tokens, first)) ? 'the source is nobody who could speak' : null
}

function isEmpty({ content }: Attribution, tokens: readonly Token[]): boolean {
  return content.length > 0 && content.every(span => within(tokens, span).every(({ pos }) => EMPTY.has(pos)))
}

/** Whether words stand in a heading. */
export function isInHeading({ paragraphs }: TokensLayer, [first]: readonly Span[]): boolean {
  return first !== undefined && paragraphs.some(one => one.heading && one.start <= first.start && first.end <= one.end)
}

/** Whether the head of a source is a common noun for nobody who could speak. */
function isThing(words: readonly Token[]): boolean {
  const end = words.findIndex(({ pos }) => !INSIDE_PHRASE.has(pos))
  const head = words.slice(0, end === -1 ? words.length : end).findLast(({ pos }) => pos === 'NOUN')
  if (head === undefined) return false
  return !(LEXICON['source-head'].has(head.lemma) || isRole(head) || isDocument(head) || KIN.has(head.lemma))
}

function within(tokens: readonly Token[], { start, end }: Span): Token[] {
  return tokens.slice(firstTokenAfter(tokens, start), firstTokenAfter(tokens, end - 1) + 1)
}
