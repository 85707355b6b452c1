import type { Database } from 'better-sqlite3'
import { leafHash, RootBuilder } from '../../../seal/merkle.ts'
import { digestRun } from '../../../seal/record-tables.ts'
import {
  type Leaf,
  type LedgerHead,
  leafBytes,
  type SealedFacts,
  type SealKind,
  sealDigest,
} from '../../../seal/seal.ts'
import { type SealedHeads, selectLedgerHead, toSealedHeads } from '../../seals/ledger-head.ts'
import type { NumberedRow } from '../../seals/sealed-rows.ts'
import { selectRuns } from '../../seals/sealed-sql.ts'
import { dropSuperseded } from '../../seals/superseded-leaves.ts'

interface OpenSeal {
  readonly id: number
  readonly kind: SealKind
  readonly run_id: number | null
}

/** Closes the open seal of a run that has ended, as its row says by now. Call inside a transaction. */
export function closeSealOfRun(database: Database, runId: number): void {
  database.prepare("INSERT INTO seal (kind, run_id) VALUES ('run', ?) ON CONFLICT DO NOTHING").run(runId)
  closeSeal(database, findOpen(database, 'run_id = ?', runId))
}

/** Closes an open seal, by its number among all. */
export function closeSealById(database: Database, id: number, previous?: readonly string[]): void {
  closeSeal(database, findOpen(database, 'id = ?', id), previous)
}

function findOpen(database: Database, where: string, value: number): OpenSeal {
  const seal = database
    .prepare<[number], OpenSeal>(`SELECT id, kind, run_id FROM seal WHERE number IS NULL AND ${where}`)
    .get(value)
  if (seal === undefined) throw new Error(`there is no open seal of ${value}`)
  return seal
}

function closeSeal(
  database: Database,
  { id, kind, run_id }: OpenSeal,
  previous: readonly string[] = findHeads(database),
): void {
  database.prepare(dropSuperseded('?')).run(id)
  const root = rootOf(database, id)
  const facts: SealedFacts = {
    kind,
    sealedAt: new Date().toISOString(),
    run: run_id === null ? null : digestOfRun(database, run_id),
    size: root.size,
    root: root.root().toString('hex'),
    ...findLedgerHeads(database),
    previous,
  }
  database
    .prepare(
      `UPDATE seal SET number = (SELECT coalesce(max(number), 0) + 1 FROM seal), sealed_at = ?, run_digest = ?, size = ?,
         root = ?, corrections = ?, corrections_head = ?, voice_corrections = ?, voice_corrections_head = ?, previous = ?, digest = ? WHERE id = ?`,
    )
    .run(
      facts.sealedAt,
      facts.run,
      facts.size,
      facts.root,
      facts.corrections.count,
      facts.corrections.head,
      facts.voiceCorrections?.count ?? null,
      facts.voiceCorrections?.head ?? null,
      JSON.stringify(previous),
      sealDigest(facts),
      id,
    )
}

function rootOf(database: Database, seal: number): RootBuilder {
  const root = new RootBuilder()
  const leaves = database
    .prepare<[number], Leaf>('SELECT kind, subject, digest FROM seal_leaf WHERE seal_id = ? ORDER BY kind, subject')
    .iterate(seal)
  for (const leaf of leaves) root.add(leafHash(leafBytes(leaf)))
  return root
}

function digestOfRun(database: Database, runId: number): string {
  const [, ...cells] = database.prepare<[number], NumberedRow>(selectRuns('own.id = ?')).raw().get(runId) as NumberedRow
  return digestRun(cells)
}

function findLedgerHeads(database: Database): SealedHeads {
  const [corrections, voices] = (['correction_link', 'voice_correction_link'] as const).map(
    links => database.prepare<[], LedgerHead>(selectLedgerHead(links)).get() as LedgerHead,
  ) as [LedgerHead, LedgerHead]
  return toSealedHeads(corrections, voices)
}

/** The last seal: where stores have just been merged there are several, which the merge's own seal joins. */
function findHeads(database: Database): string[] {
  return database
    .prepare<[], string>('SELECT digest FROM seal WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1')
    .pluck()
    .all()
}
