import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import type { PdfLine } from './pdf-lines.ts'

export interface PdfPage {
  /** Height of the page and where its lower edge lies, in points. */
  readonly height: number
  readonly bottom: number
  readonly lines: readonly PdfLine[]
}

/** Share of a page's height, from each edge, that running heads and footers stand in. */
const MARGIN = 0.12
/** Share of the pages on which a line must stand to be one: left and right pages may differ. */
const LEAST_SHARE = 0.4
const NUMBER = /^(?:page |p\. ?)?\d{1,4}(?: ?(?:of|\/|\|) ?\d{1,4})?$|^[-–—•|] ?\d{1,4} ?[-–—•|]$|^[ivxl]{1,7}$/i
/** What browsers print above and below a page. */
const BY_BROWSERS =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}[:.]\d{2}|^https?:\/\/\S+(?:\s+\d{1,4}\/\d{1,4})?$|^file:\/\/\/\S+/i

/** Pages without their running heads, footers and numbers, which are left out once each. */
export function withoutMargins(pages: readonly PdfPage[]): {
  readonly pages: readonly (readonly PdfLine[])[]
  readonly leftOut: readonly LeftOutPassage[]
} {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const form of new Set(page.lines.filter(line => edgeOf(line, page) !== null).map(formOf))) {
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  }
  const leftOut = new Map<string, LeftOutPassage>()
  const kept = pages.map(page =>
    page.lines.filter(line => {
      const edge = edgeOf(line, page)
      if (edge === null) return true
      const count = counts.get(formOf(line)) ?? 0
      const isRunning = count >= 2 && count >= LEAST_SHARE * pages.length && /\p{L}/u.test(line.text)
      const isNumber = NUMBER.test(line.text)
      if (!isNumber && !isRunning && !BY_BROWSERS.test(line.text)) return true
      const reason = isNumber ? 'page number' : edge === 'top' ? 'running head' : 'running footer'
      const key = isNumber ? reason : `${reason} ${formOf(line)}`
      if (!leftOut.has(key)) leftOut.set(key, { reason, text: line.text })
      return false
    }),
  )
  return { pages: kept, leftOut: [...leftOut.values()] }
}

/** The edge that a line stands at, or null within the page. */
function edgeOf({ y }: PdfLine, { bottom, height }: PdfPage): 'top' | 'bottom' | null {
  const share = (y - bottom) / height
  if (share > 1 - MARGIN) return 'top'
  return share < MARGIN ? 'bottom' : null
}

/** Numbers differ from page to page; a headline that is repeated above the other pages is larger than there. */
function formOf({ text, size }: PdfLine): string {
  return `${Math.round(size)} ${text.slice(0, 200).replace(/\d+/g, '#').toLowerCase()}`
}
