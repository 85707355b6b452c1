import { type NumberedSeal, nameSeal } from '../seal/chain.ts'
import { digestCorrection } from '../seal/record-tables.ts'
import type { Digest } from '../seal/seal.ts'
import { streamStoredCorrections } from '../store/queries/sealed-rows.ts'
import type { StoreDatabase } from '../store/schema.ts'

const ADVICE = 'put back a copy of the database in which it agrees'

/**
 * Whether the ledger of corrections is a chain, link by link, and was sealed so.
 *
 * @param seals that were made in this store
 */
export async function verifyLedger(database: StoreDatabase, seals: readonly NumberedSeal[]): Promise<string[]> {
  const problems: string[] = []
  /** What was sealed of the ledger, by how long it was. */
  const heads = Map.groupBy(seals, ({ corrections }) => corrections.count)
  let count = 0
  let digest: Digest | null = null
  let link: Digest | null = null
  const compare = () => {
    for (const seal of heads.get(count) ?? [])
      if (seal.corrections.head !== link)
        problems.push(`The first ${count} corrections are not those that ${nameSeal(seal)} holds; ${ADVICE}.`)
    heads.delete(count)
  }
  compare()
  for await (const { id, cells, link: stored } of streamStoredCorrections(database)) {
    count += 1
    digest = digestCorrection(link, cells)
    if (stored === null) problems.push(`Correction ${id} has no link: its row in correction was added; ${ADVICE}.`)
    else if (stored !== digest)
      problems.push(
        `Correction ${id} does not have its link in correction_link: a column of its row in correction was changed, or one before it has gone; ${ADVICE}.`,
      )
    link = stored ?? digest
    compare()
  }
  for (const [expected, [seal]] of heads)
    if (seal !== undefined)
      problems.push(
        `There are ${count} corrections, and ${nameSeal(seal)} holds ${expected}: some have gone; ${ADVICE}.`,
      )
  return problems
}
