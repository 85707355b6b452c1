import type { Cell } from '../../seal/canonical-form.ts'
import { digestCorrection, digestVoiceCorrection, digestVoiceCorrectionRow } from '../../seal/record-tables.ts'
import type { Digest } from '../../seal/seal.ts'
import { literal } from '../transfer/seals/sealed-subjects.ts'
import { selectCorrections, selectVoiceCorrections } from './sealed-sql.ts'
import type { StatementRow, Statements } from './statements.ts'

const LINKS_AT_ONCE = 500

/**
 * Adds the links of corrections that have none yet, behind the last one. To be run in the transaction that added them, which
 * held the chains before it did.
 */
export function* linkCorrections(): Statements {
  const last = yield* findLast('correction_link')
  let { digest } = last
  const links = (yield selectCorrections(`own.id > ${last.id}`)).map(entry => {
    const [id, cells] = toCells(entry)
    digest = digestCorrection(digest, cells)
    return [id, digest]
  })
  yield* insert('correction_link', ['correction_id', 'digest'], links)
}

/** The same of corrections of voices, whose links say by what each entry can be taken back. */
export function* linkVoiceCorrections(): Statements {
  const last = yield* findLast('voice_correction_link')
  let { digest } = last
  const links = (yield selectVoiceCorrections(`own.id > ${last.id}`)).map(entry => {
    const [id, cells] = toCells(entry)
    digest = digestVoiceCorrection(digest, cells)
    return [id, digest, digestVoiceCorrectionRow(cells)]
  })
  yield* insert('voice_correction_link', ['correction_id', 'digest', 'entry'], links)
}

interface LastLink {
  /** Below every number where there is none. */
  readonly id: Cell
  readonly digest: Digest | null
}

function* findLast(table: string): Statements<LastLink> {
  const [last] = yield `SELECT correction_id AS id, digest FROM ${table} ORDER BY correction_id DESC LIMIT 1`
  return { id: last?.id ?? -1, digest: (last?.digest as Digest | undefined) ?? null }
}

/** Before the cells stands the number of the entry. */
function toCells(entry: StatementRow): [id: Cell, cells: readonly Cell[]] {
  const [id = null, ...cells] = Object.values(entry)
  return [id, cells]
}

function* insert(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Statements {
  for (let from = 0; from < rows.length; from += LINKS_AT_ONCE) {
    const some = rows.slice(from, from + LINKS_AT_ONCE).map(row => `(${row.map(literal).join(', ')})`)
    yield `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.join(', ')}`
  }
}
