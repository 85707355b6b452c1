import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover } from '../../src/read/discover.ts'
import type { ReadOptions } from '../../src/read/read-discovered.ts'
import { collectOutcomes, readStandardInput } from '../support/read-inputs.ts'

/*
 * What a bad input becomes while it is read: one case a line of the list of bad inputs that the design rests on. What it
 * does later (in a query, an export, on a full disk) is tested with what does that.
 */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-inputs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (options: Partial<ReadOptions> = {}, ...paths: string[]) =>
  collectOutcomes(discover(paths.length === 0 ? ['.'] : paths, folder, options.format), options)
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

/** More megabytes than may be kept in memory, made as they are read. */
async function* flood(start: string, piece: string, megabytes: number) {
  yield Buffer.from(start)
  const chunk = Buffer.from(piece.repeat(Math.ceil(1_000_000 / piece.length)))
  for (let index = 0; index < megabytes; index += 1) yield chunk
}

describe('encodings', () => {
  it('invalid UTF-8 is read as declared, else as windows-1252, and the encoding is recorded', async () => {
    const plain = Buffer.from('\x93No,\x94 he said.', 'latin1')
    expect(await readStandardInput(plain)).toMatchObject([
      {
        article: { text: '“No,” he said.', decodedAs: 'windows-1252' },
        origin: { decodedHow: 'text; charset=windows-1252' },
      },
    ])
    const declared = `<?xml version="1.0" encoding="iso-8859-2"?><nitf><body><body.content><p>\xa3\xf3d\xbc, he said.</p></body.content></body></nitf>`
    expect(await readStandardInput(Buffer.from(declared, 'latin1'))).toMatchObject([
      { article: { text: 'Łódź, he said.', decodedAs: 'iso-8859-2' } },
    ])
  })

  it('UTF-16 with a mark is decoded, and the mark is dropped before hashing', async () => {
    const [marked, bare] = await Promise.all(
      [Buffer.from('\ufeff“No,” he said.', 'utf16le'), Buffer.from('“No,” he said.')].map(bytes =>
        readStandardInput(bytes),
      ),
    )
    expect(marked).toMatchObject([{ article: { text: '“No,” he said.', decodedAs: 'utf-16le' } }])
    const idOf = (outcomes: typeof marked) => (outcomes?.[0]?.outcome === 'article' ? outcomes[0].article.id : null)
    expect(idOf(marked)).toBe(idOf(bare))
  })

  it('mixed encodings keep what can be read, with a warning that says how much could not', async () => {
    const mixed = Buffer.concat([Buffer.from('“Yes,” he said. “No.” '), Buffer.from([0x93, 0x94])])
    expect(await readStandardInput(mixed)).toMatchObject([
      {
        article: {
          text: '“Yes,” he said. “No.” \ufffd\ufffd',
          warnings: ['2 characters could not be decoded (U+FFFD)'],
        },
      },
    ])
  })

  it.each([
    [
      'NUL becomes U+FFFD of the same length',
      'He\0 said that it was so, and left.',
      'He\ufffd said that it was so, and left.',
    ],
    ['CRLF stays', 'He\r\nsaid.\r', 'He\r\nsaid.\r'],
    [
      'composed and decomposed letters stay as they are',
      'Cafe\u0301 and caf\u00e9, he said.',
      'Cafe\u0301 and caf\u00e9, he said.',
    ],
    ['characters beyond the basic plane stay', '😀 he said 𝒳.', '😀 he said 𝒳.'],
    ['zero-width and bidirectional controls stay', 'He\u200b \u202esaid\u202c.', 'He\u200b \u202esaid\u202c.'],
  ])('%s', async (_name, written, text) => {
    expect(await readStandardInput(written)).toMatchObject([{ article: { text } }])
  })

  it('lone surrogates become U+FFFD before hashing', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])
    expect(await readStandardInput(utf16)).toMatchObject([{ article: { text: '\ufffdA' } }])
    expect(await readStandardInput('{"text":"\\udead he said"}')).toMatchObject([
      { article: { text: '\ufffd he said' } },
    ])
  })
})

