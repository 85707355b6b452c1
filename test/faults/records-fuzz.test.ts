import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, it } from 'vitest'
import { SHAPES } from '../../src/read/records/shapes/shapes.ts'
import { checkOutcomes, readBytes } from '../support/account-for.ts'
import { damagedBytes } from '../support/damaged-bytes.ts'
import { proofSize } from '../support/proof-size.ts'
import { webArchive } from '../support/web-archive.ts'
import { workbookParts, writtenWorkbook } from '../support/written-workbook.ts'
import { type ZipPart, zipArchive } from '../support/zip-archive.ts'

/** Damaged inputs of each reader. */
const RUNS = proofSize(200, 10_000)

const records = SHAPES.map(({ example }) => example.record)
const RECORDS: readonly Buffer[] = [
  ...records.map(record => JSON.stringify({ response: { results: [record, { a: [record] }] } })),
  records.map(record => JSON.stringify(record)).join('\n'),
  JSON.stringify(records),
  'sep=;\r\nTitle;Full Text;Date\r\nA;"Yes, ""he"" said.";2026-03-02\r\n',
].map(text => Buffer.from(text))
const TABLE_UTF16 = Buffer.from('Title\tText\r\nA\tYes, he said.\r\n', 'utf16le')

const FEEDS: readonly Buffer[] = [
  '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "a.dtd"><rss version="0.91"><channel><title>C</title><item><title>T</title><description>Yes.</description></item></channel></rss>',
  '<!DOCTYPE rdf:RDF [<!ENTITY nbsp "&#160;"><!-- a --><!ENTITY b \'c\'>]><rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><item><title>T&b;</title><description>Yes.&nbsp;</description></item></rdf:RDF>',
].map(text => Buffer.from(text))
const TEXTS = webArchive([
  { type: 'conversion', uri: 'https://x.example/1', contentType: 'text/plain', block: 'Title\n\nYes, he said.\n' },
  { type: 'conversion', uri: 'https://x.example/2', contentType: 'text/plain; charset=utf-8', block: 'No.' },
])

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>text</t></is></c><c r="C1" t="str"><v>date</v></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><r><t>A</t></r><r><t xml:space="preserve"> B</t></r></is></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46083.5</v></c></row>' +
  '<row r="4" spans="1:3"><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="b"><v>1</v></c></row>'
const STRINGS = ['title', 'Yes, he said.']

describe('readers of records', () => {
  const account = (bytes: fc.Arbitrary<Buffer>, format: string, numRuns = RUNS) =>
    fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (input, isNamed) => {
        checkOutcomes(await readBytes(input, isNamed ? format : undefined))
      }),
      { numRuns },
    )

  it('account for damaged records of every shape', { timeout: 600_000 }, () =>
    account(damagedBytes([...RECORDS, TABLE_UTF16]), 'json', RUNS / 2),
  )

  it('account for damaged records, line by line', { timeout: 600_000 }, () =>
    account(damagedBytes(RECORDS), 'jsonl', RUNS / 2),
  )

  it('account for damaged feeds with document types', { timeout: 600_000 }, () => account(damagedBytes(FEEDS), 'feed'))

  it('account for damaged archives of texts', { timeout: 600_000 }, () =>
    account(damagedBytes([TEXTS, gzipSync(TEXTS)]), 'warc'),
  )

  it('account for damaged workbooks', { timeout: 600_000 }, async () => {
    const rows = [
      ['title', 'text'],
      ['A', 'Yes, he said.'],
      ['B', new Date('2026-03-02')],
    ]
    const whole = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'S', rows },
          { name: 'T', rows },
        ],
      }),
    )
    await account(damagedBytes([whole, writtenWorkbook(ROWS, STRINGS)]), 'xlsx', (RUNS * 3) / 10)
  })

  it('account for workbooks whose parts are damaged before they are packed', { timeout: 600_000 }, () => {
    const parts: readonly ZipPart[] = workbookParts(ROWS, STRINGS)
    const changed = fc.nat({ max: parts.length - 1 }).chain(index => {
      const part = parts[index] as ZipPart
      return damagedBytes([Buffer.from(part.content)]).map(content =>
        zipArchive(parts.map((one): ZipPart => ({ ...one, isStored: true })).with(index, { ...part, content })),
      )
    })
    return account(changed, 'xlsx', (RUNS * 7) / 10)
  })
})
