const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Scripts and signs that take two columns of a terminal. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6])/u

/** How many columns of a terminal a text takes. */
export function cellWidth(text: string): number {
  // Nearly all text is Latin, where the segmenter would only cost time.
  if (/^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of SEGMENTER.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}

/** The text cut to `width` columns, its end marked with `…` when something is missing, and filled up with spaces. */
export function fitCell(text: string, width: number): string {
  const full = cellWidth(text)
  if (full <= width) return text + ' '.repeat(width - full)
  let cut = ''
  let used = 0
  for (const { segment } of SEGMENTER.segment(text)) {
    const next = WIDE.test(segment) ? 2 : 1
    if (used + next > width - 1) break
    cut += segment
    used += next
  }
  return `${cut}…${' '.repeat(Math.max(0, width - used - 1))}`
}
