import { readWrittenDate } from '../written-date.ts'
import { decodeEntities } from './decode-entities.ts'
import { isItem, own } from './linked-data.ts'

const LONGEST = 150
const BY =
  /^(?:(?:written|reported|words|story|posted|published|article|text|analysis)\s+)?by\b[:\s]+|^(?:author|writer|reporter|words)s?\s*:\s*/iu
/** What ends the names: a date, a bar, what comes of the reporter or the page. */
const AFTER =
  /\s*(?:[|•·/]|\s[-–—]\s|\b(?:published|updated|posted|last modified|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s|\d|@|https?:).*$/isu
const BARE_MONTH = /[,\s]+(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?$/iu
/** What systems put where no author is known. */
const NOBODY = /^(?:admin|administrator|author|editor|guest|null|none|unknown|undefined|user|webmaster|www\.\S+)$/iu

/**
 * The names in a byline as a page writes it, without "By", dates and what else stands beside them; null when none is left. A list
 * gives a list.
 *
 * @example
 * cleanByline('By Una Merrow March 2, 2026 | 6:00 PM') // → 'Una Merrow'
 */
export function cleanByline(value: unknown): string | readonly string[] | null {
  if (Array.isArray(value)) {
    const names = value.slice(0, 50).flatMap(item => cleanByline(item) ?? [])
    return names.length === 0 ? null : [...new Set(names)]
  }
  if (isItem(value)) return cleanByline(own(value, 'name'))
  if (typeof value !== 'string') return null
  const line = decodeEntities(value.slice(0, 2 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim()
  if (/^(?:https?:|www\.)/i.test(line)) return null
  const from = line.replace(BY, '')
  const cut = from.replace(AFTER, '')
  const name = (readWrittenDate(line) === null ? cut : cut.replace(BARE_MONTH, ''))
    .replace(/^[,;:\s]+|[,;:\s]+$/g, '')
    .replace(/\s+and$/i, '')
  return name === '' || name.length > LONGEST || NOBODY.test(name) ? null : name
}
