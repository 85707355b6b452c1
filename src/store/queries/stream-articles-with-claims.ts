import { CORRECTION_RULE } from '../../corrections/apply-corrections.ts'
import type { CandidateRecord, ClaimSpan, TextSpan } from '../../domain/record.ts'
import { dialectOf } from '../dialect/dialect.ts'
import type { ArticleTable, ClaimView, StoreDatabase } from '../schema.ts'
import { type AccusationInArticle, readAccusationsIn } from './across/accusations-in-articles.ts'
import { readVersionEdits, type VersionEdit } from './across/version-edits.ts'
import { selectArticlesAfter } from './articles/stream-article-ids.ts'
import { findStandingSpansIn, spansNow } from './claims/standing-spans.ts'
import { applyClaimFilter, type ClaimFilter } from './claims.ts'
import { resolveArticle } from './references/resolve-article.ts'
import { readSince } from './search/since.ts'
import { readVoicesIn, type VoiceInArticle, type VoiceOfClaim } from './voices/voices-in-articles.ts'

const ARTICLE_COLUMNS = ['rowid', 'id', 'uri', 'title', 'publisher', 'raw_sha256', 'text'] as const
const CLAIM_COLUMNS = [
  'id',
  'article_id',
  'quotation',
  'act',
  'negated',
  'confidence',
  'naming',
  'kind',
  'name',
  'source',
  'source_id',
  'number',
  'content',
  'start',
] as const satisfies readonly (keyof ClaimView)[]

/** A claim as it stands after its corrections, with what its article says of its source. */
export interface ClaimInArticle extends Pick<ClaimView, (typeof CLAIM_COLUMNS)[number]> {
  /** By role and then in text order. */
  readonly spans: readonly ClaimSpan[]
  /** The spans of its source's first words, in text order. */
  readonly sourceSpans: readonly TextSpan[]
  /** Id of the source that all others lead back to by which the article means the same; its own when there is none. */
  readonly rootId: string | null
  /** The words of that source. */
  readonly rootText: string | null
  /** Why identity is withheld, by the source's own words or by those that it refers to. */
  readonly reason: string | null
  /** Whether a named source of the article says the same, in a claim that nobody rejected. */
  readonly isCorroborated: boolean
  /** Ids of the rules that found it or had a say in it, as `hearsay explain` gives them. */
  readonly rules: readonly string[]
  /** Whether the filter lets it through. */
  readonly isSelected: boolean
  /** Id of the voice whose it is; null where it is nobody's. */
  readonly voiceId: string | null
  /** Words of its content that stand in quotation marks; 0 where it is nobody's. */
  readonly quotedWords: number
}

/** An article with all its claims that nobody rejected, in the order of the text. */
export interface ArticleWithClaims extends Pick<ArticleTable, Exclude<(typeof ARTICLE_COLUMNS)[number], 'rowid'>> {
  readonly claims: readonly ClaimInArticle[]
  readonly candidates: readonly CandidateRecord[]
  /** Whoever says something in it, and every person whom it names, in the order of their first mentions. */
  readonly voices: readonly VoiceInArticle[]
  /** What changed in it since the version before, as far as that was found already. */
  readonly edits: readonly VersionEdit[]
  /** Who is accused in it, and what answers that, in the order of the text; found when it is entered across articles. */
  readonly accusations: readonly AccusationInArticle[]
}

/** Few enough that the texts of a page are small beside everything else. */
const ARTICLES_A_PAGE = 50

/**
 * Articles one after another by URI and then by id, each with all its claims: the filter says which of them are
 * selected, and leaves out whole articles only by `article` and `since`. Its limit has no effect, and rejected claims
 * are always left out.
 *
 * @throws HearsayError (2) when the article is unknown or the date is none.
 */
