import { expect } from 'vitest'
import type { MetadataField } from '../../../src/domain/article.ts'
import { linked, readPageWith } from './tarn-page.ts'

/** Markup of a head and above a text, the value that is read of it, and by what the page tells it. */
export type MetadataCase = readonly [name: string, head: string, above: string, value: string | null, origin?: string]

/** Reads a page and holds one field against what is expected; an origin stands exactly where a value does. */
export function checkMetadata(
  field: Exclude<MetadataField, 'uri'>,
  given: readonly (string | null | undefined)[],
): void {
  const [head, above, value, origin] = given
  const article = readPageWith({ head: head ?? '', above: above ?? '' })
  expect(article[field]).toBe(value)
  if (origin !== undefined) expect(article.origins[field]).toBe(origin)
  expect(Object.hasOwn(article.origins, field)).toBe(article[field] !== null)
}

/** `og:title` and `og:site_name`. */
export const OG = (title: string) => `<meta property="og:title" content="${title}">`
export const SITE = '<meta property="og:site_name" content="Tarn Post">'

/** Linked data of an article with more properties. */
export const ofArticle = (more: object) => linked({ '@type': 'NewsArticle', headline: 'Weir to be rebuilt', ...more })
