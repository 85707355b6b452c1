import { hash } from 'node:crypto'
import { digestArticle } from '../../seal/article-digest.ts'
import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName, articleTable } from '../../seal/article-tables.ts'
import { type Cell, encodeCells, saidCells } from '../../seal/canonical-form.ts'
import { findOtherRows, type OtherRows, sumOf } from '../../seal/row-sums.ts'
import type { NamedRow } from '../../seal/rows-by-name.ts'
import type { Digest } from '../../seal/seal.ts'
import { ArticleFacts } from './article-facts.ts'
import { guessCells } from './guess-cells.ts'
import { nameRow } from './name-row.ts'
import { type Place, placeOf } from './place.ts'

/** So many rows at once are guessed at; whoever changed more is named by the rows alone. */
const MOST_ROWS = 4
/** So often the digest of all rows is made anew for one article, at about half a millisecond. */
const MOST_DIGESTS = 300

type Cells = readonly Cell[]

/** One cell as it may have been. */
interface Mend {
  readonly table: ArticleTableName
  readonly row: Cells
  readonly column: string
  readonly value: Cell
}

/**
 * In which columns an article's rows are not as they were sealed. The digest tells only that something is other; so what the
 * rest of the article, and closed sets of labels, say that a cell can have been is tried: where the rows so mended have the
 * digest that was sealed, it is certain which cell it was and what stood there. Else those columns are named that nothing
 * clears.
 *
 * @param sums that were left beside the digest
 * @param inputs what each place said of the article; null where nothing is to be tried
 * @returns nothing where the sums tell of no row
 * @throws RangeError when a cell cannot stand in its column
 */
export function findColumns(
  rows: ArticleRows,
  { digest, sums }: { readonly digest: Digest | null; readonly sums: string },
  inputs: readonly NamedRow[] | null,
): Place[] {
  const others = findOtherRows(rows, sums)
  const facts = new ArticleFacts(rows, inputs ?? [])
  const mends = inputs === null ? null : search(rows, digest, others, facts)
  if (mends !== null) return placeMends(mends)
  return others.flatMap(other => placeOther(other, facts))
}

function search(
  rows: ArticleRows,
  digest: Digest | null,
  others: readonly OtherRows[],
  facts: ArticleFacts,
): Mend[] | null {
  if (others.length === 0) return findHidden(rows, digest, facts)
  return findRenamed(rows, digest, facts) ?? findMends(rows, digest, others, facts)
}

function columnsOf(table: ArticleTableName): readonly string[] {
  return articleTable(table).columns
}

/** Rows that refer to one another by the id of one of them: `of` in table, named so. */
const REFERENCES: Readonly<
  Record<'source' | 'claim' | 'entity' | 'voice', readonly (readonly [ArticleTableName, string])[]>
> = {
  source: [
    ['source', 'id'],
    ['source', 'antecedent'],
    ['source_span', 'source'],
    ['claim', 'source'],
    ['claim', 'cited'],
    ['claim', 'relayed'],
    ['evidence', 'source'],
  ],
  claim: [
    ['claim', 'id'],
    ['claim', 'parent'],
    ['claim', 'corroborated'],
    ['claim_span', 'claim'],
    ['evidence', 'claim'],
    ['voice_claim', 'claim'],
  ],
  entity: [
    ['entity', 'id'],
    ['source', 'entity'],
    ['mention', 'entity'],
    ['voice', 'entity'],
  ],
  voice: [
    ['voice', 'id'],
    ['voice_evidence', 'voice'],
    ['voice_claim', 'voice'],
  ],
}

/** An id that is not that of its row: all rows that refer to it are others then. */
function findRenamed(rows: ArticleRows, digest: Digest | null, facts: ArticleFacts): Mend[] | null {
  for (const table of ['source', 'claim', 'entity', 'voice'] as const)
    for (const [place, row] of facts.of(table).entries()) {
      const [hashed] =
        table === 'entity' ? [hashEntity(row)] : (guessCells(table, row, facts).told.id ?? [row.id ?? null])
      if (hashed === undefined || hashed === null || hashed === row.id) continue
      if (digestOf(rename(rows, table, row.id ?? null, hashed)) !== digest) continue
      return [{ table, row: rows[table][place] as Cells, column: 'id', value: hashed }]
    }
  return null
}

function hashEntity({ kind, name }: NamedRow): string {
  return hash('sha256', `${kind}|${name}`).slice(0, 20)
}

function rename(rows: ArticleRows, of: keyof typeof REFERENCES, from: Cell, to: Cell): ArticleRows {
  const renamed: Partial<Record<ArticleTableName, readonly Cells[]>> = {}
  for (const [table, column] of REFERENCES[of]) {
    const place = columnsOf(table).indexOf(column)
    renamed[table] = (renamed[table] ?? rows[table]).map(row => (row[place] === from ? row.with(place, to) : row))
  }
  return { ...rows, ...renamed }
}

