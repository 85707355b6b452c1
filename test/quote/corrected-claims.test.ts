import { expect, it } from 'vitest'
import { checkQuotation } from '../../src/quote/check-quotation.ts'
import { addClaim, appendCorrections } from '../../src/store/correcting/correct-claims.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'

const TEXT =
  'Levy row\n\n“We will not raise the levy this year,” Ann Lee said. “Nor will the harbour ever be sold,” she went on.'
const RECORD = buildArticleRecord(TEXT, [
  { source: 'Ann Lee', cue: 'said', content: 'We will not raise the levy', claim: { quotation: 'direct' } },
])
const [CLAIM] = RECORD.claims
const BY = { verdict: null, source: null, note: null, correctedBy: 'eg' } as const

function spanOf(words: string) {
  const start = TEXT.indexOf(words)
  return [{ start, end: start + words.length }]
}

it('finds a content as somebody corrected it, and a claim that somebody added', async () => {
  const path = storeRecords([RECORD])
  const whole = 'We will not raise the levy this year'
  const sold = 'Nor will the harbour ever be sold'
  await appendCorrections(path, [CLAIM?.id ?? ''], { ...BY, spans: { content: spanOf(whole) } })
  const added = await addClaim(path, RECORD.article.id, {
    ...BY,
    source: 'Ann Lee',
    spans: { cue: spanOf('went on'), content: spanOf(sold) },
  })
  const { database } = readUntilTestEnds(path)
  const one = await checkQuotation(database, whole, { by: 'Lee' })
  expect(one).toMatchObject({ verdict: 'exact', places: [{ claim: CLAIM?.id }] })
  const other = await checkQuotation(database, sold, { by: 'Ann Lee' })
  expect(other).toMatchObject({ verdict: 'exact', places: [{ claim: added }] })
})
