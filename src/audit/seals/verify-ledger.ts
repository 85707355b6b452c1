import type { Cell } from '../../seal/canonical-form.ts'
import { type NumberedSeal, nameSeal } from '../../seal/chain.ts'
import {
  CORRECTION,
  digestCorrection,
  digestVoiceCorrection,
  digestVoiceCorrectionRow,
  VOICE_CORRECTION,
} from '../../seal/record-tables.ts'
import type { Digest, LedgerHead } from '../../seal/seal.ts'
import { streamStoredCorrections, streamStoredVoiceCorrections } from '../../store/queries/seals/sealed-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { LinkTable } from '../../store/seals/ledger-head.ts'
import { type Place, placeOf } from '../columns/place.ts'
import type { ChainProblem } from './verify-chain.ts'

const ADVICE = 'put back a copy of the database in which it agrees'

/** An entry of a ledger as it stands there. */
interface Stored {
  readonly id: number
  readonly cells: readonly Cell[]
  /** Null where it has none. */
  readonly link: Digest | null
  readonly entry?: Digest | null
}

/** What is said of claims, or of voices. */
interface Ledger {
  readonly table: 'correction' | 'voice_correction'
  readonly links: LinkTable
  readonly columns: readonly string[]
  /** `correction`, in sentences. */
  readonly word: string
  readonly headOf: (seal: NumberedSeal) => LedgerHead
  readonly stream: (database: StoreDatabase) => AsyncIterable<Stored>
  readonly digest: (previous: Digest | null, cells: readonly Cell[]) => Digest
  /** What its links have besides, of each row alone. */
  readonly digestRow?: (cells: readonly Cell[]) => Digest
}

const OF_CLAIMS: Ledger = {
  table: 'correction',
  links: 'correction_link',
  columns: CORRECTION.columns,
  word: 'correction',
  headOf: ({ corrections }) => corrections,
  stream: streamStoredCorrections,
  digest: digestCorrection,
}

const OF_VOICES: Ledger = {
  table: 'voice_correction',
  links: 'voice_correction_link',
  columns: VOICE_CORRECTION.columns,
  word: 'voice correction',
  headOf: ({ voiceCorrections }) => voiceCorrections ?? { count: 0, head: null },
  stream: streamStoredVoiceCorrections,
  digest: digestVoiceCorrection,
  digestRow: digestVoiceCorrectionRow,
}

/**
 * Whether both ledgers of corrections are chains, link by link, and were sealed so.
 *
 * @param seals that were made in this store
 */
export async function verifyLedgers(database: StoreDatabase, seals: readonly NumberedSeal[]): Promise<ChainProblem[]> {
  return [...(await verifyLedger(database, seals, OF_CLAIMS)), ...(await verifyLedger(database, seals, OF_VOICES))]
}

async function verifyLedger(
  database: StoreDatabase,
  seals: readonly NumberedSeal[],
  { table, links, columns, word, ...ledger }: Ledger,
): Promise<ChainProblem[]> {
  const problems: ChainProblem[] = []
  const report = (message: string, ...places: readonly Place[]) => problems.push({ message, places })
  /** What was sealed of the ledger, by how long it was. */
  const heads = Map.groupBy(seals, seal => ledger.headOf(seal).count)
  let count = 0
  let digest: Digest | null = null
  let link: Digest | null = null
  const compare = () => {
    for (const seal of heads.get(count) ?? [])
      if (ledger.headOf(seal).head !== link)
        report(
          `The first ${count} ${word}s are not those that ${nameSeal(seal)} holds; ${ADVICE}.`,
          placeOf({ table: links, row: null }, ['digest']),
          placeOf({ table, row: null }, columns),
        )
    heads.delete(count)
  }
  compare()
  for await (const { id, cells, link: stored, entry } of ledger.stream(database)) {
    count += 1
    digest = ledger.digest(link, cells)
    const row = String(id)
    const name = `${startBig(word)} ${id}`
    if (stored === null)
      report(
        `${name} has no link: its row in ${table} was added, or has another id; ${ADVICE}.`,
        placeOf({ table, row, change: 'added' }, ['id']),
        placeOf({ table: links, row, change: 'gone' }, ['correction_id']),
      )
    else if (stored !== digest)
      report(
        `${name} does not have its link in ${links}: a column of its row in ${table} was changed (${columns.join(', ')}), or digest in ${links}, or one before it has gone; ${ADVICE}.`,
        placeOf({ table, row }, columns),
        placeOf({ table: links, row }, ['digest']),
      )
    else if (ledger.digestRow !== undefined && entry !== ledger.digestRow(cells))
      report(
        `${name} goes by another entry in ${links} than its row makes: what takes it back does not find it; ${ADVICE}.`,
        placeOf({ table: links, row, isCertain: true, sealed: { entry: ledger.digestRow(cells) } }, ['entry']),
      )
    link = stored ?? digest
    compare()
  }
  for (const [expected, [seal]] of heads)
    if (seal !== undefined)
      report(
        `There are ${count} ${word}s, and ${nameSeal(seal)} holds ${expected}: some have gone; ${ADVICE}.`,
        placeOf({ table, row: null, change: 'gone' }, []),
      )
  return problems
}

function startBig(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
