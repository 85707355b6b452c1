import type { Candidate, Quotation, Token } from '../../../src/domain/layers.ts'
import { firstAfter } from '../../positions/first-after.ts'
import type { UnlinkedAttribution } from '../found.ts'

/** Why a quotation is no claim, by what its words look like. */
export const QUOTATION_USES = {
  title: 'The quotation marks hold a title or name: its words are capitalised as names are.',
  scare: 'The quotation marks set off a word or short phrase; nobody is said to have spoken it.',
  speech: 'The quotation reads like speech, but no cue attributes it to anybody.',
} as const
export type QuotationUse = keyof typeof QUOTATION_USES

const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'and',
  'in',
  'on',
  'for',
  'to',
  'at',
  'by',
  'or',
  'with',
  'from',
  'de',
  'la',
])
const LONGEST_PHRASE = 5

/** Those of the outermost quotations that no attribution's content touches. */
export function findUnattributed(
  outermost: readonly Quotation[],
  attributions: readonly UnlinkedAttribution[],
): Quotation[] {
  const attributed = markTouched(outermost, attributions)
  return outermost.filter((_, i) => attributed[i] === 0)
}

/** A quotation that no attribution's content touches, as a candidate with the reason. */
export function toCandidate(tokens: readonly Token[], quotation: Quotation, stage: string): Candidate {
  const { start, end, firstToken, endToken } = quotation
  const use = useOf(tokens.slice(firstToken, endToken))
  return { start, end, stage, rule: `quotation-${use}`, reason: QUOTATION_USES[use] }
}

/** 1 for each quotation that some content touches. Quotations are in text order and do not overlap. */
function markTouched(quotations: readonly Quotation[], attributions: readonly UnlinkedAttribution[]): Uint8Array {
  const touched = new Uint8Array(quotations.length)
  for (const span of attributions.flatMap(({ content }) => content)) {
    const first = firstAfter(quotations, span.start, ({ end }) => end)
    for (let i = first; i < quotations.length && (quotations[i] as Quotation).start < span.end; i += 1) touched[i] = 1
  }
  return touched
}

/** What quotation marks are for, by the words between them. */
export function useOf(tokens: readonly Token[]): QuotationUse {
  const words = tokens.filter(token => /[\p{L}\p{N}]/u.test(token.text))
  const large = words.filter(token => !SMALL.has(token.lower))
  if (large.length > 0 && large.every(token => /^[\p{Lu}\p{N}]/u.test(token.text)) && words.length <= 10) return 'title'
  const verb = words.some(token => token.pos === 'AUX' || token.pos === 'VERB')
  return words.length <= LONGEST_PHRASE || !verb ? 'scare' : 'speech'
}
