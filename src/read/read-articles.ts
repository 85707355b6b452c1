import type { Readable } from 'node:stream'
import { EXIT, HearsayError } from '../domain/errors.ts'
import type { Discovered } from './discover.ts'
import type { ReadOutcome } from './format.ts'
import { formatOf } from './formats.ts'
import { type ReadBytes, readFileBytes, readStream } from './read-bytes.ts'

export interface ReadOptions {
  /** Larger inputs fail as `too-large` without being read. */
  readonly maxBytes: number
  /** What `-` stands for. */
  readonly standardInput: Readable
  /** Ends reading before the next input; an input that is half read is dropped. */
  readonly signal: AbortSignal
}

/** Largest input that is read unless the user raises it: 20 MB, some 200 times a long article. */
export const DEFAULT_MAX_BYTES = 20_000_000

/**
 * Reads inputs one after the other, as fast as the consumer takes them.
 *
 * @throws HearsayError (exit code 2), before anything is yielded, when not one of the inputs is text: most likely the
 * wrong path was given, and a database of failures would help nobody
 */
export async function* readArticles(
  inputs: Iterable<Discovered>,
  options: ReadOptions,
): AsyncGenerator<ReadOutcome, void, undefined> {
  const notText: ReadOutcome[] = []
  let isHeldBack = true
  for (const input of inputs) {
    for await (const outcome of readInput(input, options)) {
      if (isHeldBack && outcome.outcome === 'failed' && outcome.kind === 'not-text') {
        notText.push(outcome)
      } else {
        isHeldBack = false
        yield* notText.splice(0)
        yield outcome
      }
    }
    if (options.signal.aborted) break
  }
  const [first] = notText
  if (first?.outcome !== 'failed' || options.signal.aborted) return
  const others = notText.length > 1 ? `, like all ${notText.length} inputs,` : ''
  throw new HearsayError(`Cannot read ${first.uri}${others} because ${first.error}.`, EXIT.usage)
}

async function* readInput(input: Discovered, options: ReadOptions): AsyncGenerator<ReadOutcome> {
  const { uri } = input
  if (input.kind === 'skipped') {
    yield { outcome: 'skipped', uri, reason: input.reason }
    return
  }
  if (input.kind === 'unreadable') {
    yield { outcome: 'failed', uri, kind: 'unreadable', error: input.error }
    return
  }
  const read = await readUnlessStopped(input, options)
  if (read === null) return
  if ('bytes' in read) yield* formatOf(uri).read({ uri, bytes: read.bytes })
  else yield { outcome: 'failed', uri, kind: read.kind, error: read.error }
}

async function readUnlessStopped(
  input: Extract<Discovered, { kind: 'file' | 'standard-input' }>,
  { maxBytes, standardInput, signal }: ReadOptions,
): Promise<ReadBytes | null> {
  try {
    if (input.kind === 'file') return await readFileBytes(input.path, maxBytes, signal)
    return await readStream(standardInput, maxBytes, signal)
  } catch (error) {
    if (signal.aborted) return null
    throw error
  }
}
