import { BEFORE_NAMES } from '../../bylines/byline-words.ts'
import { readWrittenDate } from '../../dates/written-date.ts'
import type { ShownText } from '../page-text.ts'
import { isBesideArticle } from './page-facts.ts'

/** Blocks above the text, and right below it, that may name who wrote it, and the longest of them. */
const ABOVE = 8
const BELOW = 2
const LONGEST = 100
const SENTENCE_END = /[.!?…]["”’')\]]*$/u
/** Behind "By" stands a name, as a rule one of two words with capitals. */
const NAMES = /^\p{Lu}[\p{L}.'’-]*(?:[ ,&]+(?:and |&|de |van |von |der |la |al-|bin |[\p{Lu}@(]))/u

/** The line that begins with "By" right above the text, or right below it, as it is written; null where there is none. */
export function findByline({ all, article }: Pick<ShownText, 'all' | 'article'>): string | null {
  const [first, last] = [article[0]?.text, article.at(-1)?.text]
  const start = all.findIndex(({ text }) => text === first)
  if (start === -1) return null
  const end = all.findLastIndex(({ text }) => text === last)
  const around = [...all.slice(Math.max(0, start - ABOVE), start + 1).toReversed(), ...all.slice(end, end + 1 + BELOW)]
  for (const { text, path } of around) {
    if (text.length > LONGEST || SENTENCE_END.test(text) || path.some(isBesideArticle)) continue
    const by = /^by\b/i.test(text) ? BEFORE_NAMES.exec(text) : null
    if (by !== null && NAMES.test(text.slice(by[0].length))) return text
  }
  return null
}

/** `SELBY, March 4, 2026 (Agency) –`, before the first sentence. */
const DATELINE =
  /^\p{Lu}[\p{Lu} .'’-]{2,40}(?:, [\p{L} .]{2,30})?,? \(?(?<day>\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4})\)? ?(?:\([^()]{1,40}\) ?)?[-–—:]/u

/** The day in the dateline of a text, as it is written there. */
export function dayInDateline({ article }: Pick<ShownText, 'article'>): string | null {
  return DATELINE.exec(article[0]?.text.slice(0, 200) ?? '')?.groups?.day ?? null
}

const LONGEST_DAY = 50
/** What may stand beside a day in a line that is nothing else. */
const AROUND_DAY =
  /^(?:published|posted|date)?(?: on)?[:\s]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{4})$/iu

/** The day in the only line of a page that is nothing but a day; null where there are several. */
export function findOnlyDay({ all }: Pick<ShownText, 'all'>): string | null {
  const days = new Set<string>()
  for (const { text } of all) {
    if (text.length > LONGEST_DAY || !AROUND_DAY.test(text)) continue
    const day = readWrittenDate(text)
    if (day !== null) days.add(day)
    if (days.size > 1) return null
  }
  return [...days][0] ?? null
}
