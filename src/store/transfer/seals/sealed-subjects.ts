import { digestArticle } from '../../../seal/article-digest.ts'
import type { Cell } from '../../../seal/canonical-form.ts'
import { partsOfInput } from '../../../seal/subjects.ts'
import {
  groupByArticle,
  type NumberedRow,
  type RowsOfArticles,
  toInputLeaves,
  toLetterLeaves,
} from '../../seals/sealed-rows.ts'
import { selectArticleRows, selectInputs, selectLeftOut, selectLetters } from '../../seals/sealed-sql.ts'
import type { MergeTarget } from '../merge-target.ts'

/** What subjects of one kind stand there as: the digests of those that do, by subject. */
export type Standing = ReadonlyMap<string, string | null>

/** @param subjects of no more than some hundred, because they go into one statement */
export async function findStanding(target: MergeTarget, kind: string, subjects: readonly string[]): Promise<Standing> {
  if (subjects.length === 0) return new Map()
  if (kind === 'article') return await findArticles(target, subjects)
  const keys = (texts: readonly string[]) => texts.map(text => target.key(literal(text))).join(', ')
  if (kind === 'dead_letter') {
    const own = "coalesce(own.article_id, own.file || ' > ' || own.form, own.uri)"
    const rows = await select(target, selectLetters(`${target.key(own)} IN (${keys(subjects)})`))
    return new Map(toLetterLeaves(rows).map(({ subject, digest }) => [subject, digest]))
  }
  const locations = subjects.map(subject => partsOfInput(subject)?.location ?? '')
  return await findInputs(target, `${target.key('own.location')} IN (${keys(locations)})`)
}

/** Inputs by a condition on `own`. */
export async function findInputs(target: MergeTarget, where: string): Promise<Standing> {
  const rows = await select(target, selectInputs(where))
  const ids = rows.map(([id]) => id)
  const leftOut = ids.length === 0 ? [] : await select(target, selectLeftOut(`own.input_id IN (${ids.join(', ')})`))
  return new Map(toInputLeaves(rows, leftOut).map(({ subject, digest }) => [subject, digest]))
}

async function findArticles(target: MergeTarget, ids: readonly string[]): Promise<Standing> {
  const found = await target.all<{ rowid: number }>(
    `SELECT rowid FROM article WHERE id IN (${ids.map(literal).join(', ')})`,
  )
  if (found.length === 0) return new Map()
  const rowids = found.map(({ rowid }) => rowid).join(', ')
  const tables: [string, NumberedRow[]][] = []
  for (const [name, text] of Object.entries(selectArticleRows(article => `${article} IN (${rowids})`)))
    tables.push([name, await select(target, text)])
  const articles = groupByArticle(Object.fromEntries(tables) as unknown as RowsOfArticles)
  return new Map(
    [...articles.values()].map(rows => [String(rows.article[0]?.[0]), digestArticle(rows).toString('hex')]),
  )
}

export async function select(target: MergeTarget, text: string): Promise<NumberedRow[]> {
  const rows = await target.all<Record<string, Cell>>(text)
  return rows.map(row => Object.values(row) as unknown as NumberedRow)
}

/** A value as it stands in SQL. */
export function literal(value: Cell): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
