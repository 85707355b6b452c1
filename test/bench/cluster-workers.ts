import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Article } from '../../src/domain/article.ts'
import { query } from '../postgres/start-postgres.ts'

const CLI = join(import.meta.dirname, '../../src/cli/hearsay.js')

/**
 * Enqueues the articles and lets so many processes of one thread work on them.
 *
 * @returns articles a second, from the first batch that was taken to the last that was written
 */
export async function measureWorkers(
  url: string,
  articles: readonly Article[],
  workers: number,
  batchSize: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-cluster-'))
  try {
    writeFileSync(
      join(folder, 'wire.jsonl'),
      articles.map(({ text, uri }) => `${JSON.stringify({ text, uri })}\n`).join(''),
    )
    const hearsay = (args: readonly string[]) => runToEnd(folder, [...args, '--db', url, '--quiet'])
    await hearsay(['enqueue', 'wire.jsonl', '--batch', String(batchSize)])
    await Promise.all(Array.from({ length: workers }, () => hearsay(['work', '--threads', '1', '--until-empty'])))
    const [row] = await query(
      url,
      `SELECT sum((output ->> 'done')::int)::int AS done,
         extract(epoch FROM max(completed_on) - min(started_on))::float8 AS seconds
       FROM hearsay_queue.job WHERE state = 'completed'`,
    )
    const { done, seconds } = row as { done: number; seconds: number }
    if (done !== articles.length) throw new Error(`only ${done} of ${articles.length} were analysed`)
    return done / seconds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runToEnd(folder: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const status = await new Promise(resolve => child.once('exit', resolve))
  if (status !== 0) throw new Error(`hearsay ${args[0]} ended with code ${status}`)
}
