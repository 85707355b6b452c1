import { DEFAULT_LIMITS } from '../../../src/read/limits/limits.ts'
import { readPage } from '../../../src/read/pages/read-page.ts'

/** The paragraphs of the article that is read of a page, what had to be said of it, and what was left out. */
export function read(html: string) {
  const outcome = readPage({ uri: 'page.html', bytes: new TextEncoder().encode(html) }, DEFAULT_LIMITS, {
    location: 'page.html',
  })
  if (outcome.outcome !== 'article') throw new Error(`no article: ${JSON.stringify(outcome)}`)
  return {
    leftOut: outcome.leftOut ?? [],
    paragraphs: outcome.article.text.split('\n\n'),
    warnings: outcome.article.warnings,
  }
}

/** An article's paragraphs. */
export const STORY = [
  'The weir at Tarn Mill will be rebuilt before the autumn floods, the river trust said on Tuesday.',
  '“Nobody downstream should sleep badly again,” said Odile Marsh, who leads the trust.',
  'Farmers on the east bank asked for a second gate, and were told that the money was not there.',
  'Work begins in May and ends, if the rain allows it, in the first week of September.',
]
export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Weir to be rebuilt</title>${head}</head><body><header><a href="/">Tarn Post</a></header>${body}<footer>© Tarn Post</footer></body></html>`
/** A page of one article with the headline. */
export const article = (body: string) => page(`<article><h1>Weir to be rebuilt</h1>${body}</article>`)
/** All paragraphs, each in the same markup. */
export const each = (wrap: (text: string, index: number) => string) => STORY.map(wrap).join('')
