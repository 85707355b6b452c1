/**
 * The process that runs the console's queries, and nothing else: a query that does not end cannot be stopped in any
 * other way than by ending the process it runs in. Arguments: the database, the parent's id, the limits as JSON. Talks
 * to its parent over IPC.
 */
import { once } from 'node:events'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import type { QueryQuestion } from './answer.ts'
import type { QueryLimits } from './limits.ts'
import { openTied } from './open-tied.ts'
import type { QueryEvent, Watch } from './query-warden.ts'
import { runQuery } from './run-query.ts'

const [path, parent, told] = process.argv.slice(2) as [string, string, string]
const limits = JSON.parse(told) as QueryLimits
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
// The parent's id is given: who asks for it may ask too late, when the parent has gone already.
const workerData: Watch = { parent: Number(parent), limits }
const warden = new Worker(new URL(`./query-warden${extension}`, import.meta.url), { workerData })
const tell = (event: QueryEvent) => warden.postMessage(event)
const database = openTied(path, limits.memory / 2)
// No query runs before it is watched.
await once(warden, 'message')
warden.unref()
process.on('message', (question: QueryQuestion) => {
  tell('begins')
  const answer = runQuery(database, question)
  tell('ended')
  process.send?.(answer)
})
// The site has ended, or was killed.
process.on('disconnect', () => process.exit())
process.send?.('ready')
