import { z } from 'zod'
import { EXIT, HearsayError } from '../../../domain/errors.ts'
import type { Act } from '../../../domain/labels.ts'
import type { DifferenceKind } from '../../../families/differences/difference-kinds.ts'
import type { QuotationFamilyView, VariantView } from '../../../store/across-tables.ts'
import { FAMILY_ORDERS, findFamily, findVariants, listFamilies } from '../../../store/queries/quotation-families.ts'
import { defineRoute } from '../api-route.ts'
import { toPage } from '../links.ts'
import { limit, offset, pageOf, words } from '../schemas/paging.ts'
import { FAMILY, ONE_FAMILY } from '../schemas/quotation-family.ts'

const MOST_VARIANTS = 1_000

export const listQuotations = defineRoute({
  id: 'listQuotations',
  method: 'get',
  at: '/quotations',
  summary: 'List quotations that several articles have, those of most articles first',
  description: 'Claims of different articles whose words are the same or nearly so, with who had them first.',
  path: z.strictObject({}),
  query: z.strictObject({
    q: words('Words of any of its wordings.').optional(),
    articles: z.int().min(2).max(1_000_000).optional().describe('Least number of articles.'),
    differ: z.enum(['speakers', 'meaning']).optional().describe('Only those whose speakers, or meanings, differ.'),
    order: z.enum(FAMILY_ORDERS).default('spread'),
    limit,
    offset,
  }),
  body: null,
  answer: {
    status: 200,
    name: 'QuotationPage',
    schema: pageOf(FAMILY, 'Quotations of several articles.'),
    description: 'One page of quotations.',
  },
  problems: [],
  async answerTo({ site }, { query: { q, ...query }, url }) {
    const { total, families } = await listFamilies(site.database, { words: q, ...query })
    const end = query.offset + query.limit
    return toPage(url, total, families.map(toFamily), end < total ? { offset: end } : null)
  },
})

export const getQuotation = defineRoute({
  id: 'getQuotation',
  method: 'get',
  at: '/quotations/{family}',
  summary: 'Get a quotation with all its variants',
  description: 'By its own id, or that of any of its claims.',
  path: z.strictObject({
    family: z
      .string()
      .regex(/^[0-9a-f]{1,64}$/)
      .describe('Whole id of the quotation, or of a claim of it.'),
  }),
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Quotation', schema: ONE_FAMILY, description: 'The quotation in all articles.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const family = await findFamily(site.database, path.family)
    if (family === null)
      throw new HearsayError(
        `No quotation of several articles is known as "${path.family}"; GET /api/v1/quotations lists them.`,
        EXIT.usage,
      )
    const variants = await findVariants(site.database, family.family_id, MOST_VARIANTS)
    return { ...toFamily(family), items: variants.map(toVariant) }
  },
})

function toFamily(row: QuotationFamilyView) {
  const { claims, articles, publishers, variants, speakers } = row
  return {
    id: row.family_id,
    content: row.content,
    claims,
    articles,
    publishers,
    variants,
    speakers,
    speakers_differ: row.speakers_differ === 1,
    meaning_differs: row.meaning_differs === 1,
    first: {
      claim: row.first_claim_id,
      article_uri: row.first_article_uri,
      publisher: row.first_publisher,
      name: row.first_name,
      seen_at: row.first_seen,
    },
    last_seen: row.last_seen,
  }
}

function toVariant(row: VariantView) {
  const { article_uri, publisher, title, name, content, quotation, variant, seen_at, seen_by, score } = row
  return {
    claim: row.claim_id,
    article: row.article_id,
    article_uri,
    publisher,
    title,
    name,
    content,
    quotation,
    act: row.act as Act,
    variant,
    seen_at,
    seen_by,
    score,
    differs: row.differs === '' ? [] : (row.differs.split('; ') as DifferenceKind[]),
  }
}
