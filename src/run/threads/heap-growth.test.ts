import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { expect, it } from 'vitest'

/** Says how large the room for young objects is before and after many came and went, and that of a thread which begins. */
const SCRIPT = `
import { getHeapSpaceStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { boundHeapGrowth, boundYoungGrowth, YOUNG_MB } from ${JSON.stringify(new URL('./heap-growth.ts', import.meta.url).href)}

const readRoom = () => getHeapSpaceStatistics().find(space => space.space_name === 'new_space').space_size
if (process.argv[1] === 'bound') boundHeapGrowth()
const before = readRoom()
const thread = new Worker(
  \`import { getHeapSpaceStatistics } from 'node:v8'
  import { parentPort } from 'node:worker_threads'
  parentPort.postMessage(getHeapSpaceStatistics().find(space => space.space_name === 'new_space').space_size)\`,
  { eval: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } },
)
thread.once('message', ofThread => {
  const held = []
  for (let i = 0; i < 3_000_000; i += 1) {
    held[i % 100_000] = { i }
    if (process.argv[1] === 'bound' && i % 10_000 === 0) boundYoungGrowth()
  }
  process.stdout.write(JSON.stringify({ before, after: readRoom(), ofThread, held: held.length }))
})
`

function measureRooms(mode: 'bound' | 'free'): { before: number; after: number; ofThread: number } {
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT, mode], { encoding: 'utf8' }),
  )
}

const HALF = 16 * 1024 * 1024

it('lets the room for young objects grow while it is small, and no further, also once a thread has been started', () => {
  const bound = measureRooms('bound')
  expect(bound.after).toBeGreaterThan(2 * bound.before)
  expect(bound.after).toBeLessThanOrEqual(HALF)
  expect(measureRooms('free').after).toBeGreaterThan(HALF)
})

it('lets a thread begin with all the room that it may have', () => {
  expect(measureRooms('bound').ofThread).toBeGreaterThanOrEqual(HALF)
  expect(measureRooms('free').ofThread).toBeLessThan(HALF)
})
