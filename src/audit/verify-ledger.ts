import { type NumberedSeal, nameSeal } from '../seal/chain.ts'
import { CORRECTION, digestCorrection } from '../seal/record-tables.ts'
import type { Digest } from '../seal/seal.ts'
import { streamStoredCorrections } from '../store/queries/sealed-rows.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { type Place, placeOf } from './columns/place.ts'
import type { ChainProblem } from './verify-chain.ts'

const ADVICE = 'put back a copy of the database in which it agrees'

/**
 * Whether the ledger of corrections is a chain, link by link, and was sealed so.
 *
 * @param seals that were made in this store
 */
export async function verifyLedger(database: StoreDatabase, seals: readonly NumberedSeal[]): Promise<ChainProblem[]> {
  const problems: ChainProblem[] = []
  const report = (message: string, ...places: readonly Place[]) => problems.push({ message, places })
  /** What was sealed of the ledger, by how long it was. */
  const heads = Map.groupBy(seals, ({ corrections }) => corrections.count)
  let count = 0
  let digest: Digest | null = null
  let link: Digest | null = null
  const compare = () => {
    for (const seal of heads.get(count) ?? [])
      if (seal.corrections.head !== link)
        report(
          `The first ${count} corrections are not those that ${nameSeal(seal)} holds; ${ADVICE}.`,
          placeOf({ table: 'correction_link', row: null }, ['digest']),
          placeOf({ table: 'correction', row: null }, CORRECTION.columns),
        )
    heads.delete(count)
  }
  compare()
  for await (const { id, cells, link: stored } of streamStoredCorrections(database)) {
    count += 1
    digest = digestCorrection(link, cells)
    const row = String(id)
    if (stored === null)
      report(
        `Correction ${id} has no link: its row in correction was added, or has another id; ${ADVICE}.`,
        placeOf({ table: 'correction', row, change: 'added' }, ['id']),
        placeOf({ table: 'correction_link', row, change: 'gone' }, ['correction_id']),
      )
    else if (stored !== digest)
      report(
        `Correction ${id} does not have its link in correction_link: a column of its row in correction was changed (${CORRECTION.columns.join(', ')}), or digest in correction_link, or one before it has gone; ${ADVICE}.`,
        placeOf({ table: 'correction', row }, CORRECTION.columns),
        placeOf({ table: 'correction_link', row }, ['digest']),
      )
    link = stored ?? digest
    compare()
  }
  for (const [expected, [seal]] of heads)
    if (seal !== undefined)
      report(
        `There are ${count} corrections, and ${nameSeal(seal)} holds ${expected}: some have gone; ${ADVICE}.`,
        placeOf({ table: 'correction', row: null, change: 'gone' }, []),
      )
  return problems
}
