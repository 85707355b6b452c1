import type { Span } from '../span.ts'

/** Digits of an article's id that are enough to know it by. */
const DIGITS = 20

/** Words of an article that are no claim's: where they stand, in code points, and what the article's id begins with. */
export interface UnclaimedWords extends Span {
  readonly articleId: string
}

/**
 * What words go by that are no claim's. No claim has such an id.
 *
 * @param span in code points
 * @example
 * nameWords('4f2a…', { start: 120, end: 140 }) // → '4f2a…:120-140', with 20 digits before the colon
 */
export function nameWords(articleId: string, { start, end }: Span): string {
  return `${articleId.slice(0, DIGITS)}:${start}-${end}`
}

/** Where the words stand that go by an id; null for a claim's. */
export function placeOfWords(id: string): UnclaimedWords | null {
  const [, articleId, start, end] = /^([0-9a-f]+):(\d+)-(\d+)$/.exec(id) ?? []
  return articleId === undefined ? null : { articleId, start: Number(start), end: Number(end) }
}
