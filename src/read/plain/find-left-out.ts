import { findAuthorBox } from './byline/author-box.ts'
import { type Head, readHead } from './head/head.ts'
import { isRunningText, type TextLine } from './lines/text-lines.ts'
import { findComments } from './surroundings/comments.ts'
import type { Form } from './surroundings/form.ts'
import { formOf } from './surroundings/form-of.ts'
import { endsApart, placeForms } from './surroundings/place-forms.ts'
import { findRelatedLists } from './surroundings/related-lists.ts'

/** What of a text's lines is not of its article, and what the lines above the article tell. */
export interface FoundLines {
  /** Reasons by the index of the line. */
  readonly reasons: ReadonlyMap<number, string>
  readonly head: Head | null
}

/** How often the end of a text is looked at anew: what one look leaves out may end what stood before it. */
const MOST_LOOKS = 6

/**
 * Finds the lines of a text that are not of its article. A text without a paragraph is no article that anything could stand around:
 * there nothing is.
 *
 * @param fields indexes of the lines that a block of fields at the beginning takes
 */
export function findLeftOutLines(lines: readonly TextLine[], fields: ReadonlySet<number>): FoundLines {
  const forms = lines.map((line, i) => (fields.has(i) ? null : formOf(line, lines[i - 1])))
  const isRunning = lines.map((line, i) => forms[i] === null && !fields.has(i) && isRunningText(line, lines[i + 1]))
  const firstRunning = isRunning.indexOf(true)
  if (firstRunning === -1) return { reasons: new Map(), head: null }
  const head = readHead(lines, firstRunning, i => forms[i]?.places.includes('head') === true)
  const reasons = new Map([...head.leftOut].filter(([i]) => endsApart(lines, i) && !fields.has(i)))
  leaveOutSkipped(lines, reasons)
  const end = leaveOutEnd(lines, { forms, firstRunning, names: head.names }, reasons)
  const lastRunning = isRunning.findLastIndex((running, i) => running && i < end && !reasons.has(i))
  let headEnd = firstRunning
  while (
    headEnd + 1 < lastRunning &&
    (reasons.has(headEnd + 1) || forms[headEnd + 1]?.places.includes('head') === true)
  )
    headEnd += 1
  const placed = placeForms(lines, forms, reasons, {
    firstRunning,
    lastRunning,
    // Only a byline or a date shows that the paragraph above was a summary.
    headEnd: [...head.leftOut.keys()].some(i => i > firstRunning) ? headEnd + 1 : firstRunning,
  })
  return { reasons: new Map([...reasons, ...placed]), head }
}

const SKIP = /^skip (?:past|over) (?<what>.{3,60})$/iu
/** Most lines of a box that a link of the page skips. */
const LARGEST_SKIPPED = 12

/** Leaves out what stands between a link that skips a box (`skip past newsletter promotion`) and where it leads (`after …`). */
function leaveOutSkipped(lines: readonly TextLine[], reasons: Map<number, string>): void {
  for (const [i, { words }] of lines.entries()) {
    const what = SKIP.exec(words)?.groups?.what?.toLowerCase()
    if (what === undefined) continue
    const below = lines.slice(i + 1, i + 1 + LARGEST_SKIPPED)
    const end = below.findIndex(line => line.words.toLowerCase() === `after ${what}`)
    for (let at = i; end !== -1 && at <= i + 1 + end; at += 1) reasons.set(at, 'skipped box')
  }
}

/**
 * Leaves out comments, lists of other articles and the box about the author, from the end of the text on.
 *
 * @param reasons gets what is left out
 * @returns index behind the article's last line
 */
function leaveOutEnd(
  lines: readonly TextLine[],
  known: { readonly forms: readonly (Form | null)[]; readonly firstRunning: number; readonly names: readonly string[] },
  reasons: Map<number, string>,
): number {
  const { forms, firstRunning, names } = known
  const leaveOut = (start: number, end: number, reason: string) => {
    for (let i = start; i < end; i += 1) if (!reasons.has(i)) reasons.set(i, reason)
  }
  const comments = findComments(lines, firstRunning)
  let end = comments === -1 ? lines.length : comments
  // The owner's line below them tells whose the page is.
  for (const [i, form] of forms.entries()) if (i >= end && form?.reason === 'legal notice') reasons.set(i, form.reason)
  leaveOut(end, lines.length, 'comments')
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    while (end > firstRunning + 1 && (forms[end - 1] !== null || reasons.has(end - 1))) end -= 1
    const lists = findRelatedLists(lines, firstRunning + 1, end)
    for (const list of lists) leaveOut(list.start, list.end, 'related links')
    const last = lists.at(-1)
    const listStart = last?.end === end ? last.start : end
    const box = findAuthorBox(lines, { after: firstRunning, end: listStart, names })
    leaveOut(box, listStart, 'author box')
    if (box === end) break
    end = box
  }
  return end
}
