import { ChainCheck, type NumberedSeal, nameSeal } from '../../seal/chain.ts'
import type { RootBuilder } from '../../seal/merkle.ts'
import { merkleRoot } from '../../seal/merkle.ts'
import { type Digest, sealDigest } from '../../seal/seal.ts'
import { findLedgerHead, streamSeals } from '../../store/queries/seals/seals.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { findSealColumns } from '../columns/find-seal-columns.ts'
import { type Place, placeOf } from '../columns/place.ts'
import { describePlaces } from './describe-others.ts'

/** A seal that stands in the store. */
export interface StandingSeal {
  /** Null while it is open. */
  readonly number: number | null
  readonly runId: number | null
  readonly runDigest: Digest | null
  readonly name: string
}

/** What is wrong, as a sentence, and where. */
export interface ChainProblem {
  readonly message: string
  readonly places: readonly Place[]
}

export interface CheckedChain {
  /** What is wrong with seals. */
  readonly problems: readonly ChainProblem[]
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
 * @param runs digests of the rows of runs, by their numbers
 */
export async function verifyChain(
  database: StoreDatabase,
  roots: ReadonlyMap<number, RootBuilder>,
  runs: ReadonlyMap<number, Digest>,
): Promise<CheckedChain> {
  const rows = await database.selectFrom('seal').select(['id', 'number', 'run_id', 'kind']).orderBy('id').execute()
  const idOf = new Map(rows.flatMap(({ id, number }) => (number === null ? [] : [[number, id]])))
  const seals = new Map<number, StandingSeal>()
  for (const { id, run_id } of rows)
    seals.set(id, { number: null, runId: run_id, runDigest: null, name: `the open seal of run ${run_id}` })
  const problems: ChainProblem[] = []
  const report = (message: string, ...places: readonly Place[]) =>
    problems.push({ message: `${startBig(message)}; ${ADVICE}.`, places })
  const chain = new ChainCheck()
  const all: NumberedSeal[] = []
  const byDigest = new Map<Digest, NumberedSeal>()
  const rootOf = (seal: NumberedSeal) => roots.get(idOf.get(seal.number) ?? -1)
  let last: NumberedSeal | null = null
  for await (const seal of streamSeals(database)) {
    const row = String(seal.number)
    for (const problem of chain.follow(seal)) report(problem, placeOf({ table: 'seal', row }, LINKS))
    const root = rootOf(seal)
    if ((root?.size ?? 0) !== seal.size) {
      const columns = placeOf({ table: 'seal', row }, ['id', 'size'])
      report(`${nameSeal(seal)} has ${root?.size ?? 0} leaves, and says ${seal.size}`, columns, someLeaf())
    } else if ((root?.root() ?? merkleRoot([])).toString('hex') !== seal.root) {
      const columns = placeOf({ table: 'seal', row }, ['id', 'root'])
      report(`the leaves of ${nameSeal(seal)} in seal_leaf do not make its root`, columns, someLeaf())
    }
    if (seal.number !== (last?.number ?? 0) + 1)
      report(`${nameSeal(seal)} comes after seal ${last?.number ?? 0}`, placeOf({ table: 'seal', row }, ['number']))
    const id = idOf.get(seal.number)
    if (id !== undefined)
      seals.set(id, { number: seal.number, runId: seal.runId, runDigest: seal.run, name: nameSeal(seal) })
    all.push(seal)
    byDigest.set(seal.digest, seal)
    last = seal
  }
  for (const problem of chain.end()) report(problem, placeOf({ table: 'seal', row: null }, LINKS))
  for (const id of roots.keys())
    if (!seals.has(id))
      report(
        `seal_leaf has leaves of a seal that is not in seal`,
        someLeaf(['seal_id']),
        placeOf({ table: 'seal', row: null, change: 'gone' }, ['id']),
      )
  for (const [index, seal] of all.entries()) {
    const around = { before: all[index - 1], after: all[index + 1], root: rootOf(seal), runs }
    const place = await findColumns(database, seal, around)
    if (place !== null)
      report(`${nameSeal(seal)} does not have the digest of what it says: ${describePlaces([place])}`, place)
  }
  return { problems, seals, own: followBack(last, byDigest) }
}

/** What chains a seal to others. */
const LINKS = ['previous', 'digest']

function someLeaf(columns: readonly string[] = ['seal_id', 'kind', 'subject', 'digest']): Place {
  return placeOf({ table: 'seal_leaf', row: null }, columns)
}

/** What a seal is held against. */
interface SealSurroundings {
  readonly before: NumberedSeal | undefined
  readonly after: NumberedSeal | undefined
  /** The tree of its leaves. */
  readonly root: RootBuilder | undefined
  readonly runs: ReadonlyMap<number, Digest>
}

async function findColumns(
  database: StoreDatabase,
  seal: NumberedSeal,
  { before, after, root, runs }: SealSurroundings,
): Promise<Place | null> {
  if (sealDigest(seal) === seal.digest) return null
  const { count } = await findLedgerHead(database)
  const { head } = await findLedgerHead(database, Math.min(seal.corrections.count, count))
  const voices = await findLedgerHead(database, seal.voiceCorrections?.count, 'voice_correction_link')
  return findSealColumns(seal, {
    size: root?.size ?? 0,
    root: (root?.root() ?? merkleRoot([])).toString('hex'),
    run: runs.get(seal.runId ?? -1) ?? null,
    before: before?.digest ?? null,
    after: after?.previous ?? null,
    head: seal.corrections.count === 0 ? null : head,
    counted: count,
    voiceHead: voices.head,
    voicesCounted: (await findLedgerHead(database, undefined, 'voice_correction_link')).count,
  })
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
