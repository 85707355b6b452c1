import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkQuotation } from '../../src/quote/check-quotation.ts'
import { QUOTATION_VERDICTS } from '../../src/quote/quotation-check.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { countHolding } from '../../src/store/queries/search/near-contents.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { makeGeneric, readQuotations, toRecords } from '../quote/archive.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { describePostgres } from './describe-postgres.ts'

/** What is near is found by what each store knows of its words, and may differ; what a quotation is may not. */
describePostgres('quotations on SQLite and on PostgreSQL', server => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-quotations-'))
  const said = readQuotations().slice(0, 60)
  const readers: StoreReader[] = []
  let url = ''

  beforeAll(async () => {
    const file = join(folder, 'claims.db')
    storeRecordsAt(file, toRecords([...said, ...makeGeneric(80)]))
    url = await server().createDatabase()
    await copyDatabase(file, url)
    for (const db of [file, url]) readers.push(await openReader(db))
  }, 120_000)

  afterAll(async () => {
    for (const reader of readers) await reader.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const quotations = said.slice(0, 6).flatMap(({ words, by }, index) => {
    const list = words.split(/\s+/)
    const other = said[index + 40]?.words.split(/\s+/) ?? []
    return [
      [words, by],
      [words, 'Nils Holm'],
      [list.toSpliced(3, 1, 'zebra').join(' '), by],
      [`${list.slice(0, 4).join(' ')} … ${list.slice(5).join(' ')}`, by],
      [[...list.slice(0, 7), ...other.slice(0, 7)].join(' '), by],
      [[...list].reverse().join(' '), by],
    ] as const
  })

  async function judgeAll({ database }: StoreReader) {
    const found = []
    for (const [words, by] of quotations) {
      const { verdict, speaker, is_announced, places } = await checkQuotation(database, words, { by })
      const [first] = places
      found.push([verdict, speaker, is_announced, verdict === 'not-found' ? null : [first?.claim, first?.spans]])
    }
    return found
  }

  it('get the same verdicts, whether PostgreSQL has counted its words or not', async () => {
    const [sqlite, postgres] = readers as [StoreReader, StoreReader]
    const verdicts = await judgeAll(sqlite)
    expect(new Set(verdicts.map(([verdict]) => verdict))).toEqual(new Set(QUOTATION_VERDICTS))
    expect(await judgeAll(postgres)).toEqual(verdicts)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('ANALYZE claim_search')
    await client.end()
    const counts = await countHolding(postgres.database, ['the', 'zephyr'], 2_000)
    expect(counts.get('the')).toBeGreaterThan(50)
    expect(counts.get('zephyr')).toBeNull()
    expect(await judgeAll(postgres)).toEqual(verdicts)
  })
})
