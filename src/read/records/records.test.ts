import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openSource, toOpening } from '../bytes/byte-source.ts'
import type { Format, ReadContext, ReadOutcome } from '../format.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../limits/limits.ts'
import { csv } from '../tables/csv.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import type { RecordFields } from './record-fields.ts'

interface Options {
  readonly fields?: RecordFields
  readonly limits?: Partial<ReadLimits>
}

async function read(format: Format, input: string | Uint8Array, { fields = {}, limits = {} }: Options = {}) {
  const context: ReadContext = { limits: { ...DEFAULT_LIMITS, ...limits }, fields }
  const bytes = typeof input === 'string' ? Buffer.from(input) : input
  const outcomes: ReadOutcome[] = []
  if ('read' in format) {
    for await (const outcome of format.read({ uri: 'a', bytes }, context)) outcomes.push(outcome)
    return outcomes
  }
  const source = await openSource(Readable.from([bytes]))
  const stream = format.stream({ uri: 'a', chunks: source.chunks, opening: toOpening(source) }, context)
  for await (const outcome of stream) outcomes.push(outcome)
  return outcomes
}

describe('JSON Lines', () => {
  it('give an article a line, with what the usual fields say of it', async () => {
    const record = {
      url: 'https://x.example/1',
      headline: 'A  headline',
      authors: ['Ann Lee', { name: 'Bo Ek' }],
      source: { name: 'The Courier' },
      date: '2026-03-04 09:15',
      lang: 'en_gb',
      body: 'It rained,\r\nhe said.',
    }
    const [outcome, second, ...rest] = await read(jsonl, `${JSON.stringify(record)}\n\n{"text":"Yes, she said."}`)
    expect(outcome).toMatchObject({
      article: {
        uri: 'https://x.example/1',
        title: 'A headline',
        byline: 'Ann Lee, Bo Ek',
        publisher: 'The Courier',
        publishedAt: '2026-03-04T09:15:00Z',
        language: 'en-GB',
        text: 'It rained,\r\nhe said.',
        warnings: ['its published time has no zone: taken as UTC'],
      },
      origin: { location: 'a#L1', decodedHow: 'jsonl; charset=utf-8' },
    })
    expect(second).toMatchObject({ article: { uri: 'a#L3', text: 'Yes, she said.' }, origin: { location: 'a#L3' } })
    expect(rest).toEqual([])
  })

  it('take the fields that the user names, also inside objects', async () => {
    const record = { meta: { head: 'T' }, 'odd.name': 'Yes, he said.', text: 'not this' }
    const options = { fields: { text: 'odd.name', title: 'meta.head' } }
    expect(await read(jsonl, JSON.stringify(record), options)).toMatchObject([
      { article: { text: 'Yes, he said.', title: 'T' } },
    ])
    expect(await read(jsonl, '{"text":"x"}', { fields: { text: 'nope' } })).toMatchObject([
      { outcome: 'failed', kind: 'no-text', error: expect.stringContaining('no field nope (it has “text”)') },
    ])
  })

  it('account for every line that is no article', async () => {
    const lines = ['{"text":"Yes."}', 'nonsense', '[1]', '7', '{"a":1}', '{"text":""}', '{"text":7}', '{"text":null}']
    expect(await read(jsonl, lines.join('\n'))).toMatchObject([
      { outcome: 'article' },
      { outcome: 'failed', kind: 'malformed', uri: 'a#L2' },
      { outcome: 'failed', kind: 'malformed', uri: 'a#L3' },
      { outcome: 'failed', kind: 'malformed', uri: 'a#L4' },
      { outcome: 'failed', kind: 'no-text', uri: 'a#L5' },
      { outcome: 'skipped', reason: 'empty', uri: 'a#L6' },
      { outcome: 'failed', kind: 'no-text', uri: 'a#L7' },
      { outcome: 'skipped', reason: 'empty', uri: 'a#L8' },
    ])
    expect(await read(jsonl, '\n \n')).toMatchObject([{ outcome: 'skipped', reason: 'empty' }])
  })

  it('go on after a line that is too large, naming it', async () => {
    const outcomes = await read(jsonl, `{"text":"a"}\n{"text":"${'x'.repeat(500)}"}\n{"text":"b"}`, {
      limits: { maxBytes: 100 },
    })
    expect(outcomes).toMatchObject([
      { article: { text: 'a' } },
      { outcome: 'failed', kind: 'too-large', uri: 'a#L2' },
      { article: { uri: 'a#L3', text: 'b' } },
    ])
  })

  it('keep text that JSON can hold and a database cannot', async () => {
    const [outcome] = await read(jsonl, '{"text":"\\ud800 he said\\u0000","title":"\\udc00"}')
    expect(outcome).toMatchObject({ article: { text: '\ufffd he said\ufffd', title: '\ufffd' } })
  })

  it('read a record whose fields are called as what objects inherit', async () => {
    const [outcome] = await read(jsonl, '{"__proto__":{"title":"T"},"constructor":1,"text":"Yes."}')
    expect(outcome).toMatchObject({ article: { text: 'Yes.', title: null } })
    expect(({} as Record<string, unknown>).title).toBeUndefined()
  })

  it('take no address that runs code', async () => {
    const outcomes = await read(jsonl, '{"text":"a","url":"javascript:alert(1)"}\n{"text":"b","id":"urn:x:7"}')
    expect(outcomes).toMatchObject([{ article: { uri: 'a#L1' } }, { article: { uri: 'urn:x:7' } }])
  })

  it('read the markup of a body as its paragraphs', async () => {
    const body = '<p>“No,” he said.</p>\n<p>Then he &amp; she left.</p><script>x()</script>'
    const [outcome] = await read(jsonl, JSON.stringify({ content: body }))
    expect(outcome).toMatchObject({ article: { text: '“No,” he said.\n\nThen he & she left.' } })
  })
})