export async function* streamArticlesWithClaims(
  database: StoreDatabase,
  filter: ClaimFilter = {},
): AsyncGenerator<ArticleWithClaims> {
  const id = filter.article === undefined ? undefined : await resolveArticle(database, filter.article)
  const since = filter.since === undefined ? undefined : readSince(filter.since)
  let last: { readonly uri: string; readonly id: string } | null = null
  do {
    let articles = selectArticlesAfter(database, last).select(ARTICLE_COLUMNS).limit(ARTICLES_A_PAGE)
    if (id !== undefined) articles = articles.where('id', '=', id)
    if (since !== undefined) articles = articles.where('published_utc', '>=', since)
    const page: Pick<ArticleTable, (typeof ARTICLE_COLUMNS)[number]>[] = await articles.execute()
    for (const { rowid: _, ...article } of await readPage(database, filter, page)) yield article
    last = page.at(-1) ?? null
  } while (last !== null)
}

/** These articles, in no order, each with all its claims, all of which are selected. */
export async function readArticlesWithClaims(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<readonly (ArticleWithClaims & { readonly rowid: number })[]> {
  if (rowids.length === 0) return []
  const page = await database.selectFrom('article').select(ARTICLE_COLUMNS).where('rowid', 'in', rowids).execute()
  return await readPage(database, {}, page)
}

async function readPage(
  database: StoreDatabase,
  filter: ClaimFilter,
  page: readonly Pick<ArticleTable, (typeof ARTICLE_COLUMNS)[number]>[],
): Promise<(ArticleWithClaims & { readonly rowid: number })[]> {
  const rowids = page.map(({ rowid }) => rowid)
  const voices = await readVoicesIn(database, page)
  const claims = Map.groupBy(await readClaims(database, filter, page, voices.ofClaim), claim => claim.article_id)
  const accusations = await readAccusationsIn(database, page)
  const candidates = Map.groupBy(await readCandidates(database, rowids), candidate => candidate.article_rowid)
  const edits = await readVersionEdits(database, rowids)
  return page.map(article => ({
    ...article,
    claims: claims.get(article.id) ?? [],
    candidates: (candidates.get(article.rowid) ?? []).map(({ article_rowid: _, ...candidate }) => candidate),
    voices: voices.ofArticle.get(article.rowid) ?? [],
    edits: edits.get(article.rowid) ?? [],
    accusations: accusations.get(article.rowid) ?? [],
  }))
}

async function readClaims(
  database: StoreDatabase,
  filter: ClaimFilter,
  page: readonly Pick<ArticleTable, 'rowid' | 'id'>[],
  voiceOf: ReadonlyMap<string, VoiceOfClaim>,
): Promise<ClaimInArticle[]> {
  const ids = page.map(({ id }) => id)
  if (ids.length === 0) return []
  const { article: _article, since: _since, rejected: _rejected, ...conditions } = filter
  const claims = await database
    .selectFrom('v_claim')
    .select(CLAIM_COLUMNS)
    .where('article_id', 'in', ids)
    .where('status', '=', 'accepted')
    .orderBy('start')
    .orderBy('id')
    .execute()
  const asks = Object.values(conditions).some(condition => condition !== undefined)
  const selected = asks
    ? await applyClaimFilter(dialectOf(database), database.selectFrom('v_claim'), conditions)
        .select('id')
        .where('article_id', 'in', ids)
        .execute()
    : claims
  const isSelected = new Set(selected.map(({ id }) => id))
  const rowids = page.map(({ rowid }) => rowid)
  const spans = Map.groupBy(await readSpans(database, rowids), span => span.id)
  const sources = await readSources(database, rowids)
  const namedSay = await readCorroborations(database, rowids)
  const rules = Map.groupBy(await readRules(database, rowids), ({ id }) => id)
  const standing = new Set(claims.map(({ id }) => id))
  const corrected = await findStandingSpansIn(database, ids)
  return claims.map(claim => ({
    ...claim,
    ...(claim.source_id === null ? NO_SOURCE : describeSource(claim.source_id, sources)),
    spans: spansNow(
      (spans.get(claim.id) ?? []).map(({ id, ...span }) => span),
      corrected.get(claim.id),
    ),
    isCorroborated: standing.has(namedSay.get(claim.id) ?? ''),
    rules: rules.get(claim.id)?.map(({ rule }) => rule) ?? [CORRECTION_RULE],
    isSelected: isSelected.has(claim.id),
    ...(voiceOf.get(claim.id) ?? NO_VOICE),
  }))
}

async function readSpans(database: StoreDatabase, articles: readonly number[]) {
  return await database
    .selectFrom('claim_span')
    .innerJoin('claim', 'claim.rowid', 'claim_span.claim_rowid')
    .select(['claim.id', 'claim_span.role', 'claim_span.sequence'])
    .select(['claim_span.start', 'claim_span.end', 'claim_span.text'])
    .where('claim.article_rowid', 'in', articles)
    .orderBy('claim_span.role')
    .orderBy('claim_span.sequence')
    .execute()
}

async function readRules(database: StoreDatabase, articles: readonly number[]) {
  return await database
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.rowid', 'evidence.claim_rowid')
    .select(['claim.id', 'evidence.rule'])
    .where('claim.article_rowid', 'in', articles)
    .orderBy('evidence.sequence')
    .execute()
}

/** The claim of a named source that says the same, by the id of the claim that it bears out. */
async function readCorroborations(database: StoreDatabase, articles: readonly number[]): Promise<Map<string, string>> {
  const pairs = await database
    .selectFrom('claim')
    .innerJoin('claim as named', 'named.rowid', 'claim.corroborated_rowid')
    .select(['claim.id', 'named.id as named_id'])
    .where('claim.article_rowid', 'in', articles)
    .execute()
  return new Map(pairs.map(({ id, named_id }) => [id, named_id]))
}

interface SourceInArticle {
  readonly antecedentId: string | null
  readonly text: string
  readonly reason: string | null
  readonly spans: readonly TextSpan[]
}

async function readSources(
  database: StoreDatabase,
  articles: readonly number[],
): Promise<Map<string, SourceInArticle>> {
  const sources = await database
    .selectFrom('source')
    .leftJoin('source as antecedent', 'antecedent.rowid', 'source.antecedent_rowid')
    .select(['source.id', 'source.text', 'source.reason', 'antecedent.id as antecedentId'])
    .where('source.article_rowid', 'in', articles)
    .execute()
  const spans = await database
    .selectFrom('source_span')
    .innerJoin('source', 'source.rowid', 'source_span.source_rowid')
    .select(['source.id', 'source_span.start', 'source_span.end', 'source_span.text'])
    .where('source.article_rowid', 'in', articles)
    .orderBy('source_span.sequence')
    .execute()
  const spansOf = Map.groupBy(spans, span => span.id)
  return new Map(
    sources.map(({ id, ...source }) => [
      id,
      { ...source, spans: (spansOf.get(id) ?? []).map(({ start, end, text }) => ({ start, end, text })) },
    ]),
  )
}

const NO_VOICE = { voiceId: null, quotedWords: 0 } as const
const NO_SOURCE = { rootId: null, rootText: null, reason: null, sourceSpans: [] } as const

function describeSource(
  id: string,
  sources: ReadonlyMap<string, SourceInArticle>,
): Pick<ClaimInArticle, 'rootId' | 'rootText' | 'reason' | 'sourceSpans'> {
  let rootId = id
  let reason: string | null = null
  const met = new Set<string>()
  // A damaged database may lead in a circle.
  for (let at: string | null = id; at !== null && !met.has(at); at = sources.get(at)?.antecedentId ?? null) {
    met.add(at)
    rootId = at
    reason ??= sources.get(at)?.reason ?? null
  }
  return { rootId, rootText: sources.get(rootId)?.text ?? null, reason, sourceSpans: sources.get(id)?.spans ?? [] }
}

async function readCandidates(database: StoreDatabase, articles: readonly number[]) {
  return await database
    .selectFrom('candidate')
    .select(['article_rowid', 'start', 'end', 'text', 'stage', 'rule', 'reason'])
    .where('article_rowid', 'in', articles)
    .orderBy('article_rowid')
    .orderBy('sequence')
    .execute()
}
