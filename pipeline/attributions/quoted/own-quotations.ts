import type { AttributionsLayer, EntitiesLayer, QuotationsLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import { readArticle } from '../rules/match/reading.ts'
import { linkParents } from '../settle/link-parents.ts'
import { leaveQuestionsToAsker } from './dialogue.ts'
import { findOwners } from './find-owners.ts'
import type { QuotedText } from './quoted-text.ts'
import { releaseQuotations } from './release-quotations.ts'
import { joinSplitQuotations } from './split-quotations.ts'
import { findUnattributed, toCandidate } from './unattributed-quotations.ts'
import { growOverQuotations } from './whole-quotations.ts'

/**
 * Sees to it that no quoted words are lost: contents hold the whole of their quotations, what no cue attributes goes to whom the
 * words around say, and what is left is kept as a candidate with the reason. It comes after all other attributions are settled.
 */
export function ownQuotations(
  text: string,
  layers: { readonly tokens: TokensLayer; readonly quotations: QuotationsLayer; readonly entities: EntitiesLayer },
  { attributions, candidates }: AttributionsLayer,
  stage: StageInfo,
): AttributionsLayer {
  const outermost = layers.quotations.quotations.filter(({ parent }) => parent === null)
  if (outermost.length === 0) return { attributions, candidates }
  const quoted: QuotedText = {
    reading: readArticle(text, layers.tokens, layers.quotations),
    outermost,
    names: layers.entities.mentions.filter(
      ({ name, type }) => name !== null && (type === 'person' || type === 'organisation'),
    ),
  }
  const joined = joinSplitQuotations(
    quoted,
    leaveQuestionsToAsker(quoted, growOverQuotations(quoted, releaseQuotations(quoted, attributions))),
  )
  const owned = findOwners(quoted, findUnattributed(outermost, joined), joined, stage)
  const all = linkParents([...joined, ...owned])
  const left = findUnattributed(outermost, all).map(one => toCandidate(layers.tokens.tokens, one, stage.name))
  return { attributions: all, candidates: [...candidates, ...left] }
}
