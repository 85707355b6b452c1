import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'

/** HEARSAY_TERMINATIONS=300 npx vitest run test/faults/terminated-calls.test.ts --project long */
const COUNT = Number(process.env.HEARSAY_TERMINATIONS ?? 8)

it.runIf(hasRuntime())(
  `${COUNT} threads that are ended while they use the runtime take neither the process nor a healthy article with them`,
  { timeout: 3_600_000 },
  async () => {
    const script = join(import.meta.dirname, 'terminate-calls.ts')
    const child = spawn(process.execPath, [script, String(COUNT)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said, [status, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    expect({ status, signal }).toEqual({ status: 0, signal: null })
    expect(JSON.parse(said)).toEqual({ ended: COUNT, done: COUNT })
  },
)
