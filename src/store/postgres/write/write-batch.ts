import pg from 'pg'
import { HearsayError } from '../../../domain/errors.ts'
import { countEntries } from '../../runs/count-entries.ts'
import { sealedRows } from '../../seals/sealed-article.ts'
import type { Batch } from '../../store.ts'
import { TouchedRows } from './touched-rows.ts'
import { writeArticles } from './write-articles.ts'
import { settleInputs, writeInputs } from './write-inputs.ts'
import { dropLetters, settleLetters, writeLetters } from './write-letters.ts'

/**
 * Writes a batch inside the caller's transaction: articles with all that hangs on them, dead letters, inputs, leaves of
 * all these under the run's seal, and the run's counts. Idempotent but for those counts: an article that is there already is replaced by equal rows. Several may
 * write at the same time.
 *
 * @throws HearsayError (4) when the run is no longer running; `Error` when a record breaks the schema, and then the
 * others of the batch can be written one by one; `pg.DatabaseError` and errors of the network as they come
 *
 * @example
 * await client.query('BEGIN')
 * await writeBatch(client, run, { records, dead: [], skipped: [] })
 * await client.query('COMMIT')
 */
export async function writeBatch(client: pg.ClientBase, runId: number, batch: Batch): Promise<void> {
  const { records, dead, skipped, read = [] } = batch
  const touched = new TouchedRows()
  const claims = records.reduce((sum, record) => sum + record.claims.length, 0)
  const counted = await client.query(
    `UPDATE run SET done = done + $2, dead = dead + $3, skipped = skipped + $4, claims = claims + $5
     WHERE id = $1 AND status = 'running'`,
    [runId, records.length, countEntries(dead), countEntries(skipped), claims],
  )
  if (counted.rowCount === 0)
    throw new HearsayError(`Run ${runId} has been ended by another process; run the same command again.`, 'run-ended')
  try {
    await writeArticles(client, records, runId)
    for (const record of records) touched.addArticle(record.article.id, sealedRows(record))
    await dropLetters(client, records, touched)
    await writeLetters(client, dead, runId, touched)
    await writeInputs(client, batch, runId, touched)
    await settleLetters(client, read, touched)
    await settleInputs(client, read, runId, touched)
    await touched.seal(client, runId)
  } catch (error) {
    throw isFaultOfRecord(error) ? describeFault(batch, error) : error
  }
}

/** A value that no column takes, a broken constraint, something larger than the server's limits. */
function isFaultOfRecord(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? '')
}

function describeFault({ records }: Batch, error: pg.DatabaseError): Error {
  const [only, ...others] = records
  const which =
    only !== undefined && others.length === 0
      ? `The record of article ${only.article.id} (${only.article.uri})`
      : `One of ${records.length} records`
  return new Error(`${which} breaks the schema: ${error.message}`, { cause: error })
}