describe('JSON', () => {
  it.each([
    ['a list', '[{"text":"a"},{"text":"b"}]', ['a#/0', 'a#/1']],
    [
      'a list inside an object',
      '{"status":"ok","articles":[{"content":"a"},{"content":"b"}]}',
      ['a#/articles/0', 'a#/articles/1'],
    ],
    ['one article', '{\n"text": "a"}', ['a']],
  ])('gives the articles of %s', async (_name, text, locations) => {
    const outcomes = await read(json, text)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(locations.map(() => 'article'))
    expect(outcomes.map(({ origin }) => origin?.location)).toEqual(locations)
  })

  it('is a failure when it is broken, deep or full of brackets', async () => {
    await expect(read(json, '{"text": ')).rejects.toMatchObject({ kind: 'malformed' })
    await expect(read(json, '['.repeat(1000))).rejects.toMatchObject({ kind: 'too-deep' })
    await expect(read(json, `[${'[],'.repeat(2000)}[]]`, { limits: { maxBytes: 10_000 } })).rejects.toMatchObject({
      kind: 'too-complex',
    })
    await expect(read(json, '[{},{},{}]', { limits: { maxEntries: 2 } })).rejects.toMatchObject({ kind: 'too-many' })
  })

  it('says of a list without articles that it is empty', async () => {
    expect(await read(json, '[]')).toMatchObject([{ outcome: 'skipped' }])
    expect(await read(json, ' ')).toMatchObject([{ outcome: 'skipped', reason: 'empty' }])
  })
})

