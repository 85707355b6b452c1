import { z } from 'zod'
import { checkArticle } from '../../../policy/check-articles.ts'
import { SEVERITIES } from '../../../policy/policy.ts'
import type { PolicyFinding } from '../../../policy/policy-finding.ts'
import { requireRules } from '../../../policy/reading/require-rules.ts'
import { findArticleRows } from '../../../store/queries/articles/article-rows.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { type ApiContext, defineRoute } from '../api-route.ts'
import { toPage } from '../links.ts'
import { rankAfter } from '../rank-after.ts'
import { FINDING_PAGE } from '../schemas/finding.ts'
import { after, reference } from '../schemas/paging.ts'

/** Articles that one page looks at: each is checked anew, which takes a few milliseconds. */
const [MOST, USUAL] = [20, 10]

export const listFindings = defineRoute({
  id: 'listFindings',
  method: 'get',
  at: '/findings',
  summary: 'List what breaks the policy, newest article first',
  description:
    'A page looks at some articles and gives all of their findings, so that it may be empty though more follow: go on until links.next is null.',
  path: z.strictObject({}),
  query: z.strictObject({
    article: reference('article').optional(),
    rule: z.array(z.string().min(1).max(60)).min(1).max(20).optional().describe('Ids of rules of the policy.'),
    severity: z.array(z.enum(SEVERITIES)).min(1).max(20).optional(),
    limit: z.int().min(1).max(MOST).default(USUAL).describe('Articles that the page looks at.'),
    after: after('article'),
  }),
  body: null,
  answer: { status: 200, name: 'FindingPage', schema: FINDING_PAGE, description: 'The findings of some articles.' },
  problems: [404],
  async answerTo(context, { query, url }) {
    requireRules(context.site.policy, query.rule ?? [])
    const ids = await chooseArticles(context, query)
    const found: PolicyFinding[] = []
    for (const id of ids.looked) found.push(...(await checkArticle(context.site.database, context.site.policy, id)))
    const items = found
      .filter(({ rule }) => query.rule === undefined || query.rule.includes(rule))
      .filter(({ severity }) => query.severity === undefined || query.severity.includes(severity))
    const { links } = toPage(url, 0, [], ids.next === null ? null : { after: ids.next })
    return { articles: ids.looked.length, items, links }
  },
})

async function chooseArticles(
  { site }: ApiContext,
  { article, limit, after }: { article?: string | undefined; limit: number; after?: string | undefined },
): Promise<{ readonly looked: readonly string[]; readonly next: string | null }> {
  if (article !== undefined) return { looked: [await resolveArticle(site.database, article)], next: null }
  const { articles } = await site.index.get()
  const from = (await rankAfter(site.database, articles, after)) + 1
  const rowids = [...articles.rowids.subarray(from, from + limit)]
  const looked = (await findArticleRows(site.database, rowids)).map(({ id }) => id)
  return { looked, next: from + limit < articles.rowids.length ? (looked.at(-1) ?? null) : null }
}
