import { CORRECTION_RULE } from '../../corrections/apply-corrections.ts'
import type { Naming, SourceKind } from '../../domain/labels.ts'
import type { ClaimSpan, TextSpan } from '../../domain/record.ts'
import { EXPORTED_SOURCE_COLUMNS, type ExportedSourceValues } from '../../domain/source-fields.ts'
import { dialectOf } from '../dialect/dialect.ts'
import type { ClaimView, EvidenceTable, StoreDatabase } from '../schema.ts'
import { type ArticleKey, selectArticlesAfter } from './articles/stream-article-ids.ts'
import { findStandingSpansIn, spansNow } from './claims/standing-spans.ts'
import { applyClaimFilter, type ClaimFilter } from './claims.ts'
import { resolveArticle } from './references/resolve-article.ts'

/** What `v_claim` gives that its parts do not say again. */
const COLUMNS = [
  'id',
  'article_id',
  'uri',
  'title',
  'publisher',
  'published_at',
  'quotation',
  'act',
  'negated',
  'hedged',
  'confidence',
  'status',
  'naming',
  'kind',
  'source_id',
  ...EXPORTED_SOURCE_COLUMNS,
  'cue_lemma',
  'verdict',
  'note',
  'corrected_by',
  'corrected_at',
  'machine_naming',
  'machine_kind',
  'machine_name',
  'machine_act',
  'machine_negated',
  'machine_quotation',
  'origin',
  // SQLite looks into both parts of the view for an order only where it is among the columns.
  'start',
] as const satisfies readonly (keyof ClaimView)[]

/** A claim's flat row with its parts. */
export interface ClaimWithParts {
  readonly claim: Pick<ClaimView, (typeof COLUMNS)[number]> & {
    readonly raw_sha256: string
    readonly byline: string | null
  }
  /** Its spans as it stands, by role and then in text order. */
  readonly spans: readonly ClaimSpan[]
  /** The spans of its source's first words, in text order. */
  readonly sourceSpans: readonly TextSpan[]
  /** What the machine found, where people said something of it; null where they did not, or added the claim. */
  readonly machine: MachineParts | null
  readonly evidence: readonly Pick<EvidenceTable, 'stage' | 'version' | 'rule'>[]
}

/** Few enough that a page is small even when every article holds hundreds of claims. */
const ARTICLES_A_PAGE = 50

/**
 * Every claim that the filter lets through, one after another, in an order that depends on nothing but what was
 * analysed: the article's URI, its id, the claim's first character, its id.
 *
 * Articles are read in pages, each in a short transaction of its own, so memory stays flat and a long export does not
 * hold the write-ahead log open. A run that writes meanwhile may or may not be seen; an article is never seen in part.
 *
 * @throws HearsayError (2) when the article is unknown or the date is none.
 */
export async function* streamClaims(database: StoreDatabase, filter: ClaimFilter = {}): AsyncGenerator<ClaimWithParts> {
  const resolved =
    filter.article === undefined ? filter : { ...filter, article: await resolveArticle(database, filter.article) }
  let left = filter.limit ?? Number.POSITIVE_INFINITY
  let after: ArticleKey | null = null
  while (left > 0) {
    const page: Page = await readPage(database, resolved, after)
    if (page.last === null) return
    after = page.last
    for (const claim of page.claims) {
      if (left-- <= 0) return
      yield claim
    }
  }
}

interface Page {
  readonly claims: readonly ClaimWithParts[]
  readonly last: ArticleKey | null
}

async function readPage(database: StoreDatabase, filter: ClaimFilter, after: ArticleKey | null): Promise<Page> {
  return await database.transaction().execute(async snapshot => {
    const articles = selectArticlesAfter(snapshot, after).select(['rowid', 'id', 'uri', 'raw_sha256', 'byline'])
    const page = await (filter.article === undefined ? articles : articles.where('id', '=', filter.article))
      .limit(ARTICLES_A_PAGE)
      .execute()
    return { last: page.at(-1) ?? null, claims: await readWithParts(snapshot, filter, page) }
  })
}

/** All claims of some articles, those too that a correction rejected, in the order of all exports. */
export async function findClaimsOfArticles(
  database: StoreDatabase,
  articleRowids: readonly number[],
): Promise<ClaimWithParts[]> {
  if (articleRowids.length === 0) return []
  return await database.transaction().execute(async snapshot => {
    const articles = snapshot.selectFrom('article').select(['rowid', 'id', 'raw_sha256', 'byline'])
    const page = await articles.where('rowid', 'in', articleRowids).execute()
    return await readWithParts(snapshot, { rejected: true }, page)
  })
}

type ArticlesOfPage = readonly {
  readonly id: string
  readonly rowid: number
  readonly raw_sha256: string
  readonly byline: string | null
}[]

