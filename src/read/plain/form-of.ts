import type { Form } from './form.ts'
import { isNavigation, isSection } from './navigation.ts'
import { PAGE_FORMS } from './page-forms.ts'
import { endsSentence, type TextLine } from './text-lines.ts'
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

/** The form that a line is of wherever it stands, or null. */
export function formOf(line: TextLine): Form | null {
  const { words } = line
  if (words === '' || REPORTS.test(words)) return null
  const isSentence = endsSentence(line)
  const form = FORMS.find(({ pattern, maySentence }) => (maySentence === true || !isSentence) && pattern.test(words))
  if (form !== undefined) return form
  if (isSection(words)) return SECTION
  return isNavigation(words) ? MENU : null
}
