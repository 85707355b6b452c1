/** Longest line, in UTF-16 units, that is taken for a headline. */
const LONGEST_TITLE = 150

/**
 * The headline of a plain text, or null unless its first line is surely one: it is short, a blank line sets it off from
 * text that follows, and it ends with a letter, a digit or a closing mark rather than like a sentence. A Markdown
 * heading always is one. The title is a copy for display; the line stays in the text.
 */
export function titleOf(text: string): string | null {
  const opening = text.slice(0, 4 * LONGEST_TITLE)
  const match = /^\s*(?<hashes>#{1,2}[ \t]+)?(?<line>\S[^\r\n]*)(?:\r?\n|\r)(?<rest>[\s\S]*)$/u.exec(opening)
  const { hashes, line = '', rest = '' } = match?.groups ?? {}
  const title = line.trim()
  if (title === '' || title.length > LONGEST_TITLE || rest.trim() === '') return null
  if (hashes !== undefined) return title
  const isSetOff = /^[ \t]*[\r\n]/.test(rest)
  return isSetOff && /[\p{L}\p{N}’'”")\]]$/u.test(title) && !/[.!?…]["”’')\]]*$/u.test(title) ? title : null
}
