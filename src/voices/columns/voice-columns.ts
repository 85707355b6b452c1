import type { ArticleIds } from './article-ids.ts'
import type { NumberColumn } from './number-column.ts'

/** Stands for "none" in columns of numbers. */
export const NONE = 2 ** 32 - 1

/** Month of an article without a date. */
export const UNDATED = -1

/** A column of texts: for each row the index of its text among those that occur. The first is null. */
export interface TextColumn {
  readonly number: NumberColumn
  readonly texts: readonly (string | null)[]
}

/** All articles, also those in which nobody speaks, in the order of their ids, which is the same in every store. */
export interface ArticleColumns {
  readonly length: number
  readonly rowid: Uint32Array
  readonly id: ArticleIds
  /** 1 for a text in whose place a newer version of the article stands. */
  readonly older: Uint8Array
  readonly outlet: TextColumn
  readonly section: TextColumn
  readonly byline: TextColumn
  /** Milliseconds since 1970-01-01 in UTC; NaN when it has no date. */
  readonly published: Float64Array
  /** Months since January of year 0 in UTC, or `UNDATED`. */
  readonly month: Int32Array
}

/**
 * All voices of a database as columns of numbers, corrections regarded: one row for whoever or whatever a listed claim has as its
 * source, and one for every person who is named, in the order of their articles' ids and of the text. What every measure is
 * counted from.
 */
export interface VoiceColumns {
  readonly articles: ArticleColumns
  readonly length: number
  /** The first row of each article, and the length after the last. */
  readonly start: Uint32Array
  readonly rowid: Uint32Array
  /** Index into `articles`, ascending. */
  readonly article: Uint32Array
  /** Indexes into `SOURCE_KINDS`, `NAMINGS`, `GENDERS`, `SOURCE_TYPES`, `VOICE_FUNCTIONS`. */
  readonly kind: Uint8Array
  readonly naming: Uint8Array
  readonly gender: Uint8Array
  readonly type: Uint8Array
  readonly function: Uint8Array
  /** Listed claims; 0 for who is named and not quoted. */
  readonly claims: NumberColumn
  /** Words of those claims that stand in quotation marks. */
  readonly quotedWords: NumberColumn
  /** 1 for the voice of the article's first and last listed claim. */
  readonly first: Uint8Array
  readonly last: Uint8Array
  readonly name: TextColumn
  /** Whether the text says what body or place they belong to: 1 or 0. */
  readonly hasAffiliation: Uint8Array
  /** Why they are not named, as the article says it. */
  readonly reason: TextColumn
  /**
   * Who it is across articles, from 0: a person by `identifyPeople`, what else has a name by kind and name; `NONE` for who
   * has no name.
   */
  readonly speaker: Uint32Array
  /** How many there are. */
  readonly speakers: number
}
