import type { Token } from '../../../src/domain/layers.ts'

/** What the model tags, in its order: names of three types, and words for a person or a body without a name. */
export const TAGGED = ['person', 'place', 'organisation', 'somebody', 'body'] as const
export type Tag = (typeof TAGGED)[number]

/** Tokens `[from, to)` with a tag. */
export interface Tagged {
  readonly tag: Tag
  readonly from: number
  readonly to: number
  /** That of its least likely token. */
  readonly probability: number
  /** For each tag, the mean probability of its tokens to be inside one. */
  readonly shares: Readonly<Record<Tag, number>>
}

/** The words of tokens `[from, to)` in lower case. */
export function lowerOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ')
}

/** A {@link Tagged} that is a name. */
export interface TaggedName extends Tagged {
  readonly tag: 'person' | 'place' | 'organisation'
}

export function isTaggedName(one: Tagged): one is TaggedName {
  return one.tag !== 'somebody' && one.tag !== 'body'
}

/** Logits of a token and tag: outside, begins, goes on. */
const STATES = 3
export const LOGITS = STATES * TAGGED.length
/** From here on a token is inside one that something else must speak for, and from there on inside one in any case. */
const LEAST = 0.3
export const SURE = 0.5

/**
 * Reads tagged spans off logits: of each tag, tokens that are likely enough inside follow one another, and one that likelier
 * begins than goes on begins another. In text order.
 *
 * @param logits {@link LOGITS} a token
 * @param breaks tokens that no name goes on at: the first ones of paragraphs
 */
export function readTagged(logits: Float32Array, breaks: ReadonlySet<number> = new Set()): Tagged[] {
  const found: Tagged[] = []
  const count = logits.length / LOGITS
  for (const [k, tag] of TAGGED.entries()) {
    let from = -1
    let least = 1
    for (let token = 0; token <= count; token += 1) {
      const at = token * LOGITS + k * STATES
      const inside = token < count ? insideAt(logits, at) : 0
      const begins = inside > LEAST && (breaks.has(token) || (logits[at + 1] as number) > (logits[at + 2] as number))
      if (from >= 0 && (inside <= LEAST || begins)) {
        found.push({ tag, from, to: token, probability: least, shares: readShares(logits, from, token) })
        from = -1
      }
      if (inside <= LEAST) continue
      if (from < 0) {
        from = token
        least = inside
      } else least = Math.min(least, inside)
    }
  }
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

function readShares(logits: Float32Array, from: number, to: number): Record<Tag, number> {
  const shares = TAGGED.map((tag, k) => {
    let sum = 0
    for (let token = from; token < to; token += 1) sum += insideAt(logits, token * LOGITS + k * STATES)
    return [tag, sum / (to - from)] as const
  })
  return Object.fromEntries(shares) as Record<Tag, number>
}

/** One minus the probability of outside. */
function insideAt(logits: Float32Array, at: number): number {
  const [outside, begins, on] = [logits[at] as number, logits[at + 1] as number, logits[at + 2] as number]
  const most = Math.max(outside, begins, on)
  const [o, b, i] = [Math.exp(outside - most), Math.exp(begins - most), Math.exp(on - most)]
  return (b + i) / (o + b + i)
}
