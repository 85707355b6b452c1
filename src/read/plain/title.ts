/** Longest line, in UTF-16 units, that is taken for a headline. */
const LONGEST_TITLE = 150
/** A paragraph that is longer than any headline is not wrapped, so that the line above it is a line of its own. */
const FEWEST_WORDS = 3
/** A line of these below a heading is Markdown's. */
const UNDERLINE = /^(?:={3,}|-{3,})[ \t]*(?:[\r\n]|$)/

/**
 * The headline of a plain text, or null unless its first line is surely one: it is short, a blank line sets it off from
 * text that follows, or a paragraph follows that is not wrapped, and it ends with a letter, a digit or a closing mark rather than like
 * a sentence. A Markdown heading always is one, and so is what stands above a byline, whatever it ends with. The title is a copy for
 * display; the line stays in the text.
 *
 * @param isAboveByline whether a byline or a date stood below the first line
 */
export function titleOf(text: string, isAboveByline = false): string | null {
  const opening = text.slice(0, 4 * LONGEST_TITLE)
  const match = /^\s*(?<hashes>#{1,2}[ \t]+)?(?<line>\S[^\r\n]*)(?:\r?\n|\r)(?<rest>[\s\S]*)$/u.exec(opening)
  const { hashes, line = '', rest = '' } = match?.groups ?? {}
  const title = line.trim()
  if (title === '' || title.length > LONGEST_TITLE || rest.trim() === '') return null
  if (hashes !== undefined || UNDERLINE.test(rest) || isAboveByline) return title
  if (!/[\p{L}\p{N}’'”")\]]$/u.test(title) || /[.!?…]["”’')\]]*$/u.test(title)) return null
  return /^[ \t]*[\r\n]/.test(rest) || isAboveParagraph(title, rest) ? title : null
}

function isAboveParagraph(title: string, rest: string): boolean {
  const [next = ''] = rest.split(/[\r\n]/, 1)
  return (
    next.length > LONGEST_TITLE &&
    /^[^\p{Ll}]/u.test(next) &&
    title.split(/\s+/).length >= FEWEST_WORDS &&
    !/^by\b/iu.test(title)
  )
}
