import { AGENCIES } from '../../bylines/agencies.ts'
import { bareTitle } from '../../markup/metadata/bare-title.ts'
import {
  BEFORE_ROLES,
  BYLINE_LABEL,
  DESKS,
  NO_NAMES,
  OUTLET_ENDS,
  PARTICLES,
  PLACE_OPENINGS,
  ROLES,
} from './byline-words.ts'

/** What a line tells of who wrote an article. */
export interface BylineLine {
  /** As they are written, in order. */
  readonly names: readonly string[]
  /** Newspaper or agency that stands beside them. */
  readonly outlet: string | null
  /** Whether it says that it is a byline; names alone may be anything. */
  readonly isLabelled: boolean
  /** Whether what somebody does at a paper, or the paper, stands in it. */
  readonly hasRole: boolean
  /** Whether it says where they were: `Jo Marsh in Orrin`. */
  readonly hasPlace: boolean
}

const LONGEST = 200
const LONGEST_NAME = 5
/** Words of a name with a role. */
const LONGEST_SIGNATURE = 7
/** `The Harbour Echo`: words of an outlet's name. */
const LONGEST_OUTLET = 5
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}\p{N}’'‑.-]*$/u

/**
 * Reads a line that holds nothing but a byline, or null: names, each with what it is (`Political correspondent`), where (`in Orrin`) and
 * for whom (`The Orrin Echo`).
 */
export function readBylineLine(line: string): BylineLine | null {
  if (line.length > LONGEST || /[!?“”"…]|[.]$/u.test(line.replace(/ (?:Jr|Sr)\.$/u, ''))) return null
  const label = BYLINE_LABEL.exec(line)?.[0] ?? ''
  const isLabelled = label !== ''
  const names: string[] = []
  let outlet: string | null = null
  let hasRole = false
  const hasPlace = / in \p{Lu}/u.test(line)
  const segments = line
    .slice(label.length)
    .trim()
    .split(/\s*(?:[,;|/•·]|\s[–—-]\s|&|\band\b|\bwith\b)\s*/u)
    .filter(segment => segment !== '')
  for (const segment of segments) {
    const read = readSegment(segment, names.length > 0 || hasRole || outlet !== null)
    if (read === null) return null
    if (read.name !== null) names.push(read.name)
    outlet ??= read.outlet
    hasRole ||= read.hasRole
  }
  if (names.length === 0 && (isLabelled || !hasRole)) return null
  return { names, outlet, isLabelled, hasRole: hasRole || outlet !== null, hasPlace }
}

/** Whether it signs where no person does. */
export function isAgency(name: string): boolean {
  const bare = bareTitle(name)
  return AGENCIES.has(bare) || DESKS.has(bare)
}

interface Segment {
  readonly name: string | null
  readonly outlet: string | null
  readonly hasRole: boolean
}

/** One name, role, outlet or place; null where it is none of them. */
function readSegment(segment: string, afterName: boolean): Segment | null {
  const whole = segment.replace(/^(?:the )?(?=[A-Z])/u, '')
  if (isAgency(segment)) return { name: segment, outlet: null, hasRole: true }
  const [main = '', ...places] = segment.split(/\s+(?:in|at|for|from|IN|FOR)\s+/u)
  if (places.some(place => !isPlace(place) && !isOutlet(place))) return null
  const outlet = places.find(isOutlet) ?? null
  const words = main.split(/\s+/)
  if (isRole(words)) return { name: null, outlet, hasRole: true }
  if (isOutlet(whole)) return { name: null, outlet: segment, hasRole: true }
  const roleAt = words.findIndex((word, index) => index >= 2 && BEFORE_ROLES.has(word.toLowerCase()))
  const end = roleAt !== -1 && isRole(words.slice(roleAt)) ? roleAt : words.length
  if (end === words.length && isRole(words.slice(2)) && isName(words.slice(0, 2)))
    return { name: words.slice(0, 2).join(' '), outlet, hasRole: true }
  // `Jo Marsh North of England correspondent`.
  if (words.length > 2 && words.length <= LONGEST_SIGNATURE && isWritten(words) && isName(words.slice(0, 2)))
    return { name: words.slice(0, 2).join(' '), outlet, hasRole: true }
  if (afterName && isPlace(main)) return { name: null, outlet, hasRole: false }
  if (isName(words.slice(0, end))) return { name: words.slice(0, end).join(' '), outlet, hasRole: end < words.length }
  return null
}

/** Whether words end with a role in small letters, which no headline of a few capitals does. */
function isWritten(words: readonly string[]): boolean {
  return /^(?:correspondents?|columnist|editor|reporter|writer)$/u.test(words.at(-1) as string)
}

/** `Political correspondent`, `Chief of staff` is none. */
function isRole(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > 4) return false
  const lower = words.map(word => word.toLowerCase())
  return (
    ROLES.has(lower.at(-1) as string) && lower.slice(0, -1).every(word => BEFORE_ROLES.has(word) || ROLES.has(word))
  )
}

function isName(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > LONGEST_NAME) return false
  if (words.some(word => NO_NAMES.has(word.toLowerCase()) || /\d/.test(word))) return false
  const isWhole = (word: string | undefined) => word !== undefined && CAPITALISED.test(word)
  return isWhole(words[0]) && isWhole(words.at(-1)) && words.every(word => isWhole(word) || PARTICLES.has(word))
}

/** One to three words with capitals, of which several are no name. */
function isPlace(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length > 3 || !words.every(word => CAPITALISED.test(word)) || !/^\p{Lu}/u.test(text)) return false
  if (words.some(word => NO_NAMES.has(word.toLowerCase()))) return false
  return words.length === 1 || PLACE_OPENINGS.has((words[0] as string).toLowerCase())
}

/** Whether words with capitals end as the names of newspapers, stations and agencies do. */
export function isOutlet(text: string): boolean {
  const words = text.split(/\s+/)
  if (/^[\w-]{2,40}\.(?:com|co\.uk|org|net|news|ie|com\.au|co\.nz|in|ca)$/iu.test(text)) return true
  if (words.length < 2 || words.length > LONGEST_OUTLET) return false
  if (!words.every(word => CAPITALISED.test(word) || /^(?:of|the|and|for|&|on)$/u.test(word))) return false
  return OUTLET_ENDS.has((words.at(-1) as string).toLowerCase())
}
