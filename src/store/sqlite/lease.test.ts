import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { CONFIGURATION, makeFolder, NO_COUNTS } from '../../../test/support/stored-database.ts'
import { SqliteStore } from './sqlite-store.ts'

it('is refused while another process that lives holds it', async () => {
  const path = join(makeFolder(), 'claims.db')
  const holder = await holdElsewhere(path)
  const store = SqliteStore.open(path)
  try {
    expect(() => store.startRun(CONFIGURATION)).toThrow(
      expect.objectContaining({
        exitCode: 4,
        message: expect.stringContaining(`in use by run 1, process ${holder.pid}`),
      }),
    )
  } finally {
    store.close()
    await kill(holder)
  }
})

it('is taken over from a process that was killed, whose run is marked failed with what it committed', async () => {
  const path = join(makeFolder(), 'claims.db')
  await kill(await holdElsewhere(path))
  const store = SqliteStore.open(path)
  expect(store.startRun(CONFIGURATION)).toBe(2)
  store.close()
  expect(runs(path)[0]).toMatchObject({
    id: 1,
    status: 'failed',
    note: expect.stringContaining('ended without ending the run'),
    skipped: 1,
  })
})

it('is not held by a later process that got the same number', () => {
  const path = join(makeFolder(), 'claims.db')
  const store = SqliteStore.open(path)
  store.startRun(CONFIGURATION)
  const database = new Database(path)
  database.prepare("UPDATE run SET process_started = 'another boot:1' WHERE process_started IS NOT NULL").run()
  const known = database.prepare('SELECT process_started IS NOT NULL FROM run').pluck().get() === 1
  database.close()
  // Where the system does not tell when a process started, the number alone decides.
  if (known) expect(store.startRun(CONFIGURATION)).toBe(2)
  else expect(() => store.startRun(CONFIGURATION)).toThrow('in use by run 1')
  store.close()
})

it('is held against a second store of the same process until the first is closed', () => {
  const path = join(makeFolder(), 'claims.db')
  const first = SqliteStore.open(path)
  const second = SqliteStore.open(path)
  first.startRun(CONFIGURATION)
  expect(() => second.startRun(CONFIGURATION)).toThrow(/in use by run 1/)
  first.close()
  expect(second.startRun(CONFIGURATION)).toBe(2)
  second.close()
  expect(runs(path).map(run => run.status)).toEqual(['failed', 'failed'])
})

it('stops a run that lost it from writing and from ending', () => {
  const path = join(makeFolder(), 'claims.db')
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  const database = new Database(path)
  database.prepare("UPDATE run SET status = 'failed'").run()
  database.close()
  const lost = expect.objectContaining({ exitCode: 4, message: expect.stringContaining('no longer holds') })
  const skipped = [{ uri: 'empty.txt', reason: 'empty file' }]
  expect(() => store.write(run, { records: [], dead: [], skipped })).toThrow(lost)
  expect(() => store.endRun(run, 'finished', NO_COUNTS)).toThrow(lost)
  store.close()
  expect(runs(path)[0]).toMatchObject({ status: 'failed', skipped: 0 })
})

/** A process of its own that opens a run, commits one batch, and then waits to be killed. */
async function holdElsewhere(path: string) {
  const script = `
    import { SqliteStore } from ${JSON.stringify(new URL('./sqlite-store.ts', import.meta.url).href)}
    const store = SqliteStore.open(process.argv[1])
    const run = store.startRun(${JSON.stringify(CONFIGURATION)})
    store.write(run, { records: [], dead: [], skipped: [{ uri: 'empty.txt', reason: 'empty file' }] })
    console.log('holding')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('holding\n')
  return child
}

async function kill(child: Awaited<ReturnType<typeof holdElsewhere>>): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function runs(path: string): Record<string, unknown>[] {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare<[], Record<string, unknown>>('SELECT * FROM run ORDER BY id').all()
  } finally {
    database.close()
  }
}
