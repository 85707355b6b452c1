import { type BylineLine, isAgency, isOutlet, readBylineLine } from '../byline/byline-line.ts'
import { isSection } from '../surroundings/navigation.ts'
import { BARE_DATE_LABEL, type DateLine, readDateLine } from './date-line.ts'

/** What a line above an article's first paragraph may be. */
export interface HeadLine {
  readonly kind: /** Says that it is a byline, or names somebody with what they are at a paper. */
    | 'byline'
    /** Names of people alone, which may be anything. */
    | 'name'
    /** `Political correspondent`. */
    | 'role'
    | 'outlet'
    | 'date'
    /** `3 hours ago`. */
    | 'age'
    /** `World`, above a title. */
    | 'section'
    /** `Published`, whose date stands in the next line. */
    | 'date label'
  readonly byline: BylineLine | null
  readonly date: DateLine | null
  readonly outlet: string | null
}

const SEPARATED = /[|•·–—]|, ?(?=\p{L}+ \d|\d)/u
/** Where somebody was, below their name. */
const REPORTED_FROM = /^Report(?:ing|ed) from \p{Lu}[^.!?“”"]{1,60}$/u
const READING_TIME = /^\d{1,3}[ -]min(?:ute)?s?\.? (?:read|listen|watch)$/iu

/** Reads a line by itself; where it stands decides whether it counts. Null for what is none of the kinds. */
export function readHeadLine(words: string): HeadLine | null {
  if (words === '') return null
  if (BARE_DATE_LABEL.test(words)) return { kind: 'date label', byline: null, date: null, outlet: null }
  if (isSection(words)) return { kind: 'section', byline: null, date: null, outlet: null }
  if (REPORTED_FROM.test(words)) return { kind: 'role', byline: null, date: null, outlet: null }
  const date = readDateLine(words)
  if (date !== null) return readDated(words, date)
  const byline = readBylineLine(words)
  if (byline === null) return null
  const { names, outlet, isLabelled, hasRole } = byline
  if (names.length === 0) return { kind: outlet === null ? 'role' : 'outlet', byline, date: null, outlet }
  if (isLabelled) return { kind: 'byline', byline, date: null, outlet }
  // Who signs without a name signs as `Special Correspondent` too, which may as well be of the text.
  if (names.every(isAgency)) return { kind: 'role', byline, date: null, outlet }
  if (names.some(isInCapitals)) return null
  return { kind: hasRole ? 'byline' : 'name', byline, date: null, outlet }
}

/** Labels and halls are written so; names only where a label says that they are names. */
function isInCapitals(name: string): boolean {
  return name === name.toUpperCase()
}

/** A line with a date: nothing else stands in it, or who wrote the article, where and how long it takes to read. */
function readDated(words: string, date: DateLine): HeadLine | null {
  const isAge = date.published === null && date.modified === null && !date.isLabelled
  if (date.rest === '') return { kind: isAge ? 'age' : 'date', byline: null, date, outlet: null }
  const parts = date.rest.split(' | ').filter(part => !READING_TIME.test(part))
  if (parts.length === 0) return { kind: isAge ? 'age' : 'date', byline: null, date, outlet: null }
  const outlets = parts.filter(part => isOutlet(part.replace(/^the /iu, '')))
  const others = parts.filter(part => !outlets.includes(part))
  const byline = others.length === 0 ? null : readBylineLine(others.join(' | '))
  if (others.length > 0 && byline === null) return null
  if (byline !== null && !byline.isLabelled && byline.names.some(isInCapitals)) return null
  const isSure = date.isLabelled || byline?.isLabelled === true || SEPARATED.test(words)
  if (!isSure || isAge) return null
  return { kind: 'date', byline, date, outlet: outlets[0] ?? byline?.outlet ?? null }
}
