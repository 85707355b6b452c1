import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { collect } from '../../../test/support/collect.ts'
import { readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { streamArticleIds } from './articles/stream-article-ids.ts'
import { findClaims } from './claims.ts'
import { streamClaims } from './stream-claims.ts'

/** More articles than a page holds, several under one URI, and some without claims. */
const records: ArticleRecord[] = Array.from({ length: 130 }, (_, index) =>
  buildArticleRecord(
    `Ms Roy said ${index} of it. Then officials denied it.`,
    index % 7 === 0
      ? []
      : [
          { source: 'officials', cue: 'denied', content: 'it', from: 'officials', claim: { act: 'denial' } },
          { source: 'Ms Roy', cue: 'said', content: `${index} of it` },
        ],
    { article: { uri: `news/${index % 50}.txt` } },
  ),
)

it('gives every claim once, in the order of findClaims', async () => {
  const { database } = readUntilTestEnds(storeRecords(records))
  const streamed = await collect(streamClaims(database))
  expect(streamed.map(({ claim }) => claim.id)).toEqual((await findClaims(database)).map(claim => claim.id))
  expect(streamed).toHaveLength(records.flatMap(record => record.claims).length)
})

it('keeps its order whatever the order of writing', async () => {
  const inOrder = readUntilTestEnds(storeRecords(records))
  const reversed = readUntilTestEnds(storeRecords(...records.toReversed().map(record => [record])))
  expect(await collect(streamClaims(reversed.database))).toEqual(await collect(streamClaims(inOrder.database)))
})

it('gives each claim its own parts', async () => {
  const { database } = readUntilTestEnds(storeRecords(records))
  const [first] = await collect(streamClaims(database, { article: records[1]?.article.id, limit: 1 }))
  expect(first?.spans.map(span => `${span.role} ${span.text}`)).toEqual([
    'content 1 of it',
    'cue said',
    'source Ms Roy',
  ])
  expect(first?.sourceSpans).toMatchObject([{ text: 'Ms Roy' }])
  expect(first?.evidence).toMatchObject([{ stage: 'attributions', version: 1, rule: 'source-cue-content' }])
})

it('holds to filter and limit', async () => {
  const { database } = readUntilTestEnds(storeRecords(records))
  const denials = await collect(streamClaims(database, { act: ['denial'], limit: 70 }))
  expect(denials).toHaveLength(70)
  expect(denials.every(({ claim }) => claim.act === 'denial')).toBe(true)
})

it('gives the keys of all articles in the same order', async () => {
  const { database } = readUntilTestEnds(storeRecords(records))
  const keys = await collect(streamArticleIds(database))
  const expected = records
    .map(({ article: { uri, id } }) => ({ uri, id }))
    .toSorted((a, b) => (a.uri === b.uri ? (a.id < b.id ? -1 : 1) : a.uri < b.uri ? -1 : 1))
  expect(keys).toEqual(expected)
})
