import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/audit/finding.ts'
import { verifyAcross } from '../../src/audit/verify-across.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { storeAcross } from '../support/across-database.ts'
import { makeFolder } from '../support/stored-database.ts'

async function verify(db: string, mostClaims?: number) {
  const reader = await openReader(db)
  const findings: Finding[] = []
  try {
    const checked = await reader.database
      .transaction()
      .execute(snapshot => verifyAcross(snapshot, finding => findings.push(finding), mostClaims))
    return { checked, findings }
  } finally {
    await reader.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-across-'))
const original = join(folder, 'original.db')
beforeAll(async () => {
  await storeAcross(original)
  const database = new Database(original)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy in which somebody changed a row. */
function changed(statement: string): string {
  const db = join(makeFolder(), 'changed.db')
  copyFileSync(original, db)
  const database = new Database(db)
  database.pragma('foreign_keys = OFF')
  expect(database.prepare(statement).run().changes, statement).toBeGreaterThan(0)
  database.close()
  return db
}

const OTHER = `(SELECT rowid FROM wording ORDER BY rowid DESC LIMIT 1)`
const CHANGES: readonly (readonly [table: string, statement: string, column: string | null])[] = [
  ['quotation_family', `UPDATE quotation_family SET meaning_differs = 1 - meaning_differs`, 'meaning_differs'],
  ['quotation_family', `UPDATE quotation_family SET first_seen = '2026-01-01T00:00:00.000Z'`, 'first_seen'],
  ['quotation_member', `UPDATE quotation_member SET speaker = 'nobody' WHERE speaker LIKE 'ana%'`, 'speaker'],
  ['quotation_member', `UPDATE quotation_member SET differs = '' WHERE differs LIKE '%negation%'`, 'differs'],
  ['quotation_member', `DELETE FROM quotation_member WHERE differs LIKE '%negation%'`, null],
  ['wording', `UPDATE wording SET weight = weight + 1 WHERE rowid = ${OTHER}`, 'weight'],
  ['accusation', `UPDATE accusation SET accused = 'Harbour Union'`, 'accused'],
  ['accusation', `DELETE FROM accusation WHERE claim_id = (SELECT min(claim_id) FROM accusation)`, null],
  ['reply', `UPDATE reply SET kind = 'response' WHERE kind = 'denial'`, 'kind'],
  ['reply', `UPDATE reply SET start = start + 1 WHERE start IS NOT NULL`, 'start'],
  ['reply', `DELETE FROM reply WHERE rule = 'same-accusation'`, null],
  ['version_change', `UPDATE version_change SET after = 'nothing' WHERE sequence = 0`, 'after'],
  ['version_change', `DELETE FROM version_change`, null],
]

describe('verify of what is found across articles', () => {
  it('finds nothing where it is as it would be found anew, by all claims and around a sample', async () => {
    for (const mostClaims of [undefined, 0]) {
      const { checked, findings } = await verify(original, mostClaims)
      expect(findings).toEqual([])
      expect(checked).toMatchObject({ waiting: 0, families: 2, articlesOfFamilies: 4 })
      expect(checked.accusations).toBeGreaterThan(1)
      expect(checked.changes).toBeGreaterThan(0)
    }
  })

  it.each(CHANGES)('names a row of %s that was changed: %s', async (table, statement, column) => {
    const { findings } = await verify(changed(statement))
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.every(({ kind, level }) => kind === 'across' && level === 'mismatch')).toBe(true)
    const own = findings.filter(({ places }) => places[0]?.table === table)
    expect(own[0]?.message).toMatch(column === null ? /missing/ : new RegExp(`anew: .*\\b${column}\\b`))
    expect(own[0]?.message).toContain('hearsay quotations --rebuild')
  })

  it('names changed rows around a sample, too', async () => {
    for (const [table, statement] of CHANGES.filter(([table]) => table.startsWith('quotation_'))) {
      const { findings } = await verify(changed(statement), 0)
      expect(
        findings.map(({ places }) => places[0]?.table),
        statement,
      ).toContain(table)
    }
  })

  it('names a tie that was taken away, where all claims are looked at', async () => {
    const { findings } = await verify(changed('DELETE FROM wording_tie'))
    expect(findings.map(({ places }) => places[0]?.table)).toContain('wording_tie')
  })

  it('says that articles wait, and checks nothing then', async () => {
    const db = changed(`UPDATE across_entry SET version = 0 WHERE article_rowid = 1`)
    expect(await verify(db)).toMatchObject({ checked: { waiting: 1, articlesOfFamilies: 0 }, findings: [] })
  })
})

describePostgres('verify of what is found across articles on PostgreSQL', server => {
  it('finds it as it would be found anew', async () => {
    const url = await storeAcross(await server().createDatabase(), [3, 1, 0, 2])
    for (const mostClaims of [undefined, 0]) expect((await verify(url, mostClaims)).findings).toEqual([])
  })
})
