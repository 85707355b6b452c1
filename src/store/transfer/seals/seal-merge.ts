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
import { type LinkTable, selectLedgerHead, toSealedHeads } from '../../seals/ledger-head.ts'
import { linkCorrections, linkVoiceCorrections } from '../../seals/link-ledgers.ts'
import { selectRuns } from '../../seals/sealed-sql.ts'
import { dropSuperseded } from '../../seals/superseded-leaves.ts'
import type { SettledRows } from '../merge-failures.ts'
import type { MergeTarget } from '../merge-target.ts'
import { findInputs, findStanding, literal, type Standing, select } from './sealed-subjects.ts'

/** Subjects that go into one statement. */
const SUBJECTS_AT_ONCE = 200

interface SummedLeaf extends Leaf {
  readonly sums: string | null
}

interface Candidate {
  readonly kind: string
  readonly subject: string
}

/**
 * Seals what a merge made of several stores, when everything has been taken over: of a subject that several of them had
 * in different ways, a leaf of what stands there now, under a seal that goes on from all their last ones. Where one store
 * was taken over as it was, its seals are all there is to say. An article or a failure that is none of those that were
 * sealed gets no leaf: it was changed before, and `verify` is to find that.
 */
export async function sealMerge(target: MergeTarget, settled: SettledRows): Promise<void> {
  await target.perform(linkCorrections())
  await target.perform(linkVoiceCorrections())
  await closeEnded(target)
  const leaves = [...(await findReconciled(target)), ...(await findSettled(target, settled))]
  const heads = await findHeads(target)
  if (leaves.length === 0 && heads.length <= 1 && (await isLedgerSealed(target))) return
  const [last] = await target.all<{ id: number }>("INSERT INTO seal (kind) VALUES ('merge') RETURNING id")
  const seal = Number(last?.id)
  for (const { kind, subject, digest, sums } of leaves)
    await target.run(
      `INSERT INTO seal_leaf (seal_id, kind, subject, digest, sums)
       VALUES (${seal}, ${literal(kind)}, ${literal(subject)}, ${literal(digest)}, ${literal(sums)})`,
    )
  await close(target, { id: seal, kind: 'merge', run_id: null }, heads)
}

/** Leaves of subjects that came with other leaves than those that there were, where the last is not what stands there. */
async function findReconciled(target: MergeTarget): Promise<SummedLeaf[]> {
  const rows = await target.all<Candidate>(
    `SELECT kind, subject FROM seal_leaf GROUP BY kind, subject
     HAVING max(id) > (SELECT id FROM leaf_start) AND count(DISTINCT coalesce(digest, '')) > 1 ORDER BY kind, subject`,
  )
  const leaves: SummedLeaf[] = []
  for (const [kind, candidates] of Map.groupBy(rows, row => row.kind))
    for (let from = 0; from < candidates.length; from += SUBJECTS_AT_ONCE) {
      const subjects = candidates.slice(from, from + SUBJECTS_AT_ONCE).map(({ subject }) => subject)
      leaves.push(
        ...reconcile(kind, await findLeaves(target, kind, subjects), await findStanding(target, kind, subjects)),
      )
    }
  return leaves
}

function reconcile(
  kind: string,
  leavesOf: ReadonlyMap<string, readonly SummedLeaf[]>,
  standing: Standing,
): SummedLeaf[] {
  return [...leavesOf].flatMap(([subject, leaves]) => {
    const digest = standing.get(subject) ?? null
    if (leaves.at(-1)?.digest === digest) return []
    const known = leaves.find(leaf => leaf.digest === digest)
    // Of an input, one store says when it was first got and another when last: that is a row which none of them had.
    return known !== undefined || (kind === 'input' && digest !== null)
      ? [{ kind, subject, digest, sums: known?.sums ?? null }]
      : []
  })
}

