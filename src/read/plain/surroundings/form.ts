/** Where a form counts. */
export type Place =
  /** Before the first running text. */
  | 'head'
  /** Between paragraphs. */
  | 'body'
  /** After the last running text. */
  | 'tail'

/**
 * One way in which a line of a pasted page says that it is not of the article. Each is closed: it holds the whole line, and a line
 * that goes on as a sentence is none.
 */
export interface Form {
  /** As a passage left out names it. */
  readonly reason: string
  readonly places: readonly Place[]
  /** Its words are too usual to count alone: another form must stand next to it. */
  readonly isWeak?: true
  /** On a line without bullet, of at most 500 UTF-16 units. */
  readonly pattern: RegExp
  /** It may end like a sentence. */
  readonly maySentence?: true
  readonly examples: readonly string[]
  /** Lines of articles that look like it. */
  readonly nearMisses: readonly string[]
}

export const ANYWHERE: readonly Place[] = ['head', 'body', 'tail']
