import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../test/support/stored-database.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { jsonl } from './jsonl.ts'
import { LATER_SOURCE_COLUMNS } from './tables/source-columns.ts'

/** What nobody said of a source in members that came later. */
const NO_MORE = LATER_SOURCE_COLUMNS.map(column => `,"${column}":null`).join('')

const text =
  '😀 If talks go well, the official said on condition of anonymity, “they could end”. Later he would not comment.'
const record = buildArticleRecord(
  text,
  [
    {
      source: 'the official',
      cue: 'said',
      content: ['If talks go well', '“they could end”'],
      claim: { id: 'claim-1', quotation: 'mixed', cueLemma: 'say', hedged: true, confidence: 0.93 },
      describe: {
        naming: 'anonymous',
        role: { value: 'official', span: null },
        number: { value: 1, span: null },
        reason: { value: 'on condition of anonymity', span: null },
      },
    },
    {
      cue: 'would not comment',
      claim: { id: 'claim-2', quotation: 'none', act: 'no-comment', negated: true, evidence: [] },
    },
  ],
  { article: { id: 'text-hash', rawSha256: 'raw-hash', uri: 'news/talks.txt', publishedAt: '2026-06-01T10:00:00Z' } },
)

it('writes the contract to the letter', async () => {
  const [first, second, ...rest] = (await exportAll([record])).split('\n')
  expect(first).toBe(
    '{"id":"claim-1","article":{"id":"text-hash","uri":"news/talks.txt","sha256":"raw-hash","title":null,' +
      '"published_at":"2026-06-01T10:00:00Z"},"quotation":"mixed","act":"statement","negated":false,"hedged":true,' +
      '"confidence":0.93,"status":"accepted","source":{"text":"the official","spans":[[20,32]],"naming":"anonymous",' +
      '"kind":"person","name":null,"role":"official","affiliation":null,"number":1,' +
      `"reason":"on condition of anonymity","knowledge":null${NO_MORE}},` +
      '"cue":{"text":"said","lemma":"say","spans":[[33,37]]},' +
      '"content":{"text":"If talks go well … “they could end”","spans":[[2,18],[65,81]]},"addressee":null,' +
      '"evidence":[{"stage":"attributions","version":1,"rule":"source-cue-content"}],' +
      '"correction":null,"origin":"machine"}',
  )
  expect(JSON.parse(second ?? '')).toMatchObject({
    id: 'claim-2',
    quotation: 'none',
    act: 'no-comment',
    negated: true,
    source: null,
    content: null,
    addressee: null,
    evidence: [],
  })
  expect(rest).toEqual([''])
})

it('gives offsets that cut the text as Python and SQLite do', async () => {
  const exported = JSON.parse((await exportAll([record])).split('\n')[0] ?? '')
  const characters = Array.from(text)
  for (const role of ['source', 'cue', 'content']) {
    const parts = exported[role].spans.map(([start, end]: [number, number]) => characters.slice(start, end).join(''))
    expect(parts.join(' … ')).toBe(exported[role].text)
  }
})

it('gives the same bytes whatever the order and size of batches, and whenever it ran', async () => {
  const records = Array.from({ length: 70 }, (_, index) =>
    buildArticleRecord(`Ms Roy said ${index}.`, [{ source: 'Ms Roy', cue: 'said', content: `${index}` }], {
      article: { uri: `news/${index % 9}.txt` },
    }),
  )
  const once = await exportAll(records)
  const batches = records.toReversed().map(record => [record])
  // Some articles twice: replaced rows get other row numbers.
  expect(await exportAll(...batches, records.slice(0, 20))).toBe(once)
  expect(once.split('\n')).toHaveLength(71)
})

async function exportAll(...batches: readonly (readonly ArticleRecord[])[]): Promise<string> {
  const { database } = readUntilTestEnds(storeRecords(...batches))
  let written = ''
  await jsonl.export(database, {}, piece => {
    written += piece
  })
  return written
}
