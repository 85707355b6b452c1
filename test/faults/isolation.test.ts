import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tokensStage } from '../../pipeline/tokens/stage.ts'
import { createArticle } from '../../src/read/article/create-article.ts'
import { repair } from '../../src/read/encodings/decode.ts'
import type { ReadOutcome } from '../../src/read/format.ts'
import { type RunOptions, runArticles } from '../../src/run/run-articles.ts'
import { isTurnOfOthers, proofSize } from '../support/proof-size.ts'

/** The rules are loaded faster; all poisons together have the model. */
const POISONED = new URL('./analysers/poison.ts', import.meta.url)
const POISONED_RULES = new URL('./analysers/poison-rules.ts', import.meta.url)

/** Of processor time: many times what the longest healthy article takes. */
const HANG_MS = 2000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-isolation-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function article(uri: string, text: string): ReadOutcome {
  return {
    outcome: 'article',
    article: createArticle(repair(text, 'utf-8'), new TextEncoder().encode(text), { uri }),
  }
}
const healthy = (number: number) =>
  article(`healthy-${number}.txt`, `“Dam ${number} is safe,” said Ada Mwale. Number ${number}.`)

async function* inputsOf(outcomes: readonly ReadOutcome[]) {
  yield* outcomes
}

async function run(outcomes: readonly ReadOutcome[], options: Partial<RunOptions> = {}) {
  const path = join(folder, 'run.db')
  const report = await runArticles(inputsOf(outcomes), path, {
    threads: 1,
    timeoutMs: 60_000,
    heapMb: 256,
    analyser: POISONED_RULES,
    configuration: { hearsay: '0.0.0', node: process.version, libraries: {}, options: {} },
    signal: new AbortController().signal,
    ...options,
  })
  return { report, path }
}

