import { readZone } from './time-zones.ts'
import { isDay, readWrittenDate } from './written-date.ts'

/** `20261122T173000+0100`, as NITF and older wire formats write it. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:(?:T| {1,3}|, ?)(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,12})?)?)(?: ?\(?(Z|(?:UTC|GMT)? ?[+-]\d{1,2}(?::?\d{2})?|[a-z]{2,5})\)?)?)?$/i
/** `Sun, 22 Nov 26 10:00:00 +0200`: feeds of old (RFC 822) give the year two digits. */
const SHORT_YEAR = /^((?:[a-z]{3,9}, ?)?\d{1,2} [a-z]{3,9} )(\d{2})( \d{1,2}:\d{2})/i
/** A time of day and the zone behind it, in the middle of words. */
const CLOCK =
  /(?<![\d:.+-])(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?)?(?: ?(?<half>[aApP])\.?[mM]\b\.?)?,? ?\(?(?<zone>(?:UTC|GMT)? ?[+-]\d{1,2}(?::?\d{2})?(?![\d:])|[A-Z]{1,5}\b)?/gu
/** Capitals behind a time of day may be a word of a headline. */
const ZONE_LIKE = /^(?:[a-z]{0,4}t|z|utc|(?:utc|gmt)?[+-].*|msk)$/i
/** Longest text that a time is looked for in. */
const LONGEST = 200
/** No newspaper is older: what is, is what a program puts where it knows no date. */
const EARLIEST_YEAR = 1600
/** Beyond the year 9999 ISO 8601 needs a sign, and no article is from there. */
const LATEST_MS = 253_402_300_800_000

/** A published time as it is kept, with the warning that it needs. */
export interface PublishedTime {
  /** ISO 8601 with zone, or a day alone; null when it cannot be read. */
  readonly publishedAt: string | null
  readonly warning: string | null
}

/**
 * Reads the time that an input gives as its published time: ISO 8601, its basic form, that of mail and feeds, seconds or
 * milliseconds since 1970, or as people write it (`March 2, 2026`, `2 March 2026, 6:00 pm GMT`). The zone stays as it is given, by
 * number or by name; a time without one is taken as UTC, with a warning, and in words it gives its day alone.
 *
 * @param language BCP 47 of the input, which says whether `02/03/2026` is in February
 * @example
 * readPublishedTime('Sun, 22 Nov 2026 10:00:00 +0200') // → publishedAt '2026-11-22T10:00:00+02:00'
 */
export function readPublishedTime(value: unknown, language?: string | null): PublishedTime {
  if (value === null || value === undefined || value === '') return { publishedAt: null, warning: null }
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string') return unread('a value that is no text')
  const text = value.trim()
  if (text.length > LONGEST) return unread(text)
  const basic = BASIC.exec(text)
  if (basic !== null) {
    const [, year, month, day, hour, minute, second = '00', zone] = basic
    return fromParts(`${year}-${month}-${day}`, hour === undefined ? undefined : `${hour}:${minute}:${second}`, zone)
  }
  const iso = ISO.exec(text)
  if (iso !== null) return fromParts(iso[1] as string, iso[2], iso[3], language)
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text))
  return fromWords(text.replace(/\s+/gu, ' ').replace(SHORT_YEAR, withCentury), language)
}

function withCentury(_: string, before: string, year: string, after: string): string {
  return `${before}${Number(year) < 70 ? '20' : '19'}${year}${after}`
}

function fromWords(text: string, language: string | null | undefined): PublishedTime {
  const day = readWrittenDate(text, language)
  if (day === null) return unread(text)
  const clocks = [...text.matchAll(CLOCK)].flatMap(({ groups }) => clockOf(groups) ?? [])
  const [clock] = clocks
  // Two times are those of the publication and of a change, of an event or of two zones.
  if (clock?.zone === undefined || !ZONE_LIKE.test(clock.zone) || clocks.length > 1) return fromParts(day)
  return fromParts(day, clock.time, clock.zone, language)
}

interface Clock {
  readonly time: string
  readonly zone: string | undefined
}

function clockOf(groups: Readonly<Record<string, string | undefined>> = {}): Clock | null {
  const { hour = '', minute, second = '00', half, zone } = groups
  if (minute === undefined && half === undefined) return null
  const read = Number(hour)
  if (half !== undefined && (read < 1 || read > 12)) return null
  const whole = half === undefined ? read : (read % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return { time: `${String(whole).padStart(2, '0')}:${minute ?? '00'}:${second}`, zone: zone?.replaceAll(' ', '') }
}

function fromParts(day: string, time?: string, zone?: string, language?: string | null): PublishedTime {
  if (Number(day.slice(0, 4)) < EARLIEST_YEAR || !isDay(day)) return unread(day)
  if (time === undefined) return { publishedAt: day, warning: null }
  const [hours = '', ...others] = time.replace(',', '.').split(':')
  const clock = [hours.padStart(2, '0'), ...others, ...(others.length === 1 ? ['00'] : [])].join(':')
  const wall = Date.parse(`${day}T${clock}Z`)
  if (Number.isNaN(wall) || hours === '24') return unread(`${day}T${clock}`)
  if (zone === undefined) {
    return { publishedAt: `${day}T${clock}Z`, warning: 'its published time has no zone: taken as UTC' }
  }
  const offset = readZone(zone.replaceAll(' ', ''), wall, language)
  if (offset === null) {
    const warning = `its published time is in a zone that cannot be told (${zone.slice(0, 10)}): only its day is kept`
    return { publishedAt: day, warning }
  }
  return { publishedAt: `${day}T${clock}${offset}`, warning: null }
}

function fromEpoch(value: number): PublishedTime {
  const milliseconds = Math.abs(value) < 1e11 ? value * 1000 : value
  // Zero is what a program has where it knows no time.
  if (milliseconds === 0 || !(Math.abs(milliseconds) < LATEST_MS)) return unread(String(value))
  const publishedAt = new Date(milliseconds).toISOString().replace('.000Z', 'Z')
  return Number(publishedAt.slice(0, 4)) < EARLIEST_YEAR ? unread(publishedAt) : { publishedAt, warning: null }
}

function unread(written: string): PublishedTime {
  return { publishedAt: null, warning: `its published time cannot be read: ${written.slice(0, 60)}` }
}