async function readWithParts(
  snapshot: StoreDatabase,
  filter: ClaimFilter,
  page: ArticlesOfPage,
): Promise<ClaimWithParts[]> {
  const claims = await readClaims(snapshot, filter, page)
  if (claims.length === 0) return []
  const articleOf = new Map(page.map(article => [article.id, article]))
  const parts = await readParts(snapshot, page)
  return claims.map(claim => ({
    claim: {
      ...claim,
      raw_sha256: articleOf.get(claim.article_id)?.raw_sha256 ?? '',
      byline: articleOf.get(claim.article_id)?.byline ?? null,
    },
    spans: spansNow(parts.spans.get(claim.id) ?? [], parts.standing.get(claim.id)),
    sourceSpans: sourceSpansOf(parts, claim.source_id),
    machine: toMachineParts(parts, claim.id),
    evidence: parts.evidence.get(claim.id) ?? (claim.origin === 'editor' ? [BY_CORRECTION] : []),
  }))
}

/** What a claim has as its evidence that somebody added. */
const BY_CORRECTION = { stage: CORRECTION_RULE, version: 1, rule: CORRECTION_RULE }

/** What the machine knows of a claim's source, and its cue's lemma. */
export interface MachineSource extends Pick<ClaimView, 'cue_lemma' | 'source_id'>, ExportedSourceValues {
  readonly naming: Naming | null
  readonly kind: SourceKind | null
}

export interface MachineParts {
  readonly of: MachineSource
  readonly spans: readonly ClaimSpan[]
  readonly sourceSpans: readonly TextSpan[]
}

type Parts = Awaited<ReturnType<typeof readParts>>

function toMachineParts(parts: Parts, id: string): MachineParts | null {
  const of = parts.machines.get(id)
  if (of === undefined) return null
  return { of, spans: parts.spans.get(id) ?? [], sourceSpans: sourceSpansOf(parts, of.source_id) }
}

function sourceSpansOf(
  { sourceSpans }: { readonly sourceSpans: ReadonlyMap<string, readonly TextSpan[]> },
  id: string | null,
): readonly TextSpan[] {
  return id === null ? [] : (sourceSpans.get(id) ?? [])
}

async function readClaims(database: StoreDatabase, filter: ClaimFilter, page: ArticlesOfPage) {
  if (page.length === 0) return []
  return await applyClaimFilter(dialectOf(database), database.selectFrom('v_claim'), filter)
    .where(
      'article_id',
      'in',
      page.map(article => article.id),
    )
    .select(COLUMNS)
    .orderBy('uri')
    .orderBy('article_id')
    .orderBy('start')
    .orderBy('id')
    .execute()
}

async function readParts(database: StoreDatabase, page: ArticlesOfPage) {
  const articles = page.map(article => article.rowid)
  const spans = await database
    .selectFrom('claim_span')
    .innerJoin('claim', 'claim.rowid', 'claim_span.claim_rowid')
    .select([
      'claim.id',
      'claim_span.role',
      'claim_span.sequence',
      'claim_span.start',
      'claim_span.end',
      'claim_span.text',
    ])
    .where('claim.article_rowid', 'in', articles)
    .orderBy('claim_span.role')
    .orderBy('claim_span.sequence')
    .execute()
  const sourceSpans = await database
    .selectFrom('source_span')
    .innerJoin('source', 'source.rowid', 'source_span.source_rowid')
    .select(['source.id', 'source_span.start', 'source_span.end', 'source_span.text'])
    .where('source.article_rowid', 'in', articles)
    .orderBy('source_span.sequence')
    .execute()
  const evidence = await database
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.rowid', 'evidence.claim_rowid')
    .select(['claim.id', 'evidence.stage', 'evidence.version', 'evidence.rule'])
    .where('claim.article_rowid', 'in', articles)
    .orderBy('evidence.sequence')
    .execute()
  const machines: (MachineSource & { readonly id: string })[] = await database
    .selectFrom('claim')
    .innerJoin('standing', 'standing.claim_id', 'claim.id')
    .leftJoin('source', 'source.rowid', 'claim.source_rowid')
    .select(['claim.id', 'claim.cue_lemma', 'source.id as source_id', 'source.naming', 'source.kind'])
    .select(EXPORTED_SOURCE_COLUMNS.map(column => `source.${column}` as const))
    .where('claim.article_rowid', 'in', articles)
    .execute()
  return {
    spans: groupById(spans),
    standing: await findStandingSpansIn(
      database,
      page.map(({ id }) => id),
    ),
    machines: new Map(machines.map(({ id, ...machine }) => [id, machine])),
    sourceSpans: groupById(sourceSpans),
    evidence: groupById(evidence),
  }
}

/** The rows of each id, without it. */
function groupById<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Omit<Row, 'id'>[]> {
  const groups = new Map<string, Omit<Row, 'id'>[]>()
  for (const { id, ...row } of rows) {
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [row])
    else group.push(row)
  }
  return groups
}
