import type { Span } from '../../src/domain/span.ts'
import { findMarks, type Mark } from './marks.ts'

/** A pair of marks within one paragraph, or an opening mark that the paragraph's end closes. */
export interface Pair extends Span {
  readonly open: Mark
  readonly close: Mark | null
}

/**
 * Pairs the quotation marks of one paragraph, nested ones included, in order of their opening mark.
 *
 * A single mark that finds no partner was an apostrophe ('90s, boys'); a double mark that finds none opens a quotation
 * up to the paragraph's end, which the caller may continue in the next paragraph.
 */
export function pairMarks(text: string, paragraph: Span): Pair[] {
  const marks = findMarks(text, paragraph)
  const pairs: Pair[] = []
  const open: Mark[] = []
  for (const [i, mark] of marks.entries()) {
    const top = open.at(-1)
    if (mark.closes && top?.family === mark.family && !isPossessive(text, marks, i)) {
      open.pop()
      pairs.push({ start: top.start, end: mark.end, open: top, close: mark })
    } else if (mark.closes && !mark.opens && open.some(other => other.family === mark.family)) {
      if (isPossessive(text, marks, i)) continue
      // A mark of another family stayed open inside: it was an apostrophe, or its closing mark is missing.
      while (open.at(-1)?.family !== mark.family) open.pop()
      const opened = open.pop() as Mark
      pairs.push({ start: opened.start, end: mark.end, open: opened, close: mark })
    } else if (mark.opens) {
      const same = open.findIndex(other => other.family === mark.family)
      if (same >= 0) {
        // A second opening mark of one family: the first was never closed, so it ends here.
        const [unclosed] = open.splice(same, 1) as [Mark]
        if (unclosed.family !== 'single') pairs.push(closeAt(text, unclosed, mark.start))
      }
      open.push(mark)
    }
  }
  const single = open.filter(mark => mark.family !== 'single' || mark.start === paragraph.start)
  for (const mark of single) pairs.push(closeAt(text, mark, paragraph.end))
  return pairs.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** What can only follow a quotation, whose closing mark is missing: "“It leaks, said Ann Lee." */
const CUE =
  /(?<=[,?!…])\s(?:(?:add|ask|repli|explain|insist|warn)ed|said|says|(?:he|she|they|\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?) (?:added|asked|explained|insisted|replied|said|says|told|warned))\b/u

function closeAt(text: string, open: Mark, end: number): Pair {
  const words = text.slice(open.start, end)
  const at = CUE.exec(words)?.index ?? words.length
  return { start: open.start, end: open.start + words.slice(0, at).trimEnd().length, open, close: null }
}

/** "the boys’ team" inside a single-quoted passage whose real closing mark comes later. */
function isPossessive(text: string, marks: readonly Mark[], index: number): boolean {
  const mark = marks[index] as Mark
  if (mark.family !== 'single' || !/s$/i.test(text.slice(0, mark.start).slice(-1))) return false
  if (!/^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2))) return false
  for (let i = index + 1; i < marks.length; i += 1) {
    const later = marks[i] as Mark
    if (later.family !== 'single') continue
    if (later.opens) return false
    if (later.closes) return true
  }
  return false
}
