import type { UnclaimedWords } from '../../domain/text/unclaimed-words.ts'

/** Values of a page's address; a name with several values stands several times. */
export type Parameters = Readonly<Record<string, string | number | readonly string[] | undefined>>

/**
 * The address of a page of this site.
 *
 * @example
 * address('/claims', { q: 'trade', act: ['denial'] }) // → '/claims?q=trade&act=denial'
 */
export function address(path: string, parameters: Parameters = {}, fragment?: string): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    for (const one of value === undefined ? [] : [value].flat()) search.append(name, String(one))
  const query = search.size === 0 ? '' : `?${search}`
  return `${path}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

export function articleAddress(articleId: string, claimId?: string): string {
  if (claimId === undefined) return `/articles/${articleId}`
  return address(`/articles/${articleId}`, { claim: claimId }, `claim-${claimId}`)
}

/** Where words stand in an article that are no claim's. */
export function wordsAddress({ articleId, start, end }: UnclaimedWords): string {
  return address(`/articles/${articleId}`, { at: `${start}-${end}` }, 'at')
}

export function claimAddress(claimId: string): string {
  return `/claims/${claimId}`
}

/** The page of a quotation family, by its id or that of any of its claims. */
export function familyAddress(id: string): string {
  return `/quotations/${id}`
}

/** The page of an entity, or of a source that is none. */
export function sourceAddress(id: string): string {
  return `/sources/${id}`
}

/** Where a page leads from what it names; null where that cannot be read from there. */
export interface Links {
  claim(id: string): string | null
  words(place: UnclaimedWords): string | null
  source(id: string): string | null
  article(id: string): string | null
  run(id: number): string | null
}

/** Those of the site, on which everything has a page. */
export const SITE_LINKS: Links = {
  claim: claimAddress,
  words: wordsAddress,
  source: sourceAddress,
  article: id => articleAddress(id),
  run: id => `/runs/${id}`,
}
