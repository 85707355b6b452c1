import { fork } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import type { Point } from './exponent.ts'
import type { Family } from './family.ts'
import type { Progress } from './measure-family.ts'

/** What became of one kind: its curves by subject, or why there are none. */
export type Measured = { readonly kind: string } & (
  | { readonly curves: ReadonlyMap<string, readonly Point[]> }
  | { readonly failure: string }
)

/** What hangs longer than this at one size is ended: a linear cost takes some two seconds. */
const PATIENCE_MS = 60_000

/** Room for young objects, so that collecting them is not what is measured; the rest is collected between two measurements. */
const EXEC_ARGV = ['--expose-gc', '--max-semi-space-size=512', '--min-semi-space-size=512']

/** Measures the kinds of a family in child processes; one that hangs is killed, and the next begins with the kind after. */
export async function* watchFamily({ name, kinds }: Family, only: string): AsyncGenerator<Measured> {
  if (!kinds.some(kind => `${name} ${kind.name}`.includes(only))) return
  for (let first: number | null = 0; first !== null && first < kinds.length; )
    first = yield* measureFrom(name, first, only)
}

/** @returns index of the kind to go on with, or null when none is left */
async function* measureFrom(name: string, first: number, only: string): AsyncGenerator<Measured, number | null> {
  const child = fork(join(import.meta.dirname, 'measure-family.ts'), [name, String(first), only], {
    execArgv: EXEC_ARGV,
  })
  const exit = once(child, 'exit')
  const ended = new AbortController()
  // What it sent before it ended comes before this.
  child.once('disconnect', () => ended.abort())
  let at: Extract<Progress, { begun: string }> | null = null
  let isHung = false
  const wait = () =>
    setTimeout(() => {
      isHung = true
      child.kill('SIGKILL')
    }, PATIENCE_MS)
  let patience = wait()
  try {
    for await (const [message] of on(child, 'message', { signal: ended.signal })) {
      const progress = message as Progress
      clearTimeout(patience)
      patience = wait()
      if ('begun' in progress) at = progress
      else if ('measured' in progress) yield { kind: progress.measured, curves: new Map(progress.curves) }
      else yield { kind: progress.threw, failure: progress.error }
    }
  } catch (error) {
    if (!ended.signal.aborted) throw error
  }
  clearTimeout(patience)
  const [code] = await exit
  if (code === 0) return null
  if (at === null) throw new Error(`measuring ${name} ended with code ${code} before it began`)
  const how = isHung ? `took longer than ${PATIENCE_MS / 1000} s` : `ended the process (code ${code})`
  yield { kind: at.begun, failure: `${how} at size ${at.size}` }
  return at.index + 1
}
