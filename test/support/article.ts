import { createHash } from 'node:crypto'
import type { Article } from '../../src/domain/article.ts'

/** An article with nothing but its text, as a reader would make it. */
export function articleWith(text: string, uri = 'test.txt'): Article {
  const id = createHash('sha256').update(text, 'utf8').digest('hex')
  return {
    id,
    rawSha256: id,
    uri,
    text,
    title: null,
    byline: null,
    publisher: null,
    publishedAt: null,
    modifiedAt: null,
    language: null,
    section: null,
    origins: {},
    decodedAs: 'utf-8',
    warnings: [],
  }
}