async function findLeaves(
  target: MergeTarget,
  kind: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly SummedLeaf[]>> {
  const rows = await target.all<SummedLeaf>(
    `SELECT kind, subject, digest, sums FROM seal_leaf
     WHERE kind = ${literal(kind)} AND subject IN (${subjects.map(literal).join(', ')}) ORDER BY id`,
  )
  return Map.groupBy(rows, ({ subject }) => subject)
}

async function findSettled(
  target: MergeTarget,
  { goneLetters, goneInputs, inputs }: SettledRows,
): Promise<SummedLeaf[]> {
  const gone = (kind: string, subjects: readonly string[]) =>
    [...new Set(subjects)].map(subject => ({ kind, subject, digest: null, sums: null }))
  const touched: SummedLeaf[] = []
  for (let from = 0; from < inputs.length; from += SUBJECTS_AT_ONCE) {
    const ids = inputs.slice(from, from + SUBJECTS_AT_ONCE).join(', ')
    for (const [subject, digest] of await findInputs(target, `own.id IN (${ids})`))
      touched.push({ kind: 'input', subject, digest, sums: null })
  }
  const now = [...gone('dead_letter', goneLetters), ...gone('input', goneInputs), ...touched]
  // What is taken over again and settled again was sealed the first time.
  const news: SummedLeaf[] = []
  for (let from = 0; from < now.length; from += SUBJECTS_AT_ONCE)
    for (const [kind, some] of Map.groupBy(now.slice(from, from + SUBJECTS_AT_ONCE), leaf => leaf.kind)) {
      const subjects = some.map(({ subject }) => subject)
      const known = await findLeaves(target, kind, subjects)
      news.push(...some.filter(({ subject, digest }) => known.get(subject)?.at(-1)?.digest !== digest))
    }
  return news
}

/** Seals runs that had not ended in their store and have failed here. */
async function closeEnded(target: MergeTarget): Promise<void> {
  const open = await target.all<OpenSeal>(
    `SELECT seal.id, seal.kind, seal.run_id FROM seal JOIN run ON run.id = seal.run_id
     WHERE seal.number IS NULL AND run.status <> 'running' ORDER BY seal.id`,
  )
  for (const seal of open) await close(target, seal, await findLast(target))
}

interface OpenSeal {
  readonly id: number
  readonly kind: SealKind
  readonly run_id: number | null
}

async function close(target: MergeTarget, { id, kind, run_id }: OpenSeal, previous: readonly string[]): Promise<void> {
  await target.run(dropSuperseded(String(id)))
  const root = new RootBuilder()
  const leaves = await target.all<Leaf>(
    `SELECT kind, subject, digest FROM seal_leaf WHERE seal_id = ${id} ORDER BY kind, subject`,
  )
  for (const leaf of leaves) root.add(leafHash(leafBytes(leaf)))
  const [, ...run] = run_id === null ? [] : ((await select(target, selectRuns(`own.id = ${run_id}`)))[0] ?? [])
  const facts: SealedFacts = {
    kind,
    sealedAt: kind === 'merge' ? await findLatest(target) : new Date().toISOString(),
    run: run_id === null ? null : digestRun(run),
    size: root.size,
    root: root.root().toString('hex'),
    ...toSealedHeads(
      await findLedgerHead(target, 'correction_link'),
      await findLedgerHead(target, 'voice_correction_link'),
    ),
    previous,
  }
  await target.run(
    `UPDATE seal SET number = (SELECT coalesce(max(number), 0) + 1 FROM seal), sealed_at = ${literal(facts.sealedAt)},
       run_digest = ${literal(facts.run)}, size = ${facts.size}, root = ${literal(facts.root)},
       corrections = ${facts.corrections.count}, corrections_head = ${literal(facts.corrections.head)},
       voice_corrections = ${literal(facts.voiceCorrections?.count ?? null)},
       voice_corrections_head = ${literal(facts.voiceCorrections?.head ?? null)},
       previous = ${literal(JSON.stringify(previous))}, digest = ${literal(sealDigest(facts))} WHERE id = ${id}`,
  )
}

/** Seals that none goes on from, in their order: that of the store merged into comes first. */
async function findHeads(target: MergeTarget): Promise<string[]> {
  const seals = await target.all<{ digest: string; previous: string }>(
    'SELECT digest, previous FROM seal WHERE number IS NOT NULL ORDER BY number',
  )
  const gone = new Set(seals.flatMap(({ previous }) => JSON.parse(previous) as string[]))
  return seals.map(({ digest }) => digest).filter(digest => !gone.has(digest))
}

/**
 * A merge is sealed at the time of the last seal that it joins: so that the same stores make the same one, whoever merges
 * them when.
 */
async function findLatest(target: MergeTarget): Promise<string> {
  const [latest] = await target.all<{ sealed_at: string | null }>('SELECT max(sealed_at) AS sealed_at FROM seal')
  return latest?.sealed_at ?? new Date().toISOString()
}

async function findLast(target: MergeTarget): Promise<string[]> {
  const rows = await target.all<{ digest: string }>(
    'SELECT digest FROM seal WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1',
  )
  return rows.map(({ digest }) => digest)
}

async function findLedgerHead(target: MergeTarget, links: LinkTable): Promise<LedgerHead> {
  const [found] = await target.all<{ count: number; head: string | null }>(selectLedgerHead(links))
  return { count: Number(found?.count ?? 0), head: found?.head ?? null }
}

/** Whether both ledgers are still what the last seal says of them, or go on from that. */
async function isLedgerSealed(target: MergeTarget): Promise<boolean> {
  const [seal] = await target.all<SealedColumns>(
    `SELECT corrections, corrections_head, voice_corrections, voice_corrections_head
     FROM seal WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1`,
  )
  if (seal === undefined) return true
  return (
    (await goesOn(target, 'correction_link', seal.corrections, seal.corrections_head)) &&
    (await goesOn(target, 'voice_correction_link', seal.voice_corrections, seal.voice_corrections_head))
  )
}

interface SealedColumns {
  readonly corrections: number
  readonly corrections_head: string | null
  readonly voice_corrections: number | null
  readonly voice_corrections_head: string | null
}

async function goesOn(
  target: MergeTarget,
  links: LinkTable,
  count: number | null,
  head: string | null,
): Promise<boolean> {
  if (count === null || Number(count) === 0) return true
  const [link] = await target.all<{ digest: string }>(
    `SELECT digest FROM ${links} ORDER BY correction_id LIMIT 1 OFFSET ${Number(count) - 1}`,
  )
  return link?.digest === head
}
