import { digestArticle } from '../../src/seal/article-digest.ts'
import { findPlaces, findVersions, isInput, readOrigin } from '../../src/store/queries/across/versions.ts'
import { readArticle, readArticleRecord } from '../../src/store/queries/article-record.ts'
import { readArticleBookkeeping } from '../../src/store/queries/articles/article-bookkeeping.ts'
import { findArticlesByRowid } from '../../src/store/queries/articles/articles-by-rowid.ts'
import { readEvidence } from '../../src/store/queries/articles/evidence-rows.ts'
import { readLeftOut } from '../../src/store/queries/articles/left-out.ts'
import { streamArticleIds } from '../../src/store/queries/articles/stream-article-ids.ts'
import { countPlaces, readToldPlaces } from '../../src/store/queries/articles/told-places.ts'
import { countUndatedArticles } from '../../src/store/queries/articles/undated.ts'
import { findArticles } from '../../src/store/queries/articles.ts'
import { findClaimRowid, findClaimsByRowid } from '../../src/store/queries/claims/claims-by-rowid.ts'
import { findClaimsOfArticle, findCorrected } from '../../src/store/queries/claims/corrected-claims.ts'
import { readJoinedTexts } from '../../src/store/queries/claims/joined-texts.ts'
import { findSpansOfClaims } from '../../src/store/queries/claims/spans-of-claims.ts'
import { countClaims, findClaims } from '../../src/store/queries/claims.ts'
import { countLostCorrections, findCorrections } from '../../src/store/queries/corrections/corrections.ts'
import { resolveArticle } from '../../src/store/queries/references/resolve-article.ts'
import { resolveClaim } from '../../src/store/queries/references/resolve-claim.ts'
import { findEntityId, findRowid } from '../../src/store/queries/references/rowids.ts'
import { readDataVersion } from '../../src/store/queries/runs/data-version.ts'
import { countDeadLetters, findRetries, readRetry } from '../../src/store/queries/runs/dead-letters.ts'
import { findDeadLettersFrom, findSkippedFrom } from '../../src/store/queries/runs/failures.ts'
import { readLargestInput } from '../../src/store/queries/runs/largest-input.ts'
import { countStaleArticles, streamStaleArticles } from '../../src/store/queries/runs/stale-articles.ts'
import { findDeadLetters, findInputs, findRuns, findStagesDone } from '../../src/store/queries/runs.ts'
import { readContents } from '../../src/store/queries/seals/contents.ts'
import { ProofMaker } from '../../src/store/queries/seals/proofs.ts'
import {
  findStoredRuns,
  streamAllLeaves,
  streamStoredArticles,
  streamStoredCorrections,
  streamStoredInputs,
  streamStoredLetters,
} from '../../src/store/queries/seals/sealed-rows.ts'
import { findLedgerHead, streamArticleLeaves, streamLeaves, streamSeals } from '../../src/store/queries/seals/seals.ts'
import {
  countFacts,
  findArticleFacts,
  findClaimFacts,
  findClaimPlaces,
  findEntityFacts,
  findSourceFacts,
} from '../../src/store/queries/search/index-facts.ts'
import { searchContents } from '../../src/store/queries/search/search-contents.ts'
import { findAnonymous } from '../../src/store/queries/sources/anonymous.ts'
import { findSaidBy } from '../../src/store/queries/sources/said-by.ts'
import { findDescriptions, findRowidsRestingOn, findSource } from '../../src/store/queries/sources/source-profile.ts'
import { findSourcesByRowid } from '../../src/store/queries/sources/sources-by-rowid.ts'
import { findSources } from '../../src/store/queries/sources.ts'
import { streamArticlesWithClaims } from '../../src/store/queries/stream-articles-with-claims.ts'
import { streamClaims } from '../../src/store/queries/stream-claims.ts'
import { readVoices } from '../../src/store/queries/voices/voice-rows.ts'
import { collect } from '../support/collect.ts'
import { CONFIGURATION } from '../support/stored-database.ts'
import { ACROSS_QUERIES } from './across-queries.ts'
import { API_QUERIES } from './api-queries.ts'
import { AUDIT_QUERIES } from './audit-queries.ts'
import { CORRECTION_QUERIES } from './correction-queries.ts'
import { QUOTATION_QUERIES } from './quotation-queries.ts'
import { SCHEMA_QUERIES } from './schema-queries.ts'
import { SEALED_QUERIES } from './sealed-queries.ts'
import { FILTERS, REFERENCES, SEARCHES } from './searches.ts'
import { SITE_QUERIES } from './site-queries.ts'
import { type Ask, type Numbered, named, type Twin } from './twin.ts'
import { VOICE_QUERIES } from './voice-queries.ts'

