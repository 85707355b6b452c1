/** A piece of a text, verbatim: of the article, or left out for a reason. */
export interface Piece {
  readonly text: string
  /** Null for what is kept. */
  readonly reason: string | null
}

export function keptOf(pieces: readonly Piece[]): string {
  return pieces.flatMap(({ text, reason }) => (reason === null ? [text] : [])).join('')
}

/**
 * Divides what is kept of a text further.
 *
 * @param inner pieces of `keptOf(outer)`
 */
export function splicePieces(outer: readonly Piece[], inner: readonly Piece[]): readonly Piece[] {
  const spliced: Piece[] = []
  let next = 0
  /** How much of the inner piece is used up. */
  let used = 0
  for (const piece of outer) {
    if (piece.reason !== null) {
      spliced.push(piece)
      continue
    }
    for (let at = 0; at < piece.text.length; ) {
      const { text, reason } = inner[next] as Piece
      const part = text.slice(used, used + piece.text.length - at)
      spliced.push({ text: part, reason })
      at += part.length
      used += part.length
      if (used === text.length) {
        next += 1
        used = 0
      }
    }
  }
  return spliced
}
