import { type Span, sliceOf } from '../../../../src/domain/span.ts'

/** "An earlier version of this article", "a previous version of the story". */
const OWN_VERSION =
  /^an? (?:earlier|former|previous|prior) version of (?:this|the) (?:article|column|item|page|piece|post|report|story)\b/iu

/** Whether who speaks is the article itself as it was: what a note says that it had said is corrected, and nobody's claim. */
export function isOwnVersion(text: string, [source]: readonly Span[]): boolean {
  return source !== undefined && OWN_VERSION.test(sliceOf(text, source))
}
