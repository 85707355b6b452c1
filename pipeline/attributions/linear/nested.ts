import type { Layers, Quotation, QuotationsLayer, Sentence, Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstTokenAfter, spanOfTokens } from '../../positions/token-search.ts'
import { CueIndex } from '../cue-index.ts'
import type { ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import { findLearnedAttributions } from './find-learned-attributions.ts'
import type { Model } from './model/model.ts'

/** Shorter contents hold no attribution of their own. */
const SHORTEST = 5
/** Annotators leave nested attributions out, so nothing tells how sure the model is of them: only the surest are kept. */
export const SUREST = 0.6

/** Attributions that were found, and which of them to read. */
export interface Holders {
  readonly attributions: readonly UnlinkedAttribution[]
  /** Whether an attribution's content is to be read: of those that stand in the content of another it is not. */
  readonly isHolder: (one: UnlinkedAttribution) => boolean
}

interface Content {
  readonly from: number
  readonly to: number
}

/**
 * Finds attributions inside the content of others ("She said the police **had warned** her …"): each content is read
 * as if it were a text of its own, since the training data has no nested attributions to learn from.
 *
 * @returns New attributions. Their confidence is not calibrated.
 */
export function findNestedAttributions(
  { tokens, quotations }: Pick<Layers, 'tokens' | 'quotations'>,
  { attributions, isHolder }: Holders,
  model: Model,
  stage: { readonly name: string; readonly version: number },
): ProposedAttribution[] {
  const contents = inTextOrder(
    attributions.filter(isHolder).flatMap(({ content }) => content.flatMap(span => trimContent(tokens.tokens, span))),
  )
  if (contents.length === 0) return []
  const inner = findLearnedAttributions(cutOut(tokens, contents), keepInside(quotations, contents), model, stage)
  const byCue = new CueIndex(attributions)
  return inner.attributions.flatMap(one => {
    if (one.confidence < SUREST || byCue.has(one.cue)) return []
    const evidence = one.evidence.map(entry => ({ ...entry, detail: { ...entry.detail, nested: true } }))
    return [{ ...one, evidence }]
  })
}

/** Contents as they follow one another in the text; what overlaps an earlier one is left out, so that offsets rise. */
function inTextOrder(contents: readonly Content[]): Content[] {
  const kept: Content[] = []
  for (const content of contents.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (last === undefined || content.from >= last.to) kept.push(content)
  }
  return kept
}

/** The tokens of a content without its marks and "that"; none when little is left. */
function trimContent(tokens: readonly Token[], span: Span): Content[] {
  let from = firstTokenAfter(tokens, span.start)
  let to = from
  while (to < tokens.length && (tokens[to] as Token).start < span.end) to += 1
  while (from < to && (isBare(tokens[from]) || tokens[from]?.lower === 'that')) from += 1
  while (from < to && isBare(tokens[to - 1])) to -= 1
  return to - from < SHORTEST ? [] : [{ from, to }]
}

function isBare(token: Token | undefined): boolean {
  return token !== undefined && !/[\p{L}\p{N}]/u.test(token.text)
}

/** A layer in which every content is a paragraph; tokens keep their place in the article. */
function cutOut({ tokens, sentences }: TokensLayer, contents: readonly Content[]): TokensLayer {
  const cut = { tokens: [] as Token[], sentences: [] as Sentence[] }
  const paragraphs = contents.map(({ from, to }, paragraph) => {
    const firstSentence = cut.sentences.length
    for (let first = from; first < to; ) {
      const { sentence } = tokens[first] as Token
      const last = Math.min(to, (sentences[sentence] as Sentence).endToken)
      const firstToken = cut.tokens.length
      for (const token of tokens.slice(first, last)) cut.tokens.push({ ...token, sentence: cut.sentences.length })
      cut.sentences.push({ ...spanOfTokens(tokens, first, last), firstToken, endToken: cut.tokens.length, paragraph })
      first = last
    }
    return { ...spanOfTokens(tokens, from, to), firstSentence, endSentence: cut.sentences.length, heading: false }
  })
  return { ...cut, paragraphs }
}

/** Quotations that lie inside a content, in its tokens. */
function keepInside({ quotations }: QuotationsLayer, contents: readonly Content[]): QuotationsLayer {
  let offset = 0
  const kept: Quotation[] = []
  // Both are in text order.
  let first = 0
  for (const { from, to } of contents) {
    while ((quotations[first]?.firstToken ?? from) < from) first += 1
    for (let i = first; i < quotations.length; i += 1) {
      const quotation = quotations[i] as Quotation
      if (quotation.firstToken > to) break
      if (quotation.endToken > to) continue
      const firstToken = quotation.firstToken - from + offset
      kept.push({ ...quotation, firstToken, endToken: quotation.endToken - from + offset, parent: null })
    }
    offset += to - from
  }
  return { quotations: kept }
}
