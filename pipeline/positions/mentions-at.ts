import type { Mention, Token } from '../../src/domain/layers.ts'
import { firstAfter } from './first-after.ts'

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

/** Where the name in a mention begins: "Sheriff | Ann Lee". */
export function firstTokenOfName(tokens: readonly Token[], { firstToken, endToken, name }: Mention): number {
  let at = firstToken
  while (at < endToken - 1 && name !== null && (tokens[at] as Token).start < name.start) at += 1
  return at
}

/** Index of the first mention, of those in text order, that begins after a token. */
export function firstMentionAfter(mentions: readonly Mention[], token: number): number {
  return firstAfter(mentions, token, ({ firstToken }) => firstToken)
}

/** How far, in tokens, each mention of a list and all before it reach: where to stop looking back. */
const reaches = new WeakMap<readonly Mention[], Int32Array>()

/** The first mention, of those in text order, that covers a token and fits, or undefined. */
export function findMentionOver(
  mentions: readonly Mention[],
  token: number,
  fits: (mention: Mention) => boolean = () => true,
): Mention | undefined {
  const reach = reaches.get(mentions) ?? measureReach(mentions)
  let found: Mention | undefined
  for (let i = firstMentionAfter(mentions, token) - 1; i >= 0 && (reach[i] as number) > token; i -= 1) {
    const mention = mentions[i] as Mention
    if (mention.endToken > token && fits(mention)) found = mention
  }
  return found
}

function measureReach(mentions: readonly Mention[]): Int32Array {
  const reach = new Int32Array(mentions.length)
  let furthest = 0
  for (const [i, { endToken }] of mentions.entries()) {
    furthest = Math.max(furthest, endToken)
    reach[i] = furthest
  }
  reaches.set(mentions, reach)
  return reach
}

/** The first mention that ends before a token and fits, or undefined. */
export function findMentionEndingAt(
  mentions: readonly Mention[],
  token: number,
  fits: (mention: Mention) => boolean = () => true,
): Mention | undefined {
  return findMentionOver(mentions, token - 1, mention => mention.endToken === token && fits(mention))
}
