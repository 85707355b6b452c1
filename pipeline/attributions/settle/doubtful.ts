import type { Token, TokensLayer } from '../../../src/domain/layers.ts'
import { type Span, sliceOf } from '../../../src/domain/span.ts'
import { paragraphAt } from '../../positions/paragraph-search.ts'
import { tokensWithin } from '../../positions/token-search.ts'
import { isDocument, isRole, KIN } from '../../word-classes.ts'
import type { ProposedAttribution } from '../found.ts'
import { LEXICON } from '../lexicon.ts'
import type { Doubt } from '../trust.ts'

const NAMING: ReadonlySet<string> = new Set([...LEXICON.naming, 'entitle', 'know', 'title'])
/** A quoted name: "the Bishop", “Cold Accounts”. */
const QUOTED_NAME = /["“‘'](?:(?:the |a )?\p{Lu}[^"”’]{0,40}|the \p{Ll}+(?: \p{Ll}+){0,2},?)["”’']$/u
/** A title in quotation marks: only little words begin small, and no sentence ends in it. */
const QUOTED_TITLE =
  /^["“‘'«](?!.*[.!?,]["”’'»]$)\p{Lu}[\p{L}\p{M}’'-]*(?: (?:\p{Lu}[\p{L}\p{M}’'-]*|\p{Ll}{1,3}))+["”’'»]$/u
/** "“No,” she said.": little as it is, all of it was said. */
const ANSWER = /^["“„«»‘'].*\p{L}.*[,.!?…]["”“»«’']$/u
/** What somebody does with another's words: "denied **it**" is as much of a claim as "denied the report". */
const ANSWERING: ReadonlySet<string> = new Set([
  'confirm',
  'contest',
  'deny',
  'dismiss',
  'dispute',
  'rebut',
  'refute',
  'reject',
])
const EMPTY: ReadonlySet<string> = new Set(['DET', 'PRON', 'SCONJ', 'ADP', 'PART', 'PUNCT'])
const INSIDE_PHRASE: ReadonlySet<string> = new Set(['ADJ', 'ADV', 'DET', 'NOUN', 'NUM', 'PART', 'PRON'])

/**
 * Why an attribution of an engine's is no claim, in words; null when nothing speaks against it. Readings
 * of these kinds are likelier than others to be something that no editor would call a claim.
 */
export function describeDoubt(
  text: string,
  tokens: TokensLayer,
  attribution: ProposedAttribution,
  { leastDoubtful, leastNaming }: Doubt,
): string | null {
  const { confidence } = attribution
  if (isEmpty(text, attribution, tokens.tokens) && !ANSWERING.has(attribution.cueLemma))
    return 'Nothing is attributed: the content has no word of its own.'
  const doubt =
    confidence < leastNaming && givesName(text, tokens, attribution)
      ? 'the quotation is a name'
      : confidence < leastDoubtful
        ? findDoubt(text, tokens, attribution)
        : null
  return doubt === null ? null : `Only ${Math.round(confidence * 100)} in 100 such are right, and ${doubt}.`
}

/** Whether a cue of naming stands before a quoted name. */
function givesName(text: string, { tokens }: TokensLayer, { cue, content }: ProposedAttribution): boolean {
  const last = content.at(-1)
  const names = cue.some(span => tokensWithin(tokens, span).some(({ lemma }) => NAMING.has(lemma)))
  return names && last !== undefined && QUOTED_NAME.test(sliceOf(text, last))
}

function findDoubt(text: string, layer: TokensLayer, attribution: ProposedAttribution): string | null {
  const { cue, cueLemma, content, source } = attribution
  const { tokens } = layer
  if (content.length === 0) return null
  if (isTitleOfNoun(text, tokens, attribution)) return 'the quotation is a title'
  if (isInHeading(layer, cue)) return 'a heading is too clipped to be read as running text'
  const [first] = source
  if (first === undefined || LEXICON.speech.has(cueLemma) || LEXICON['that-clause'].has(cueLemma)) return null
  return isThing(tokensWithin(tokens, first)) ? 'the source is nobody who could speak' : null
}

/** Whether all that is said is a title beside a noun: "a report, “Before the Flood”,". */
function isTitleOfNoun(
  text: string,
  tokens: readonly Token[],
  { cue, content: [only, second] }: ProposedAttribution,
): boolean {
  if (only === undefined || second !== undefined || !QUOTED_TITLE.test(sliceOf(text, only))) return false
  return cue.every(span => tokensWithin(tokens, span).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX'))
}

function isEmpty(text: string, { content }: ProposedAttribution, tokens: readonly Token[]): boolean {
  if (content.length === 0 || content.some(span => ANSWER.test(sliceOf(text, span)))) return false
  return content.every(span => tokensWithin(tokens, span).every(({ pos }) => EMPTY.has(pos)))
}

/** Whether words stand in a heading. */
export function isInHeading({ paragraphs }: TokensLayer, [first]: readonly Span[]): boolean {
  const paragraph = first === undefined ? undefined : paragraphAt(paragraphs, first.start)
  return paragraph?.heading === true && (first as Span).end <= paragraph.end
}

/** Whether the head of a source is a common noun for nobody who could speak. */
function isThing(words: readonly Token[]): boolean {
  const end = words.findIndex(({ pos }) => !INSIDE_PHRASE.has(pos))
  const head = words.slice(0, end === -1 ? words.length : end).findLast(({ pos }) => pos === 'NOUN')
  if (head === undefined) return false
  return !(LEXICON['source-head'].has(head.lemma) || isRole(head) || isDocument(head) || KIN.has(head.lemma))
}
