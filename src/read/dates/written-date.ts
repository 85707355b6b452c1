import { MONTH, MONTHS } from './english-months.ts'
import { dayInOtherWords } from './foreign-months.ts'

const YEAR = '(?<year>(?:1[6-9]|20)\\d{2})'
/** Between numbers and names of one day. */
const GAP = '[ /-]{1,3}'

const IN_WORDS: readonly RegExp[] = [
  // `March 2, 2026`, `Mar. 2nd 2026`.
  new RegExp(`\\b(?<month>${MONTH})\\b[.]? ?(?<day>\\d{1,2})(?:st|nd|rd|th)?[, ] ?${YEAR}\\b`, 'iu'),
  // `2 March 2026`, `2nd of March, 2026`, `2-Mar-2026`.
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?${GAP}(?<month>${MONTH})\\b[.,]{0,2}${GAP}${YEAR}\\b`, 'iu'),
  // `Mon Mar 02 18:00:00 EST 2026`, as programs write it.
  new RegExp(
    `\\b(?<month>${MONTH}) {1,2}(?<day>\\d{1,2}) \\d{1,2}:\\d{2}(?::\\d{2})? (?:[A-Z]{1,5} |[+-]\\d{4} )?${YEAR}\\b`,
    'iu',
  ),
  // `2026 March 2`, `2026-Mar-02`.
  new RegExp(`\\b${YEAR},?${GAP}(?<month>${MONTH})\\b[.]?${GAP}(?<day>\\d{1,2})\\b`, 'iu'),
]
/** `2026-03-02` and `2026/03/02`. */
const YEAR_FIRST = new RegExp(
  `(?<![\\d./-])${YEAR}(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)`,
  'u',
)
/** `2/3/2026`, `02.03.2026`. */
const YEAR_LAST = new RegExp(
  `(?<![\\d./-])(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>${YEAR}(?!\\d)`,
  'u',
)
/** Longest text that is looked at: a date of publication stands in a line of its own. */
const LONGEST = 200

/**
 * The day that a text names as people write it, in `YYYY-MM-DD`, or null; a day that no calendar has is none. Of days that only
 * numbers name, the language says which is the month; without it they are none where it could be either.
 *
 * @param language BCP 47 of the text, if it is known
 * @example
 * readWrittenDate('Published: March 2, 2026 | 6:00 PM') // → '2026-03-02'
 * readWrittenDate('02/03/2026', 'en-GB') // → '2026-03-02'
 */
export function readWrittenDate(text: string, language?: string | null): string | null {
  const line = text.slice(0, LONGEST).replace(/\s+/gu, ' ')
  for (const pattern of IN_WORDS) {
    const { year = '', month = '', day = '' } = pattern.exec(line)?.groups ?? {}
    if (year !== '') return toDay(year, MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, day)
  }
  const { year, month, day } = YEAR_FIRST.exec(line)?.groups ?? {}
  if (year !== undefined) return toDay(year, Number(month), day ?? '')
  const numbers = YEAR_LAST.exec(line)?.groups
  if (numbers !== undefined) return readNumbers(numbers, language ?? '')
  const other = dayInOtherWords(line)
  return other === null ? null : toDay(other.year, other.month, other.day)
}

function readNumbers(numbers: Readonly<Record<string, string>>, language: string): string | null {
  const { first = '', second = '', mark, year = '' } = numbers
  // Nobody writes points between the month and the day in this order.
  const isDayFirst = mark === '.' || Number(first) > 12 || (Number(second) <= 12 && putsDayFirst(language))
  if (isDayFirst === true) return toDay(year, Number(second), first)
  return isDayFirst === false || Number(second) > 12 || first === second ? toDay(year, Number(first), second) : null
}

/** Whether a language writes the day before the month; null where that isn't known, as of English of nowhere. */
function putsDayFirst(language: string): boolean | null {
  if (language === '' || /^en$/i.test(language)) return null
  let parts: readonly string[]
  try {
    const format = new Intl.DateTimeFormat(language.replaceAll('_', '-'), { calendar: 'gregory' })
    parts = format.formatToParts(new Date(0)).map(({ type }) => type)
  } catch {
    return null
  }
  // Where the official order begins with the year, as in Canada, people write both.
  return parts.indexOf('year') < parts.indexOf('day') ? null : parts.indexOf('day') < parts.indexOf('month')
}

function toDay(year: string, month: number, day: string): string | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

/** Whether the calendar has a day, in `YYYY-MM-DD`: Date takes 30 February for 2 March. */
export function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
