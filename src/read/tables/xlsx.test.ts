import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import { writtenWorkbook } from '../../../test/support/written-workbook.ts'

const workbook = (...sheets: WriteSheet[]) => writeXlsx({ sheets })
const HEADING = ['Title', 'Full Text', 'Author', 'Publish Date', 'URL']
const ROW = [
  'Weir mended',
  ' The weir is mended,\nsaid Ms Kvist. ',
  'By Ida Moe; Per Lund',
  '2026-03-02',
  'https://c.example/1',
]

const written = (rows: string, more: Parameters<typeof writtenWorkbook>[2] = []) => writtenWorkbook(rows, [], more)
const cell = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const first = `<row r="1">${cell('A1', 'title')}${cell('B1', 'text')}</row>`

describe('workbooks', () => {
  it('give an article a row, with the text as it stands', async () => {
    const outcomes = await readStandardInput(
      await workbook({ name: 'News', rows: [HEADING, ROW, [], ['B', 'Yes, he said.']] }),
    )
    expect(outcomes).toMatchObject([
      {
        article: {
          uri: 'https://c.example/1',
          title: 'Weir mended',
          byline: 'Ida Moe, Per Lund',
          publishedAt: '2026-03-02',
          text: ' The weir is mended,\nsaid Ms Kvist. ',
          origins: { title: 'field "Title"', publishedAt: 'field "Publish Date"' },
        },
        origin: { location: '-#sheet=1;row=2', decodedHow: 'xlsx; charset=utf-8' },
      },
      { article: { uri: '-#sheet=1;row=4', title: 'B', text: 'Yes, he said.' } },
    ])
  })

  it.each([
    ['a time', new Date('2026-03-02T10:30:00Z'), '2026-03-02T10:30:00Z'],
    ['a day', new Date('2026-03-02T00:00:00Z'), '2026-03-02'],
    ['a day that is not formatted as one', 46083, '2026-03-02'],
    ['a time that is not formatted as one', 46083.4375, '2026-03-02T10:30:00Z'],
    ['words', '2 March 2026', '2026-03-02'],
    ['a number', 17, null],
  ])('read %s in a column of dates', async (_name, date, publishedAt) => {
    const sheet = {
      name: 'S',
      rows: [
        ['title', 'text', 'date'],
        ['T', 'Yes.', date],
      ],
    }
    const [outcome] = await readStandardInput(await workbook(sheet))
    if (publishedAt !== null) expect(outcome).toMatchObject({ article: { publishedAt } })
    else expect(outcome).toMatchObject({ outcome: 'article' })
  })

  it('have their heading below a note, and sheets of other things beside', async () => {
    const notes = {
      name: 'Notes',
      rows: [
        ['who', 'what'],
        ['Ida', 'made it'],
      ],
    }
    const news = { name: 'News', rows: [['Made by Ida'], [], HEADING, ROW] }
    expect(await readStandardInput(await workbook(notes, { name: 'Empty', rows: [] }, news))).toMatchObject([
      { article: { title: 'Weir mended' }, origin: { location: '-#sheet=3;row=4' } },
      { outcome: 'skipped', uri: '-#sheet=1', reason: expect.stringContaining('“Notes”') },
    ])
  })

  it('take the column that the user names', async () => {
    const sheet = {
      name: 'S',
      rows: [
        ['a', 'b'],
        ['one', 'Yes, he said.'],
        ['two', 7],
        ['three', null],
      ],
    }
    const options = { fields: { text: 'b', title: 'a' } }
    expect(await readStandardInput(await workbook(sheet), options)).toMatchObject([
      { article: { title: 'one', text: 'Yes, he said.' } },
      { article: { title: 'two', text: '7' } },
      { outcome: 'skipped', reason: 'empty' },
    ])
  })

  it('say what is wrong with those that hold no articles', async () => {
    expect(await readStandardInput(await workbook({ name: 'S', rows: [['a'], ['b']] }))).toMatchObject([
      { outcome: 'failed', kind: 'no-text', error: expect.stringContaining('it has “a”') },
    ])
    expect(await readStandardInput(await workbook({ name: 'S', rows: [] }))).toMatchObject([
      { outcome: 'skipped', reason: 'it has no rows' },
    ])
    expect(await readStandardInput(await workbook({ name: 'S', rows: [['title', 'text']] }))).toMatchObject([
      { outcome: 'skipped', reason: 'it has no rows' },
    ])
  })

  it.each([
    [
      'a string that is missing',
      `<row r="2">${cell('A2', 'T')}<c r="B2" t="s"><v>7</v></c></row><row r="3">${cell('A3', 'U')}${cell('B3', 'Yes.')}</row>`,
    ],
    ['an error', `<row r="2"><c r="A2" t="e"><v>#N/A</v></c>${cell('B2', 'Yes.')}</row>`],
    ['a style that is missing', `<row r="2"><c r="A2" s="99"><v>3</v></c>${cell('B2', 'Yes.')}</row>`],
    ['a formula', `<row r="2"><c r="A2"><f>1+1</f><v>2</v></c>${cell('B2', 'Yes.')}</row>`],
  ])('with %s in a cell are read all the same', async (_name, rows) => {
    expect((await readStandardInput(written(first + rows))).at(-1)).toMatchObject({ article: { text: 'Yes.' } })
  })

  it.each([
    ['a cell in the last row', `<row r="1048576">${cell('IV1048576', 'x')}</row>`],
    ['rows that name no cell', '<row><c/><c/></row>'.repeat(500)],
    ['a cell without a row', cell('A2', 'x')],
    [
      'cells out of order',
      `<row r="9">${cell('B9', 'Yes.')}${cell('A2', 'x')}</row><row r="3">${cell('B3', 'No.')}</row>`,
    ],
  ])('with %s are accounted for', async (_name, rows) => {
    const outcomes = await readStandardInput(written(first + rows))
    expect(outcomes.length).toBeGreaterThan(0)
    for (const outcome of outcomes) if (outcome.outcome === 'failed') expect(outcome.kind).not.toBe('throw')
  })

  it.each([
    ['a cell in the last column', `<row r="2">${cell('XFD2', 'x')}</row>`, 'too-complex'],
    ['a cell beyond it', `<row r="2">${cell('ZZZZZZ99999999999', 'x')}</row>`, 'too-complex'],
    ['a cell whose place is encoded', `<row r="2">${cell('&#88;FD2', 'x')}</row>`, 'malformed'],
    ['tags that do not end', '<row r="2"><c r="A2'.repeat(9), 'malformed'],
    ['quotes that do not end', '<row r="2><c r="A2>'.repeat(9), 'malformed'],
    ['comments that do not end', '<!-- a '.repeat(9), 'malformed'],
    ['sections that do not end', '<![CDATA[ a '.repeat(9), 'malformed'],
    ['a long comment', `<!-- ${'a'.repeat(200_000)} -->`, 'malformed'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]>', 'malformed'],
  ])('with %s are refused', async (_name, rows, kind) => {
    expect(await readStandardInput(written(first + rows))).toMatchObject([{ outcome: 'failed', kind }])
  })

  it('are held to the limits', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => [`T${n}`, 'Yes, he said.'])
    const many = await workbook({ name: 'S', rows: [['title', 'text'], ...rows] })
    const outcomes = await readStandardInput(many, { limits: { maxEntries: 3 } })
    expect(outcomes).toHaveLength(4)
    expect(outcomes[3]).toMatchObject({ outcome: 'failed', kind: 'too-many' })
    const bomb = written(first, [{ name: 'xl/media/a.bin', content: new Uint8Array(3_000_000) }])
    expect(await readStandardInput(bomb, { limits: { maxBytes: 1_000_000 } })).toMatchObject([
      { outcome: 'failed', kind: 'too-large' },
    ])
    const sheets = Array.from({ length: 51 }, (_, n) => ({
      name: `S${n}`,
      rows:
        n === 0
          ? [
              ['title', 'text'],
              ['T', 'Yes.'],
            ]
          : [],
    }))
    expect(await readStandardInput(await workbook(...sheets))).toMatchObject([
      { outcome: 'article' },
      { outcome: 'failed', kind: 'too-many' },
    ])
  })

  it('say so when they are locked, old or damaged', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
    const [locked] = await readStandardInput(old, { format: 'xlsx', limits: {} }).catch((error: Error) => [error])
    expect(locked).toMatchObject({ message: expect.stringContaining('save it as .xlsx without a password') })
    const whole = await workbook({ name: 'S', rows: [HEADING, ROW] })
    expect(await readStandardInput(whole.slice(0, 300), { format: 'xlsx' })).toMatchObject([
      { outcome: 'failed', kind: 'malformed' },
    ])
  })
})
