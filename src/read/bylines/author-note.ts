/** What a line tells of its author: what they are, where they work, what they write about. */
const TELLS =
  /^,?\s(?:\S+\s){0,2}?(?:is (?:an?|the|our|now|currently|also|based)\b|was (?:an?|the|born)\b|has (?:been|worked|written|covered|reported)\b|(?:covers|writes|reports|works|teaches|blogs|tweets|lives|joined|contributes)\b)/u
/** Words about whoever wrote, without the name. */
const UNNAMED =
  /^(?:the (?:author|writer|columnist)s? (?:is|was|are|has|works|writes|teaches|can be)\b|about the (?:author|writer|reporter)s?\b)/iu
/** Lines at the end of an article among which its authors are told of. */
const LAST = 4
const LONGEST = 700

/**
 * Which of an article's last paragraphs are about its author: they begin with the name in the byline and say what that person
 * is.
 *
 * @param names as in a byline, several with commas or "and" between them
 */
export function findAuthorNotes(paragraphs: readonly string[], names: string | null): ReadonlySet<string> {
  const authors = (names ?? '').split(/,\s*|\s+and\s+|\s*&\s*/u).filter(name => /\S\s+\S/u.test(name))
  const last = paragraphs.slice(-LAST)
  return new Set(
    last.filter((text, i) => {
      if (text.length > LONGEST || paragraphs.length - last.length + i === 0) return false
      if (UNNAMED.test(text)) return true
      return authors.some(name => text.startsWith(name) && TELLS.test(text.slice(name.length, name.length + 60)))
    }),
  )
}
