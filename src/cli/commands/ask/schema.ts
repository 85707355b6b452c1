import type { Command } from 'commander'
import { glossOfColumn, glossOfItem } from '../../../catalogue/glosses/gloss-of.ts'
import { HearsayError } from '../../../domain/errors.ts'
import { findColumnTypes, findDefinitions } from '../../../store/queries/runs/schema-definitions.ts'
import { findSchema, type SchemaItem } from '../../../store/queries/runs/schema-names.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { printText, printValue } from '../../output/print.ts'
import type { Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly sql?: boolean
  readonly json?: boolean
}

interface ToldColumn {
  readonly name: string
  readonly type: string
  /** Null of a column that this version does not know. */
  readonly gloss: string | null
}

interface ToldItem {
  readonly name: string
  readonly type: SchemaItem['type']
  readonly gloss: string | null
  readonly columns: readonly ToldColumn[]
}

export function addSchema(program: Command, surroundings: Surroundings): void {
  program
    .command('schema')
    .argument('[names...]', 'only these tables and views')
    .description('list tables and views, with what each column is')
    .addOption(databaseOption())
    .option('--sql', 'print the SQL that makes them, in the dialect of the database')
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      `
Views come first: they are the easy way in for hearsay query, and show claims as people corrected them.
${examples({
  schema: 'everything that a query may ask',
  'schema v_claim v_source': 'the columns of two views',
  'schema claim --sql': 'how a table is made, with its indexes',
})}`,
    )
    .action((names: readonly string[], options: Options) => printSchema(names, options, surroundings))
}

async function printSchema(names: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  if (options.sql === true && options.json === true)
    throw new HearsayError('--sql and --json are two forms of the same: give one of them.', 'argument-conflict')
  await withReader(options.db, async ({ database }) => {
    const items = choose(await findSchema(database), names)
    if (options.sql === true) await printText(surroundings, await readSql(database, items, names))
    else {
      const told = await tell(database, items)
      if (options.json === true) await printValue(surroundings, told)
      else await printText(surroundings, told.map(format).join('\n\n').split('\n'))
    }
  })
}

function choose(items: readonly SchemaItem[], names: readonly string[]): readonly SchemaItem[] {
  const known = new Map(items.map(item => [item.name, item]))
  const unknown = names.find(name => !known.has(name))
  if (unknown !== undefined)
    throw new HearsayError(
      `There is no table or view "${unknown}"; hearsay schema without a name lists all.`,
      'value-unknown',
    )
  return names.length === 0 ? items : items.filter(({ name }) => names.includes(name))
}

/** Of some tables what belongs to them comes along: their indexes, and what watches them. */
async function readSql(
  database: StoreDatabase,
  items: readonly SchemaItem[],
  names: readonly string[],
): Promise<readonly string[]> {
  const definitions = await findDefinitions(database)
  const chosen = new Set(items.map(({ name }) => name))
  const made =
    names.length === 0 ? definitions : definitions.filter(({ type, of }) => type !== 'history' && chosen.has(of))
  return made
    .map(({ sql }) => `${sql};`)
    .join('\n\n')
    .split('\n')
}

async function tell(database: StoreDatabase, items: readonly SchemaItem[]): Promise<ToldItem[]> {
  const types = await findColumnTypes(database)
  const declared = new Map(
    [...types].filter(([, type]) => type !== '').map(([place, type]) => [place.replace(/^.*\./, ''), type]),
  )
  return items.map(({ name, type, columns }) => ({
    name,
    type,
    gloss: glossOfItem(name),
    columns: columns.map(column => {
      const known = glossOfColumn(name, column, columns)
      // What a view of a file works out has no type of its own: it has the one that the same name has elsewhere.
      const own = types.get(`${name}.${column}`) || (known?.type ?? declared.get(column) ?? 'TEXT')
      return { name: column, type: own, gloss: known?.gloss ?? null }
    }),
  }))
}

function format({ name, type, gloss, columns }: ToldItem): string {
  const [wide, most] = [columns.map(column => column.name.length), columns.map(column => column.type.length)]
  const lines = columns.map(column => {
    const cells = [column.name.padEnd(Math.max(...wide)), column.type.padEnd(Math.max(...most)), column.gloss ?? '']
    return `  ${cells.join('  ')}`.trimEnd()
  })
  return [`${name} (${type})${gloss === null ? '' : `: ${gloss}`}`, ...lines].join('\n')
}
