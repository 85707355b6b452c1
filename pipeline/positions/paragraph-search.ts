import type { Paragraph } from '../../src/domain/layers.ts'
import { firstAfter } from './first-after.ts'

/** The last paragraph that begins at or before an offset (UTF-16), or undefined. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  return paragraphs[firstAfter(paragraphs, offset, ({ start }) => start) - 1]
}
