import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Beacon } from './beacon.ts'
import { TaskGuard } from './task-guard.ts'

const LIMITS = { timeoutMs: 20, heapMb: 2048 }
const THREAD = 1

/** What is found wrong with an article whose time has run out while this thread did something else. */
async function judgeLate(prepare: (beacon: Beacon) => void) {
  const beacon = new Beacon()
  const guard = new TaskGuard(LIMITS, beacon, () => undefined)
  guard.start(THREAD)
  prepare(beacon)
  // Nothing else runs on this thread meanwhile, so the limit has passed when the timer is looked at.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * LIMITS.timeoutMs)
  await sleep(2 * LIMITS.timeoutMs)
  guard.stop()
  return { failure: guard.failure, isAborted: guard.signal.aborted }
}

it('stops an article whose time is over', async () => {
  const failure = { kind: 'timeout', error: 'took longer than 0.02 s' }
  expect(await judgeLate(() => {})).toEqual({ failure, isAborted: true })
})

it('leaves an article alone that came to its end while this thread was too busy to hear of it', async () => {
  expect(await judgeLate(beacon => beacon.finish())).toEqual({ failure: null, isAborted: false })
})

it('starts no clock for an article that no thread will take up', async () => {
  const guard = new TaskGuard(LIMITS, new Beacon(), () => undefined)
  guard.start(null)
  await sleep(2 * LIMITS.timeoutMs)
  expect(guard.failure).toBeNull()
})
