import { expect, it } from 'vitest'
import { openDatabaseArchive } from '../../src/quote/archives/database-archive.ts'
import { checkIn } from '../../src/quote/check-in.ts'
import { findDraftQuotations } from '../../src/quote/draft-quotations.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { analyseNewsroom } from '../web/newsroom.ts'

it('every quotation of the sample articles is found in them as it stands, said by who says it', async () => {
  const records = await analyseNewsroom(8)
  const archive = await openDatabaseArchive(readUntilTestEnds(storeRecords(records)).database, { texts: 'all' })
  let count = 0
  for (const record of records)
    for (const { parts, by } of findDraftQuotations(record).quotations) {
      const { verdict, speaker } = await checkIn(archive, parts, { by })
      expect({ parts, by, verdict, speaker }).toEqual({
        parts,
        by,
        verdict: 'exact',
        speaker: by === null ? 'not-asked' : 'agrees',
      })
      count += 1
    }
  expect(count).toBeGreaterThan(40)
})
