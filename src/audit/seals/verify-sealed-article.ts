import { sealArticle } from '../../seal/article-digest.ts'
import { ARTICLE_TABLES, type ArticleRows } from '../../seal/article-tables.ts'
import type { NamedRow } from '../../seal/rows-by-name.ts'
import { findInputs } from '../../store/queries/runs.ts'
import type { StoredArticle } from '../../store/queries/seals/sealed-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { LastLeaf, LeafLedger } from '../../store/sqlite/seal/leaf-ledger.ts'
import { findColumns } from '../columns/find-columns.ts'
import { type Place, placeOf } from '../columns/place.ts'
import type { Finding } from '../finding.ts'
import { describePlaces } from './describe-others.ts'
import { type SealedBy, toFinding } from './sealed-finding.ts'

/** Whether an article's rows are those that were sealed last, by the run that `done` names. */
export async function verifySealedArticle(
  database: StoreDatabase,
  { rows, runs }: StoredArticle,
  ledger: LeafLedger,
  { seals, search, advice }: SealedBy,
): Promise<Finding | null> {
  const id = String(rows.article[0]?.[0])
  const uri = String(rows.article[0]?.[1])
  const claimIds = rows.claim.map(([claim]) => String(claim))
  const found = (message: string, places: readonly Place[]): Finding => {
    return { ...toFinding('sealed-rows', message, places, id), uri, claimIds }
  }
  const leaf = ledger.take('article', id)
  if (leaf === null || leaf.digest === null) {
    const message = `Article ${id} (${uri}) stands under no seal: the row in article was added, or has another id; ${advice}.`
    return found(message, [placeOf({ table: 'article', row: id, change: 'added' }, ['id'])])
  }
  const name = seals.get(leaf.sealId)?.name ?? 'its seal'
  const now = sealOf(rows)
  if (now?.digest !== leaf.digest) {
    const inputs = search.mayGoOn() ? await findInputs(database, { articleId: id }) : null
    const places = findPlaces(rows, leaf, inputs as unknown as readonly NamedRow[] | null)
    const told =
      places[0]?.table === 'seal_leaf'
        ? `${describePlaces(places.slice(0, 1))}, or by chance a row leaves the same sum as before it was changed`
        : describePlaces(places)
    return found(`Of article ${id} (${uri}) ${told}: ${name} holds others; ${advice}.`, places)
  }
  const row = `article ${id}`
  if (now.sums !== leaf.sums)
    return found(
      `The rows of article ${id} (${uri}) are those that ${name} holds, and the column sums of its row in seal_leaf is of others: it was changed.`,
      [placeOf({ table: 'seal_leaf', row, isCertain: true, sealed: { sums: now.sums } }, ['sums'])],
    )
  const sealedBy = new Set(ledger.sealsOf(leaf).map(seal => seals.get(seal)?.runId ?? null))
  const [run = null, ...others] = runs
  if (others.length === 0 && sealedBy.has(run)) return null
  return found(
    `The rows in done of article ${id} (${uri}) name another run (${runs.join(', ')}) than that which sealed it, ${name}; ${advice}.`,
    [placeOf({ table: 'done', row: null }, ['run_id']), placeOf({ table: 'seal', row: null }, ['run_id'])],
  )
}

function findPlaces(rows: ArticleRows, leaf: LastLeaf, inputs: readonly NamedRow[] | null): Place[] {
  // A leaf that somebody left without sums tells of no row.
  if (leaf.sums === null) return []
  try {
    const places = findColumns(rows, { digest: leaf.digest, sums: leaf.sums }, inputs)
    if (places.length > 0) return places
    // All rows leave the sums that were noted: so what they are held against is another, but for a chance of 1 in 256.
    const tables = ARTICLE_TABLES.map(({ name, columns }) => placeOf({ table: name, row: null }, columns))
    return [placeOf({ table: 'seal_leaf', row: `article ${leaf.subject}` }, ['digest']), ...tables]
  } catch (error) {
    // A cell that cannot stand in its column.
    if (error instanceof RangeError) return []
    throw error
  }
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
