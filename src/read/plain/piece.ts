/** A piece of a text, verbatim: of the article, or left out for a reason. */
export interface Piece {
  readonly text: string
  /** Null for what is kept. */
  readonly reason: string | null
}
