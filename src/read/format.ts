import type { Article } from '../domain/article.ts'

/** Bytes of one input, whole, with the name they came under. */
export interface RawInput {
  /** Path relative to the working folder with forward slashes, or `-` for standard input. */
  readonly uri: string
  readonly bytes: Uint8Array
}

/** An input that could not become an article. */
export interface ReadFailure {
  readonly uri: string
  /** `not-text`, `too-large`, `unreadable`. */
  readonly kind: string
  /** What is wrong with it and what to do, to be read after the input's name: `it is …: do …`. */
  readonly error: string
}

/** What reading makes of an input, or of one entry of a container. Nothing is dropped without one of these. */
export type ReadOutcome =
  | { readonly outcome: 'article'; readonly article: Article }
  | { readonly outcome: 'skipped'; readonly uri: string; readonly reason: string }
  | ({ readonly outcome: 'failed' } & ReadFailure)

/**
 * One input format: how its bytes become articles.
 *
 * Adding a format is one file that exports a `Format` and one line in `formats.ts`.
 */
export interface Format {
  readonly name: string
  /** File name extensions in lower case with the dot; folders are searched for these. */
  readonly extensions: readonly string[]
  /** Reads one input; a container yields one outcome an entry. Never throws for bad input. */
  read(input: RawInput): Iterable<ReadOutcome>
}
