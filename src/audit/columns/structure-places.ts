import { ARTICLE_TABLES } from '../../seal/article-tables.ts'
import { kindOf } from './column-kinds.ts'
import { type Place, placeOf } from './place.ts'

/** Columns that refer to rows and that no article's digest covers under their own names. */
const MORE_REFERENCES: Readonly<Record<string, readonly string[]>> = {
  done: ['run_id'],
  input: ['first_run', 'run'],
  left_out: ['input_id'],
  dead_letter: ['run'],
  seal: ['run_id'],
  seal_leaf: ['seal_id'],
  correction_link: ['correction_id'],
  voice_correction_link: ['correction_id'],
}
const NUMBERED_BY_ID: ReadonlySet<string> = new Set(['run', 'input', 'seal', 'correction', 'voice_correction'])

/** The tables and columns that a problem of the store's own structure lies in, where its clause names them. */
export function placeProblem(problem: string): Place[] {
  const [, child, parent] = /rows of (\w+) refer to a (\w+) that/.exec(problem) ?? []
  if (child !== undefined && parent !== undefined)
    return [
      placeOf({ table: child, row: null }, referencesOf(child)),
      placeOf({ table: parent, row: null, change: 'gone' }, [NUMBERED_BY_ID.has(parent) ? 'id' : 'rowid']),
    ]
  if (/migration \d+ /.test(problem))
    return ['migration', 'hearsay_schema'].map(table => placeOf({ table, row: null }, ['number', 'name', 'since']))
  const [, object] = /^the (?:table|view|index|trigger) (\w+) /.exec(problem) ?? []
  if (object !== undefined) return [placeOf({ table: object, row: null }, [])]
  if (/corrected contents/.test(problem) && problem.includes('full-text index'))
    return [
      placeOf({ table: 'standing_search', row: null }, ['rowid', 'words']),
      placeOf({ table: 'standing', row: null }, ['rowid', 'content_text']),
    ]
  if (problem.includes('full-text index')) return [placeOf({ table: 'claim_search', row: null }, ['rowid', 'words'])]
  return []
}

function referencesOf(table: string): string[] {
  const columns: readonly string[] = ARTICLE_TABLES.find(({ name }) => name === table)?.columns ?? []
  return [...columns.filter(column => kindOf(table, column) === 'reference'), ...(MORE_REFERENCES[table] ?? [])]
}
