import { endsSentence, type TextLine } from '../lines/text-lines.ts'
import type { Form, Place } from './form.ts'

/** Where an article begins and ends among the lines of a text, as indexes. */
export interface Extent {
  readonly firstRunning: number
  readonly lastRunning: number
  /** Behind the last line of what stands above the article, or right below its summary. */
  readonly headEnd: number
}

/** Longest heading, in words, that makes single words among paragraphs look like headings. */
const SHORT_HEADING = 2
const SHARE = /^share$/iu

/**
 * The lines of a form that count where they stand, with their reasons. One counts only apart from other text: a paragraph that is
 * wrapped may break so that a line of it looks like a form. One whose words are too usual needs another beside it.
 *
 * @param reasons the lines that are left out already
 */
export function placeForms(
  lines: readonly TextLine[],
  forms: readonly (Form | null)[],
  reasons: ReadonlyMap<number, string>,
  extent: Extent,
): ReadonlyMap<number, string> {
  const fits = forms.map((form, i) => form?.places.includes(placeOf(i, extent)) === true)
  const isCandidate = (i: number) => reasons.has(i) || fits[i] === true
  const isLoneShare = lonelyShares(lines, forms, extent)
  const placed = new Map<number, string>()
  for (const [i, form] of forms.entries()) {
    if (form === null || !isCandidate(i) || reasons.has(i)) continue
    const isBacked = isCandidate(i - 1) || isCandidate(i + 1)
    if (form.isWeak === true && !isBacked && !isLoneShare(i)) continue
    if (isApart(lines, i, extent, reasons, placed)) placed.set(i, form.reason)
  }
  return placed
}

function placeOf(index: number, { headEnd, lastRunning }: Extent): Place {
  if (index < headEnd) return 'head'
  return index > lastRunning ? 'tail' : 'body'
}

/** `Share` alone among paragraphs is a button, unless other headings of the text are as short. */
function lonelyShares(
  lines: readonly TextLine[],
  forms: readonly (Form | null)[],
  { headEnd, lastRunning }: Extent,
): (index: number) => boolean {
  const isHeading = (line: TextLine, i: number) =>
    line.isSetOff &&
    !endsSentence(line) &&
    !SHARE.test(line.words) &&
    (forms[i] === null || forms[i]?.isWeak === true) &&
    line.words !== '' &&
    line.words.split(' ').length <= SHORT_HEADING
  const body = lines.slice(headEnd, Math.max(headEnd, lastRunning))
  const hasHeadings = body.some((line, i) => isHeading(line, headEnd + i))
  return index =>
    SHARE.test((lines[index] as TextLine).words) && (index < headEnd || index > lastRunning || !hasHeadings)
}

function isApart(
  lines: readonly TextLine[],
  index: number,
  { firstRunning, lastRunning }: Extent,
  reasons: ReadonlyMap<number, string>,
  placed: ReadonlyMap<number, string>,
): boolean {
  if (!endsApart(lines, index)) return false
  const line = lines[index] as TextLine
  const before = lines[index - 1]
  if (line.isSetOff || before === undefined) return true
  // Who stands apart lets the next line stand apart too.
  if (reasons.has(index - 1) || placed.has(index - 1)) return true
  if (index <= firstRunning || index > lastRunning + 1) return true
  return endsSentence(before)
}

/** Whether the text does not run on from a line into the next. */
export function endsApart(lines: readonly TextLine[], index: number): boolean {
  const next = lines[index + 1]
  return next === undefined || next.isSetOff || !/^\p{Ll}/u.test(next.first)
}
