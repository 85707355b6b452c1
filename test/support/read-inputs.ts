import { Readable } from 'node:stream'
import type { Discovered } from '../../src/read/discover.ts'
import type { InputOutcome } from '../../src/read/format.ts'
import type { InputReader } from '../../src/read/input-reader.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { type ReadOptions, readDiscovered } from '../../src/read/read-discovered.ts'

/** Reads bytes that come through standard input, as `hearsay run -` does. */
export async function readStandardInput(
  bytes: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: Partial<ReadOptions> = {},
): Promise<InputOutcome[]> {
  const isWhole = typeof bytes === 'string' || bytes instanceof Uint8Array
  const standardInput = Readable.from(isWhole ? [Buffer.from(bytes)] : bytes)
  return collectOutcomes([{ kind: 'standard-input', uri: '-' }], { standardInput, ...options })
}

/** Every outcome of some inputs. */
export async function collectOutcomes(
  inputs: Iterable<Discovered>,
  options: Partial<ReadOptions> = {},
): Promise<InputOutcome[]> {
  const outcomes: InputOutcome[] = []
  for await (const outcome of readArticles(inputs, readHere(options))) outcomes.push(outcome)
  return outcomes
}

/** A reader in this thread. */
export function readHere(given: Partial<ReadOptions> = {}): InputReader {
  const options = { standardInput: Readable.from([]), signal: new AbortController().signal, ...given }
  return { signal: options.signal, read: input => readDiscovered(input, options) }
}
