import type { Mention } from '../../src/domain/layers.ts'

/**
 * The first mention that begins at a token and fits, or undefined. `mentions` is in text order, so that those of a long
 * article are not all looked at for every token.
 */
export function findMentionAt(
  mentions: readonly Mention[],
  token: number,
  fits: (mention: Mention) => boolean = () => true,
): Mention | undefined {
  for (let i = firstMentionAfter(mentions, token - 1); i < mentions.length; i += 1) {
    const mention = mentions[i] as Mention
    if (mention.firstToken > token) return undefined
    if (fits(mention)) return mention
  }
  return undefined
}

/** Index of the first mention, of those in text order, that begins after a token. */
export function firstMentionAfter(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((mentions[middle] as Mention).firstToken <= token) low = middle + 1
    else high = middle
  }
  return low
}
