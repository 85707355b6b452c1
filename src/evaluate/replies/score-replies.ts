import type { Span } from '../../domain/span.ts'
import type { GoldCharge, GoldWords } from './reply-gold.ts'

/** What was found in an article, by the words of cues, in code points. */
export interface FoundReplies {
  readonly name: string
  readonly accusations: readonly { readonly id: string; readonly cues: readonly Span[] }[]
  readonly replies: readonly {
    readonly accusationId: string
    readonly cues: readonly Span[]
    readonly kind: string
    readonly replier: string
  }[]
}

/** So many of so many. */
export interface Ratio {
  readonly hits: number
  readonly of: number
}

export const REPLY_MEASURES = [
  'accusations right',
  'accusations found',
  'links right',
  'replies found',
  'kind right',
  'replier right',
  'unanswered right',
] as const
export type ReplyScores = Readonly<Record<(typeof REPLY_MEASURES)[number], Ratio>>

/** A place where found and gold differ. */
export interface ReplyMiss extends Span {
  readonly name: string
  readonly what: 'accusation too much' | 'accusation missed' | 'link too much' | 'reply missed'
}

/**
 * Scores links between accusations and replies. A link is right when one charge of gold holds both ends; a reply counts as found
 * when it is linked with any accusation of its charge, and is asked for where one of these is required.
 */
export function scoreReplies(
  found: readonly FoundReplies[],
  charges: readonly GoldCharge[],
): { readonly scores: ReplyScores; readonly misses: readonly ReplyMiss[] } {
  const tally = Object.fromEntries(REPLY_MEASURES.map(measure => [measure, { hits: 0, of: 0 }])) as Record<
    keyof ReplyScores,
    { hits: number; of: number }
  >
  const misses: ReplyMiss[] = []
  const count = (measure: keyof ReplyScores, isHit: boolean) => {
    tally[measure].of++
    if (isHit) tally[measure].hits++
  }
  for (const article of found) scoreArticle(article, charges, count, miss => misses.push(miss))
  return { scores: tally, misses }
}

function scoreArticle(
  { name, accusations, replies }: FoundReplies,
  charges: readonly GoldCharge[],
  count: (measure: keyof ReplyScores, isHit: boolean) => void,
  miss: (miss: ReplyMiss) => void,
): void {
  const touches = (cues: readonly Span[], words: GoldWords) =>
    words.document === name && cues.some(({ start, end }) => start < words.end && words.start < end)
  const cuesOf = new Map(accusations.map(({ id, cues }) => [id, cues]))
  const missAt = (what: ReplyMiss['what'], { start, end }: Span) => miss({ name, what, start, end })
  for (const { id, cues } of accusations) {
    const own = charges.filter(charge => charge.accusations.some(words => touches(cues, words)))
    count('accusations right', own.length > 0)
    if (own.length === 0 && cues[0] !== undefined) missAt('accusation too much', cues[0])
    if (!replies.some(({ accusationId }) => accusationId === id))
      count(
        'unanswered right',
        own.some(charge => !charge.replies.some(({ document }) => document === name)),
      )
  }
  for (const { accusationId, cues, kind, replier } of replies) {
    const accusing = cuesOf.get(accusationId) ?? []
    const charge = charges.find(
      one => one.accusations.some(words => touches(accusing, words)) && one.replies.some(words => touches(cues, words)),
    )
    count('links right', charge !== undefined)
    const gold = charge?.replies.find(words => touches(cues, words))
    if (gold === undefined) {
      if (cues[0] !== undefined) missAt('link too much', cues[0])
      continue
    }
    count('kind right', gold.kind === kind)
    count('replier right', gold.replier === replier)
  }
  for (const charge of charges) {
    const own = charge.accusations.filter(words => words.document === name)
    for (const words of own.filter(({ required }) => required)) {
      const isFound = accusations.some(({ cues }) => touches(cues, words))
      count('accusations found', isFound)
      if (!isFound) missAt('accusation missed', words)
    }
    if (!own.some(({ required }) => required)) continue
    for (const reply of charge.replies.filter(words => words.document === name && words.required)) {
      const isFound = replies.some(
        ({ accusationId, cues }) =>
          touches(cues, reply) && own.some(words => touches(cuesOf.get(accusationId) ?? [], words)),
      )
      count('replies found', isFound)
      if (!isFound) missAt('reply missed', reply)
    }
  }
}
