import process from 'node:process'
import { expect, it } from 'vitest'
import { withinTime } from './within-time.ts'

const LIMIT_MS = 100

/** Holds this thread without the processor, as a machine does that is busy with others. */
const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

function compute(ms: number): void {
  const begun = process.threadCpuUsage()
  for (let used = 0; used < ms * 1000; ) {
    const { user, system } = process.threadCpuUsage(begun)
    used = user + system
  }
}

it('stops a task that uses more processor time than it may, and not before', () => {
  const begun = process.threadCpuUsage()
  const endless = () => {
    for (;;);
  }
  const message = 'reading it took longer than 0.1 s of processor time: raise the limit with --read-timeout'
  expect(() => withinTime(LIMIT_MS, endless)).toThrow(expect.objectContaining({ kind: 'timeout', message }))
  const { user, system } = process.threadCpuUsage(begun)
  expect((user + system) / 1000).toBeGreaterThanOrEqual(0.9 * LIMIT_MS)
})

it('lets a task come to its end that the clock has outrun, however often it is interrupted', () => {
  let runs = 0
  const task = () => {
    runs += 1
    for (let part = 0; part < 3; part += 1) {
      compute(LIMIT_MS / 10)
      standStill(LIMIT_MS)
    }
    return 'read'
  }
  expect(withinTime(LIMIT_MS, task)).toBe('read')
  expect(runs).toBeGreaterThan(1)
})

it('passes on what the task gives and throws', () => {
  expect(withinTime(LIMIT_MS, () => null)).toBeNull()
  const error = new TypeError('no')
  expect(() =>
    withinTime(LIMIT_MS, () => {
      throw error
    }),
  ).toThrow(error)
})
