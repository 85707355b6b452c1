import type { Cell } from '../../seal/canonical-form.ts'
import { digestRun, RUN } from '../../seal/record-tables.ts'
import type { NamedRow } from '../../seal/rows-by-name.ts'
import type { NumberedRow } from '../../store/seals/sealed-rows.ts'
import { findRunColumns } from '../columns/find-record-columns.ts'
import { type Place, placeOf } from '../columns/place.ts'
import type { Finding } from '../finding.ts'
import { describePlaces } from './describe-others.ts'
import { type SealedBy, toFinding } from './sealed-finding.ts'
import type { StandingSeal } from './verify-chain.ts'

/** Each run that has ended has a seal that holds its row; one that is under way has none yet. */
export function verifyRuns(runs: readonly NumberedRow[], { seals, search, advice }: SealedBy): Finding[] {
  const lastOf = new Map<number, StandingSeal>()
  for (const seal of seals.values()) {
    if (seal.runId === null) continue
    const known = lastOf.get(seal.runId)
    if (known === undefined || (seal.number ?? Number.MAX_VALUE) > (known.number ?? Number.MAX_VALUE))
      lastOf.set(seal.runId, seal)
  }
  const alike = runs.map(([, ...cells]) => nameAll(cells))
  return runs.flatMap(([id, ...cells]) => {
    const judged = judgeRun(id, cells, lastOf.get(id), () => (search.mayGoOn() ? alike : null))
    return judged === null ? [] : [toFinding('seal', `${judged.problem}; ${advice}.`, judged.places)]
  })
}

interface Judged {
  readonly problem: string
  readonly places: readonly Place[]
}

function judgeRun(
  id: number,
  cells: readonly Cell[],
  seal: StandingSeal | undefined,
  findAlike: () => readonly NamedRow[] | null,
): Judged | null {
  const row = String(id)
  const status = placeOf({ table: 'run', row }, ['status'])
  const sealPlace = (columns: readonly string[]) => placeOf({ table: 'seal', row: seal?.name ?? null }, columns)
  if (cells[0] === 'running')
    return seal === undefined || seal.number === null
      ? null
      : {
          problem: `Run ${id} is said to be under way by the column status (label) of its row in run, and was sealed`,
          places: [status, sealPlace(['run_id'])],
        }
  if (seal === undefined)
    return {
      problem: `Run ${id} has no seal: its row in run was added, or its seal taken away`,
      places: [placeOf({ table: 'run', row, change: 'added' }, ['id']), sealPlace(['run_id'])],
    }
  if (seal.number === null)
    return {
      problem: `Run ${id} has ended, and its seal is open: the column status of its row in run was changed, or number of that in seal`,
      places: [status, sealPlace(['number'])],
    }
  if (digestRun(cells) === seal.runDigest) return null
  const alike = findAlike()
  const place =
    alike === null
      ? placeOf({ table: 'run', row }, RUN.columns)
      : findRunColumns(cells, seal.runDigest, `run ${id}`, alike)
  const places = place.isCertain ? [place] : [place, sealPlace(['run_digest', 'run_id'])]
  return { problem: `The row of run ${id} in run is not as ${seal.name} holds it: ${describePlaces(places)}`, places }
}

function nameAll(cells: readonly Cell[]): NamedRow {
  return Object.fromEntries(RUN.columns.map((column, place) => [column, cells[place] ?? null]))
}
