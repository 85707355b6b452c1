import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Article } from '../../src/domain/article.ts'
import type { Analyser } from '../../src/run/analyser.ts'
import { SealWriter } from '../../src/store/sqlite/seal/seal-writer.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { median } from './figures.ts'

export interface SealCost {
  /** Processor time an article, in milliseconds, without seals and with them. */
  readonly without: number
  readonly with: number
  /** Medians of the shares that seals add in each round: of processor time, and of the file. */
  readonly time: number
  readonly size: number
}

const BATCH = 100
const WARM_UP_ROUNDS = 3

interface Run {
  readonly ms: number
  readonly bytes: number
}

/**
 * What seals add to a run on one thread, analysis and writing together, with and without them by turns. What is compared is
 * processor time: other work on the machine takes of both alike.
 */
export async function measureSealCost(
  articles: readonly Article[],
  rounds: number,
  analyser: Analyser,
): Promise<SealCost> {
  const pairs: { readonly bare: Run; readonly sealed: Run }[] = []
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const sealedFirst = round % 2 === 0 ? await runOnce(articles, analyser) : null
    const bare = await withoutSeals(() => runOnce(articles, analyser))
    const sealed = sealedFirst ?? (await runOnce(articles, analyser))
    if (round >= 0) pairs.push({ bare, sealed })
  }
  return {
    without: median(pairs.map(({ bare }) => bare.ms)),
    with: median(pairs.map(({ sealed }) => sealed.ms)),
    time: median(pairs.map(({ bare, sealed }) => sealed.ms / bare.ms - 1)),
    size: median(pairs.map(({ bare, sealed }) => sealed.bytes / bare.bytes - 1)),
  }
}

async function runOnce(articles: readonly Article[], { analyseArticle }: Analyser): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const path = join(folder, 'bench.db')
    const store = SqliteStore.open(path)
    const run = store.startRun({ hearsay: 'bench', node: process.version, libraries: {}, stages: [], options: {} })
    const before = process.cpuUsage()
    for (let from = 0; from < articles.length; from += BATCH) {
      const records = []
      for (const article of articles.slice(from, from + BATCH)) records.push(await analyseArticle(article))
      store.write(run, { records, dead: [], skipped: [] })
    }
    const counts = { inputs: 0, done: 0, unchanged: 0, skipped: 0, dead: 0, claims: 0 }
    store.endRun(run, 'failed', counts, 'ended by the measurement')
    const { user, system } = process.cpuUsage(before)
    store.close()
    return { ms: (user + system) / 1000 / articles.length, bytes: statSync(path).size }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The store seals whatever it writes; here its writer of leaves does nothing for a while. */
async function withoutSeals<Result>(run: () => Promise<Result>): Promise<Result> {
  const { prototype } = SealWriter
  const names = ['begin', 'addRecord', 'touchInputs', 'touchLetters', 'loseInputs', 'loseLetters', 'flush'] as const
  const kept = names.map(name => [name, prototype[name]] as const)
  for (const name of names) Object.assign(prototype, { [name]: () => {} })
  try {
    return await run()
  } finally {
    for (const [name, method] of kept) Object.assign(prototype, { [name]: method })
  }
}
