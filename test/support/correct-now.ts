import Database from 'better-sqlite3'
import type { NewCorrection } from '../../src/store/ledger/new-correction.ts'
import { toNewRow } from '../../src/store/ledger/new-row.ts'
import type { ClaimView } from '../../src/store/schema.ts'
import { appendEntries } from '../../src/store/sqlite/ledger/append-entries.ts'

/** Corrects claims of a database file at once, where nothing has to be worked out for it: no spans, no `named`. */
export function correctNow(path: string, claimIds: readonly string[], correction: NewCorrection): void {
  const database = new Database(path, { readonly: true })
  const find = database.prepare<[string], ClaimView>('SELECT * FROM v_claim WHERE id = ?')
  const claims = claimIds.map(id => find.get(id) as ClaimView)
  database.close()
  appendEntries(
    path,
    claims.map(claim =>
      toNewRow(
        {
          claim_id: claim.id,
          article_id: claim.article_id,
          uri: claim.uri,
          former_source: claim.machine_name ?? claim.machine_source,
          former_cue: claim.machine_cue ?? '',
          former_content: claim.machine_content,
          cue_start: claim.cue_start ?? 0,
        },
        correction,
        null,
      ),
    ),
  )
}
