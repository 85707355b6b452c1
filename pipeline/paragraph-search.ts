import type { Paragraph } from '../src/domain/layers.ts'

/** The last paragraph that begins at or before an offset (UTF-16), or undefined. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  let low = 0
  let high = paragraphs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((paragraphs[middle] as Paragraph).start <= offset) low = middle + 1
    else high = middle
  }
  return paragraphs[low - 1]
}
