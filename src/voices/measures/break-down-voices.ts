import type { Interval } from '../../evaluate/figure.ts'
import type { Breakdown, BreakdownRow, Share, Shares } from '../audit-report.ts'
import type { Drawing } from '../intervals/article-draws.ts'
import { countedShare, drawnShare, type Spread } from '../intervals/shares.ts'
import type { SelectedVoices } from '../select-voices.ts'
import type { VoiceDimension } from '../voice-selection.ts'
import { PERSON, VOICE_LABELS, type VoiceLabels } from './labels-of-voices.ts'
import { SpreadCounter } from './spreads.ts'

/** Claims and words come by the article, and have intervals by draws; sources and articles are counted one by one. */
const DRAWN = ['claims', 'quotedWords'] as const

/** Whether all are the whole, or only those of which the label is known. */
const WHOLES = ['all', 'known'] as const
type Whole = (typeof WHOLES)[number]

interface Tallies {
  readonly sources: Float64Array
  readonly first: Float64Array
  readonly last: Float64Array
  /** For each part of the articles its claims by label, then its quoted words by label. */
  readonly sums: Float64Array
  /** By unit as in `DRAWN`, then by whole as in `WHOLES`. */
  readonly spreads: readonly (readonly Spread[])[]
}

/** The voices of a selection counted by the labels of a dimension. */
export interface CountedVoices {
  readonly dimension: VoiceDimension
  readonly tallies: Tallies
  /** Numbers of the labels that some source has: drawing for all the others would take most of the time. */
  readonly used: readonly number[]
}

export function countByLabel(selected: SelectedVoices, dimension: VoiceDimension): CountedVoices {
  const of = VOICE_LABELS[dimension]
  const tallies = tally(selected, of)
  return { dimension, tallies, used: [...of.labels.keys()].filter(label => (tallies.sources[label] as number) > 0) }
}

/**
 * Shares of the labels of a dimension that lies in the voices themselves.
 *
 * @param intervals as `drawingOf` has them drawn; none of few articles
 */
export function breakDownVoices(
  { dimension, tallies, used }: CountedVoices,
  intervals: readonly (Interval | null)[],
  everyLabel: boolean,
): Breakdown {
  const of = VOICE_LABELS[dimension]
  const totals = totalsOf(of, tallies)
  const knows = of.unknown >= 0 && totals.sources.known > 0
  const intervalOf: IntervalOf = (label, unit, whole) =>
    intervals[(unit * WHOLES.length + whole) * used.length + used.indexOf(label)] ?? null
  const rows = of.labels.flatMap((label, number): BreakdownRow[] => {
    const isAsked = everyLabel || (totals.sources.all > 0 && of.always.includes(label))
    if (tallies.sources[number] === 0 && !isAsked) return []
    const sharesIn = (whole: Whole): Shares => ({
      sources: countedShare(tallies.sources[number] as number, totals.sources[whole]),
      ...drawnShares(number, whole, of, tallies, totals, intervalOf),
      first: countedShare(tallies.first[number] as number, totals.first[whole]),
      last: countedShare(tallies.last[number] as number, totals.last[whole]),
    })
    return [{ label, all: sharesIn('all'), known: knows && number !== of.unknown ? sharesIn('known') : null }]
  })
  return { dimension, rows }
}

/** Of a label that somebody has, the interval of its share: units as in `DRAWN`, wholes as in `WHOLES`. */
type IntervalOf = (label: number, unit: number, whole: number) => Interval | null

/** What has to be drawn for that: of each unit, then of each whole, the ratio of each label that some source has. */
export function drawingOf({ parts }: SelectedVoices, { dimension, tallies, used }: CountedVoices): Drawing {
  const { labels, unknown } = VOICE_LABELS[dimension]
  const { length } = used
  const width = length * DRAWN.length
  const sums = new Float64Array(parts * width)
  for (let at = 0; at < sums.length; at++) {
    const [part, column] = [Math.floor(at / width), at % width]
    const label = used[column % length] as number
    sums[at] = tallies.sums[(part * DRAWN.length + Math.floor(column / length)) * labels.length + label] as number
  }
  const own = used.indexOf(unknown)
  const ratios: Drawing['ratios'] = (drawn, into) => {
    for (let unit = 0; unit < DRAWN.length; unit++) {
      let all = 0
      for (let at = 0; at < length; at++) all += drawn[unit * length + at] as number
      const known = all - (own < 0 ? 0 : (drawn[unit * length + own] as number))
      for (let at = 0; at < length; at++) {
        const hits = drawn[unit * length + at] as number
        into[unit * WHOLES.length * length + at] = hits / all
        into[(unit * WHOLES.length + 1) * length + at] = hits / known
      }
    }
  }
  return { sums, width, count: width * WHOLES.length, ratios }
}