/** Numbers of inputs say what came first, and may leave some out. */
function unnumbered<Row extends { readonly id: number }>(rows: readonly Row[]): Omit<Row, 'id'>[] {
  return rows.map(({ id, ...row }) => row)
}

function subjectOf({ kind, subject }: { readonly kind: string; readonly subject: string }): string {
  return `${kind} ${subject}`
}

const rowids = ({ ids, rowid }: Twin, table: Numbered) => ids[table].map(id => rowid(table, id))
const ofEach =
  (table: Numbered, ask: (twin: Twin, id: string) => Promise<unknown>): Ask =>
  async twin => {
    const answers: unknown[] = []
    for (const id of twin.ids[table]) answers.push(await ask(twin, id))
    return answers
  }

const all = (ask: (twin: Twin, filter: (typeof FILTERS)[number]) => Promise<unknown>): Ask[] =>
  FILTERS.map(filter => twin => ask(twin, filter))

/** What is asked of every named query, by its name. */
export const QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findEntityId: [ofEach('entity', ({ database, rowid }, id) => findEntityId(database, rowid('entity', id)))],
  findRowid: [
    ofEach('article', async ({ database, id }, one) => id('article', (await findRowid(database, 'article', one)) ?? 0)),
  ],
  ...ACROSS_QUERIES,
  ...API_QUERIES,
  ...CORRECTION_QUERIES,
  findAnonymous: [
    ({ database }) => findAnonymous(database),
    ({ database }) => findAnonymous(database, { naming: ['anonymous'], limit: 4 }),
    ({ database }) => findAnonymous(database, { since: '2024-06-01' }),
    ({ database }) => findAnonymous(database, { article: 'talks.txt' }),
  ],
  readArticleBookkeeping: [ofEach('article', ({ database }, id) => readArticleBookkeeping(database, id))],
  readArticle: [ofEach('article', ({ database }, id) => readArticle(database, id))],
  readArticleRecord: [ofEach('article', ({ database }, id) => readArticleRecord(database, id))],
  findArticles: [
    ({ database }) => findArticles(database),
    ({ database }) => findArticles(database, { since: '2024-06-01', limit: 5 }),
  ],
  findArticlesByRowid: [
    async twin => named(twin, 'article', await findArticlesByRowid(twin.database, rowids(twin, 'article'))),
    ({ database }) => findArticlesByRowid(database, [999_999]),
  ],
  findClaims: all(({ database }, filter) => findClaims(database, filter)),
  countClaims: all(({ database }, filter) => countClaims(database, filter)),
  findClaimRowid: [
    ofEach('claim', async ({ database, id }, claim) => id('claim', (await findClaimRowid(database, claim)) ?? 0)),
    ({ database }) => findClaimRowid(database, 'none'),
  ],
  findClaimsByRowid: [
    async twin => named(twin, 'claim', await findClaimsByRowid(twin.database, rowids(twin, 'claim'))),
    ({ database }) => findClaimsByRowid(database, []),
  ],
  findClaimsOfArticle: [ofEach('article', ({ database }, id) => findClaimsOfArticle(database, id))],
  findCorrected: [({ database, ids }) => findCorrected(database, ids.claim)],
  findCorrections: [
    ({ database }) => findCorrections(database),
    ofEach('claim', ({ database }, id) => findCorrections(database, id)),
  ],
  countLostCorrections: [({ database }) => countLostCorrections(database)],
  readLargestInput: [({ database }) => readLargestInput(database)],
  readDataVersion: [
    async ({ database }) => {
      const versions = [await readDataVersion(database), await readDataVersion(database)]
      return new Set(versions).size
    },
  ],
  countDeadLetters: [({ database }) => countDeadLetters(database)],
  findRetries: [
    ({ database }) => findRetries(database),
    ({ database }) => findRetries(database, { kind: ['timeout', 'throw'] }),
  ],
  readRetry: [1, 2, 3].map(
    id =>
      ({ database }) =>
        readRetry(database, id),
  ),
  readEvidence: (['claim', 'source'] as const).map(of =>
    ofEach('article', async ({ database, rowid, id }, article) => {
      const evidence = await readEvidence(database, of, rowid('article', article))
      return [...evidence].map(([owner, rows]) => [owner === null ? null : id(of, owner), rows])
    }),
  ),
  readVoices: [ofEach('article', ({ database, rowid }, id) => readVoices(database, rowid('article', id)))],
  findDeadLettersFrom: [
    ({ database }) => findDeadLettersFrom(database, { offset: 0, limit: 1 }),
    ({ database }) => findDeadLettersFrom(database, { runId: 2, offset: 0, limit: 10 }),
  ],
  findSkippedFrom: [
    async ({ database }) => unnumbered((await findSkippedFrom(database, { runId: 1, offset: 0, limit: 10 })).rows),
    async ({ database }) => (await findSkippedFrom(database, { runId: 2, offset: 1, limit: 10 })).total,
  ],
  countFacts: [({ database }) => countFacts(database)],
  findArticleFacts: [async twin => named(twin, 'article', await findArticleFacts(twin.database))],
  ...SITE_QUERIES,
  findEntityFacts: [async twin => named(twin, 'entity', await findEntityFacts(twin.database))],
  findSourceFacts: [async twin => named(twin, 'source', await findSourceFacts(twin.database, 0, 10_000))],
  findClaimFacts: [
    async twin => named(twin, 'claim', await findClaimFacts(twin.database, 0, 10_000)),
    async twin => named(twin, 'claim', await findClaimFacts(twin.database, Math.min(...rowids(twin, 'claim')), 3)),
  ],
  findClaimPlaces: [
    async twin =>
      named(twin, 'claim', await findClaimPlaces(twin.database, { rowid: 0, article_rowid: 0, start: 0 }, 10_000)),
    async twin => {
      const article_rowid = twin.rowid('article', twin.ids.article[7] as string)
      return named(twin, 'claim', await findClaimPlaces(twin.database, { rowid: 0, article_rowid, start: 300 }, 9))
    },
  ],
  readJoinedTexts: [ofEach('article', ({ database }, id) => readJoinedTexts(database, id))],
  resolveArticle: [
    ...REFERENCES.map(
      (reference): Ask =>
        ({ database }) =>
          resolveArticle(database, reference),
    ),
    ofEach('article', ({ database }, id) => resolveArticle(database, id.slice(0, 12).toUpperCase())),
  ],
  resolveClaim: [
    ofEach('claim', ({ database }, id) => resolveClaim(database, id.slice(0, 10))),
    ...['', '0', 'f', 'zz'].map(
      (reference): Ask =>
        ({ database }) =>
          resolveClaim(database, reference),
    ),
  ],
  findRuns: [({ database }) => findRuns(database), ({ database }) => findRuns(database, 1)],
  findStagesDone: [ofEach('article', ({ database }, id) => findStagesDone(database, id))],
  findDeadLetters: [({ database }) => findDeadLetters(database), ({ database }) => findDeadLetters(database, 1)],
  findInputs: [
    async ({ database }) => unnumbered(await findInputs(database)),
    async ({ database }) => unnumbered(await findInputs(database, { runId: 2, status: 'skipped' })),
    ofEach('article', async ({ database }, articleId) => unnumbered(await findInputs(database, { articleId }))),
  ],
  findSaidBy: ['roy', 'É', 'NOBODY', 'minister', '%', ''].map(
    (name): Ask =>
      ({ database }) =>
        findSaidBy(database, { name, limit: 12 }),
  ),
  ...SCHEMA_QUERIES,
  searchContents: SEARCHES.map(
    (search): Ask =>
      async ({ database, id }) =>
        (await collect(searchContents(database, search))).flatMap(found => [...found].map(rowid => id('claim', rowid))),
  ),
  ...QUOTATION_QUERIES,
  findDescriptions: [ofEach('entity', ({ database, rowid }, id) => findDescriptions(database, rowid('entity', id)))],
  findSource: [
    ofEach('source', ({ database }, id) => findSource(database, id)),
    ({ database }) => findSource(database, ''),
  ],
  findRowidsRestingOn: [
    ofEach('source', async ({ database, id }, source) =>
      (await findRowidsRestingOn(database, source)).map(rowid => id('claim', rowid)),
    ),
  ],
  findSources: [
    ({ database }) => findSources(database),
    ({ database }) => findSources(database, { name: 'ro', limit: 5 }),
    ({ database }) => findSources(database, { naming: ['named'] }),
    ({ database }) => findSources(database, { naming: ['anonymous', 'unnamed'], name: 'OFFICIAL' }),
  ],
  findSourcesByRowid: [
    async twin => named(twin, 'source', await findSourcesByRowid(twin.database, rowids(twin, 'source'))),
  ],
  findSpansOfClaims: [({ database, ids }) => findSpansOfClaims(database, ids.claim)],
  countStaleArticles: [
    ({ database }) => countStaleArticles(database, CONFIGURATION.stages),
    ({ database }) => countStaleArticles(database, [{ name: 'tokens', version: 9 }]),
  ],
  streamStaleArticles: [
    ({ database }) => collect(streamStaleArticles(database, CONFIGURATION.stages)),
    ({ database }) => collect(streamStaleArticles(database, [{ name: 'tokens', version: 9 }])),
  ],
  streamArticleIds: [({ database }) => collect(streamArticleIds(database))],
  streamArticlesWithClaims: [{}, { text: 'rents' }, { article: 'talks.txt' }, { since: '2026-01-01' }].map(
    (filter): Ask =>
      ({ database }) =>
        collect(streamArticlesWithClaims(database, filter)),
  ),
  streamClaims: all(({ database }, filter) => collect(streamClaims(database, filter))),
  countUndatedArticles: [({ database }) => countUndatedArticles(database)],
  findVersions: [ofEach('article', ({ database }, id) => findVersions(database, id))],
  findPlaces: [ofEach('article', ({ database }, id) => findPlaces(database, id))],
  isInput: [
    ofEach('article', async ({ database }, id) => {
      const [place] = await findPlaces(database, id)
      return [await isInput(database, place?.location ?? '', id), await isInput(database, 'nowhere.txt', id)]
    }),
  ],
  readLeftOut: [ofEach('article', ({ database }, id) => readLeftOut(database, id))],
  readToldPlaces: [{}, { places: 1, passages: 1 }].map(limit =>
    ofEach('article', ({ database }, id) => readToldPlaces(database, id, limit)),
  ),
  countPlaces: [ofEach('article', ({ database }, id) => countPlaces(database, id))],
  readOrigin: [ofEach('article', ({ database }, id) => readOrigin(database, id))],
  // Seals hold when their runs ended, and digests of inputs when they were read: the two databases were filled one after the other.
  readContents: [({ database }) => readContents(database)],
  streamArticleLeaves: [
    async ({ database }) => (await collect(streamArticleLeaves(database))).map(({ id, digest }) => [id, digest]),
  ],
  streamSeals: [
    async ({ database }) =>
      (await collect(streamSeals(database))).map(({ kind, size, number }) => [kind, size, number]),
  ],
  streamLeaves: [async ({ database }) => (await collect(streamLeaves(database, 1))).map(subjectOf)],
  streamAllLeaves: [
    async ({ database }) => (await collect(streamAllLeaves(database))).flat().map(subjectOf).toSorted(),
  ],
  streamStoredArticles: [
    async ({ database }) =>
      (await collect(streamStoredArticles(database))).map(({ rows }) => digestArticle(rows)).toSorted(),
  ],
  streamStoredInputs: [async ({ database }) => (await collect(streamStoredInputs(database))).map(subjectOf).toSorted()],
  streamStoredLetters: [
    async ({ database }) => (await collect(streamStoredLetters(database))).map(subjectOf).toSorted(),
  ],
  ...SEALED_QUERIES,
  ...AUDIT_QUERIES,
  ...VOICE_QUERIES,
  findStoredRuns: [async ({ database }) => (await findStoredRuns(database)).map(row => row.length)],
  streamStoredCorrections: [
    async ({ database }) => (await collect(streamStoredCorrections(database))).map(({ link }) => link !== null),
  ],
  findLedgerHead: [async ({ database }) => (await findLedgerHead(database)).count],
  ProofMaker: [
    ofEach('article', async ({ database }, id) => Object.keys(await (await ProofMaker.open(database, id)).prove(id))),
  ],
}

/** What the modules of queries export beside queries. */
export const NO_QUERIES: ReadonlySet<string> = new Set([
  'applyClaimFilter',
  'asSaid',
  'containsWords',
  'contentMatches',
  'matchesSearch',
  'matchesStandingSearch',
  'rangeOfPrefix',
  'readSince',
  'requireOne',
  'selectArticlesAfter',
  'spansNow',
  'splitNumbers',
])
