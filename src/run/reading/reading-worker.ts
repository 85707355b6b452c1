import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import type { Discovered } from '../../read/discover.ts'
import type { InputOutcome } from '../../read/format.ts'
import { processorMs } from '../../read/limits/processor-time.ts'
import { carryError } from '../threads/carried-error.ts'
import { ReadingBeacon } from './reading-beacon.ts'
import {
  MOST_AHEAD,
  MOST_TEXT_AHEAD,
  type ReaderModule,
  type ReadingData,
  type ReadingReport,
  type ReadingTask,
} from './reading-task.ts'

/*
 * The reading thread: inputs come in, outcomes go out, a few ahead of who takes them. It is ended from outside, in the middle of
 * anything: it reads, and nothing else.
 */

const port = parentPort
if (port === null) throw new Error('this module runs in a worker thread')
const { readerModule, options, beacon: memory } = workerData as ReadingData
const tell = (report: ReadingReport) => port.postMessage(report)
const beacon = new ReadingBeacon(memory)
const { signal } = new AbortController()

/** Lengths of the texts that were given and not taken. */
let ahead: number[] = []
let room = Promise.withResolvers<void>()
let chunk = Promise.withResolvers<Uint8Array | null>()

const { readDiscovered } = (await import(readerModule)) as ReaderModule
tell({ report: 'ready' })
port.on('message', (task: ReadingTask) => {
  if (task.task === 'read') void read(task.input)
  else if (task.task === 'chunk') chunk.resolve(task.chunk)
  else if (task.task === 'broken-input') chunk.reject(Object.assign(new Error(task.message), { code: task.code }))
  else {
    ahead.shift()
    room.resolve()
  }
})

async function read(input: Discovered): Promise<void> {
  // What the input before has given is taken.
  ahead = []
  beacon.beginEntry(processorMs())
  const standardInput = Readable.from(readStandardInput())
  const onBytes = (count: number) => beacon.takeBytes(count)
  try {
    for await (const outcome of readDiscovered(input, { ...options, standardInput, signal, onBytes })) {
      tell({ report: 'outcome', outcome })
      beacon.beginEntry(processorMs())
      ahead.push(lengthOf(outcome))
      await waitForRoom()
    }
    tell({ report: 'ended' })
  } catch (error) {
    tell({ report: 'broken', error: carryError(error) })
  }
}

async function waitForRoom(): Promise<void> {
  while (ahead.length >= MOST_AHEAD || ahead.reduce((sum, length) => sum + length, 0) >= MOST_TEXT_AHEAD) {
    room = Promise.withResolvers()
    await room.promise
  }
}

function lengthOf(outcome: InputOutcome): number {
  if (outcome.outcome !== 'article') return 0
  return (outcome.leftOut ?? []).reduce((sum, { text }) => sum + text.length, outcome.article.text.length)
}

/** Streams cannot be handed over, so that each chunk is asked for. */
async function* readStandardInput(): AsyncGenerator<Uint8Array> {
  for (;;) {
    chunk = Promise.withResolvers()
    tell({ report: 'wants-chunk' })
    const bytes = await chunk.promise
    if (bytes === null) return
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}
