import { cueTokens } from '../../pipeline/attributions/encoder/choose.ts'
import { type Calibration, readSigns } from '../../pipeline/attributions/encoder/confidence.ts'
import { proposeAttributions } from '../../pipeline/attributions/encoder/find-encoder-attributions.ts'
import type { Proposal } from '../../pipeline/attributions/encoder/read-arguments.ts'
import { encode } from '../../pipeline/encoding/encode.ts'
import { loadEncoder } from '../../pipeline/encoding/stage.ts'
import type { Model } from '../../pipeline/open-model.ts'
import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import type { ScoredArticle, ScoredAttribution } from '../../src/evaluate/gold/gold.ts'
import { fitLogistic } from './fit-logistic.ts'

/** How likely a proposal is right, fitted to every proposal for articles that the model was not trained on: what is chosen by. */
export async function calibrateProposals(articles: readonly ScoredArticle[], model: Model): Promise<Calibration> {
  const encoder = await loadEncoder()
  const rows: number[][] = []
  const right: number[] = []
  for (const { text, attributions: gold } of articles) {
    const tokens = tokenise(text)
    const quotations = findQuotations(text, tokens)
    const encoding = await encode(encoder, tokens, quotations)
    const sets = toTokenSets(text, tokens.tokens, gold)
    for (const proposal of await proposeAttributions({ tokens, quotations, encoding }, model)) {
      rows.push([1, ...readSigns(proposal)])
      right.push(isRight(tokens.tokens, proposal, sets) ? 1 : 0)
    }
  }
  const [bias, verdict, cue, path] = fitLogistic(rows, right) as [number, number, number, number]
  return { verdict, cue, path, bias }
}

type Sets = Readonly<Record<'cue' | 'source' | 'content', ReadonlySet<number>>>

function toTokenSets(text: string, tokens: readonly Token[], gold: readonly ScoredAttribution[]): Sets[] {
  const units = new CodePointText(text)
  const setOf = (spans: readonly Span[]) =>
    new Set(
      tokens.flatMap(({ start, end, text: word }, i) =>
        isWord(word) && spans.some(span => start < units.toUtf16(span.end) && units.toUtf16(span.start) < end)
          ? [i]
          : [],
      ),
    )
  return gold.map(({ cue, source, content }) => ({ cue: setOf(cue), source: setOf(source), content: setOf(content) }))
}

function isRight(tokens: readonly Token[], proposal: Proposal, gold: readonly Sets[]): boolean {
  const words = (indexes: readonly number[]) => new Set(indexes.filter(i => isWord((tokens[i] as Token).text)))
  const [cue, source, content] = [words(cueTokens(proposal)), words(proposal.source), words(proposal.content)]
  return gold.some(
    one =>
      !cue.isDisjointFrom(one.cue) &&
      (source.size === 0 && one.source.size === 0 ? true : !source.isDisjointFrom(one.source)) &&
      content.intersection(one.content).size >= 0.5 * Math.max(1, content.union(one.content).size),
  )
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}