function tally(selected: SelectedVoices, { labels, unknown, columnOf, ofPeople }: VoiceLabels): Tallies {
  const { columns, articles, parts, partOf } = selected
  const { kind, claims, quotedWords, first, last, start } = columns
  const labelOf = columnOf(columns)
  const width = labels.length * DRAWN.length
  const tallies = {
    sources: new Float64Array(labels.length),
    first: new Float64Array(labels.length),
    last: new Float64Array(labels.length),
    sums: new Float64Array(parts * width),
  }
  const spreads = DRAWN.map(() => WHOLES.map(() => new SpreadCounter()))
  const [ofClaims, ofWords] = spreads as [SpreadCounter[], SpreadCounter[]]
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place] as number
    const from = partOf(place) * width
    const end = start[article + 1] as number
    let [allClaims, knownClaims, allWords, knownWords] = [0, 0, 0, 0]
    for (let row = start[article] as number; row < end; row++) {
      const said = claims[row] as number
      if (said === 0 || (ofPeople && kind[row] !== PERSON)) continue
      const label = labelOf[row] as number
      const words = quotedWords[row] as number
      increase(tallies.sources, label, 1)
      increase(tallies.first, label, first[row] as number)
      increase(tallies.last, label, last[row] as number)
      increase(tallies.sums, from + label, said)
      increase(tallies.sums, from + labels.length + label, words)
      allClaims += said
      allWords += words
      if (label === unknown) continue
      knownClaims += said
      knownWords += words
    }
    ofClaims[0]?.add(allClaims)
    ofClaims[1]?.add(knownClaims)
    ofWords[0]?.add(allWords)
    ofWords[1]?.add(knownWords)
  }
  return { ...tallies, spreads: spreads.map(ofUnit => ofUnit.map(counter => counter.spread())) }
}

function increase(counts: Float64Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by
}

interface Totals {
  readonly sources: Readonly<Record<Whole, number>>
  readonly first: Readonly<Record<Whole, number>>
  readonly last: Readonly<Record<Whole, number>>
  /** By unit as in `DRAWN`: of each label. */
  readonly drawn: readonly Float64Array[]
}

function totalsOf({ labels, unknown }: VoiceLabels, { sources, first, last, sums }: Tallies): Totals {
  const drawn = DRAWN.map(() => new Float64Array(labels.length))
  for (let at = 0; at < sums.length; at++) {
    const column = at % (labels.length * DRAWN.length)
    increase(drawn[Math.floor(column / labels.length)] as Float64Array, column % labels.length, sums[at] as number)
  }
  const wholes = (counts: Float64Array) => ({
    all: wholeOf(counts, 'all', -1),
    known: wholeOf(counts, 'known', unknown),
  })
  return { sources: wholes(sources), first: wholes(first), last: wholes(last), drawn }
}

function wholeOf(counts: Float64Array, whole: Whole, unknown: number): number {
  let sum = 0
  for (const [label, count] of counts.entries()) if (whole === 'all' || label !== unknown) sum += count
  return sum
}

function drawnShares(
  label: number,
  whole: Whole,
  { unknown }: VoiceLabels,
  { spreads }: Tallies,
  { drawn }: Totals,
  intervalOf: IntervalOf,
): Pick<Shares, 'claims' | 'quotedWords'> {
  const at = WHOLES.indexOf(whole)
  const [claims, quotedWords] = DRAWN.map((_, unit): Share => {
    const counts = drawn[unit] as Float64Array
    const spread = (spreads[unit] as readonly Spread[])[at] as Spread
    const hits = counts[label] as number
    return drawnShare(hits, wholeOf(counts, whole, unknown), spread, hits === 0 ? null : intervalOf(label, unit, at))
  }) as [Share, Share]
  return { claims, quotedWords }
}
