import type { FailedInputKind } from '../../domain/errors/failed-inputs.ts'

/** What one input may cost. Whatever exceeds a limit fails with the limit's name; it never ends the run. */
export interface ReadLimits {
  /** Largest file that is read whole, unpacked, and largest single entry of one that is read entry by entry. */
  readonly maxBytes: number
  /** Largest web page: one costs some 100 times its size in memory while it is read. */
  readonly maxPageBytes: number
  /** How many times its packed size a gzip archive may unpack to. */
  readonly maxRatio: number
  /** Most entries of one file: lines, rows, records, items. */
  readonly maxEntries: number
  /** Most elements of one page or XML file. */
  readonly maxElements: number
  /** Deepest nesting of elements, objects and lists. */
  readonly maxDepth: number
  /** Most processor time, in ms, for reading the markup of one article: a busy machine fails no page. */
  readonly timeoutMs: number
}

/**
 * Most bytes of one entry that can be asked for: no text of JavaScript is longer than 537 million characters, and written
 * as JSON one becomes longer.
 */
export const LARGEST_BYTES = 250_000_000
/** Deepest nesting that can be asked for: trees are walked by recursion, whose own limit must stay out of reach. */
export const DEEPEST = 1500

export const DEFAULT_LIMITS: ReadLimits = {
  // 20 MB: some 200 times a long article.
  maxBytes: 20_000_000,
  // A news page has some 300 kB, one that carries its whole state as a script some 3 MB.
  maxPageBytes: 5_000_000,
  // Text packs 3 to 10 times, a table of near-equal rows some 50 times; a bomb reaches 1,030.
  maxRatio: 200,
  maxEntries: 1_000_000,
  // A heavy news page has some 5,000 elements, a day's live blog some 20,000.
  maxElements: 50_000,
  // Browsers cut at 512 too.
  maxDepth: 512,
  // A page takes some 20 ms. Nothing else is read meanwhile, so a trap must not hold the others up for long.
  timeoutMs: 10_000,
}

/** An input exceeds a limit or cannot be read as its format. Thrown inside a reader; it becomes a failed outcome. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** As in a dead letter: `too-large`, `too-deep`, `malformed`, … */
  readonly kind: FailedInputKind

  /** @param message what is wrong and what to do, to be read after the input's name: `it is …: do …` */
  constructor(kind: FailedInputKind, message: string) {
    super(message)
    this.kind = kind
  }
}

export function tooLarge(maxBytes: number): Unreadable {
  return new Unreadable(
    'too-large',
    `it is larger than the limit of ${maxBytes} bytes: split it, or raise the limit with --max-bytes`,
  )
}

export function tooLargePage(maxPageBytes: number): Unreadable {
  return new Unreadable(
    'too-large',
    `it is a page larger than the limit of ${maxPageBytes} bytes: raise the limit with --max-page-bytes`,
  )
}

export function tooDeep(maxDepth: number): Unreadable {
  return new Unreadable('too-deep', `it nests deeper than ${maxDepth} levels: raise the limit with --max-depth`)
}

export function tooRepeated(): Unreadable {
  return new Unreadable(
    'too-complex',
    'it leaves formatting open that every parser repeats in each element after it: close it and run again',
  )
}

export function tooMarked(most: number): Unreadable {
  return new Unreadable(
    'too-complex',
    `it has more than ${most} of the signs < and & outside comments: raise the limit with --max-elements`,
  )
}

export function tooComplex(maxElements: number): Unreadable {
  return new Unreadable('too-complex', `it has more than ${maxElements} elements: raise the limit with --max-elements`)
}
