/** Languages whose dates stand on pages with English text too: templates keep the language of who set them up. */
const LANGUAGES = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ro', 'tr', 'id', 'ru', 'uk']
const MID_JANUARY = Date.UTC(2026, 0, 15)

const DAY =
  /(?<![\p{L}\p{N}])(?<day>\d{1,2})(?:\.|er|º|°|ª)?(?: de)? (?<month>\p{L}{3,15})\.?(?: del?)? (?<year>(?:19|20)\d{2})(?![\p{L}\p{N}])/u

let numbers: ReadonlyMap<string, number> | undefined

/** A day in words of another language, as it is written: `5 juin 2018`, `2. März 2026`, `3 de abril de 2026`. */
export function dayInOtherWords(
  line: string,
): { readonly year: string; readonly month: number; readonly day: string } | null {
  const { day, month, year } = DAY.exec(line)?.groups ?? {}
  if (day === undefined || month === undefined || year === undefined) return null
  numbers ??= collectNames()
  const number = numbers.get(month.toLowerCase())
  return number === undefined ? null : { year, month: number, day }
}

/** Names as they stand beside a day; one that means different months in two languages is left out. */
function collectNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const unsure = new Set<string>()
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const parts = format.formatToParts(new Date(new Date(MID_JANUARY).setUTCMonth(month - 1)))
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? ''
      if ((found.get(name) ?? month) !== month) unsure.add(name)
      found.set(name, month)
    }
  }
  for (const name of unsure) found.delete(name)
  return found
}
