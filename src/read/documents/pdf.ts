import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { Unreadable } from '../limits/limits.ts'

/** A PDF may have some bytes before its mark. */
const MARK = /^[\s\S]{0,1024}?%PDF-\d/

/** PDFs that hold text: one file, one article. */
export const pdf: WholeFormat = {
  name: 'pdf',
  extensions: ['.pdf'],
  recognises: ({ bytes }: Opening) =>
    bytes.subarray(0, 5).every((byte, index) => byte === '%PDF-'.charCodeAt(index)) && bytes.length > 5,
  async *read(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    if (!MARK.test(new TextDecoder('latin1').decode(input.bytes.subarray(0, 2048)))) {
      throw new Unreadable('malformed', 'it is no PDF: name its format with --format')
    }
    const { readPdf } = await import('./read-pdf.ts')
    yield await readPdf(input, context)
  },
}
