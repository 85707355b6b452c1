/** What a name of a time zone means where newspapers in English write it. */
interface NamedZone {
  readonly name: string
  /** Difference to UTC, or a place whose clocks say which of two it is. */
  readonly offset?: string
  readonly place?: string
  /** What tells that this is meant, where several zones have the name: the region of the page's language. */
  readonly region?: string
}

/**
 * Zones by name. A name that stands for zones of several parts of the world (`CST` of Chicago and of Shanghai) is here with the
 * meaning that is meant in English as a rule, or only for a region; one that tells nothing without a region is unknown without it.
 */
const ZONES: readonly NamedZone[] = [
  { name: 'Z', offset: '+00:00' },
  { name: 'UT', offset: '+00:00' },
  { name: 'UTC', offset: '+00:00' },
  { name: 'GMT', offset: '+00:00' },
  { name: 'WET', offset: '+00:00' },
  { name: 'WEST', offset: '+01:00' },
  { name: 'BST', offset: '+01:00' },
  { name: 'CET', offset: '+01:00' },
  { name: 'CEST', offset: '+02:00' },
  { name: 'EET', offset: '+02:00' },
  { name: 'EEST', offset: '+03:00' },
  { name: 'MSK', offset: '+03:00' },
  { name: 'WAT', offset: '+01:00' },
  { name: 'CAT', offset: '+02:00' },
  { name: 'SAST', offset: '+02:00' },
  { name: 'EAT', offset: '+03:00' },
  // Indian and Irish papers both write it, and both in English.
  { name: 'IST', offset: '+05:30', region: 'IN' },
  { name: 'IST', offset: '+01:00', region: 'IE' },
  { name: 'PKT', offset: '+05:00' },
  { name: 'SGT', offset: '+08:00' },
  { name: 'HKT', offset: '+08:00' },
  { name: 'PHT', offset: '+08:00' },
  { name: 'AWST', offset: '+08:00' },
  { name: 'JST', offset: '+09:00' },
  { name: 'KST', offset: '+09:00' },
  { name: 'ACST', offset: '+09:30' },
  { name: 'ACDT', offset: '+10:30' },
  { name: 'AEST', offset: '+10:00' },
  { name: 'AEDT', offset: '+11:00' },
  { name: 'NZST', offset: '+12:00' },
  { name: 'NZDT', offset: '+13:00' },
  { name: 'NST', offset: '-03:30' },
  { name: 'NDT', offset: '-02:30' },
  { name: 'ADT', offset: '-03:00' },
  { name: 'AST', offset: '-04:00' },
  { name: 'EDT', offset: '-04:00' },
  { name: 'EST', offset: '-05:00' },
  { name: 'CDT', offset: '-05:00' },
  { name: 'CST', offset: '-06:00' },
  { name: 'MDT', offset: '-06:00' },
  { name: 'MST', offset: '-07:00' },
  { name: 'PDT', offset: '-07:00' },
  { name: 'PST', offset: '-08:00' },
  { name: 'AKDT', offset: '-08:00' },
  { name: 'AKST', offset: '-09:00' },
  { name: 'HST', offset: '-10:00' },
  // Summer or winter: the day says which.
  { name: 'ET', place: 'America/New_York' },
  { name: 'CT', place: 'America/Chicago' },
  { name: 'MT', place: 'America/Denver' },
  { name: 'PT', place: 'America/Los_Angeles' },
]

const NUMERIC = /^(?:UTC|GMT)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/iu
/** No clock of the world is further from UTC. */
const FURTHEST_HOURS = 14

/**
 * Difference to UTC (`+01:00`; `Z` for none) of a zone as it is written, or null when it is no zone that is known.
 *
 * @param instant the time on the zone's own clocks as if they showed UTC, in ms since 1970
 * @param language BCP 47; its region tells between zones of one name
 */
export function readZone(written: string, instant: number, language?: string | null): string | null {
  const numeric = NUMERIC.exec(written)?.groups
  if (numeric !== undefined) {
    const { sign, hours = '', minutes = '00' } = numeric
    if (Number(hours) > FURTHEST_HOURS || Number(minutes) > 59) return null
    return asOffset(`${sign}${hours.padStart(2, '0')}:${minutes}`)
  }
  const name = written.toUpperCase()
  const region = /-([a-z]{2})\b/i.exec(language ?? '')?.[1]?.toUpperCase()
  const zone = ZONES.find(known => known.name === name && (known.region === undefined || known.region === region))
  if (zone?.offset !== undefined) return asOffset(zone.offset)
  return zone?.place === undefined ? null : offsetAt(zone.place, instant)
}

function asOffset(offset: string): string {
  return /^[+-]00:00$/.test(offset) ? 'Z' : offset
}

/** Difference to UTC that a place's clocks have when they show a time. */
function offsetAt(place: string, clock: number): string | null {
  const format = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' })
  const read = (instant: number) =>
    /GMT(?<offset>[+-]\d{2}:\d{2})/.exec(format.format(new Date(instant)))?.groups?.offset ?? null
  const near = read(clock)
  return near === null ? null : read(clock - minutesOf(near) * 60_000)
}

function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes)
}