describe('ninjs', () => {
  const one = {
    uri: 'tag:wire.example,2026:7',
    type: 'text',
    pubstatus: 'usable',
    headline: 'A headline',
    byline: 'Ann Lee',
    infosource: 'Wire',
    language: 'en',
    firstcreated: '2026-03-04T09:15:00+01:00',
    body_text: 'plain',
    body_xhtml: '<p>“No,” he said.</p><p>She left.</p>',
  }
  const three = {
    uri: 'urn:newsml:wire:20260304:7',
    type: 'text',
    pubStatus: 'usable',
    headlines: [
      { role: 'short', value: 'Short' },
      { role: 'main', value: 'A headline' },
    ],
    by: 'Ann Lee',
    infoSources: [{ name: 'Wire' }],
    language: 'en',
    firstCreated: '2026-03-04T09:15:00+01:00',
    bodies: [
      { contentType: 'text/plain', value: 'plain' },
      { contentType: 'application/xhtml+xml', value: '<p>“No,” he said.</p><p>She left.</p>' },
    ],
  }

  it.each([
    ['1', one],
    ['2', { ...one, body_xhtml: undefined, bodies: three.bodies, headlines: three.headlines, headline: undefined }],
    ['3', three],
  ])('of version %s gives text and metadata', async (_version, item) => {
    const [outcome] = await read(json, JSON.stringify(item))
    expect(outcome).toMatchObject({
      article: {
        uri: item.uri,
        title: 'A headline',
        byline: 'Ann Lee',
        publisher: 'Wire',
        language: 'en',
        publishedAt: '2026-03-04T09:15:00+01:00',
        text: '“No,” he said.\n\nShe left.',
      },
      origin: { decodedHow: 'ninjs; charset=utf-8' },
    })
  })

  it('skips pictures, empty items and what was taken back', async () => {
    const items = [
      { ...one, type: 'picture' },
      { ...one, pubstatus: 'canceled' },
      { ...one, body_text: '', body_xhtml: '' },
    ]
    expect(await read(json, JSON.stringify(items))).toMatchObject([
      { outcome: 'skipped', reason: 'ninjs item of type picture, not text' },
      { outcome: 'skipped', reason: 'its publisher says it is canceled' },
      { outcome: 'skipped', reason: 'ninjs item without a body' },
    ])
  })
})

describe('tables', () => {
  it.each([
    ['commas', 'id,title,text,date\n7,"A, B","“No,” he\nsaid ""so"".",2026-03-04\n8,C,Yes.,\n'],
    ['semicolons', 'id;title;text;date\r\n7;A, B;"“No,” he\nsaid ""so"".";2026-03-04\r\n8;C;Yes.;\r\n'],
    ['tabs', '\ufeffid\ttitle\ttext\tdate\n7\tA, B\t"“No,” he\nsaid ""so""."\t2026-03-04\n\n8\tC\tYes.\n'],
  ])('with %s between the cells give an article a row', async (_name, table) => {
    expect(await read(csv, table)).toMatchObject([
      { article: { uri: 'a#row=2', title: 'A, B', text: '“No,” he\nsaid "so".', publishedAt: '2026-03-04' } },
      { article: { uri: 'a#row=3', title: 'C', text: 'Yes.', publishedAt: null } },
    ])
  })

  it('are read in the encoding that spreadsheets save', async () => {
    const latin = Buffer.from('title,text\nA,\x93No,\x94 he said in caf\xe9.', 'latin1')
    expect(
      await read(
        csv,
        Buffer.from(
          String(latin.toString('latin1')).replace('\x93No,\x94', '"\x93No,\x94').replace('\xe9.', '\xe9."'),
          'latin1',
        ),
      ),
    ).toMatchObject([{ article: { text: '“No,” he said in café.', decodedAs: 'windows-1252' } }])
  })

  it('have a column called __proto__ like any other', async () => {
    expect(await read(csv, '__proto__,text\nx,Yes.')).toMatchObject([{ article: { text: 'Yes.' } }])
  })

  it('say which rows could not be read', async () => {
    expect(await read(csv, 'a,b\n1,2')).toMatchObject([{ outcome: 'failed', kind: 'no-text', uri: 'a#row=2' }])
    expect(await read(csv, '')).toMatchObject([{ outcome: 'skipped', reason: 'empty' }])
    expect(await read(csv, 'text\n')).toMatchObject([{ outcome: 'skipped', reason: 'it has no rows' }])
    await expect(read(csv, 'id,text\n1,"never closed\n')).rejects.toMatchObject({ kind: 'malformed' })
    const huge = `id,text\n1,ok\n2,"${'x'.repeat(5000)}"\n`
    await expect(read(csv, huge, { limits: { maxBytes: 1000 } })).rejects.toMatchObject({ kind: 'too-large' })
  })
})
