import { nameMonth } from '../../../domain/articles/month.ts'
import { SOURCE_KINDS } from '../../../domain/labels.ts'
import { GENDERS } from '../../../domain/voice-labels.ts'
import type { Share } from '../../../voices/audit-report.ts'
import { UNDATED, type VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import { countedShare } from '../../../voices/intervals/shares.ts'
import type { VoiceSelection } from '../../../voices/voice-selection.ts'
import { chooseArticles } from '../choose-articles.ts'
import { markVoices } from '../voices/select-voices.ts'
import type { VoiceFilter } from '../voices/voice-filter.ts'

/** More months than this are years: bars would be too narrow to point at. */
const MOST_MONTHS = 48

/** What is shown over time: a part of all sources. */
interface Series {
  readonly words: string
  readonly filter: VoiceFilter
  /** Whether it is a part of the people whose gender is told. */
  readonly ofGendered: boolean
}

export const SERIES = {
  women: { words: 'women', filter: { gender: ['woman'], person: true }, ofGendered: true },
  men: { words: 'men', filter: { gender: ['man'], person: true }, ofGendered: true },
  anonymous: { words: 'anonymous', filter: { voice: ['anonymous'] }, ofGendered: false },
  unnamed: { words: 'unnamed', filter: { voice: ['unnamed'] }, ofGendered: false },
  experts: { words: 'experts', filter: { function: ['expert'] }, ofGendered: false },
  politicians: { words: 'politicians', filter: { type: ['politician'] }, ofGendered: false },
  residents: { words: 'residents', filter: { type: ['resident'] }, ofGendered: false },
} as const satisfies Record<string, Series>

export type SeriesName = keyof typeof SERIES
export const SERIES_NAMES = Object.keys(SERIES) as SeriesName[]

/** Sources of a month (`2026-05`) or a year (`2026`). */
export interface Period {
  readonly period: string
  /** First and last month of it. */
  readonly since: string
  readonly until: string
  readonly sources: number
  readonly share: Share
}

export interface Periods {
  /** Oldest first, those without sources too. */
  readonly periods: readonly Period[]
  /** Sources of articles without a date. */
  readonly undated: number
}

/** Sources of the chosen articles over time, and the part of them that the series is of. */
export function countPeriods(columns: VoiceColumns, selection: VoiceSelection, series: SeriesName): Periods {
  const { ofGendered, filter } = SERIES[series]
  const isIn = chooseArticles(columns.articles, selection)
  const accepted = markVoices(columns, isIn, {})
  const meant = markVoices(columns, isIn, filter)
  const unknown = GENDERS.indexOf('unknown')
  const person = SOURCE_KINDS.indexOf('person')
  const counted = new Map<number, { sources: number; hits: number; n: number }>()
  let undated = 0
  for (let voice = 0; voice < columns.length; voice++) {
    if (accepted[voice] === 0) continue
    const month = columns.articles.month[columns.article[voice] as number] as number
    if (month === UNDATED) {
      undated++
      continue
    }
    let counts = counted.get(month)
    if (counts === undefined) {
      counts = { sources: 0, hits: 0, n: 0 }
      counted.set(month, counts)
    }
    counts.sources++
    if (ofGendered && (columns.kind[voice] !== person || columns.gender[voice] === unknown)) continue
    counts.n++
    if (meant[voice] === 1) counts.hits++
  }
  return { periods: nameAll(counted), undated }
}

function nameAll(counted: ReadonlyMap<number, { sources: number; hits: number; n: number }>): Period[] {
  if (counted.size === 0) return []
  const months = [...counted.keys()]
  const [first, last] = [Math.min(...months), Math.max(...months)]
  const byYear = last - first + 1 > MOST_MONTHS
  const size = byYear ? 12 : 1
  const periods: Period[] = []
  for (let from = byYear ? first - (first % 12) : first; from <= last; from += size) {
    const sum = { sources: 0, hits: 0, n: 0 }
    for (let month = from; month < from + size; month++) {
      const counts = counted.get(month)
      if (counts === undefined) continue
      sum.sources += counts.sources
      sum.hits += counts.hits
      sum.n += counts.n
    }
    const since = nameMonth(from)
    periods.push({
      period: byYear ? since.slice(0, 4) : since,
      since,
      until: nameMonth(from + size - 1),
      sources: sum.sources,
      share: countedShare(sum.hits, sum.n),
    })
  }
  return periods
}
