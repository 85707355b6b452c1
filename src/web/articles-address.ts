import { HearsayError } from '../domain/errors.ts'
import { ARTICLE_ORDERS, type ArticleOrder, type ArticleRequest } from './claim-index/select-articles.ts'
import type { Parameters } from './page/address.ts'
import { readOffset } from './page/offset.ts'
import { readFlag, readOnly } from './parameters.ts'
import { readDays } from './period.ts'

/** What the address of the page of articles says: which articles, in what order, and which page of them. */
export interface ArticlesRequest extends ArticleRequest {
  /** Words of title, byline or publisher. */
  readonly text: string | undefined
  readonly findings: 'with' | 'without' | undefined
  /** Whether belief, intention and feeling count among the claims. */
  readonly attitudes: boolean
  readonly offset: number
}

/** All that the address of the page may hold. */
export const ARTICLES_PARAMETERS = [
  'q',
  'publisher',
  'language',
  'since',
  'until',
  'findings',
  'attitudes',
  'order',
  'descending',
  'from',
] as const

/**
 * Reads the address of the page of articles.
 *
 * @throws HearsayError (2) when an order, a flag, a date or a place is none.
 */
export function readArticlesRequest(search: URLSearchParams): ArticlesRequest {
  const one = (name: string) => readOnly(search, name)
  const some = (name: string) => {
    const values = search.getAll(name).filter(value => value !== '')
    return values.length === 0 ? {} : { [name]: values }
  }
  const findings = one('findings')
  if (findings !== undefined && findings !== 'with' && findings !== 'without')
    throw new HearsayError(`"${findings}" is no value of findings; choose from with, without.`, 'value-unknown')
  const asked = one('order')
  const order = asked === undefined ? 'published' : ARTICLE_ORDERS.find(known => known === asked)
  if (order === undefined)
    throw new HearsayError(
      `Articles cannot be sorted by "${asked}"; choose from ${ARTICLE_ORDERS.join(', ')}.`,
      'value-unknown',
    )
  const isDescending = readFlag(search, 'descending')
  return {
    text: one('q'),
    ...some('publisher'),
    ...some('language'),
    ...readDays(search),
    findings,
    attitudes: readFlag(search, 'attitudes'),
    order,
    descending: asked === undefined || isDescending,
    offset: readOffset(search),
  }
}

/** The same as parameters of an address, without the page; what is as usual is left out. */
export function toArticlesParameters(request: ArticlesRequest): Parameters {
  const { text, publisher, language, since, until, findings, attitudes, order, descending } = request
  return {
    q: text,
    publisher,
    language,
    since,
    until,
    findings,
    ...(attitudes ? { attitudes: '1' } : {}),
    ...(order === 'published' && descending ? {} : sortedBy(order, descending)),
  }
}

export function sortedBy(order: ArticleOrder, descending: boolean): Parameters {
  return { order, ...(descending ? { descending: '1' } : { descending: [] }) }
}
