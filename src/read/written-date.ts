const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** `March 2, 2026`, `Mar. 2nd 2026`. */
const MONTH_FIRST = new RegExp(
  `\\b(?<month>${NAME})\\b[.]? ?(?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d{2})\\b`,
  'iu',
)
/** `2 March 2026`, `2nd of March, 2026`, `2-Mar-2026`. */
const DAY_FIRST = new RegExp(
  `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?<month>${NAME})\\b[.,]?[ -](?<year>(?:19|20)\\d{2})\\b`,
  'iu',
)
/** `2026-03-02` and `2026/03/02`. */
const YEAR_FIRST = /\b(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})\b/u
/** Longest text that is looked at: a date of publication stands in a line of its own. */
const LONGEST = 200

/**
 * The day that a text names as people write it, in `YYYY-MM-DD`, or null. The hour is left out: it is in a zone that pages do not
 * name. Days that only numbers name are left out too where the month could be the day.
 *
 * @example
 * readWrittenDate('Published: March 2, 2026 | 6:00 PM') // → '2026-03-02'
 */
export function readWrittenDate(text: string): string | null {
  const line = text.slice(0, LONGEST).replace(/\s+/gu, ' ')
  for (const pattern of [MONTH_FIRST, DAY_FIRST, YEAR_FIRST]) {
    const { year = '', month = '', day = '' } = pattern.exec(line)?.groups ?? {}
    if (year === '') continue
    const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
    return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return null
}
