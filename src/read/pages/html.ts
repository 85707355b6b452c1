import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { skipProlog } from '../xml/skip-prolog.ts'

const ROOT = /^<(?:!doctype\s+html|html)\b/i

/** Web pages: one page, one article, without what is of the page and not of the article. */
export const html: WholeFormat = {
  name: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  recognises: ({ text }: Opening) => ROOT.test(text.slice(skipProlog(text, { documentTypes: false }))),
  async *read(input: RawInput, { limits }: ReadContext): AsyncGenerator<ReadOutcome> {
    // The libraries below it take a quarter of a second to load, which no other command should pay.
    const { readPage } = await import('./read-page.ts')
    yield readPage(input, limits, { location: input.uri })
  },
}
