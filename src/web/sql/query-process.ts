/**
 * The process that runs the console's queries, and nothing else: a query that does not end cannot be stopped in any
 * other way than by ending the process it runs in. Argument: the database. Talks to its parent over IPC.
 */
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import type { QueryQuestion } from './answer.ts'
import { openTied } from './open-tied.ts'
import { runQuery } from './run-query.ts'

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
new Worker(new URL(`./leave-with-parent${extension}`, import.meta.url)).unref()
const database = openTied(process.argv[2] as string)
process.on('message', (question: QueryQuestion) => process.send?.(runQuery(database, question)))
// The site has ended, or was killed.
process.on('disconnect', () => process.exit())
process.send?.('ready')
