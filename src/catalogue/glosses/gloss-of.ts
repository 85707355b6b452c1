import { SOURCE_FIELDS } from '../../domain/source-fields.ts'
import { TABLES, type Table } from '../tables.ts'
import { ITEM_GLOSSES } from './items.ts'
import { OWN_GLOSSES } from './own-columns.ts'
import { COLUMN_GLOSSES } from './shared-columns.ts'

/** What a column is, in one line. */
export interface ColumnGloss {
  /** Where no declaration says it: that of what a view works out. */
  readonly type: string | null
  readonly gloss: string
}

/** Every table that other stores take over, with its columns. */
const CATALOGUE: Readonly<Record<string, Table | undefined>> = TABLES
const SOURCE_GLOSSES = new Map<string, string>(Object.values(SOURCE_FIELDS).map(({ column, gloss }) => [column, gloss]))

/** What a table or view is; null of one that is not known. */
export function glossOfItem(item: string): string | null {
  return CATALOGUE[item]?.gloss ?? ITEM_GLOSSES[item] ?? null
}

/**
 * What a column of a table or view is; null of one that nothing is said of.
 *
 * @param columns names of all columns beside it
 */
export function glossOfColumn(item: string, column: string, columns: readonly string[]): ColumnGloss | null {
  const said =
    catalogued(item, column) ??
    OWN_GLOSSES[`${item}.${column}`] ??
    COLUMN_GLOSSES[column] ??
    SOURCE_GLOSSES.get(column) ??
    derived(column, columns)
  if (said === null) return null
  const [, type = null, gloss = ''] = /^(?:([A-Z]+): )?(.*)$/.exec(said) ?? []
  return { type, gloss }
}

/** As the catalogue has it, with the values of a closed set. */
function catalogued(item: string, column: string): string | undefined {
  const known = CATALOGUE[item]?.columns[column]
  if (known === undefined || known.labels === null) return known?.gloss
  return `${known.gloss.replace(/\.$/, '')}: ${known.labels.join(', ')}.`
}

/** What only follows from another column's name need not be said. */
function derived(column: string, columns: readonly string[]): string | null {
  const [, of = '', edge] = /^(.*)_(start|end|rowid|text)$/.exec(column) ?? []
  if (edge === 'start' || edge === 'end') return `INTEGER: Where the words for \`${of}\` ${edge}`
  if (edge === 'rowid' && glossOfItem(of) !== null) return `Row of \`${of}\``
  if (edge === 'rowid') return `Row of \`${of.replace(/^.*_/, '')}\``
  if (edge === 'text') return `TEXT: The words for \`${of}\`; parts are joined with …`
  const machine = /^machine_(.*)$/.exec(column)?.[1]
  if (machine !== undefined && columns.includes(machine)) return `\`${machine}\` as the machine found it`
  const sets = /^sets_(.*)$/.exec(column)?.[1]
  if (sets !== undefined) return `1 where people said which words the ${sets} is`
  return null
}
