import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyRecord, anyText, inReadingOrder } from '../../../test/support/any-record.ts'
import { collect } from '../../../test/support/collect.ts'
import { CONFIGURATION, makeFolder } from '../../../test/support/stored-database.ts'
import { readArticleRecord } from '../queries/article-record.ts'
import { openForReading } from './open-for-reading.ts'
import { SqliteStore } from './sqlite-store.ts'

it('reads back what was written, and substr finds every span in it', async () => {
  const path = join(makeFolder(), 'claims.db')
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  const reader = openForReading(path)
  await fc.assert(
    fc.asyncProperty(anyText.chain(anyRecord), async record => {
      store.write(run, { records: [record], dead: [], skipped: [] })
      expect(inReadingOrder(await readArticleRecord(reader.database, record.article.id))).toEqual(
        inReadingOrder(record),
      )
      const wrong = await reader.select(
        `SELECT * FROM v_audit WHERE article_id = '${record.article.id}' AND NOT agrees`,
      )
      expect(await collect(wrong.rows)).toEqual([])
      const everySpan = await reader.select(`
        SELECT substr(article.text, part.start + 1, part.end - part.start), part.text
        FROM (SELECT article_rowid, start, end, text FROM mention
              UNION ALL SELECT article_rowid, start, end, text FROM candidate
              UNION ALL SELECT article_rowid, start, end, text FROM voice
              UNION ALL SELECT article_rowid, start, end, source_span.text
                FROM source_span JOIN source ON source.rowid = source_rowid) AS part
        JOIN article ON article.rowid = part.article_rowid WHERE article.id = '${record.article.id}'`)
      for await (const [found, stored] of everySpan.rows) expect(found).toBe(stored)
    }),
    { numRuns: 150 },
  )
  await reader.close()
  store.close()
})
