import type { Discovered } from '../../read/discover.ts'
import type { InputOutcome } from '../../read/format.ts'
import type { ReadingOptions, ReadOptions } from '../../read/read-discovered.ts'
import type { CarriedError } from '../threads/carried-error.ts'

/**
 * What a reading thread runs: the module that `ThreadReaderOptions.readerModule` names exports this. `read-discovered.ts` is the
 * real one; tests of faults give one that fails on purpose.
 */
export interface ReaderModule {
  readDiscovered(input: Discovered, options: ReadOptions): AsyncIterable<InputOutcome>
}

/** What a reading thread gets when it starts. */
export interface ReadingData {
  /** URL of a `ReaderModule`. */
  readonly readerModule: string
  readonly options: ReadingOptions
  /** Memory of a `ReadingBeacon`. */
  readonly beacon: SharedArrayBuffer
}

/** What goes to a reading thread. */
export type ReadingTask =
  /** Comes only when the input before has ended. */
  | { readonly task: 'read'; readonly input: Discovered }
  /** The oldest outcome that had not been taken has been. */
  | { readonly task: 'taken' }
  /** Of standard input, as asked for; null at its end. */
  | { readonly task: 'chunk'; readonly chunk: Uint8Array | null }
  | { readonly task: 'broken-input'; readonly message: string; readonly code: string | undefined }

/** What a reading thread says. */
export type ReadingReport =
  /** Its modules are loaded: what goes wrong from now on is to be blamed on an input. */
  | { readonly report: 'ready' }
  | { readonly report: 'outcome'; readonly outcome: InputOutcome }
  /** The input has come to its end. */
  | { readonly report: 'ended' }
  | { readonly report: 'wants-chunk' }
  /** Reading threw what it must not: a defect. */
  | { readonly report: 'broken'; readonly error: CarriedError }

/** Outcomes that a thread gives before they are taken, in number and in UTF-16 units of text; more would only fill the memory. */
export const MOST_AHEAD = 16
export const MOST_TEXT_AHEAD = 4_000_000
