import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEAVING_OUT, PASSAGES } from '../faults/readers/leaving-out.ts'
import { makeWorkspace, until, type Workspace } from './hearsay.ts'

const TEXT =
  'The lock at Kestrel Quay was shut on Tuesday, the harbour office said, and boats were told to go round by the sea gate.'
const PAGE = `<!doctype html><html lang="en"><head><title>Lock shut | Courier</title>
<meta property="og:title" content="Lock \u202eshut"><meta property="og:site_name" content="Courier">
<meta property="article:published_time" content="2026-03-04T10:00:00+01:00">
<link rel="canonical" href="https://courier.example/2026/03/lock"></head><body><article><h1>Lock \u202eshut</h1>${`<p>${TEXT}</p>`.repeat(3)}</article></body></html>`

/** A page, records of which one has no text, a picture and an empty file. */
function makeInputs(): Workspace {
  const workspace = makeWorkspace()
  workspace.write('news/lock.html', PAGE)
  workspace.write('news/wire.jsonl', `${JSON.stringify({ title: 'One', text: TEXT })}\n{"x":1}\n`)
  workspace.write('news/photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]))
  workspace.write('news/empty.txt', '')
  return workspace
}

function parseLines(lines: string) {
  return lines
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)
}

describe('hearsay read', () => {
  it('shows what is known of an article, by what, and its text, and stores nothing', async () => {
    const workspace = makeInputs()
    const { status, stdout, stderr } = await workspace.run(['read', 'news/lock.html'], { readerModule: LEAVING_OUT })
    expect(status).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('news/lock.html')
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ {2}article {4}[0-9a-f]{12}, \d+ characters$/),
        expect.stringMatching(/^ {2}title {6}Lock <U\+202E>shut/),
        expect.stringMatching(/^ {2}byline {5}none/),
        expect.stringMatching(/^ {2}published {2}2026-03-04T10:00:00\+01:00/),
        expect.stringMatching(/^ {2}publisher {2}Courier/),
        expect.stringMatching(/^ {2}modified {3}2026-03-05T09:00:00Z$/),
        '  section    Harbour  (breadcrumbs of news/lock.html)',
        expect.stringMatching(/^ {2}address {4}https:\/\/courier\.example\/2026\/03\/lock/),
        '  decoded    html; charset=utf-8',
        TEXT,
      ]),
    )
    expect(stderr).toBe('1 input: 1 article, 0 skipped, 0 failed; nothing was stored.\n')
    expect(existsSync(join(workspace.folder, 'out'))).toBe(false)
  })

  it('shows the beginning of what was left out and why, and all of it on request', async () => {
    const workspace = makeInputs()
    const read = (...args: string[]) =>
      workspace.run(['read', 'news/lock.html', '--no-text', ...args], { readerModule: LEAVING_OUT })
    const folded = (await read()).stdout
    expect(folded).not.toContain(TEXT)
    expect(folded).toContain('2 passages left out:\n  related links: More on this: Harbour dredged <script>')
    expect(folded).toMatch(/^ {2}comments: Well said <U\+202E><U\+001B>\[31m .{40,60}…$/m)
    const whole = (await read('--left-out')).stdout
    expect(whole).toContain('  related links:\n    More on this:\n    Harbour dredged <script>alert(1)</script>\n')
    expect(whole).toContain('the end\n')
    expect(whole).not.toContain('\u202e')
    expect(whole).not.toContain('\u001b')
  })

  it('says of every entry and input what became of it, and that something failed', async () => {
    const { status, stdout, stderr } = await makeInputs().run([
      'read',
      'news/wire.jsonl',
      'news/photo.png',
      'news/empty.txt',
    ])
    expect(status).toBe(3)
    expect(stdout).toMatch(/^news\/wire\.jsonl#L1\n {2}article/m)
    expect(stdout).toMatch(/^news\/wire\.jsonl#L2\n {2}failed {5}no-text: it has no field for the text/m)
    expect(stdout).toMatch(/^news\/photo\.png\n {2}failed {5}not-text: it is a PNG image/m)
    expect(stdout).toMatch(/^news\/empty\.txt\n {2}skipped {4}empty$/m)
    expect(stderr).toContain('4 inputs: 1 article, 1 skipped, 2 failed; nothing was stored.')
  })

  it('fails a lone input that is no text as any other', async () => {
    expect(await makeInputs().run(['read', 'news/photo.png'])).toMatchObject({ status: 3 })
  })

  it('gives programs each outcome as JSON, in one array or a line each', async () => {
    const workspace = makeInputs()
    const paths = ['news/lock.html', 'news/wire.jsonl']
    const { stdout } = await workspace.run(['read', ...paths, '--nl'], { readerModule: LEAVING_OUT })
    const rows = parseLines(stdout)
    expect(rows).toMatchObject([
      {
        location: 'news/lock.html',
        decodedHow: 'html; charset=utf-8',
        outcome: 'article',
        article: {
          title: 'Lock \u202eshut',
          section: 'Harbour',
          origins: { section: 'breadcrumbs of news/lock.html' },
        },
        leftOut: PASSAGES,
      },
      { location: 'news/wire.jsonl#L1', file: 'news/wire.jsonl', outcome: 'article', article: { text: TEXT } },
      { location: 'news/wire.jsonl#L2', outcome: 'failed', kind: 'no-text' },
    ])
    const array = await workspace.run(['read', ...paths, '--json'], { readerModule: LEAVING_OUT })
    expect(JSON.parse(array.stdout)).toEqual(rows)
    const short = await workspace.run(['read', ...paths, '--json', '--no-text'])
    expect(short.stdout).not.toContain(TEXT)
    expect(JSON.parse(short.stdout)).toMatchObject([{}, { article: { characters: TEXT.length } }, {}])
  })

  it('reads as hearsay run does: fields, format, limits, languages, standard input', async () => {
    const workspace = makeInputs()
    const read = async (...args: string[]) => parseLines((await workspace.run(['read', ...args, '--nl'])).stdout)
    workspace.write('odd.json', JSON.stringify({ wording: TEXT, head: 'Two' }))
    expect(await read('odd.json', '--field', 'text=wording', '--field', 'title=head')).toMatchObject([
      { outcome: 'article', article: { title: 'Two', text: TEXT } },
    ])
    expect(await read('news/lock.html', '--format', 'text')).toMatchObject([{ decodedHow: 'text; charset=utf-8' }])
    expect(await read('news/lock.html', '--max-page-bytes', '100')).toMatchObject([{ kind: 'too-large' }])
    const german = 'Der Damm ist sicher, sagte die Ministerin am Montag vor dem Parlament der Stadt, und alle lachten.'
    workspace.write('damm.txt', german)
    expect(await read('damm.txt')).toMatchObject([{ outcome: 'skipped', reason: expect.stringContaining('(de)') }])
    expect(await read('damm.txt', '--any-language')).toMatchObject([{ article: { text: german } }])
    const { stdout } = await workspace.run(['read', '-', '--nl'], { input: TEXT })
    expect(parseLines(stdout)).toMatchObject([{ location: '-', article: { text: TEXT } }])
  })

  it('ends a reader that hangs, and goes on with the next input', async () => {
    const workspace = makeInputs()
    workspace.write('hangs.txt', `${TEXT} POISON-HANG`)
    const { status, stdout } = await workspace.run(
      ['read', 'hangs.txt', 'news/wire.jsonl', '--nl', '--no-text', '--read-timeout', '0.1'],
      { readerModule: new URL('../faults/readers/poison.ts', import.meta.url) },
    )
    expect(status).toBe(3)
    expect(parseLines(stdout)).toMatchObject([
      { location: 'hangs.txt', outcome: 'failed', kind: 'timeout' },
      { location: 'news/wire.jsonl#L1', outcome: 'article' },
      { location: 'news/wire.jsonl#L2', outcome: 'failed' },
    ])
  })

  it('ends with 130 when it is interrupted while it waits', async () => {
    const reading = makeInputs().start(['read', 'news/lock.html', '-'])
    await until(() => reading.stdout.includes(TEXT) || reading.hasEnded)
    reading.type('Half a sent')
    reading.kill('SIGINT')
    const { status, stderr } = await reading.outcome()
    expect(status).toBe(130)
    expect(stderr).toContain('Stopping.')
  })
})
