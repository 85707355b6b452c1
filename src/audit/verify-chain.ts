import { ChainCheck, type NumberedSeal, nameSeal } from '../seal/chain.ts'
import type { RootBuilder } from '../seal/merkle.ts'
import { merkleRoot } from '../seal/merkle.ts'
import type { Digest } from '../seal/seal.ts'
import { streamSeals } from '../store/queries/seals.ts'
import type { StoreDatabase } from '../store/schema.ts'

/** A seal that stands in the store. */
export interface StandingSeal {
  /** Null while it is open. */
  readonly number: number | null
  readonly runId: number | null
  readonly runDigest: Digest | null
  readonly name: string
}

export interface CheckedChain {
  /** What is wrong with seals. */
  readonly problems: readonly string[]
  /** By the numbers that leaves refer to them by. */
  readonly seals: ReadonlyMap<number, StandingSeal>
  /** Those that tell of the corrections as they lie here, the last first: back to where stores were merged. */
  readonly own: readonly NumberedSeal[]
}

const ADVICE = 'the seals themselves were changed: put back a copy of the database, or hold it against a manifest'

/**
 * Whether every seal has the digest of what it says, the root of its leaves, and its place behind those before it.
 *
 * @param roots the trees of all leaves, by the numbers of their seals
 */
export async function verifyChain(
  database: StoreDatabase,
  roots: ReadonlyMap<number, RootBuilder>,
): Promise<CheckedChain> {
  const rows = await database.selectFrom('seal').select(['id', 'number', 'run_id', 'kind']).orderBy('id').execute()
  const idOf = new Map(rows.flatMap(({ id, number }) => (number === null ? [] : [[number, id]])))
  const seals = new Map<number, StandingSeal>()
  for (const { id, run_id } of rows)
    seals.set(id, { number: null, runId: run_id, runDigest: null, name: `the open seal of run ${run_id}` })
  const problems: string[] = []
  const chain = new ChainCheck()
  const byDigest = new Map<Digest, NumberedSeal>()
  let last: NumberedSeal | null = null
  for await (const seal of streamSeals(database)) {
    const found = chain.add(seal)
    const id = idOf.get(seal.number)
    const root = id === undefined ? undefined : roots.get(id)
    if ((root?.size ?? 0) !== seal.size)
      found.push(`${nameSeal(seal)} has ${root?.size ?? 0} leaves, and says ${seal.size}`)
    else if ((root?.root() ?? merkleRoot([])).toString('hex') !== seal.root)
      found.push(`the leaves of ${nameSeal(seal)} in seal_leaf do not make its root`)
    if (seal.number !== (last?.number ?? 0) + 1) found.push(`${nameSeal(seal)} comes after seal ${last?.number ?? 0}`)
    if (id !== undefined)
      seals.set(id, { number: seal.number, runId: seal.runId, runDigest: seal.run, name: nameSeal(seal) })
    problems.push(...found)
    byDigest.set(seal.digest, seal)
    last = seal
  }
  problems.push(...chain.end())
  for (const id of roots.keys()) if (!seals.has(id)) problems.push(`seal_leaf has leaves of a seal that is not in seal`)
  return {
    problems: problems.map(problem => `${startBig(problem)}; ${ADVICE}.`),
    seals,
    own: followBack(last, byDigest),
  }
}

/** From the last seal back to the first, or to where stores were last merged: their ledgers became another one there. */
function followBack(last: NumberedSeal | null, byDigest: ReadonlyMap<Digest, NumberedSeal>): NumberedSeal[] {
  const own: NumberedSeal[] = []
  for (let seal = last; seal !== null; ) {
    own.push(seal)
    if (seal.kind === 'merge') break
    const before: NumberedSeal | undefined = byDigest.get(seal.previous[0] ?? '')
    seal = before === undefined || before.number >= seal.number ? null : before
  }
  return own
}

function startBig(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`
}
