import { readWrittenDate } from './written-date.ts'

/** `20261122T173000+0100`, as NITF and older wire formats write it. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i
/** `Sun, 22 Nov 2026 10:00:00 +0200`, as RSS writes it (RFC 822 and 5322). */
const MAIL = /^(?:\w{3,9},? )?\d{1,2} \w{3,9} \d{2,4} \d{2}:\d{2}(?::\d{2})? ?(?:[A-Z]{1,4}|[+-]\d{4})$/i

/** A published time as it is kept, with the warning that it needs. */
export interface PublishedTime {
  /** ISO 8601 with zone, or a day alone; null when it cannot be read. */
  readonly publishedAt: string | null
  readonly warning: string | null
}

/**
 * Reads the time that an input gives as its published time: ISO 8601, its basic form, that of mail and feeds, seconds or
 * milliseconds since 1970, or a day as people write it (`March 2, 2026`). A time without a zone is taken as UTC, with a warning.
 *
 * @example
 * readPublishedTime('Sun, 22 Nov 2026 10:00:00 +0200') // → publishedAt '2026-11-22T08:00:00Z'
 */
export function readPublishedTime(value: unknown): PublishedTime {
  if (value === null || value === undefined || value === '') return { publishedAt: null, warning: null }
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string') return unread('a value that is no text')
  const text = value.trim()
  const basic = BASIC.exec(text)
  if (basic !== null) {
    const [, year, month, day, hour, minute, second = '00', zone] = basic
    return fromParts(`${year}-${month}-${day}`, hour === undefined ? undefined : `${hour}:${minute}:${second}`, zone)
  }
  const iso = ISO.exec(text)
  if (iso !== null) return fromParts(iso[1] as string, iso[2], iso[3])
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text))
  if (MAIL.test(text)) return fromInstant(Date.parse(text), text)
  const day = readWrittenDate(text)
  if (day !== null && isDay(day)) return { publishedAt: day, warning: null }
  return unread(text)
}

function fromParts(day: string, time: string | undefined, zone: string | undefined): PublishedTime {
  if (time === undefined) return isDay(day) ? { publishedAt: day, warning: null } : unread(day)
  const seconds = time.length === 5 ? `${time}:00` : time
  const offset = zone === undefined || zone === 'z' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const publishedAt = `${day}T${seconds}${offset}`
  if (!isDay(day) || Number.isNaN(Date.parse(publishedAt))) return unread(publishedAt)
  return { publishedAt, warning: zone === undefined ? 'its published time has no zone: taken as UTC' : null }
}

function fromEpoch(value: number): PublishedTime {
  return fromInstant(value < 1e11 ? value * 1000 : value, String(value))
}

function fromInstant(milliseconds: number, written: string): PublishedTime {
  // Beyond the year 9999 ISO 8601 needs a sign, and no article is from there.
  if (!(Math.abs(milliseconds) < 253_402_300_800_000)) return unread(written)
  return { publishedAt: new Date(milliseconds).toISOString().replace('.000Z', 'Z'), warning: null }
}

/** Whether the calendar has that day: Date takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function unread(written: string): PublishedTime {
  return { publishedAt: null, warning: `its published time cannot be read: ${written.slice(0, 60)}` }
}
