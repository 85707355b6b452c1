import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { discover } from '../../src/read/discover.ts'
import type { InputOutcome } from '../../src/read/format.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import type { ThreadReaderOptions } from '../../src/run/reading/reading-thread.ts'
import { ThreadReader } from '../../src/run/reading/thread-reader.ts'
import { until } from '../cli/hearsay.ts'
import { collectOutcomes } from '../support/read-inputs.ts'

/* Inputs are read in a thread of their own: what that thread may do costs the input that it was at, and nothing else. */

const POISONED = new URL('./readers/poison.ts', import.meta.url)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-reading-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const healthy = (name: string) => write(name, `“All is well,” said Ada Mwale in ${name}.`)
const line = (text: string) => `${JSON.stringify({ text })}\n`

function open(options: Partial<ThreadReaderOptions> = {}): ThreadReader {
  const reader = new ThreadReader({
    heapMb: 256,
    readerModule: POISONED,
    standardInput: Readable.from([]),
    signal: new AbortController().signal,
    ...options,
  })
  onTestFinished(() => reader.close())
  return reader
}

async function read(paths: string[], options: Partial<ThreadReaderOptions> = {}): Promise<InputOutcome[]> {
  const outcomes: InputOutcome[] = []
  for await (const outcome of readArticles(discover(paths, folder), open(options))) outcomes.push(outcome)
  return outcomes
}

