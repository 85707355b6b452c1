import { HearsayError } from '../domain/errors.ts'
import type { ClaimRecord } from '../domain/record.ts'
import { type Span, uniteSpans } from '../domain/span.ts'
import { spansOf } from './new-entry.ts'

/** All characters that any of the contents covers, as spans of one claim. */
export function joinContents(claims: readonly ClaimRecord[]): Span[] {
  return uniteSpans(claims.flatMap(claim => spansOf(claim, 'content')))
}

/**
 * The content of a claim in parts, cut before the characters at these offsets; white space around a cut belongs to no part.
 *
 * @param at code points of the article's text
 * @param text of the article, for which characters are white space
 * @throws HearsayError (2) where an offset is not inside the content, or a part would have no words
 */
export function splitContent(claim: ClaimRecord, at: readonly number[], points: readonly string[]): Span[][] {
  const content = spansOf(claim, 'content')
  const cuts = [...new Set(at)].sort((a, b) => a - b)
  if (cuts.length === 0)
    throw new HearsayError(
      'Nothing says where to split: give the place in its content at which the second claim begins.',
      'argument-missing',
    )
  const [first, last] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0]
  const outside = cuts.find(cut => !Number.isSafeInteger(cut) || cut <= first || cut >= last)
  if (content.length === 0 || outside !== undefined)
    throw new HearsayError(
      content.length === 0
        ? `Claim ${claim.id} has no content, so there is nothing to split.`
        : `Claim ${claim.id} cannot be split at ${outside}: its content goes from ${first} to ${last}; give a place between.`,
      'correction-impossible',
    )
  const borders = [first, ...cuts, last]
  return borders.slice(1).map((end, i) => {
    const start = borders[i] as number
    const part = content.flatMap(span =>
      trimmed({ start: Math.max(start, span.start), end: Math.min(end, span.end) }, points),
    )
    if (part.length > 0) return part
    throw new HearsayError(
      `Nothing is said from ${start} to ${end}: split claim ${claim.id} elsewhere.`,
      'correction-impossible',
    )
  })
}

/** Without white space at its ends; none where nothing else is in it. */
function trimmed({ start, end }: Span, points: readonly string[]): Span[] {
  let [from, to] = [start, end]
  while (from < to && isSpace(points[from])) from += 1
  while (from < to && isSpace(points[to - 1])) to -= 1
  return from < to ? [{ start: from, end: to }] : []
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && character.trim() === ''
}
