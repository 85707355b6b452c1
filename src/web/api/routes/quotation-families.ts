import { z } from 'zod'
import type { Act } from '../../../domain/labels.ts'
import { readDifferenceKinds } from '../../../families/differences/difference-kinds.ts'
import {
  countQuotationFamilies,
  FAMILY_ORDERS,
  findQuotationFamilies,
  readQuotationFamily,
  resolveQuotationFamily,
} from '../../../store/queries/across/quotation-families.ts'
import type { QuotationFamilyView, VariantView } from '../../../store/schema.ts'
import { defineRoute } from '../api-route.ts'
import { toPage } from '../links.ts'
import { limit, offset, pageOf, reference, words } from '../schemas/paging.ts'
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
  async answerTo({ site }, { query: { q, articles, differ, order, limit, offset }, url }) {
    const filter = { words: q?.toLowerCase(), minArticles: articles, differs: differ }
    const total = await countQuotationFamilies(site.database, filter)
    const families = await findQuotationFamilies(site.database, filter, { order, offset, limit })
    const end = offset + limit
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
    family: reference('quotation, or of a claim of it'),
  }),
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Quotation', schema: ONE_FAMILY, description: 'The quotation in all articles.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const id = await resolveQuotationFamily(site.database, path.family)
    const found = await readQuotationFamily(site.database, id, MOST_VARIANTS)
    if (found === null) throw new Error(`quotation family ${id} left the database while it was read`)
    return { ...toFamily(found.family), items: found.variants.map(toVariant) }
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
    differs: readDifferenceKinds(row.differs),
  }
}
