import { diffArrays } from 'diff'
import { readTokens } from '../../quote/text/tokens.ts'

/** A stretch of a content as it stands there; `gone` where only the other has it. */
export interface ContentPiece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Two contents that differ in so many words are shown whole: no reader could follow the pieces, and to find them takes the square of it. */
const MOST_DIFFERENT = 400

/**
 * A content word by word beside the one that was seen first: what both have, what is gone and what is new. The words of `later`
 * that are `same` or `new` are its text without a character missing; capitals, marks and white space are no difference.
 */
export function diffContents(first: string, later: string): ContentPiece[] {
  const [one, other] = [piecesOf(first), piecesOf(later)]
  const changes = diffArrays(
    one.map(({ folded }) => folded),
    other.map(({ folded }) => folded),
    { maxEditLength: MOST_DIFFERENT },
  )
  if (changes === undefined) return [wholly('gone', first), wholly('new', later)].filter(({ text }) => text !== '')
  const pieces: ContentPiece[] = []
  let [at, otherAt] = [0, 0]
  for (const { added, removed, count } of changes) {
    const from = removed ? one : other
    const start = removed ? at : otherAt
    pieces.push({
      kind: removed ? 'gone' : added ? 'new' : 'same',
      text: from
        .slice(start, start + count)
        .map(({ text }) => text)
        .join(''),
    })
    if (!added) at += count
    if (!removed) otherAt += count
  }
  return pieces
}

function wholly(kind: ContentPiece['kind'], text: string): ContentPiece {
  return { kind, text }
}

/** The words of a text, each with what stands behind it, and the first with what stands before: together all of it. */
function piecesOf(text: string): { readonly folded: string; readonly text: string }[] {
  const { list } = readTokens(text)
  return list.map(({ folded }, index) => ({
    folded,
    text: text.slice(index === 0 ? 0 : (list[index]?.start ?? 0), list[index + 1]?.start ?? text.length),
  }))
}
