import type { Article } from '../article.ts'

/** What an article has that was kept as JSON before these were known of articles. */
const NOT_KNOWN = { modifiedAt: null, section: null, origins: {} } as const

/**
 * An article from the JSON that it was kept as, by this version or an older one. Frozen.
 *
 * @throws SyntaxError when it is no JSON
 */
export function parseArticle(json: string): Article {
  const article = { ...NOT_KNOWN, ...(JSON.parse(json) as Article) }
  Object.freeze(article.warnings)
  Object.freeze(article.origins)
  return Object.freeze(article)
}
