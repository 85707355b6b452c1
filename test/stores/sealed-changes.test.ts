import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/audit/finding.ts'
import { verify } from '../../src/audit/verify.ts'
import { HearsayError } from '../../src/domain/errors.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { proofSize } from '../support/proof-size.ts'
import { fillSealed } from '../support/sealed-database.ts'
import { makeFolder } from '../support/stored-database.ts'
import {
  type Column,
  isRow,
  literal,
  type Row,
  type TamperedDatabase,
  tamperPostgres,
  tamperSqlite,
  type Value,
} from './tampered-database.ts'

/** What nobody notices, and why not. */
const UNNOTICED: Readonly<Record<string, string>> = {
  'evidence.rowid': 'a number of the store’s own, which nothing refers to',
  'input.id': 'a number of the store’s own, of an input that nothing was left out of',
  'dead_letter.id': 'a number of the store’s own, which nothing refers to',
  'seal_leaf.id': 'a number of the store’s own, which nothing refers to',
  'migration.applied_at': 'when the tables were made, which says nothing of the record',
  'hearsay_schema.applied_at': 'the same on PostgreSQL',
}

/** Columns that are noticed, and of which verify names the table and not the column. */
const UNNAMED: Readonly<Record<string, string>> = {}

/** Hundreds of changes, each of which is verified. */
const LONGEST_MS = 900_000

interface Change {
  readonly name: string
  readonly statements: readonly string[]
}

/** Tables that are no part of the record: those of the queue, and what follows from the record and can be found anew. */
const PASSING = new Set([
  'queued_article',
  'across_entry',
  'across_gone',
  'across_holder',
  'wording',
  'wording_anchor',
  'wording_tie',
  'quotation_family',
  'quotation_member',
  'quotation_loss',
  'accusation',
  'reply',
  'version_change',
])
/** What makes a row another one, where one more is added. */
const NEW_BY: Readonly<Record<string, readonly string[]>> = {
  article: ['rowid', 'id'],
  claim: ['rowid', 'id'],
  claim_search: ['rowid'],
  claim_span: ['sequence'],
  candidate: ['sequence'],
  correction: ['id'],
  correction_link: ['correction_id'],
  dead_letter: ['id', 'uri', 'article_id', 'form'],
  done: ['stage'],
  entity: ['rowid', 'id'],
  evidence: ['rowid', 'sequence'],
  hearsay_schema: ['number'],
  input: ['id', 'location'],
  left_out: ['sequence'],
  mention: ['sequence'],
  migration: ['number'],
  run: ['id'],
  seal: ['id', 'number', 'digest'],
  seal_leaf: ['id'],
  source: ['rowid', 'id'],
  source_span: ['sequence'],
  standing: ['rowid', 'claim_id'],
  standing_search: ['rowid'],
  standing_span: ['sequence'],
  voice: ['rowid', 'id', 'sequence'],
  voice_claim: ['claim_rowid'],
  voice_correction: ['id'],
  voice_correction_link: ['correction_id'],
  voice_evidence: ['sequence'],
}

describe('on SQLite', () => {
  it(
    'every change is noticed',
    async () => {
      const db = join(makeFolder(), 'sealed.db')
      await fillSealed(db)
      await noticeAll('SQLite', tamperSqlite(db))
    },
    LONGEST_MS,
  )
})

describePostgres('on PostgreSQL', server => {
  it(
    'every change is noticed',
    async () => {
      const db = await server().createDatabase()
      await fillSealed(db)
      await noticeAll('PostgreSQL', await tamperPostgres(db))
    },
    LONGEST_MS,
  )
})

async function noticeAll(store: string, database: TamperedDatabase): Promise<void> {
  const changes = (await makeChanges(database)).filter((_, index) => index % proofSize(20, 1) === 0)
  const unnoticed: string[] = []
  const unnamed: string[] = []
  const named = { columns: 0, certain: 0 }
  for (const { name, statements } of changes)
    await database.tamper(statements, async () => {
      const findings = await findingsOrRefusal(database.db)
      if (findings?.length === 0) unnoticed.push(name)
      const [table = '', column] = name.split('.')
      if (findings === null || findings.length === 0 || column === undefined) return
      const places = findings.flatMap(finding => finding.places).filter(place => place.table === table)
      if (!places.some(place => place.columns.includes(column))) {
        unnamed.push(name)
        return
      }
      named.columns += 1
      if (places.some(place => place.isCertain && place.columns.includes(column))) named.certain += 1
    })
  console.log(`${store}: ${changes.length - unnoticed.length} of ${changes.length} changes noticed`)
  console.log(`${store}: the column named of ${named.columns} changes, that of ${named.certain} alone and for certain`)
  await database.tamper([], async () => expect(await findingsOrRefusal(database.db)).toEqual([]))
  expect(unnoticed.filter(name => UNNOTICED[name] === undefined)).toEqual([])
  expect(unnamed.filter(name => UNNAMED[name] === undefined)).toEqual([])
}