function select(path: string, sql: string): unknown[] {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

const EXPECTED = [
  ['POISON-THROW', 'throw', 'TypeError: the stage cannot cope'],
  ['POISON-THROW-STRING', 'throw', 'not even an error'],
  ['POISON-EXIT', 'exit', 'ended its thread with code 7'],
  ['POISON-HANG', 'timeout', `took longer than ${HANG_MS / 1000} s of processor time`],
  ['POISON-STACK', 'stack-overflow', 'RangeError: Maximum call stack size exceeded'],
  ['POISON-HEAP', 'out-of-memory', 'needed more than 256 MB of memory'],
  ['POISON-BUFFERS', 'out-of-memory', 'needed more than 256 MB of memory'],
] as const

describe('an article that fails', () => {
  it.each(EXPECTED.filter(([, kind]) => proofSize(kind === 'timeout', true)))(
    '%s becomes a dead letter of kind %s and costs no other article',
    async (poison, kind, error) => {
      const inputs = Array.from({ length: 20 }, (_, index) =>
        index === 7 ? article('poison.txt', `${poison}. “No,” said Bo Li.`) : healthy(index),
      )
      const timeoutMs = kind === 'timeout' ? HANG_MS : 60_000
      const { report, path } = await run(inputs, { timeoutMs })
      expect(report.status).toBe('finished')
      expect(report.counts).toMatchObject({ inputs: 20, done: 19, dead: 1, skipped: 0, unchanged: 0 })
      expect(select(path, 'SELECT uri, kind, error, stage, version, attempts FROM dead_letter')).toEqual([
        { uri: 'poison.txt', kind, error, stage: tokensStage.name, version: tokensStage.version, attempts: 1 },
      ])
      expect(select(path, 'SELECT count(*) AS articles FROM article')).toEqual([{ articles: 19 }])
      expect(report.failures).toMatchObject([{ uri: 'poison.txt', kind, error }])
    },
  )

  it.runIf(isTurnOfOthers)('because the store cannot hold its record costs no other article of the batch', async () => {
    const { report, path } = await run([
      healthy(1),
      article('poison.txt', 'POISON-RECORD “No,” said Bo Li.'),
      healthy(2),
    ])
    expect(report.counts).toEqual({ inputs: 3, done: 2, unchanged: 0, skipped: 0, dead: 1, claims: 2 })
    expect(select(path, 'SELECT uri, kind, stage FROM dead_letter')).toEqual([
      { uri: 'poison.txt', kind: 'throw', stage: 'store' },
    ])
    expect(select(path, 'SELECT uri FROM article ORDER BY uri')).toEqual([
      { uri: 'healthy-1.txt' },
      { uri: 'healthy-2.txt' },
    ])
    expect(select(path, 'SELECT done, dead, claims FROM run')).toEqual([{ done: 2, dead: 1, claims: 2 }])
  })

  it.runIf(isTurnOfOthers)('is tried again by the next run, which leaves the others alone', async () => {
    const inputs = [article('poison.txt', 'POISON-THROW'), healthy(1)]
    await run(inputs)
    const { report, path } = await run(inputs)
    expect(report.counts).toMatchObject({ inputs: 2, done: 0, unchanged: 1, dead: 1 })
    expect(select(path, 'SELECT kind, attempts FROM dead_letter')).toEqual([{ kind: 'throw', attempts: 2 }])
  })

  it.runIf(isTurnOfOthers)('is one dead letter when it comes twice', async () => {
    const { report } = await run([
      article('a.txt', 'POISON-THROW'),
      ...[1, 2, 3].map(healthy),
      article('b.txt', 'POISON-THROW'),
    ])
    expect(report.counts).toMatchObject({ inputs: 5, done: 3, unchanged: 1, dead: 1 })
  })
})

describe('poisons together', () => {
  // What takes up all memory takes long, too, so that what never ends has a run of its own where time is short.
  const patient: readonly (readonly [string, string, string])[] = EXPECTED.filter(([, kind]) => kind !== 'timeout')
  const all = [
    proofSize(
      { threads: 1, analyser: POISONED_RULES, timeoutMs: 60_000, poisons: patient },
      { threads: 2, analyser: POISONED, timeoutMs: 10_000, poisons: EXPECTED },
    ),
  ]
  it.each(all)('on $threads threads lose no healthy article, wherever they stand', async ({ poisons, ...options }) => {
    const inputs = Array.from({ length: poisons.length * 10 }, (_, index) => {
      const poison = index % 10 === 3 ? poisons[(index - 3) / 10]?.[0] : undefined
      return poison === undefined
        ? healthy(index)
        : article(`poison-${String(index).padStart(2, '0')}.txt`, `${poison} ${index}`)
    })
    const { report, path } = await run(inputs, options)
    const dead = poisons.length
    expect(report.counts).toMatchObject({ inputs: dead * 10, done: dead * 9, dead, skipped: 0, unchanged: 0 })
    expect(select(path, 'SELECT kind FROM dead_letter ORDER BY uri')).toEqual(poisons.map(([, kind]) => ({ kind })))
    expect(select(path, 'SELECT DISTINCT stage, version, attempts FROM dead_letter')).toEqual([
      { stage: tokensStage.name, version: tokensStage.version, attempts: 1 },
    ])
  })
})

describe.runIf(isTurnOfOthers)('accounting', () => {
  it('counts every input once: done, unchanged, skipped and dead are all of them', async () => {
    const { report, path } = await run([
      healthy(1),
      { outcome: 'skipped', uri: 'empty.txt', reason: 'empty' },
      healthy(2),
      healthy(1),
      { outcome: 'failed', uri: 'photo.txt', kind: 'not-text', error: 'it is a PNG image, not text' },
    ])
    expect(report.counts).toEqual({ inputs: 5, done: 2, unchanged: 1, skipped: 1, dead: 1, claims: 2 })
    expect(select(path, 'SELECT inputs, done, unchanged, skipped, dead, claims, status FROM run')).toEqual([
      { inputs: 5, done: 2, unchanged: 1, skipped: 1, dead: 1, claims: 2, status: 'finished' },
    ])
    expect(select(path, 'SELECT uri, kind, stage FROM dead_letter')).toEqual([
      { uri: 'photo.txt', kind: 'not-text', stage: 'read' },
    ])
  })
})

describe.runIf(isTurnOfOthers)('an analyser that cannot be loaded', () => {
  it('ends the run with its error, and no article is blamed', async () => {
    const analyser = new URL('./analysers/missing.ts', import.meta.url)
    await expect(run([healthy(1)], { analyser })).rejects.toThrow(/missing\.ts/)
  })
})