describe('sizes', () => {
  it.each([
    ['a line of plain text', 'Yes. ', 'x', {}],
    ['a line of JSON Lines', '{"text":"', 'x', { format: 'jsonl' }],
    ['a JSON text', '[{"text":"', 'x', {}],
    ['a web page', '<!doctype html><p>', '<p>He said so.</p>', {}],
    ['a cell of a table', 'id,text,title\n1,"', 'x', {}],
    ['a feed', '<rss version="2.0"><channel><item><description>', 'x', {}],
    [
      'a record of a web archive',
      'WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 100000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
      '<p>so</p>',
      {},
    ],
  ])('100 MB of %s is a failure that fills no memory', async (_name, start, piece, options) => {
    const before = process.memoryUsage.rss()
    const outcomes = await readStandardInput(flood(start, piece, 100), options)
    expect(outcomes[0]).toMatchObject({ outcome: 'failed', kind: 'too-large' })
    expect(outcomes.every(({ outcome }) => outcome === 'failed')).toBe(true)
    expect(process.memoryUsage.rss() - before).toBeLessThan(400_000_000)
  })

  it('a huge line of JSON Lines is passed over to the next one, and its number reported', async () => {
    const lines = async function* () {
      yield Buffer.from('{"text":"Yes."}\n')
      yield* flood('{"text":"', 'x', 30)
      yield Buffer.from('"}\n{"text":"No."}\n')
    }
    expect(await readStandardInput(lines(), { format: 'jsonl' })).toMatchObject([
      { article: { text: 'Yes.' } },
      { outcome: 'failed', kind: 'too-large', uri: '-#L2' },
      { article: { uri: '-#L3', text: 'No.' } },
    ])
  })

  it('an empty file is skipped', async () => {
    for (const name of ['a.txt', 'b.html', 'c.jsonl', 'd.rss', 'e.warc']) write(name, '')
    write('f.txt.gz', gzipSync(''))
    expect(await read()).toMatchObject([
      { outcome: 'skipped', uri: 'a.txt', reason: 'empty' },
      { outcome: 'skipped', uri: 'b.html', reason: 'empty' },
      { outcome: 'skipped', uri: 'c.jsonl', reason: 'empty' },
      { outcome: 'skipped', uri: 'd.rss', reason: 'empty' },
      { outcome: 'skipped', uri: 'e.warc', reason: 'empty' },
      { outcome: 'skipped', uri: 'f.txt.gz', reason: 'empty' },
    ])
  })

  it('binary data under any name is no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167) % 256))
    write('a.txt', 'Yes.')
    for (const name of ['b.txt', 'c.html']) write(name, bytes)
    expect(await read()).toMatchObject([
      { outcome: 'article' },
      { uri: 'b.txt', kind: 'not-text' },
      { uri: 'c.html', kind: 'not-text' },
    ])
  })
})

