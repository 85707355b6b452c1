import { endsSentence, splitTextLines, type TextLine } from '../lines/text-lines.ts'
import { ANYWHERE, type Form, type Place } from './form.ts'
import { isNavigation, isSection } from './navigation.ts'
import { PAGE_FORMS } from './page-forms.ts'
import { WIRE_FORMS } from './wire-forms.ts'

export const FORMS: readonly Form[] = [...PAGE_FORMS, ...WIRE_FORMS]

const MENU: Form = {
  reason: 'navigation',
  places: ['head', 'tail'],
  pattern: /^/u,
  examples: [],
  nearMisses: [],
}
const SECTION: Form = { ...MENU, isWeak: true }
/** Words of somebody's speech: no label has them, though it may quote. */
const REPORTS =
  /["“”],? (?:he|she|they|[\p{Lu}][\p{L}’'-]+)\b.{0,30}\b(?:said|says|told|added)\b|\b(?:he|she|they) (?:said|says|told|added)\b/u

const CAPTION: Form = { ...MENU, reason: 'image caption', places: ANYWHERE }
/** A label of a picture whose words stand in the next line, as a page's hidden words are pasted. */
const BARE_LABEL = /^(?:image|media|video|photo|picture|figure) (?:source|caption|copyright|credit)[,:]?$/iu

/**
 * The form that a line is of wherever it stands, or null.
 *
 * @param above the line before it
 */
export function formOf(line: TextLine, above?: TextLine): Form | null {
  const { words } = line
  if (words !== '' && !line.isSetOff && above !== undefined && BARE_LABEL.test(above.words)) return CAPTION
  if (words === '' || REPORTS.test(words)) return null
  const isSentence = endsSentence(line)
  const form = FORMS.find(({ pattern, maySentence }) => (maySentence === true || !isSentence) && pattern.test(words))
  if (form !== undefined) return form
  if (isSection(words)) return SECTION
  return isNavigation(words) ? MENU : null
}

/** Longest text of a line of a form, in UTF-16 units: a longer one is not looked at. */
const LONGEST = 500

/**
 * The reason for which a paragraph of a page is left out, since pages write lines of its form around articles, marked or not;
 * null for any other, and for words that are too usual to count alone.
 *
 * @param place whether it stands among others of the article, or only such lines stand below it
 */
export function reasonOfForm(paragraph: string, place: Place): string | null {
  if (paragraph.length > LONGEST || paragraph.includes('\n')) return null
  const line = splitTextLines(paragraph)?.[0]
  const form = line === undefined ? null : formOf(line)
  return form === null || form.isWeak === true || !form.places.includes(place) ? null : form.reason
}
