/**
 * Offset of what follows the prolog of a markup file: white space, declarations, instructions, comments and, where told,
 * document types without declarations of their own. A part that does not end is no prolog. Linear, whatever stands there: a
 * regular expression for it tries every way of cutting comments out of comments.
 *
 * @example
 * skipProlog('<?xml version="1.0"?> <!-- made by hand --> <rss>', { documentTypes: true }) // → 44
 */
export function skipProlog(text: string, { documentTypes }: { readonly documentTypes: boolean }): number {
  let at = skipSpace(text, 0)
  for (;;) {
    const end = endOfPart(text, at, documentTypes)
    if (end === null) return at
    at = skipSpace(text, end)
  }
}

function endOfPart(text: string, at: number, documentTypes: boolean): number | null {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2)
  if (!documentTypes || text.slice(at, at + 9).toLowerCase() !== '<!doctype') return null
  const end = after(text, '>', at)
  return end === null || text.slice(at, end).includes('[') ? null : end
}

function after(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from)
  return found === -1 ? null : found + mark.length
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y
  space.lastIndex = from
  space.test(text)
  return space.lastIndex
}