describe('traps', () => {
  it.each([
    ['400,000 nested elements', '<div>'.repeat(400_000), 'too-deep'],
    ['a million nested elements', '<div>'.repeat(1_000_000), 'too-complex'],
    ['a million nested lists', `[{"text":${'['.repeat(1_000_000)}`, 'too-deep'],
    ['nested XML', `<rss version="2.0">${'<a>'.repeat(10_000)}`, 'too-deep'],
    ['a million elements side by side', '<!doctype html>'.concat('<i></i>'.repeat(600_000)), 'too-complex'],
    [
      'a feed of a million elements',
      `<rss version="2.0"><channel>${'<item/>'.repeat(100_000)}</channel></rss>`,
      'too-complex',
    ],
  ])('%s are refused', async (_name, text, kind) => {
    const format = text.startsWith('<div>') ? { format: 'html' } : {}
    expect(await readStandardInput(text, format)).toMatchObject([{ outcome: 'failed', kind }])
  })

  it.each([
    ['grow', '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>', '&c;'],
    ['name a file', '<!DOCTYPE rss [<!ENTITY c SYSTEM "file:///etc/passwd">]>', '&c;'],
    ['name an address', '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>', 'x'],
  ])('entities of XML that %s are refused', async (_name, doctype, use) => {
    for (const body of [
      `<rss version="2.0"><channel><item><description>${use}</description></item></channel></rss>`,
      `<nitf><body><body.content><p>${use}</p></body.content></body></nitf>`,
    ]) {
      const outcomes = await readStandardInput(`<?xml version="1.0"?>${doctype}${body}`, {
        format: body.startsWith('<rss') ? 'feed' : 'newsml',
      })
      expect(outcomes).toMatchObject([{ outcome: 'failed', kind: 'malformed' }])
    }
  })

  it('a gzip archive that grows beyond all measure is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000))
    const ofLines = gzipSync('x\n'.repeat(30_000_000))
    expect(await readStandardInput(bomb)).toMatchObject([{ outcome: 'failed', kind: 'too-large' }])
    const outcomes = await readStandardInput(ofLines, { format: 'csv', limits: { maxEntries: 1000 } })
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'failed', kind: 'too-many' })
    expect(await readStandardInput(bomb, { format: 'jsonl' })).toMatchObject([{ outcome: 'failed', kind: 'too-large' }])
    expect(await readStandardInput(bomb, { format: 'warc' })).toMatchObject([{ outcome: 'failed' }])
    const nested = gzipSync(gzipSync('Yes.'))
    write('a.txt', 'Yes.')
    write('b.txt.gz', nested)
    expect(await read()).toMatchObject([{ outcome: 'article' }, { uri: 'b.txt.gz', kind: 'not-text' }])
  })

  it('a damaged gzip archive is a failure, after what came before the damage', async () => {
    const packed = gzipSync(
      Array.from({ length: 5000 }, (_, index) => `{"text":"Yes, he said ${index * 7919}."}`).join('\n'),
    )
    const outcomes = await readStandardInput(packed.subarray(0, packed.length / 2), { format: 'jsonl' })
    expect(outcomes.length).toBeGreaterThan(10)
    expect(outcomes[0]).toMatchObject({ article: { text: 'Yes, he said 0.' } })
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'failed', kind: 'malformed' })
  })

  it('more entries than the limit end in a failure that says so', async () => {
    const lines = '{"text":"Yes."}\n'.repeat(5)
    const outcomes = await readStandardInput(lines, { limits: { maxEntries: 3 } })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['article', 'article', 'article', 'failed'])
    expect(outcomes.at(-1)).toMatchObject({ uri: '-', kind: 'too-many' })
  })

  it('a record that would change what objects inherit is a record', async () => {
    const record = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"text":"Yes."}'
    await readStandardInput(record)
    await readStandardInput(record, {
      fields: { title: '__proto__.polluted', byline: 'constructor.prototype.polluted' },
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('entry names and addresses never become paths', async () => {
    const outcomes = await readStandardInput(
      '{"text":"Yes.","url":"../../etc/passwd"}\n{"text":"No.","id":"file:///etc/passwd"}',
    )
    expect(outcomes).toMatchObject([{ article: { uri: '-#L1' } }, { article: { uri: '-#L2' } }])
  })

  it('symbolic links are skipped and reported', async () => {
    mkdirSync(join(folder, 'news'))
    write('news/a.txt', 'Yes.')
    symlinkSync('/etc/passwd', join(folder, 'news/b.txt'))
    expect(await read({}, 'news')).toMatchObject([
      { outcome: 'article' },
      { outcome: 'skipped', uri: 'news/b.txt', reason: expect.stringContaining('symbolic link') },
    ])
  })

  it('scripts of a page are not read, run or fetched', async () => {
    const paragraph = '<p>The board, the wall and the ferry are all as they were, officials said.</p>'
    const page = `<!doctype html><body onload="globalThis.ran = 1"><script>globalThis.ran = 1</script><script src="http://127.0.0.1:9/x.js"></script><link rel="stylesheet" href="http://127.0.0.1:9/x.css"><article>${paragraph.repeat(8)}<img src=x onerror="globalThis.ran = 1"></article>`
    const [outcome] = await readStandardInput(page)
    expect(outcome).toMatchObject({ outcome: 'article' })
    expect(JSON.stringify(outcome)).not.toContain('globalThis')
    expect((globalThis as Record<string, unknown>).ran).toBeUndefined()
  })
})

describe('languages', () => {
  const spanish =
    'La junta del puerto aplazó la votación sobre la terminal, dijo la presidenta a los periodistas. '.repeat(4)

  it('an article in another language is skipped with the reason, unless any language is wanted', async () => {
    expect(await readStandardInput(spanish)).toMatchObject([
      { outcome: 'skipped', reason: expect.stringContaining('(es)') },
    ])
    expect(await readStandardInput(spanish, { anyLanguage: true })).toMatchObject([{ outcome: 'article' }])
  })
})