describe('a reading thread', () => {
  it('gives what reading in this thread gives, in the same order, frozen', async () => {
    healthy('a.txt')
    write('b.txt', '')
    write('c.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    write('d.jsonl', `${line('“Yes,” he said.')}${line('“No,” she said.')}{"other":1}\n`)
    write('e.html', '<!doctype html><title>T</title><article><p>“Yes,” he said to her.</p></article>')
    write('f.txt', 'Der Damm ist sicher, sagte die Ministerin am Montag vor dem Parlament der Stadt, und alle lachten.')
    const outcomes = await read(['.'])
    expect(outcomes).toEqual(await collectOutcomes(discover(['.'], folder)))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'article',
      'skipped',
      'failed',
      'article',
      'article',
      'failed',
      'article',
      'skipped',
    ])
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'article') continue
      expect([outcome.article, outcome.article.warnings].every(Object.isFrozen)).toBe(true)
    }
  })

  it.each([
    ['POISON-HANG', 'timeout', /^reading it took longer than 2\.1 s of processor time: raise .*--read-timeout$/],
    ['POISON-EXIT', 'exit', /^reading it ended its thread with code 7: please report it$/],
    ['POISON-BUFFERS', 'out-of-memory', /^reading it needed more than 256 MB of memory: split it, .*--max-heap$/],
    ['POISON-REJECT', 'throw', /^its reader failed \(Error: nobody waits for it\): please report it$/],
  ])('that fails by %s costs its input, as %s', async (poison, kind, error) => {
    healthy('a.txt')
    write('b.txt', `${poison} “No,” said Bo Li.`)
    healthy('c.txt')
    const origin = { location: 'b.txt', decodedHow: null, rawSha256: null, retrievedAt: null }
    const outcomes = await read(['.'], { limits: { timeoutMs: 20 } })
    expect(outcomes).toMatchObject([
      { article: { uri: 'a.txt' } },
      { outcome: 'failed', uri: 'b.txt', kind, error: expect.stringMatching(error), origin },
      { article: { uri: 'c.txt' } },
    ])
  })

  it('that fails in the middle of a file says how much of it was read, and gives nothing twice', async () => {
    write('a.jsonl', line('One.') + line('Two.') + line('POISON-EXIT') + line('Four.'))
    write('b.jsonl', line('POISON-EXIT') + line('Two.'))
    write('c.jsonl', line('One.') + line('POISON-EXIT'))
    healthy('d.txt')
    expect(await read(['.'])).toMatchObject([
      { article: { uri: 'a.jsonl#L1' } },
      { article: { uri: 'a.jsonl#L2' } },
      {
        uri: 'a.jsonl',
        kind: 'exit',
        error:
          'reading it ended its thread with code 7 after its first 2 entries, and the rest of it was not read: please report it',
      },
      { uri: 'b.jsonl', error: 'reading it ended its thread with code 7: please report it' },
      { article: { uri: 'c.jsonl#L1' } },
      {
        uri: 'c.jsonl',
        error: expect.stringContaining('after its first entry, and the rest of it was not read'),
      },
      { article: { uri: 'd.txt' } },
    ])
  })

  it('that cannot be started ends reading with the reason, and blames no input', async () => {
    healthy('a.txt')
    await expect(read(['.'], { readerModule: new URL('./readers/missing.ts', import.meta.url) })).rejects.toThrow(
      /missing\.ts/,
    )
  })

  it('reads standard input chunk by chunk, and leaves what it does not need', async () => {
    const standardInput = new PassThrough()
    const outcomes = read(['-'], { standardInput, format: 'jsonl', limits: { maxEntries: 2 } })
    // More than is looked at to recognise a format, and no end.
    for (const text of ['One.', 'Two.', 'Three.']) standardInput.write(line(`${text}${' '.repeat(50_000)}`))
    expect(await outcomes).toMatchObject([
      { article: { uri: '-#L1' } },
      { article: { uri: '-#L2' } },
      { outcome: 'failed', uri: '-', kind: 'too-many' },
    ])
    expect(standardInput.destroyed).toBe(true)
  })

  it('says when standard input breaks', async () => {
    async function* broken() {
      yield Buffer.from('One.')
      throw Object.assign(new Error('EISDIR: illegal operation on a directory, read'), { code: 'EISDIR' })
    }
    expect(await read(['-'], { standardInput: Readable.from(broken()) })).toMatchObject([
      { outcome: 'failed', uri: '-', kind: 'unreadable', error: expect.stringContaining('(EISDIR)') },
    ])
  })

  it('reads only so far ahead as fits in memory', async () => {
    let given = 0
    async function* flood() {
      for (; given < 2000; given += 1) yield Buffer.from(line(`${given} ${'Yes. '.repeat(2000)}`))
    }
    const options = { standardInput: Readable.from(flood()), format: 'jsonl', anyLanguage: true }
    const reading = open(options).read({ kind: 'standard-input', uri: '-' })
    expect(await reading.next()).toMatchObject({ value: { article: { uri: '-#L1' } } })
    // Until nothing more is taken, however fast the thread is.
    for (let before = -1; before !== given; ) {
      before = given
      await new Promise(resolve => setTimeout(resolve, 300))
    }
    expect(given).toBeLessThan(100)
    let entries = 1
    for await (const _ of reading) entries += 1
    expect(entries).toBe(2000)
  })

  it('waits for a pipe without end, and ends at once when it is told to', async () => {
    const stop = new AbortController()
    const standardInput = new PassThrough()
    standardInput.write('Half an article')
    const reading = read(['-'], { standardInput, signal: stop.signal })
    await until(() => standardInput.readableLength === 0)
    stop.abort()
    expect(await reading).toEqual([])
    expect(standardInput.destroyed).toBe(true)
  })

  it('is stopped in the middle of what would never end', async () => {
    const stop = new AbortController()
    healthy('a.txt')
    write('b.txt', 'POISON-HANG')
    const outcomes: InputOutcome[] = []
    const reader = open({ signal: stop.signal })
    for await (const outcome of readArticles(discover(['.'], folder), reader)) {
      outcomes.push(outcome)
      setTimeout(() => stop.abort(), 300)
    }
    expect(outcomes).toMatchObject([{ article: { uri: 'a.txt' } }])
  })

  it('goes when nobody takes any more of its input, and the next input is read all the same', async () => {
    write('a.jsonl', line('One.') + line('Two.') + line('Three.'))
    healthy('b.txt')
    const reader = open()
    const [first, second] = discover(['.'], folder)
    if (first === undefined || second === undefined) throw new Error('there are two inputs')
    for await (const outcome of reader.read(first)) {
      expect(outcome).toMatchObject({ article: { text: 'One.' } })
      break
    }
    const outcomes: InputOutcome[] = []
    for await (const outcome of reader.read(second)) outcomes.push(outcome)
    expect(outcomes).toMatchObject([{ article: { uri: 'b.txt' } }])
  })
})
