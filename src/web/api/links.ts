import { HearsayError } from '../../domain/errors.ts'
import type { Page } from './schemas/paging.ts'

/** A page of a list, with the links that lead on: the same question, with what the next page begins at. */
export function toPage<Item>(
  url: URL,
  total: number,
  items: readonly Item[],
  next: Readonly<Record<string, string | number>> | null,
): Page<Item> {
  const self = `${url.pathname}${url.search}`
  if (next === null) return { total, items, links: { self, next: null } }
  const search = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(next)) search.set(name, String(value))
  return { total, items, links: { self, next: `${url.pathname}?${search}` } }
}

/** @throws HearsayError (2) when what a page goes on after is no more */
export function refuseCursor(what: 'article' | 'claim', id: string): never {
  throw new HearsayError(`There is no ${what} "${id}" to go on after; begin again without after.`, `${what}-not-found`)
}