/** Cells that make the rows what was sealed, one in each row that is another. */
function findMends(
  rows: ArticleRows,
  digest: Digest | null,
  others: readonly OtherRows[],
  facts: ArticleFacts,
): Mend[] | null {
  const isEven = others.every(({ before, now }) => before === now.length)
  const changed = others.flatMap(other => other.now.map(row => ({ other, row })))
  if (!isEven || changed.length > MOST_ROWS) return null
  const choices = changed.map(({ other, row }) => [...proposeMends(other, row, facts)])
  let left = MOST_DIGESTS
  const tryFrom = (index: number, mended: ArticleRows, made: readonly Mend[]): Mend[] | null => {
    const some = choices[index]
    if (some === undefined) {
      left -= 1
      return digestOf(mended) === digest ? [...made] : null
    }
    for (const mend of some) {
      if (left <= 0) return null
      const found = tryFrom(index + 1, apply(mended, mend), [...made, mend])
      if (found !== null) return found
    }
    return null
  }
  return tryFrom(0, rows, [])
}

/** A cell that was changed so that the sum of its row stayed what it was, as one change in 256 does by chance. */
function findHidden(rows: ArticleRows, digest: Digest | null, facts: ArticleFacts): Mend[] | null {
  let left = MOST_DIGESTS * ARTICLE_TABLES.length
  for (const { name, reals, firstCells } of ARTICLE_TABLES)
    for (const row of rows[name]) {
      const sums = [sumOf(encodeCells(saidCells(row, firstCells), reals))]
      for (const mend of proposeMends({ table: name, before: 1, sums, now: [row] }, row, facts)) {
        left -= 1
        if (left < 0) return null
        if (digestOf(apply(rows, mend)) === digest) return [mend]
      }
    }
  return null
}

/** Each cell of a row that, were it another, would leave the sum that one of the rows left. */
function* proposeMends({ table, sums }: OtherRows, row: Cells, facts: ArticleFacts): Generator<Mend> {
  const form = articleTable(table)
  const { columns } = form
  const named = Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null]))
  const { told, tried } = guessCells(table, named, facts)
  for (const [place, column] of columns.entries())
    for (const value of new Set([...(told[column] ?? []), ...(tried[column] ?? [])])) {
      if (value === row[place]) continue
      const encoded = encode(row.with(place, value), form)
      if (encoded !== null && sums.includes(sumOf(encoded))) yield { table, row, column, value }
    }
}

function encode(row: Cells, { reals, firstCells }: ReturnType<typeof articleTable>): string | null {
  try {
    return encodeCells(saidCells(row, firstCells), reals)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function apply(rows: ArticleRows, { table, row, column, value }: Mend): ArticleRows {
  const place = columnsOf(table).indexOf(column)
  return { ...rows, [table]: rows[table].map(one => (one === row ? one.with(place, value) : one)) }
}

function digestOf(rows: ArticleRows): Digest | null {
  try {
    return digestArticle(rows).toString('hex')
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function placeMends(mends: readonly Mend[]): Place[] {
  return mends.map(({ table, row, column, value }) => {
    const known = { table, row: nameRow(table, row), isCertain: true, sealed: { [column]: value } }
    return placeOf(known, [column])
  })
}

function placeOther({ table, before, now }: OtherRows, facts: ArticleFacts): Place[] {
  const columns = columnsOf(table)
  if (before === 0) return now.map(row => placeOf({ table, row: nameRow(table, row), change: 'added' }, []))
  if (now.length === 0) return [placeOf({ table, row: null, change: 'gone' }, HANGS_BY[table] ?? [])]
  if (before !== now.length) return [placeOf({ table, row: null }, columns)]
  return now.map(row => {
    const named = Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null]))
    return placeOf({ table, row: nameRow(table, row) }, suspect(table, named, facts))
  })
}

/** What a row hangs on its article by: with another value there it has gone too. */
const HANGS_BY: Readonly<Partial<Record<ArticleTableName, readonly string[]>>> = {
  entity: [],
  source: ['article'],
  source_span: ['source'],
  claim: ['article'],
  claim_span: ['claim'],
  mention: ['article'],
  candidate: ['article'],
  evidence: ['claim', 'source'],
  done: ['article'],
  voice: ['article'],
  voice_evidence: ['voice'],
  voice_claim: ['claim', 'voice'],
}

/** Columns that contradict the rest of the article; where none does, those that nothing clears. */
function suspect(table: ArticleTableName, row: NamedRow, facts: ArticleFacts): string[] {
  const { told } = guessCells(table, row, facts)
  const columns = columnsOf(table)
  const contradicted = columns.filter(column => told[column] !== undefined && !isAmong(row, column, told))
  const accused = new Set(contradicted.flatMap(column => TOGETHER[`${table}.${column}`] ?? [column]))
  if (accused.size > 0) return columns.filter(column => accused.has(column))
  return columns.filter(column => told[column] === undefined || CLOSED.has(column))
}

/** Columns that hold one of a closed set are not cleared by holding one. */
const CLOSED = new Set([
  ...['naming', 'kind', 'quotation', 'act', 'negated', 'hedged', 'type', 'role', 'version', 'gender', 'source_type'],
  ...['function', 'first_voice', 'last_voice', 'field'],
])
/** Where these do not agree, either may have been changed. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'claim_span.text': ['start', 'end', 'text'],
  'source_span.text': ['start', 'end', 'text'],
  'mention.text': ['start', 'end', 'text'],
  'candidate.text': ['start', 'end', 'text'],
  'voice.text': ['start', 'end', 'text'],
  'article.published_utc': ['published_at', 'published_utc'],
}

function isAmong(row: NamedRow, column: string, told: Readonly<Record<string, readonly Cell[]>>): boolean {
  return told[column]?.includes(row[column] ?? null) ?? true
}
