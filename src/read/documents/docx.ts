import { startsAsOffice } from '../bytes/binary.ts'
import { isZip, namesInOpening } from '../bytes/unzip.ts'
import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { Unreadable } from '../limits/limits.ts'

/** Word documents (Office Open XML): one file, one article. */
export const docx: WholeFormat = {
  name: 'docx',
  extensions: ['.docx', '.docm'],
  recognises: ({ bytes }: Opening) => isZip(bytes) && namesInOpening(bytes).some(name => name.startsWith('word/')),
  async *read(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    if (startsAsOffice(input.bytes)) {
      const error =
        'it is a Word document of the old kind or one locked with a password: save it as .docx without a password'
      throw new Unreadable('malformed', error)
    }
    if (!isZip(input.bytes)) throw new Unreadable('malformed', 'it is no Word document: name its format with --format')
    const { readDocx } = await import('./read-docx.ts')
    yield await readDocx(input, context)
  },
}
