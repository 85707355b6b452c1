import { MONTH as MONTH_NAME } from '../../dates/english-months.ts'
import { readPublishedTime } from '../../dates/published-time.ts'
import { readWrittenDate } from '../../dates/written-date.ts'

/** What a line tells of when an article was published and changed. */
export interface DateLine {
  /** In a form that `readPublishedTime` knows; null where only an age is given (`3 hours ago`). */
  readonly published: string | null
  readonly modified: string | null
  /** Whether it says of what it is the date. */
  readonly isLabelled: boolean
  /** What else stands in the line, without separators. */
  readonly rest: string
}

const LONGEST = 200
const MONTH = `${MONTH_NAME}\\.?`
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?'
const YEAR = '(?:19|20)\\d{2}'
const DAY = `${WEEKDAY}(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -]${YEAR}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}|${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]${YEAR})(?:,? (?:mon|tues|wednes|thurs|fri|satur|sun)day)?`
const ZONE_NAME =
  '(?:gmt|utc|z|bst|ist|ces?t|ees?t|wes?t|msk|[ecmpa][sd]?t|a[ewc][sd]t|ak[sd]t|nz[sd]t|hkt|sgt|jst|kst|pht|wib|eat|cat|wat|sast|pkt|npt|hst)\\b'
const ZONE = `(?: ?\\(?(?:(?:utc|gmt)? ?[+-]\\d{1,2}(?::?\\d{2})?|${ZONE_NAME}|local time)\\)?)?`
const TIME = `(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?)${ZONE}`
const AGE = '(?:(?:an?|\\d{1,2}) (?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week|month|year)s? ago|just now|yesterday)'
const BETWEEN = '(?:,| at|,? ?[|•·–—-]| \\/| on)? ?'
const WHEN = `(?:${DAY}(?:(?:${BETWEEN}|T)${TIME})?|${TIME}${BETWEEN}${DAY}|${AGE})`
const LABEL =
  '(?:(?:first |originally |last |article )?(?:published|posted|updated|modified|revised|created|uploaded|released)(?: on| at)?|last modified on|publication date|publish(?:ed)? date|date(?: published)?|updated?|time) ?:?,? ?(?:on |at )?'
const STAMP = new RegExp(
  `(?:(?<!\\p{L})(?<label>${LABEL})|(?<![\\p{L}\\d]|\\d[.:]))(?<when>${WHEN})(?=$|[^\\p{L}\\d]|updated|published)`,
  'giu',
)
/** A page shows day, time and label apart, and pasted they run together: `May 3, 20267:30 AM UTCUpdated`. */
const RUN_TOGETHER = /(?<=\b(?:19|20)\d{2})(?=\d{1,2}:\d{2})|(?<=\p{Lu})(?=(?:Updated|Published) )/gu
const LABELLED_TIME = new RegExp(`^(?<label>${LABEL})(?<when>${TIME})$`, 'iu')
const CHANGED = /updat|modif|revis/iu

/** A label whose date stands in the next line. */
export const BARE_DATE_LABEL = /^(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?:?$/iu

/** Reads the dates of publication in a line, or null where there are none. */
export function readDateLine(line: string): DateLine | null {
  if (line.length > LONGEST || !/\d|ago|now|yesterday/u.test(line)) return null
  let published: string | null = null
  let modified: string | null = null
  let isLabelled = false
  let found = LABELLED_TIME.test(line)
  if (found) return { published, modified, isLabelled: true, rest: '' }
  const rest = line.replace(RUN_TOGETHER, ' ').replace(STAMP, (...parts) => {
    const groups = parts.at(-1) as { label?: string; when: string }
    const when = toTime(groups.when)
    found = true
    isLabelled ||= groups.label !== undefined
    if (groups.label !== undefined && CHANGED.test(groups.label)) modified ??= when
    else published ??= when
    return ' | '
  })
  return found ? { published, modified, isLabelled, rest: trimSeparators(rest) } : null
}

function trimSeparators(text: string): string {
  const parts = text.split(/[|•·]/u).map(part => part.replace(/^[\s,;:()[\]–—-]+|[\s,;:()[\]–—-]+$/gu, ''))
  return parts.filter(part => part !== '').join(' | ')
}

/** As it is written where that can be read, else its day. */
function toTime(when: string): string | null {
  const written = when.replace(/\b(\d{1,2})\.(\d{2})(?=$|[ap ])/giu, '$1:$2').trim()
  return readPublishedTime(written).publishedAt === null ? readWrittenDate(written) : written
}
