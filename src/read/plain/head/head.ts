import type { MetadataOrigins } from '../../../domain/article.ts'
import type { TextLine } from '../lines/text-lines.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'

/** What the lines around an article's title tell of it. */
export interface Head {
  /** Index of each line that is not of the article, with the reason. */
  readonly leftOut: ReadonlyMap<number, string>
  readonly names: readonly string[]
  readonly publisher: string | null
  readonly section: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly origins: MetadataOrigins
}

const REASONS: Readonly<Record<HeadLine['kind'], string>> = {
  byline: 'byline',
  name: 'byline',
  role: 'byline',
  outlet: 'outlet line',
  section: 'section line',
  date: 'date line',
  age: 'date line',
  'date label': 'date line',
}

/** A name that nothing calls one has at most so many words: headings have more. */
const LONGEST_BARE_NAME = 3
/** Longest heading that is a day, in UTF-16 units. */
const LONGEST_DAY = 40
/** Most lines above the first paragraph that are looked at. */
const MOST = 60

interface Zone {
  readonly lines: readonly TextLine[]
  readonly kinds: readonly (HeadLine | null)[]
  readonly firstRunning: number
}

/**
 * Reads the byline, the date, the outlet above the first paragraph, or right below it where it is a summary.
 *
 * @param isForm whether a line is one that pages write around articles
 */
export function readHead(lines: readonly TextLine[], firstRunning: number, isForm: (index: number) => boolean): Head {
  const kinds = lines.slice(0, Math.min(firstRunning, MOST)).map(({ words }) => readHeadLine(words))
  if (firstRunning < MOST) kinds.push(null, ...belowSummary(lines, firstRunning, isForm))
  const zone = { lines, kinds, firstRunning }
  const isOneOfMany = isChronicle(lines)
  const taken = new Set<number>()
  for (const [i, line] of kinds.entries()) {
    if (line === null) continue
    if (line.kind === 'date' && (line.date?.isLabelled === true || line.byline !== null || !isOneOfMany)) taken.add(i)
    if (line.kind === 'byline' && (i > 0 || opensHead(zone))) taken.add(i)
  }
  for (const [i, line] of kinds.entries()) if (line?.kind === 'name' && i > 0 && isSigned(zone, i + 1)) taken.add(i)
  // What is sure makes what stands beside it sure, which may take three steps: a name, a role, an outlet.
  for (let step = 0; step < 3; step += 1)
    for (const [i, line] of kinds.entries()) if (line !== null && isBeside(zone, i, taken, isForm)) taken.add(i)
  const sorted = [...taken].sort((a, b) => a - b)
  const section = sorted.find(i => kinds[i]?.kind === 'section')
  return { ...describe(kinds, sorted), section: section === undefined ? null : (lines[section] as TextLine).words }
}

/** The lines of known kinds that follow the first paragraph at once. */
function belowSummary(
  lines: readonly TextLine[],
  firstRunning: number,
  isForm: (index: number) => boolean,
): readonly (HeadLine | null)[] {
  const below: (HeadLine | null)[] = []
  for (let i = firstRunning + 1; i < Math.min(lines.length - 1, firstRunning + MOST); i += 1) {
    const { words } = lines[i] as TextLine
    const line = readHeadLine(words)
    if (line === null && !isForm(i)) break
    below.push(line)
  }
  return below
}

/** Whether days stand as headings: one alone is the article's, and of several the first is a heading too. */
function isChronicle(lines: readonly TextLine[]): boolean {
  let days = 0
  for (const { words, length } of lines) {
    if (words === '' || length > LONGEST_DAY || !/\d/.test(words)) continue
    const line = readHeadLine(words)
    if (line?.kind === 'date' && line.date?.isLabelled === false && line.date.rest === '') days += 1
    if (days > 1) return true
  }
  return false
}

/** Whether a line says what the person named above it is, or for whom they write. */
function isSigned({ lines, kinds }: Zone, index: number): boolean {
  const kind = kinds[index]?.kind
  return kind === 'role' || (kind === 'outlet' && lines[index]?.isSetOff === false)
}

/** Whether a byline that opens the text is one: the title stands below it, or it says more than a name. */
function opensHead({ lines, kinds, firstRunning }: Zone): boolean {
  const next = kinds[1] ?? null
  return next !== null || kinds[0]?.byline?.hasRole === true || (lines.length > 1 && firstRunning > 1)
}

function isBeside(zone: Zone, index: number, taken: ReadonlySet<number>, isForm: (index: number) => boolean): boolean {
  const { kinds, firstRunning } = zone
  const line = kinds[index] as HeadLine
  if (taken.has(index)) return false
  const hasNeighbour = taken.has(index - 1) || taken.has(index + 1)
  if (line.kind === 'outlet') {
    const opens = index === 0 && taken.size > 0 && firstRunning > 1
    return opens || (index > 0 && hasNeighbour)
  }
  if (line.kind === 'section') return index === 0 && taken.size > 0 && firstRunning > 1 && !isForm(1)
  if (line.kind === 'date label') return kinds[index + 1]?.kind === 'age' || taken.has(index + 1)
  if (line.kind === 'age')
    return hasNeighbour || kinds[index - 1]?.kind === 'date label' || isForm(index - 1) || isForm(index + 1)
  if (index === 0 || !hasNeighbour) return false
  return line.kind === 'role' || (line.kind === 'name' && isBesideDate(zone, index, taken))
}

/** Whether a date stands below a name, or right above it; where the name says where somebody was, it may stand apart. */
function isBesideDate({ lines, kinds }: Zone, index: number, taken: ReadonlySet<number>): boolean {
  const isDate = (other: number) => taken.has(other) && kinds[other]?.date != null
  const byline = kinds[index]?.byline
  if (byline?.hasPlace === true) return isDate(index - 1) || isDate(index + 1)
  if (byline?.names.some(name => name.split(' ').length > LONGEST_BARE_NAME) === true) return false
  return isDate(index + 1) || (isDate(index - 1) && !lines[index]?.isSetOff)
}

function describe(kinds: readonly (HeadLine | null)[], taken: readonly number[]): Omit<Head, 'section'> {
  const lines = taken.map(i => kinds[i] as HeadLine)
  const names = [...new Set(lines.flatMap(({ byline }) => byline?.names ?? []))]
  const publisher = lines.find(({ outlet }) => outlet !== null)?.outlet ?? null
  const dates = lines.flatMap(({ date }) => date ?? []).toSorted((a, b) => Number(b.isLabelled) - Number(a.isLabelled))
  const published = dates.find(date => date.published !== null)?.published ?? null
  const modified = dates.find(date => date.modified !== null)?.modified ?? null
  const origins = {
    ...(names.length === 0 ? {} : { byline: 'byline line' }),
    ...(publisher === null ? {} : { publisher: 'outlet line' }),
    ...(published === null ? {} : { publishedAt: 'date line' }),
    ...(modified === null ? {} : { modifiedAt: 'date line' }),
  }
  const leftOut = new Map(taken.map(i => [i, REASONS[(kinds[i] as HeadLine).kind]]))
  return { leftOut, names, publisher, published, modified, origins }
}
