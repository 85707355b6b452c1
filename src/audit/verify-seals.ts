import { sealArticle } from '../seal/article-digest.ts'
import type { ArticleRows } from '../seal/article-tables.ts'
import type { Cell } from '../seal/canonical-form.ts'
import { digestRun } from '../seal/record-tables.ts'
import type { Leaf } from '../seal/seal.ts'
import { partsOfInput } from '../seal/subjects.ts'
import {
  findStoredRuns,
  type StoredArticle,
  streamAllLeaves,
  streamStoredArticles,
  streamStoredInputs,
  streamStoredLetters,
} from '../store/queries/sealed-rows.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { type LastLeaf, LeafLedger } from '../store/sqlite/leaf-ledger.ts'
import { describeOthers } from './describe-others.ts'
import type { Finding } from './finding.ts'
import { type StandingSeal, verifyChain } from './verify-chain.ts'
import { verifyLedger } from './verify-ledger.ts'
import { verifyLoneRows } from './verify-lone-rows.ts'
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
    const chain = await verifyChain(database, ledger.roots())
    yield* chain.problems.map(message => toFinding('seal', message))
    yield* await verifyRuns(database, chain.seals)
    const nameOf = (leaf: LastLeaf) => chain.seals.get(leaf.sealId)?.name ?? `a seal that is not there`
    let [articles, claims] = [0, 0]
    for await (const stored of streamStoredArticles(database)) {
      yield* verifyArticle(stored, ledger, chain.seals)
      articles += 1
      claims += stored.rows.claim.length
      onArticle(articles, claims)
    }
    for await (const leaf of streamStoredInputs(database)) yield* verifyRow(leaf, ledger, nameOf)
    for await (const leaf of streamStoredLetters(database)) yield* verifyRow(leaf, ledger, nameOf)
    for (const leaf of ledger.unseen())
      yield toFinding(
        'sealed-rows',
        `${describe(leaf)} has gone, or goes by another name now: ${nameOf(leaf)} still holds it; ${ADVICE}.`,
        leaf.kind === 'article' ? leaf.subject : null,
      )
    yield* (await verifyLedger(database, chain.own)).map(message => toFinding('correction', message))
    yield* (await verifyStandings(database)).map(message => toFinding('correction', message))
    yield* (await verifyLoneRows(database)).map(message => toFinding('sealed-rows', message))
  } finally {
    ledger.close()
  }
}

function* verifyArticle(
  { rows, runs }: StoredArticle,
  ledger: LeafLedger,
  seals: ReadonlyMap<number, StandingSeal>,
): Generator<Finding> {
  const id = String(rows.article[0]?.[0])
  const uri = String(rows.article[0]?.[1])
  const claimIds = rows.claim.map(([claim]) => String(claim))
  const found = (message: string): Finding => ({ ...toFinding('sealed-rows', message, id), uri, claimIds })
  const leaf = ledger.take('article', id)
  if (leaf === null || leaf.digest === null) {
    yield found(
      `Article ${id} (${uri}) stands under no seal: the row in article was added, or has another id; ${ADVICE}.`,
    )
    return
  }
  const name = seals.get(leaf.sealId)?.name ?? 'its seal'
  const now = sealOf(rows)
  if (now?.digest !== leaf.digest) {
    yield found(`Of article ${id} (${uri}) ${describeOthers(rows, leaf.sums)}: ${name} holds others; ${ADVICE}.`)
    return
  }
  if (now.sums !== leaf.sums)
    yield found(
      `The rows of article ${id} (${uri}) are those that ${name} holds, and the column sums of its row in seal_leaf is of others: it was changed.`,
    )
  const sealedBy = new Set(ledger.sealsOf(leaf).map(seal => seals.get(seal)?.runId ?? null))
  const [run = null, ...others] = runs
  if (others.length > 0 || !sealedBy.has(run))
    yield found(
      `The rows in done of article ${id} (${uri}) name another run (${runs.join(', ')}) than that which sealed it, ${name}; ${ADVICE}.`,
    )
}

/** Null where a cell cannot stand in its column. */
function sealOf(rows: ArticleRows): ReturnType<typeof sealArticle> | null {
  try {
    return sealArticle(rows)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function* verifyRow(row: Leaf, ledger: LeafLedger, nameOf: (leaf: LastLeaf) => string): Generator<Finding> {
  const leaf = ledger.take(row.kind, row.subject)
  if (leaf === null || leaf.digest === null)
    yield toFinding(
      'sealed-rows',
      `${describe(row)} stands under no seal: the row in ${row.kind} was added, or goes by another name now; ${ADVICE}.`,
    )
  else if (leaf.digest !== row.digest)
    yield toFinding(
      'sealed-rows',
      `${describe(row)} is not as ${nameOf(leaf)} holds it: a column of its row in ${row.kind} was changed${row.kind === 'input' ? ', or a passage in left_out' : ''}; ${ADVICE}.`,
    )
}

/** Each run that has ended has a seal that holds its row; one that is under way has none yet. */
async function verifyRuns(database: StoreDatabase, seals: ReadonlyMap<number, StandingSeal>): Promise<Finding[]> {
  const lastOf = new Map<number, StandingSeal>()
  for (const seal of seals.values()) {
    if (seal.runId === null) continue
    const known = lastOf.get(seal.runId)
    if (known === undefined || (seal.number ?? Number.MAX_VALUE) > (known.number ?? Number.MAX_VALUE))
      lastOf.set(seal.runId, seal)
  }
  const findings: Finding[] = []
  for (const [id, ...cells] of await findStoredRuns(database)) {
    const problem = judgeRun(id, cells, lastOf.get(id))
    if (problem !== null) findings.push(toFinding('seal', `${problem}; ${ADVICE}.`))
  }
  return findings
}

function judgeRun(id: number, cells: readonly Cell[], seal: StandingSeal | undefined): string | null {
  if (cells[0] === 'running')
    return seal === undefined || seal.number === null ? null : `Run ${id} is said to be under way, and was sealed`
  if (seal === undefined) return `Run ${id} has no seal: its row in run was added, or its seal taken away`
  if (seal.number === null) return `Run ${id} has ended, and its seal is open: a column of one of both was changed`
  return digestRun(cells) === seal.runDigest
    ? null
    : `The row of run ${id} in run is not as ${seal.name} holds it: a column was changed`
}

function describe({ kind, subject }: Leaf): string {
  if (kind === 'article') return `Article ${subject}`
  if (kind === 'dead_letter') return `The failure of ${subject}`
  const parts = partsOfInput(subject)
  if (parts === null) return `The input ${subject}`
  return `The input ${parts.location}${parts.articleId === null ? '' : ` of article ${parts.articleId}`}`
}

function toFinding(kind: Finding['kind'], message: string, articleId: string | null = null): Finding {
  return { level: 'mismatch', kind, articleId, uri: null, claimIds: [], span: null, message }
}
