import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHere } from '../../test/support/read-inputs.ts'
import { discover } from './discover.ts'
import type { ReadOutcome } from './format.ts'
import { readArticles } from './read-articles.ts'
import type { ReadOptions } from './read-discovered.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-read-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
async function read(paths: string[], options: Partial<ReadOptions> = {}) {
  const reader = readHere({ limits: { maxBytes: 1000 }, ...options })
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readArticles(discover(paths, folder), reader)) outcomes.push(outcome)
  return outcomes
}

describe('readArticles', () => {
  it('gives one outcome an input, in order', async () => {
    write('a.txt', 'Yes, he said.')
    write('b.txt', '')
    write('c.txt', PNG)
    write('d.txt', 'x'.repeat(1001))
    expect(await read(['.'])).toMatchObject([
      { outcome: 'article', article: { uri: 'a.txt', text: 'Yes, he said.' } },
      { outcome: 'skipped', uri: 'b.txt', reason: 'empty' },
      { outcome: 'failed', uri: 'c.txt', kind: 'not-text' },
      { outcome: 'failed', uri: 'd.txt', kind: 'too-large' },
    ])
  })

  it('says why a file whose name is not UTF-8 cannot be read', async () => {
    const name = Buffer.from([...Buffer.from(`${folder}/caf`), 0xe9, ...Buffer.from('.txt')])
    writeFileSync(name, 'Yes, he said.')
    expect(await read(['.'])).toMatchObject([
      {
        outcome: 'failed',
        uri: 'caf\ufffd.txt',
        kind: 'unreadable',
        error: 'its name is not UTF-8, so it cannot be opened: rename it',
      },
    ])
  })

  it('keeps the order when what is no text comes first', async () => {
    write('a.txt', PNG)
    write('b.txt', 'Yes, he said.')
    expect(await read(['.'])).toMatchObject([{ uri: 'a.txt', kind: 'not-text' }, { article: { uri: 'b.txt' } }])
  })

  it('refuses inputs of which not one is text', async () => {
    write('a.txt', PNG)
    await expect(read(['a.txt'])).rejects.toMatchObject({
      message: 'Cannot read a.txt because it is a PNG image, not text: convert it to a text file first.',
      exitCode: 2,
    })
  })

  it('reads standard input up to the limit', async () => {
    const standardInput = Readable.from([Buffer.from('Yes, '), Buffer.from('he said.')])
    expect(await read(['-'], { standardInput })).toMatchObject([{ article: { uri: '-', text: 'Yes, he said.' } }])
    const flood = Readable.from([Buffer.alloc(600, 'x'), Buffer.alloc(600, 'x')])
    expect(await read(['-'], { standardInput: flood })).toMatchObject([{ uri: '-', kind: 'too-large' }])
  })

  it('drops a half-read standard input when it is told to stop', async () => {
    const stop = new AbortController()
    const standardInput = new PassThrough()
    standardInput.write('Half an article')
    const reading = read(['-'], { standardInput, signal: stop.signal })
    setImmediate(() => stop.abort())
    expect(await reading).toEqual([])
  })
})
