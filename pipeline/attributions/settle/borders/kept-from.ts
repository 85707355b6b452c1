import type { TokensLayer } from '../../../../src/domain/layers.ts'
import { sliceOf } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/** "The court stopped **Lee** from **saying** so": who is kept from it says it, not who keeps them from it. */
export function giveToWhoIsKept(
  text: string,
  { tokens }: Pick<TokensLayer, 'tokens'>,
  one: UnlinkedAttribution,
): UnlinkedAttribution {
  const [cue, other] = one.cue
  if (cue === undefined || other !== undefined || one.source.length < 2) return one
  const first = firstTokenAfter(tokens, cue.start)
  const verb = tokens[first]?.lower === 'from' ? first + 1 : first
  const from = tokens[verb - 1]
  if (from?.lower !== 'from' || tokens[verb]?.lower.endsWith('ing') !== true) return one
  const kept = one.source.at(-1)
  if (kept === undefined || sliceOf(text, { start: kept.end, end: from.start }).trim() !== '') return one
  return { ...one, source: [kept], cue: [{ start: tokens[verb]?.start ?? cue.start, end: cue.end }] }
}
