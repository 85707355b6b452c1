import { ThreadReader } from '../../run/reading/thread-reader.ts'
import { type ReadingOptions, readingOf } from '../options/reading-options.ts'
import type { Surroundings } from '../surroundings.ts'

/** A reader of the inputs of a command, in a thread of its own. Always `close` it. */
export function createReader(
  options: ReadingOptions,
  { standardInput, readerModule }: Surroundings,
  thread: { readonly heapMb: number; readonly signal: AbortSignal },
): ThreadReader {
  return new ThreadReader({ ...readingOf(options), format: options.format, standardInput, readerModule, ...thread })
}
