import { type Span, sliceOf } from '../../../../src/domain/span.ts'
import { ITSELF, NOTE_HEADINGS, PART_OF_ITSELF } from '../../../../src/domain/text/own-notes.ts'

/**
 * "An earlier version of this article", "the headline of this story", and "a previous version of the story". What another text is
 * called ("an earlier draft of the report") may be news.
 */
const OWN_VERSION = new RegExp(
  String.raw`^(?:${PART_OF_ITSELF}|an? (?:earlier|former|previous|prior) version of the (?:article|column|item|page|piece|post|report|story))\b`,
  'iu',
)
/** "This article", which may be a document that somebody quotes unless a note says it. */
const OWN_NAME = new RegExp(`^${ITSELF}$`, 'iu')
/** A heading stands so near the start of its paragraph. */
const LONGEST_HEADING = 100

/**
 * Whether who speaks is the article itself as it was: what a note says that it had said is corrected, and nobody's claim.
 */
export function isOwnVersion(text: string, [source]: readonly Span[]): boolean {
  if (source === undefined) return false
  const words = sliceOf(text, source)
  return OWN_VERSION.test(words) || (OWN_NAME.test(words) && isUnderHeading(text, source))
}

function isUnderHeading(text: string, { start }: Span): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const head = text.slice(from, Math.min(start, from + LONGEST_HEADING))
  return Object.values(NOTE_HEADINGS).some(heading => heading.test(head))
}
