import type { TextLine } from '../lines/text-lines.ts'
import { ROLES } from './byline-words.ts'

const MARKER = /^(?:about the (?:author|writer|reporter)s?|(?:the )?authors?|author bio|contributors?)\s?:?$/iu
const REACH =
  /\b(?:follow (?:him|her|them|me) (?:on|at|@)|(?:he|she|they) (?:can be (?:reached|contacted)|tweets?) (?:at|on|by|@)|(?:reach|email|e-mail|contact) (?:him|her|them|me) (?:at|on|by|directly|via)|you can (?:follow|email|reach|contact) (?:him|her|them|me)\b)/iu
const DESCRIBES =
  /^\p{Lu}[\p{L}’'.-]*(?: [\p{L}’'.-]+){1,4} (?:is (?:an?|the|our|one)|covers|reports (?:on|for|from)|writes (?:on|about|for))\b/u
const CONTACT =
  /^(?:follow|contact|e-?mail|reach|tweet)\b:? ?(?:[\p{L}’'. -]{1,50}? )?(?:(?:on|at|via|by)\b[^.!?]{0,30} ?)?(?:@\w{2,30}|\S{1,40}@[\w.-]{3,40})\.?$/iu
/** Lines at the end of a text that are looked at, and of a box below its label. */
const LOOK_BACK = 3
const LONGEST_BOX = 4

/**
 * Index of the line with which the box about its author begins that ends a text, or `end`.
 *
 * @param names whom the byline names
 */
export function findAuthorBox(
  lines: readonly TextLine[],
  { after, end, names }: { readonly after: number; readonly end: number; readonly names: readonly string[] },
): number {
  for (let i = Math.max(after + 1, end - LONGEST_BOX); i < end; i += 1)
    if (MARKER.test((lines[i] as TextLine).words) && i + 1 < end) return i
  let start = end
  while (start > after + 1 && start > end - LOOK_BACK && isAboutAuthor((lines[start - 1] as TextLine).words, names))
    start -= 1
  return start
}

function isAboutAuthor(words: string, names: readonly string[]): boolean {
  if (words === '' || /[“”"]/u.test(words)) return false
  if (CONTACT.test(words)) return true
  if (!DESCRIBES.test(words)) return false
  if (REACH.test(words)) return true
  const isOwn = names.some(name => words.toLowerCase().startsWith(`${name.toLowerCase()} `))
  return (
    isOwn &&
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some(word => ROLES.has(word) || word === 'covers')
  )
}
