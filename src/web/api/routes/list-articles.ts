import { z } from 'zod'
import { findArticleRows, findArticlesSaying } from '../../../store/queries/articles/article-rows.ts'
import { NO_DAY, toDay } from '../../claim-index/loading/load-articles.ts'
import { requirePeriods } from '../../period.ts'
import { defineRoute } from '../api-route.ts'
import { toPage } from '../links.ts'
import { rankAfter } from '../rank-after.ts'
import { ARTICLE } from '../schemas/article.ts'
import { after, day, limit, pageOf, words } from '../schemas/paging.ts'
import { toArticle } from '../show-article.ts'

const MOST_VALUES = 20

export const listArticles = defineRoute({
  id: 'listArticles',
  method: 'get',
  at: '/articles',
  summary: 'List articles, newest first',
  path: z.strictObject({}),
  query: z.strictObject({
    q: words('Words in the title, the byline or the URI.').optional(),
    publisher: z.array(z.string().min(1).max(200)).min(1).max(MOST_VALUES).optional(),
    since: day('First day of publication; articles without a date are left out.'),
    until: day('Last day of publication.'),
    limit,
    after: after('article'),
  }),
  body: null,
  answer: {
    status: 200,
    name: 'ArticlePage',
    schema: pageOf(ARTICLE, 'Articles, newest first; those without a date last, then by URI.'),
    description: 'One page of articles.',
  },
  problems: [404],
  async answerTo({ site }, { query, url }) {
    requirePeriods({ since: query.since, until: query.until })
    const index = await site.index.get()
    const { articles } = index
    const said = query.q === undefined ? null : new Set(await findArticlesSaying(site.database, query.q))
    const since = query.since === undefined ? NO_DAY : toDay(query.since)
    const until = query.until === undefined ? Number.POSITIVE_INFINITY : toDay(query.until)
    const isDated = query.since !== undefined || query.until !== undefined
    const publishers = Uint8Array.from(articles.publishers, name =>
      query.publisher === undefined || (name !== null && query.publisher.includes(name)) ? 1 : 0,
    )
    const afterRank = await rankAfter(site.database, articles, query.after)
    const rowids: number[] = []
    let [total, before] = [0, 0]
    for (let rank = 0; rank < articles.rowids.length; rank++) {
      const rowid = articles.rowids[rank] as number
      const published = articles.day[rank] as number
      if (publishers[articles.publisher[rank] as number] === 0) continue
      if (isDated && (published === NO_DAY || published < since || published > until)) continue
      if (said !== null && !said.has(rowid)) continue
      total++
      if (rank <= afterRank) before++
      else if (rowids.length < query.limit) rowids.push(rowid)
    }
    const rows = await findArticleRows(site.database, rowids)
    const last = rows.at(-1)
    const hasMore = before + rowids.length < total && last !== undefined
    return toPage(
      url,
      total,
      rows.map(row => toArticle(index, row)),
      hasMore ? { after: last.id } : null,
    )
  },
})
