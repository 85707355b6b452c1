import type pg from 'pg'
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
import { selectRuns } from '../../seals/sealed-sql.ts'
import { dropSuperseded } from '../../seals/superseded-leaves.ts'
import { findOpenSeal, selectRows } from '../write/touched-rows.ts'

/** Who adds to the chain of seals, or to that of corrections, holds the other up for a moment. "Seal" in ASCII. */
const SEAL_LOCK = 0x5365616c
const LEAVES_AT_ONCE = 10_000

/** Until the transaction ends, nobody else adds to the chain of seals or to that of corrections. */
export async function holdChains(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [SEAL_LOCK])
}

/** Closes the open seal of a run that has ended, as its row says by now. Call inside a transaction. */
export async function closeSealOfRun(client: pg.ClientBase, runId: number): Promise<void> {
  await closeSeal(client, await findOpenSeal(client, runId))
}

/**
 * Closes an open seal. Call inside a transaction.
 *
 * @param before the seals that it goes on from; else the last one
 */
export async function closeSeal(client: pg.ClientBase, id: number, before?: readonly string[]): Promise<void> {
  await holdChains(client)
  const { rows } = await client.query<{ kind: SealKind; run_id: number | null }>(
    'SELECT kind, run_id FROM seal WHERE id = $1 AND number IS NULL',
    [id],
  )
  const [seal] = rows
  if (seal === undefined) throw new Error(`there is no open seal ${id}`)
  await client.query(dropSuperseded('$1'), [id])
  const root = await rootOf(client, id)
  const previous = before ?? (await findLast(client))
  const facts: SealedFacts = {
    kind: seal.kind,
    sealedAt: new Date().toISOString(),
    run: seal.run_id === null ? null : await digestOfRun(client, seal.run_id),
    size: root.size,
    root: root.root().toString('hex'),
    ...(await findLedgerHeads(client)),
    previous,
  }
  const { sealedAt, run, size, corrections, voiceCorrections } = facts
  await client.query(
    `UPDATE seal SET number = (SELECT coalesce(max(number), 0) + 1 FROM seal), sealed_at = $2, run_digest = $3, size = $4,
       root = $5, corrections = $6, corrections_head = $7, previous = $8, digest = $9,
       voice_corrections = $10, voice_corrections_head = $11 WHERE id = $1`,
    [
      id,
      sealedAt,
      run,
      size,
      facts.root,
      corrections.count,
      corrections.head,
      JSON.stringify(previous),
      sealDigest(facts),
      voiceCorrections?.count ?? null,
      voiceCorrections?.head ?? null,
    ],
  )
}

/** With a cursor, because there may be millions of leaves. */
async function rootOf(client: pg.ClientBase, seal: number): Promise<RootBuilder> {
  const root = new RootBuilder()
  await client.query(
    `DECLARE sealed_leaf NO SCROLL CURSOR FOR
     SELECT kind, subject, digest FROM seal_leaf WHERE seal_id = ${seal} ORDER BY kind, subject`,
  )
  for (;;) {
    const { rows } = await client.query<Leaf>(`FETCH ${LEAVES_AT_ONCE} FROM sealed_leaf`)
    for (const leaf of rows) root.add(leafHash(leafBytes(leaf)))
    if (rows.length < LEAVES_AT_ONCE) break
  }
  await client.query('CLOSE sealed_leaf')
  return root
}

async function digestOfRun(client: pg.ClientBase, runId: number): Promise<string> {
  const [row] = await selectRows(client, selectRuns(`own.id = ${runId}`))
  if (row === undefined) throw new Error(`there is no run ${runId}`)
  const [, ...cells] = row
  return digestRun(cells)
}

async function findLedgerHeads(client: pg.ClientBase): Promise<SealedHeads> {
  const { rows: corrections } = await client.query<LedgerHead>(selectLedgerHead('correction_link'))
  const { rows: voices } = await client.query<LedgerHead>(selectLedgerHead('voice_correction_link'))
  const none = { count: 0, head: null }
  return toSealedHeads(corrections[0] ?? none, voices[0] ?? none)
}

async function findLast(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ digest: string }>(
    'SELECT digest FROM seal WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1',
  )
  return rows.map(({ digest }) => digest)
}
