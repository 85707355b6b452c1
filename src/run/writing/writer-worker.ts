import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { carryError } from '../threads/carried-error.ts'
import { BatchWriter } from './batch-writer.ts'
import type { WriterData, WriterItem, WriterReport, WriterRequest, WriterTask } from './writer-task.ts'

/*
 * The writer's thread: the only one that writes to the database while a run lasts. It ends when it is told to close and
 * is never terminated: that could stop it in the middle of a call to SQLite.
 */

const port = parentPort
if (port === null) throw new Error('this module runs in a worker thread')
const { path } = workerData as WriterData
const tell = (report: WriterReport) => port.postMessage(report)

let store: Store | null = null
let runId: number | null = null
let batches: BatchWriter | null = null
/** Requests are answered in the order in which they came. */
let answered: Promise<void> = Promise.resolve()

port.on('message', (task: WriterTask) => {
  switch (task.task) {
    case 'record':
    case 'dead':
    case 'known':
    case 'without-article':
      add(task)
      return
    default:
      answered = answered.then(() => answer(task))
  }
})

function add(item: WriterItem): void {
  if (item.task === 'record') batches?.addRecord(item.article, item.findings, item.inputs)
  else if (item.task === 'dead') batches?.addDead(item.letter, item.inputs)
  else if (item.task === 'known') batches?.addKnown(item.input)
  else batches?.addWithoutArticle(item.gathered)
}

async function answer(request: WriterRequest): Promise<void> {
  try {
    await perform(request)
    tell({ report: 'answer', runId })
  } catch (error) {
    tell({ report: 'refusal', error: carryError(error) })
  }
  // Nothing keeps the thread alive any longer.
  if (request.task === 'close') port?.close()
}

async function perform(request: WriterRequest): Promise<void> {
  if (request.task === 'open') {
    store = await openStore(path, error => tell({ report: 'held', error: carryError(error) }))
    return
  }
  // Whoever closes what could not be opened has nothing to close.
  if (request.task === 'close') {
    await batches?.discard()
    await store?.close()
    return
  }
  if (store === null) throw new Error('the store is not open')
  if (request.task === 'start') {
    runId = await store.startRun(request.configuration)
    batches = new BatchWriter(store, runId, {
      onWritten: written => tell({ report: 'written', written }),
      onRejected: letter => tell({ report: 'rejected', letter }),
      onFailure: error => tell({ report: 'failed', error: carryError(error) }),
    })
    return
  }
  if (runId === null) throw new Error('no run has been started')
  if (request.task === 'flush') await batches?.flush()
  else await store.endRun(runId, request.status, request.counts, request.note)
}
