import { z } from 'zod'
import { ATTITUDES } from '../../../domain/labels.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { toExportedClaim } from '../../../export/exported-claim.ts'
import { readArticle } from '../../../store/queries/article-record.ts'
import { type ArticleRow, findArticleRow } from '../../../store/queries/articles/article-rows.ts'
import { readLeftOut } from '../../../store/queries/articles/left-out.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { findClaimsOfArticles } from '../../../store/queries/stream-claims.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { defineRoute } from '../api-route.ts'
import { LEFT_OUT, ONE_ARTICLE } from '../schemas/article.ts'
import { CLAIM, OFFSETS } from '../schemas/claim.ts'
import { reference } from '../schemas/paging.ts'
import { toArticle } from '../show-article.ts'

const PATH = z.strictObject({ article: reference('article') })

export const getArticle = defineRoute({
  id: 'getArticle',
  method: 'get',
  at: '/articles/{article}',
  summary: 'Get an article without its text',
  path: PATH,
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Article', schema: ONE_ARTICLE, description: 'The article.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const row = await requireRow(site.database, path.article)
    const { text } = await readArticle(site.database, row.id)
    return {
      ...toArticle(await site.index.get(), row),
      characters: new CodePointText(text).length,
      decoded_as: row.decoded_as,
      origins: JSON.parse(row.origins) as Record<string, string>,
      warnings: JSON.parse(row.warnings) as string[],
    }
  },
})

export const getArticleText = defineRoute({
  id: 'getArticleText',
  method: 'get',
  at: '/articles/{article}/text',
  summary: 'Get the text that offsets count in',
  description: `As stored: nothing is normalised, line ends included. ${OFFSETS}`,
  path: PATH,
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: null, schema: z.string(), description: 'The text in UTF-8.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    return (await readArticle(site.database, await resolveArticle(site.database, path.article))).text
  },
})

export const getArticleClaims = defineRoute({
  id: 'getArticleClaims',
  method: 'get',
  at: '/articles/{article}/claims',
  summary: 'Get the claims of an article',
  path: PATH,
  query: z.strictObject({
    attitudes: z.boolean().default(false).describe('Belief, intention and feeling too.'),
    rejected: z.boolean().default(false).describe('Those too that corrections rejected.'),
  }),
  body: null,
  answer: {
    status: 200,
    name: 'ClaimsOfArticle',
    schema: z.object({ items: z.array(CLAIM) }).meta({ description: 'Claims in the order of the text.' }),
    description: 'The claims, in the order of the text.',
  },
  problems: [404],
  async answerTo({ site }, { path, query }) {
    const { rowid } = await requireRow(site.database, path.article)
    const claims = await findClaimsOfArticles(site.database, [rowid])
    return {
      items: claims
        .filter(({ claim }) => query.attitudes || !ATTITUDES.includes(claim.act))
        .filter(({ claim }) => query.rejected || claim.status === 'accepted')
        .map(toExportedClaim),
    }
  },
})

export const getArticleLeftOut = defineRoute({
  id: 'getArticleLeftOut',
  method: 'get',
  at: '/articles/{article}/left-out',
  summary: 'Get what was left out of an article when it was read',
  path: PATH,
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'LeftOut', schema: LEFT_OUT, description: 'Passages with the reason of each.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const passages = await readLeftOut(site.database, await resolveArticle(site.database, path.article))
    return { items: passages.map(({ location, reason, text }) => ({ location, reason, text })) }
  },
})

async function requireRow(database: StoreDatabase, reference: string): Promise<ArticleRow> {
  const id = await resolveArticle(database, reference)
  const row = await findArticleRow(database, id)
  if (row === null) throw new Error(`article ${id} left the database while it was read`)
  return row
}
