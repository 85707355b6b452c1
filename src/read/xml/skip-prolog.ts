/**
 * Offset of what follows the prolog of a markup file: white space, declarations, instructions, comments and, where told,
 * document types with their declarations. A part that does not end is no prolog. Linear, whatever stands there: a
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
  return endOfDocumentType(text, at + 9)
}

/** Quoted values, comments and the declarations in brackets may hold the mark that ends it. */
function endOfDocumentType(text: string, from: number): number | null {
  const mark = /["'[\]>]|<!--/g
  mark.lastIndex = from
  let isDeclaring = false
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [sign] = found
    if (sign === '>' && !isDeclaring) return mark.lastIndex
    if (sign === '[' || sign === ']') isDeclaring = sign === '['
    const close = sign === '<!--' ? '-->' : sign === '"' || sign === "'" ? sign : null
    if (close === null) continue
    const end = after(text, close, mark.lastIndex)
    if (end === null) return null
    mark.lastIndex = end
  }
  return null
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
