import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { NewCorrection } from '../new-correction.ts'
import type { ClaimView } from '../schema.ts'
import { connectForWriting, requireDatabase } from './connect.ts'
import { linkCorrections } from './link-corrections.ts'
import { withClearErrors } from './sqlite-errors.ts'

/**
 * Adds a correction of each claim to the ledger: of all of them or, when something goes wrong, of none. The rows that
 * the machine wrote stay as they are. It needs no run and waits its turn while one writes.
 *
 * @throws HearsayError 2 (a claim is no longer there), 4 (not usable, locked) or 74 (disk full).
 */
export function appendCorrections(path: string, claimIds: readonly string[], correction: NewCorrection): void {
  // A correction is of something: it never makes a database.
  requireDatabase(path)
  const database = connectForWriting(path)
  try {
    withClearErrors(path, () => {
      const find = database.prepare<[string], Former>(
        'SELECT article_id, uri, machine_name, source, cue, content, cue_start FROM v_claim WHERE id = ?',
      )
      const append = database.prepare(
        `INSERT INTO correction (claim_id, verdict, source, note, corrected_by, corrected_at, article_id, uri,
           former_source, former_cue, former_content, cue_start)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      const { verdict, source, note, correctedBy } = correction
      const now = new Date().toISOString()
      database
        .transaction(() => {
          for (const id of claimIds) {
            const former = find.get(id)
            if (former === undefined)
              throw new HearsayError(`Claim ${id} has gone meanwhile; look for it with: hearsay claims.`, EXIT.usage)
            append.run(
              id,
              verdict,
              source,
              note,
              correctedBy,
              now,
              former.article_id,
              former.uri,
              former.machine_name ?? former.source,
              former.cue,
              former.content,
              former.cue_start ?? 0,
            )
          }
          linkCorrections(database)
        })
        .immediate()
    })
  } finally {
    database.close()
  }
}

type Former = Pick<ClaimView, 'article_id' | 'uri' | 'machine_name' | 'source' | 'cue' | 'content' | 'cue_start'>
