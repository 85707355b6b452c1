import { digestRun } from '../../seal/record-tables.ts'
import {
  findStoredRuns,
  streamAllLeaves,
  streamStoredArticles,
  streamStoredInputs,
  streamStoredLetters,
} from '../../store/queries/seals/sealed-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { LeafLedger } from '../../store/sqlite/seal/leaf-ledger.ts'
import { RECORD_SUBJECTS } from '../columns/find-record-columns.ts'
import { placeOf } from '../columns/place.ts'
import type { Finding } from '../finding.ts'
import { type SealedBy, SearchBudget, toFinding } from './sealed-finding.ts'
import { verifyChain } from './verify-chain.ts'
import { verifyLedgers } from './verify-ledger.ts'
import { verifyLoneRows } from './verify-lone-rows.ts'
import { verifyRuns } from './verify-runs.ts'
import { verifySealedArticle } from './verify-sealed-article.ts'
import { describeSubject, nameSubject, verifySealedRow } from './verify-sealed-row.ts'
import { verifyStandings } from './verify-standings.ts'

/** Whatever was changed, the way back is the same. */
const ADVICE = 'put back a copy of the database in which it agrees, or analyse the article again'

/**
 * Holds every row against the seals: whether these are what they were and hang together, whether each row has the digest
 * that was sealed last, and whether nothing that was sealed has gone or came beside it. It reads the store as it is at one
 * moment, table by table, and holds no more of it in memory however large it is.
 *
 * @param onArticle how many articles have been held against their seals, with how many claims
 */
export async function* verifySeals(
  database: StoreDatabase,
  onArticle: (articles: number, claims: number) => void = () => {},
): AsyncGenerator<Finding> {
  const ledger = await LeafLedger.read(streamAllLeaves(database))
  try {
    const runs = await findStoredRuns(database)
    const digests = new Map(runs.map(([id, ...cells]) => [id, digestRun(cells)]))
    const chain = await verifyChain(database, ledger.roots(), digests)
    for (const { message, places } of chain.problems) yield toFinding('seal', message, places)
    const by: SealedBy = { seals: chain.seals, search: new SearchBudget(), advice: ADVICE }
    yield* verifyRuns(runs, by)
    yield* verifyRows(database, ledger, by, onArticle)
    for (const leaf of ledger.unseen()) {
      const name = by.seals.get(leaf.sealId)?.name ?? 'a seal that is not there'
      const place = { table: leaf.kind, row: nameSubject(leaf), change: 'gone' } as const
      yield toFinding(
        'sealed-rows',
        `${describeSubject(leaf)} has gone, or goes by another name now: ${name} still holds it; ${ADVICE}.`,
        [
          placeOf(place, RECORD_SUBJECTS[leaf.kind] ?? []),
          placeOf({ table: 'seal_leaf', row: place.row, change: 'added' }, ['kind', 'subject']),
        ],
        leaf.kind === 'article' ? leaf.subject : null,
      )
    }
    for (const { message, places } of await verifyLedgers(database, chain.own))
      yield toFinding('correction', message, places)
    for (const { message, places } of await verifyStandings(database)) yield toFinding('correction', message, places)
    for (const { message, places } of await verifyLoneRows(database)) yield toFinding('sealed-rows', message, places)
  } finally {
    ledger.close()
  }
}

async function* verifyRows(
  database: StoreDatabase,
  ledger: LeafLedger,
  by: SealedBy,
  onArticle: (articles: number, claims: number) => void,
): AsyncGenerator<Finding> {
  let [articles, claims] = [0, 0]
  for await (const stored of streamStoredArticles(database)) {
    const finding = await verifySealedArticle(database, stored, ledger, by)
    if (finding !== null) yield finding
    articles += 1
    claims += stored.rows.claim.length
    onArticle(articles, claims)
  }
  for (const rows of [streamStoredInputs(database), streamStoredLetters(database)])
    for await (const row of rows) {
      const finding = await verifySealedRow(database, row, ledger, by)
      if (finding !== null) yield finding
    }
}
