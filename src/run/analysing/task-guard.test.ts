import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { LOOK_EVERY_MS } from '../threads/patience.ts'
import { processorMsOf } from '../threads/processor-time.ts'
import { Beacon } from './beacon.ts'
import { TaskGuard } from './task-guard.ts'

const LIMITS = { timeoutMs: 300, heapMb: 2048 }
const TIMEOUT = { kind: 'timeout', error: 'took longer than 0.3 s of processor time' }
/** What an article may do to its thread: compute for ever, or get no processor on a machine that is busy with others. */
const ENDLESS = 'for (;;);'
const STANDING_STILL = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'

/** A thread that has begun an article. */
async function begin(code: string) {
  const thread = new Worker(`require('node:worker_threads').parentPort.postMessage(null);${code}`, { eval: true })
  onTestFinished(() => void thread.terminate())
  await new Promise(resolve => thread.once('message', resolve))
  const beacon = new Beacon()
  beacon.begin(thread.threadId, (await processorMsOf(thread)) ?? 0)
  const guard = new TaskGuard(LIMITS, beacon, id => (id === thread.threadId ? thread : undefined))
  onTestFinished(() => guard.stop())
  return { thread, beacon, guard }
}

const looks = (count: number) => new Promise(resolve => setTimeout(resolve, count * LOOK_EVERY_MS))

it('stops an article that has used its processor time', async () => {
  const { thread, guard } = await begin(ENDLESS)
  guard.start(thread.threadId)
  await new Promise(resolve => guard.signal.addEventListener('abort', resolve))
  expect(guard.failure).toEqual(TIMEOUT)
  expect(await processorMsOf(thread)).toBeGreaterThan(LIMITS.timeoutMs)
})

it('leaves an article alone that the machine gives no time', async () => {
  const { thread, guard } = await begin(STANDING_STILL)
  guard.start(thread.threadId)
  await looks(12)
  expect(guard.failure).toBeNull()
  expect(guard.signal.aborted).toBe(false)
})

it('leaves an article alone that came to its end while this thread was too busy to hear of it', async () => {
  const { thread, beacon, guard } = await begin(ENDLESS)
  guard.start(thread.threadId)
  beacon.finish()
  await looks(12)
  expect(guard.failure).toBeNull()
  expect(guard.signal.aborted).toBe(false)
})

it('stops an article that is to be left, and blames it for nothing', async () => {
  const { thread, guard } = await begin(ENDLESS)
  guard.start(thread.threadId)
  guard.leave()
  expect(guard.signal.aborted).toBe(true)
  expect(guard.failure).toBeNull()
})

it('does not look for an article that no thread will take up', async () => {
  let asked = 0
  const guard = new TaskGuard(LIMITS, new Beacon(), () => {
    asked += 1
    return undefined
  })
  guard.start(null)
  await looks(3)
  expect(asked).toBe(0)
})
