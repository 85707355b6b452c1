import type { Article } from '../../../src/domain/article.ts'
import { DEFAULT_LIMITS } from '../../../src/read/limits/limits.ts'
import { readPage } from '../../../src/read/pages/read-page.ts'

const TEXT =
  '<p>The weir at Tarn Mill will be rebuilt before autumn, the river trust said on Tuesday.</p><p>“Nobody should sleep badly again,” said Odile Marsh, who leads the trust.</p>'

/** The article of a made-up page about a weir, with markup of a test in its head, above its text and below. */
export function readPageWith({ head = '', above = '', below = '' }): Article {
  const html = `<!doctype html><html><head>${head}</head><body><article>${above}${TEXT}${below}</article></body></html>`
  const input = { uri: 'page.html', bytes: new TextEncoder().encode(html) }
  const outcome = readPage(input, DEFAULT_LIMITS, { location: 'page.html' })
  if (outcome.outcome !== 'article') throw new Error(`no article: ${JSON.stringify(outcome)}`)
  return outcome.article
}

/** A block of linked data. */
export function linked(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}
