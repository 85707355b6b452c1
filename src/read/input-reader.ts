import type { Discovered } from './discover.ts'
import type { InputOutcome } from './format.ts'

/** Reads inputs one after the other. */
export interface InputReader {
  /** Ends reading at once: an entry that is half read is dropped. */
  readonly signal: AbortSignal
  /**
   * Yields at least one outcome, and one for every entry of a container; whatever goes wrong with the input is a failed
   * one. Only an input that the signal stopped may yield none.
   */
  read(input: Discovered): AsyncIterable<InputOutcome>
}
