import { z } from 'zod'
import { HearsayError } from '../../domain/errors.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { readArticle } from '../../store/queries/article-record.ts'
import { readToldPlaces } from '../../store/queries/articles/told-places.ts'
import { findClaimsOfArticle } from '../../store/queries/claims/corrected-claims.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import { resolveClaim } from '../../store/queries/references/resolve-claim.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { ARTICLE_ASKED, CLAIM_ASKED } from '../asked.ts'
import { citeClaims } from '../cited-claim.ts'
import type { Tool } from '../tool.ts'

/** Most claims that come with a page of text. */
const MOST_CLAIMS = 100
const MOST_OF_PLACES = { places: 5, passages: 20 }
/** In code points. */
const LONGEST_PASSAGE = 500

const input = z.strictObject({
  claim: CLAIM_ASKED,
  article: ARTICLE_ASKED,
  start: z.int().min(0).default(0).describe('Of an article: the first character wanted, in code points.'),
  left_out: z
    .boolean()
    .default(false)
    .describe(
      'Of an article: also what each place that it was read from says of it, and what was left out of it there.',
    ),
  length: z.int().min(1).max(20_000).default(4_000).describe('Of an article: at most so many code points.'),
})

/** Gives one claim in its sentences, or a page of an article’s text with the claims that stand in it. */
export const get: Tool<z.infer<typeof input>> = {
  name: 'get',
  title: 'Get a claim or an article',
  description:
    'Takes either "claim" or "article". With "claim": that claim with its words, their offsets, and the sentences around it. With "article": its ' +
    'metadata, a page of its text from "start", where the next page begins, and the claims in that page; with ' +
    '"left_out" also what stood around it in each place and is no part of it. Offsets count Unicode code points of the ' +
    'article’s text.',
  input,
  async answer({ database }, { claim, article, ...page }) {
    if ((claim === undefined) === (article === undefined))
      throw new HearsayError('Give either a claim or an article.', 'argument-conflict')
    if (claim !== undefined) return await getClaim(database, claim)
    return await getArticle(database, article as string, page)
  },
}

async function getClaim(database: StoreDatabase, reference: string): Promise<object> {
  const { id, articleId } = await resolveClaim(database, reference)
  const claims = await findClaimsOfArticle(database, articleId)
  const row = claims.find(claim => claim.id === id)
  if (row === undefined)
    throw new HearsayError(`The claim ${id} has gone from its article; search for it again.`, 'claim-not-found')
  const [claim] = await citeClaims(database, [row])
  return {
    claim,
    context: { start: row.context_start, end: row.context_end, text: row.context },
    /** The claim in whose content this one stands. */
    parent_id: row.parent_id,
  }
}

async function getArticle(
  database: StoreDatabase,
  reference: string,
  { start, length, left_out }: Pick<z.infer<typeof input>, 'start' | 'length' | 'left_out'>,
): Promise<object> {
  const article = await readArticle(database, await resolveArticle(database, reference))
  const { id, uri, title, byline, publisher, language } = article
  const whole = new CodePointText(article.text)
  const page: Span = { start: Math.min(start, whole.length), end: Math.min(start + length, whole.length) }
  const inPage = (await findClaimsOfArticle(database, id)).filter(
    claim => claim.status === 'accepted' && claim.start < page.end && claim.end > page.start,
  )
  return {
    article: {
      id,
      uri,
      title,
      byline,
      publisher,
      published_at: article.publishedAt,
      modified_at: article.modifiedAt,
      section: article.section,
      language,
      input_sha256: article.rawSha256,
      characters: whole.length,
    },
    page: { ...page, text: whole.slice(page), next: page.end < whole.length ? page.end : null },
    claims_in_page: inPage.length,
    claims: await citeClaims(database, inPage.slice(0, MOST_CLAIMS)),
    ...(left_out ? { places: await readPlaces(database, id) } : {}),
  }
}

/** Passages around an article are as likely as any to hold what somebody wants an assistant to do. */
async function readPlaces(database: StoreDatabase, articleId: string): Promise<object[]> {
  const places = await readToldPlaces(database, articleId, MOST_OF_PLACES)
  return places.map(({ location, uri, told, leftOut, leftOutInAll }) => ({
    location,
    uri,
    title: told?.title ?? null,
    byline: told?.byline ?? null,
    publisher: told?.publisher ?? null,
    published_at: told?.publishedAt ?? null,
    modified_at: told?.modifiedAt ?? null,
    section: told?.section ?? null,
    left_out_in_all: leftOutInAll,
    left_out: leftOut.map(({ reason, text }) => {
      const points = [...text]
      return points.length <= LONGEST_PASSAGE
        ? { reason, text }
        : { reason, text: points.slice(0, LONGEST_PASSAGE).join(''), clipped: true }
    }),
  }))
}
