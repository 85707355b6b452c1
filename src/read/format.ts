import type { Article } from '../domain/article.ts'
import type { LeftOutPassage } from '../domain/articles/left-out.ts'
import type { FailedInputKind } from '../domain/errors/failed-inputs.ts'
import type { ReadLimits } from './limits/limits.ts'
import type { RecordFields } from './records/record-fields.ts'

/** Where an entry came from and how it was decoded. It accompanies every outcome, articles and failures alike. */
export interface Origin {
  /** The file, and the place in it where a file holds several: `a.jsonl#L12`, `a.csv#row=3`, `a.warc.gz#record=7`. */
  readonly location: string
  /** The file itself, whole, when the outcome comes from reading it: with `location`, what tells an entry from a file. */
  readonly file: string
  /** Formats from the outside in and the encoding, e.g. `gzip+warc+html; charset=utf-8`; null when nothing was decoded. */
  readonly decodedHow: string | null
  /** SHA-256 (hex) of the file, or of the entry where its bytes can be told apart; null when nothing was read. */
  readonly rawSha256: string | null
  /** ISO 8601 with zone: when it was fetched, where the input says so. */
  readonly retrievedAt: string | null
}

/** Bytes of one input, whole, with the name they came under. */
export interface RawInput {
  /** Path relative to the working folder with forward slashes, or `-` for standard input. */
  readonly uri: string
  readonly bytes: Uint8Array
  /** SHA-256 of the file when that is not the one of `bytes`, because they were unpacked. */
  readonly rawSha256?: string
  /** Encoding that the container names, e.g. an HTTP header. */
  readonly charset?: string
}

/** An input that is read entry by entry, so that its size does not matter. */
export interface StreamedInput {
  readonly uri: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** The opening of the input, which `chunks` yields again. */
  readonly opening: Opening
}

/** The beginning of an input, by which its format is recognised. */
export interface Opening {
  readonly bytes: Uint8Array
  readonly text: string
  /** Whether this is all of it. */
  readonly isWhole: boolean
}

export interface ReadContext {
  readonly limits: ReadLimits
  /** Names of the fields that records (JSON, CSV) keep an article in, where the user gave them. */
  readonly fields: RecordFields
  /** Keeps all of a plain text as the article's, with what stands around it. */
  readonly whole?: boolean | undefined
}

/** An input that could not become an article. */
export interface ReadFailure {
  readonly uri: string
  /** `not-text`, `too-large`, `unreadable`, `malformed`, …: docs/reference/errors.md lists all. */
  readonly kind: FailedInputKind
  /** What is wrong with it and what to do, to be read after the input's name: `it is …: do …`. */
  readonly error: string
}

/** What reading makes of an input, or of one entry of a container. Nothing is dropped without one of these. */
export type ReadOutcome = (
  | {
      readonly outcome: 'article'
      readonly article: Article
      /** Given by every reader; not by who takes an article from the store, where what was left out is kept. */
      readonly leftOut?: readonly LeftOutPassage[]
    }
  | { readonly outcome: 'skipped'; readonly uri: string; readonly reason: string }
  | ({ readonly outcome: 'failed' } & ReadFailure)
) & {
  /** What the format knows of the origin; `readArticles` fills in the rest. */
  readonly origin?: Partial<Origin>
}

/** An outcome as `readArticles` gives it. */
export type InputOutcome = ReadOutcome & { readonly origin: Origin }

interface NamedFormat {
  /** As in `--format`. */
  readonly name: string
  /** File name extensions in lower case with the dot. */
  readonly extensions: readonly string[]
  /** Folders are not searched for such files unless the format is named: most of them hold other data. */
  readonly isSeldomArticles?: boolean
  /** Whether the content can only be this format. The name of a file decides when no format recognises its content. */
  recognises(opening: Opening): boolean
}

/** A format that needs all of an input at once. */
export interface WholeFormat extends NamedFormat {
  /**
   * Reads one input; a container yields one outcome an entry. Throws nothing but `Unreadable`. A large library is imported
   * here and not above, because every command loads every format.
   */
  read(input: RawInput, context: ReadContext): Iterable<ReadOutcome> | AsyncIterable<ReadOutcome>
}

/** A format whose entries are read one after the other, in bounded memory. */
export interface StreamedFormat extends NamedFormat {
  /** As `read`; what has been yielded before an `Unreadable` is thrown counts. */
  stream(input: StreamedInput, context: ReadContext): AsyncIterable<ReadOutcome>
}

/**
 * One input format: how its bytes become articles.
 *
 * Adding a format is one file that exports a `Format` and one line in `formats.ts`.
 */
export type Format = WholeFormat | StreamedFormat
