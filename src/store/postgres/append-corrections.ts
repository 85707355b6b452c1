import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { NewCorrection } from '../new-correction.ts'
import { holdChains } from './close-seal.ts'
import { connectForReading } from './connect.ts'
import { linkCorrections } from './link-corrections.ts'
import { withClearErrors } from './postgres-errors.ts'
import { withoutNul } from './table-rows.ts'
import { inTransaction } from './transaction.ts'

/**
 * Adds a correction of each claim to the ledger: of all of them or, when something goes wrong, of none. The rows that
 * the machine wrote stay as they are. It needs no run; others who
 * correct, or end a run, are waited for.
 *
 * @throws HearsayError 2 (a claim is no longer there), 4 (not usable) or 74 (disk full)
 */
export async function appendCorrections(
  url: string,
  claimIds: readonly string[],
  correction: NewCorrection,
): Promise<void> {
  // A correction is of something: it never makes the tables.
  const client = await connectForReading(url)
  const { verdict, ...texts } = correction
  const [source, note, correctedBy] = [texts.source, texts.note, texts.correctedBy].map(text =>
    text === null ? null : withoutNul(text),
  )
  try {
    await withClearErrors(url, () =>
      inTransaction(client, async () => {
        // Before any is added, so that their numbers come in the order of the chain.
        await holdChains(client)
        const now = new Date().toISOString()
        for (const id of claimIds) {
          const added = await client.query(
            `INSERT INTO correction (claim_id, verdict, source, note, corrected_by, corrected_at, article_id, uri,
               former_source, former_cue, former_content, cue_start)
             SELECT id, $2, $3, $4, $5, $6, article_id, uri, coalesce(machine_name, source), cue, content,
               coalesce(cue_start, 0)
             FROM v_claim WHERE id = $1`,
            [id, verdict, source, note, correctedBy, now],
          )
          if (added.rowCount === 0)
            throw new HearsayError(`Claim ${id} has gone meanwhile; look for it with: hearsay claims.`, EXIT.usage)
        }
        await linkCorrections(client)
      }),
    )
  } finally {
    await client.end().catch(() => {})
  }
}