/** Null for what cannot even be opened and is refused with a sentence, which is as good. */
async function findingsOrRefusal(db: string): Promise<Finding[] | null> {
  try {
    return await findingsIn(db)
  } catch (error) {
    if (error instanceof HearsayError) return null
    throw error
  }
}

async function findingsIn(db: string): Promise<Finding[]> {
  const reader = await openReader(db)
  try {
    const findings: Finding[] = []
    await verify(reader, { onFinding: finding => findings.push(finding) })
    return findings
  } finally {
    await reader.close()
  }
}

async function makeChanges(database: TamperedDatabase): Promise<Change[]> {
  const changes: Change[] = []
  for (const [table, columns] of await database.tables()) {
    if (PASSING.has(table)) continue
    const rows = await database.rows(table)
    expect([table, rows.length]).not.toEqual([table, 0])
    for (const column of columns) changes.push(changeColumn(table, column, rows))
    const last = rows.at(-1) as Row
    changes.push({ name: `${table}: a row deleted`, statements: [`DELETE FROM ${table} WHERE ${isRow(last)}`] })
    changes.push(addRow(table, columns, last))
  }
  return [...changes, ...(await swapArticles(database)), ...removeRun()]
}

function changeColumn(table: string, { name, type }: Column, rows: readonly Row[]): Change {
  const row = rows.findLast(candidate => candidate[name] !== null) ?? (rows.at(-1) as Row)
  const value = type === 'words' ? `'other':1` : literal(other(row[name] ?? null, type))
  const changed = type === 'words' ? `"${name}" = ${literal("'other':1")}` : `"${name}" = ${value}`
  return { name: `${table}.${name}`, statements: [`UPDATE ${table} SET ${changed} WHERE ${isRow(row)}`] }
}

function other(value: Value, type: Column['type']): Value {
  if (type === 'real') return value === null ? 0.5 : Number(value) / 2
  if (type === 'whole') return value === null ? 1 : Number(value) + 1000
  return value === null ? 'x' : `${value}x`
}

function addRow(table: string, columns: readonly Column[], row: Row): Change {
  const by = NEW_BY[table] ?? []
  const values = columns.map(({ name, type }) => {
    const value = row[name] ?? null
    return literal(by.includes(name) && value !== null ? other(value, type) : value)
  })
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return {
    name: `${table}: a row added`,
    statements: [`INSERT INTO ${table} (${names}) VALUES (${values.join(', ')})`],
  }
}

/** What hangs on one article hangs on the other, and the other way round. */
async function swapArticles(database: TamperedDatabase): Promise<Change[]> {
  const [one, two] = (await database.rows('article')).map(({ rowid }) => Number(rowid))
  const swapped = ['claim', 'source', 'mention', 'candidate'].map(table => {
    const where = `article_rowid IN (${one}, ${two})`
    // By way of numbers that nobody has, because a row is moved before the other.
    const aside = `UPDATE ${table} SET article_rowid = article_rowid + 100000 WHERE ${where}`
    const back = `UPDATE ${table} SET article_rowid = ${100000 + Number(one) + Number(two)} - article_rowid WHERE article_rowid > 100000`
    return { name: `${table}s of two articles swapped`, statements: [aside, back] }
  })
  const told = ['title', 'uri', 'publisher'].map(
    column =>
      `UPDATE article SET ${column} = (SELECT ${column} FROM article AS other WHERE other.rowid = ${one}) || ' ' WHERE rowid = ${two}`,
  )
  return [
    ...swapped,
    { name: 'all rows of two articles swapped', statements: swapped.flatMap(({ statements }) => statements) },
    { name: 'texts of two articles swapped', statements: swapNumbers(Number(one), Number(two)) },
    { name: 'metadata of another article', statements: told },
  ]
}

/** So that what hangs on either article hangs on the other. */
function swapNumbers(one: number, two: number): string[] {
  const become = (from: number, to: number) => `UPDATE article SET rowid = ${to} WHERE rowid = ${from}`
  return [become(one, 100_000), become(two, one), become(100_000, two)]
}

function removeRun(): Change[] {
  return [
    { name: 'a run removed', statements: ['DELETE FROM run WHERE id = 2'] },
    {
      name: 'a run removed with its seal',
      statements: [
        'DELETE FROM seal_leaf WHERE seal_id = 2',
        'DELETE FROM seal WHERE id = 2',
        'DELETE FROM run WHERE id = 2',
      ],
    },
    {
      name: 'the seal of the first run removed',
      statements: ['DELETE FROM seal_leaf WHERE seal_id = 1', 'DELETE FROM seal WHERE id = 1'],
    },
    { name: 'all seals removed', statements: ['DELETE FROM seal_leaf', 'DELETE FROM seal'] },
    {
      name: 'the last seal opened',
      statements: ['UPDATE seal SET number = NULL, digest = NULL, previous = NULL, root = NULL WHERE id = 2'],
    },
  ]
}
