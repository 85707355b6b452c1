import type { Command } from 'commander'
import { examples } from '../../help.ts'
import { wholeNumber } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import { printListing } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions {
  readonly limit?: number
}

type Row = Readonly<Record<string, string | number | null>>

export function addQuery(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('query')
    .description('ask in SQL, read-only')
    .argument('<sql>', 'one query, in the SQL of the database: of SQLite, or of PostgreSQL')
    .addOption(databaseOption())
  addFormatOptions(command)
    .option('--limit <n>', 'at most so many rows', wholeNumber(1))
    .addHelpText(
      'after',
      `
The views are the easy way in: v_claim (one flat row a claim), v_source, v_anonymous, v_voice (who says how much),
v_person (whom articles name), v_article, v_version (texts under one URI), v_audit; across articles v_quotation_family and
v_variant (the same words), v_reply, v_version_change. Offsets count Unicode code points, as substr does. PostgreSQL wants
the column "end" in quotation marks, and ends a query after five minutes.
${examples({
  'query "SELECT source, content FROM v_claim WHERE naming = \'anonymous\'"': 'what anonymous sources said',
  'query "SELECT act, count(*) AS claims FROM v_claim GROUP BY act" --csv': 'claims by act, for a spreadsheet',
  'query "SELECT sql FROM sqlite_schema WHERE name = \'claim\'"': 'how a table of a file is made',
})}`,
    )
    .action((sql: string, options: Options) => query(sql, options, surroundings))
}

async function query(sql: string, options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async reader => {
    const { columns: headings, rows } = await reader.select(sql)
    const cut = new CutRows(headings, rows, options.limit ?? Number.POSITIVE_INFINITY)
    const columns = headings.map((heading, index) => ({ heading, cell: cut.cellAt(index), share: 1 }))
    await printListing(surroundings, chooseFormat(options, surroundings), { rows: cut, columns, fields: cut.fields })
    if (cut.isCut) note(surroundings, `Only the first ${options.limit} rows are shown; --limit takes a higher number.`)
  })
}

/** The first rows of a query as objects. */
class CutRows {
  /** Whether there were more. */
  isCut = false
  readonly fields: readonly string[]
  readonly #rows: AsyncIterable<readonly unknown[]>
  readonly #limit: number

  constructor(headings: readonly string[], rows: AsyncIterable<readonly unknown[]>, limit: number) {
    this.fields = distinct(headings)
    this.#rows = rows
    this.#limit = limit
  }

  cellAt(index: number): (row: Row) => string | number | null {
    const heading = this.fields[index] as string
    return row => row[heading] ?? null
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void> {
    let count = 0
    for await (const values of this.#rows) {
      if (count++ >= this.#limit) {
        this.isCut = true
        return
      }
      yield Object.fromEntries(this.fields.map((heading, index) => [heading, toCell(values[index])]))
    }
  }
}

/** `SELECT 1 AS a, 2 AS a` has two columns of one name; neither may hide the other. */
function distinct(headings: readonly string[]): string[] {
  return headings.map((heading, index) => {
    const before = headings.slice(0, index).filter(other => other === heading).length
    return before === 0 ? heading : `${heading}_${before + 1}`
  })
}

function toCell(value: unknown): string | number | null {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (typeof value === 'number' || typeof value === 'string') return value
  return value === null || value === undefined ? null : String(value)
}
