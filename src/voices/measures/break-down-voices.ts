import type { Interval } from '../../evaluate/figures/figure.ts'
import { type Breakdown, type BreakdownRow, FEW, type Share, type Shares } from '../audit-report.ts'
import type { Drawing } from '../intervals/article-draws.ts'
import { countedShare, drawnShare } from '../intervals/shares.ts'
import type { SelectedVoices } from '../select-voices.ts'
import type { VoiceDimension } from '../voice-selection.ts'
import { DRAWN, LabelTally, WHOLES, type Whole } from './label-tally.ts'
import { VOICE_LABELS } from './labels-of-voices.ts'

/** The voices of a selection counted by the labels of several dimensions, all in one walk. */
export function tallyLabels(selected: SelectedVoices, dimensions: readonly VoiceDimension[]): LabelTally[] {
  const { columns, articles, partOf } = selected
  const { start, claims, quotedWords } = columns
  const tallies = dimensions.map(dimension => new LabelTally(selected, dimension))
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place] as number
    const part = partOf(place)
    const end = start[article + 1] as number
    for (let row = start[article] as number; row < end; row++) {
      const said = claims[row] as number
      if (said === 0) continue
      const words = quotedWords[row] as number
      for (const tally of tallies) tally.add(row, part, said, words)
    }
    for (const tally of tallies) tally.endArticle()
  }
  for (const tally of tallies) tally.end()
  return tallies
}

/** What has to be drawn for the intervals of a dimension. */
export interface LabelDrawing extends Drawing {
  /** By unit as in `DRAWN`, whole as in `WHOLES` and label, one more than the index of its ratio; 0 where none is drawn. */
  readonly places: Uint16Array
}

/**
 * The claims and the words of each label in each part of the articles, and of all labels. Only those shares are drawn whose
 * interval is made use of (see `drawnShare`): drawing takes most of the time of small selections, of which there may be thousands.
 */
export function drawingOf({ parts }: SelectedVoices, tally: LabelTally): LabelDrawing {
  const { labels, unknown } = VOICE_LABELS[tally.dimension]
  const columns: Float64Array[] = []
  const ratios: (readonly [number, number])[] = []
  const places = new Uint16Array(DRAWN.length * WHOLES.length * labels.length)
  for (const [at, unit] of DRAWN.entries()) {
    const { hits, sums, spread } = tally.of(unit)
    /** Of one label, or of all but one. */
    const add = (isIn: (label: number) => boolean) => {
      const column = new Float64Array(parts)
      for (let label = 0; label < labels.length; label++)
        if (hits[label] !== 0 && isIn(label))
          for (let part = 0, cell = label; part < parts; part++, cell += labels.length)
            column[part] = (column[part] as number) + (sums[cell] as number)
      return columns.push(column) - 1
    }
    const own: number[] = []
    for (const [of, whole] of WHOLES.entries()) {
      const isKnown = whole === 'known'
      if (spread[whole].spread().articles < FEW || (isKnown && unknown < 0)) continue
      const n = totalOf(hits, whole, unknown)
      let all = -1
      for (let label = 0; label < labels.length; label++) {
        if (hits[label] === 0 || hits[label] === n || (isKnown && label === unknown)) continue
        if (all < 0) all = add(other => !isKnown || other !== unknown)
        own[label] ??= add(other => other === label)
        places[(at * WHOLES.length + of) * labels.length + label] = ratios.push([own[label] as number, all])
      }
    }
  }
  return { columns, ratios, places }
}

/**
 * Shares of the labels of a dimension that lies in the voices themselves.
 *
 * @param drawing as `drawingOf` has it, with the intervals of its ratios; null of few articles
 */
export function breakDownVoices(
  tally: LabelTally,
  drawing: { readonly places: Uint16Array; readonly intervals: readonly (Interval | null)[] } | null,
  everyLabel: boolean,
): Breakdown {
  const { labels, unknown, always } = VOICE_LABELS[tally.dimension]
  const { sources, first, last } = tally
  const wholesOf = (counts: Float64Array) => ({
    all: totalOf(counts, 'all', unknown),
    known: totalOf(counts, 'known', unknown),
  })
  const counted = { sources: wholesOf(sources), first: wholesOf(first), last: wholesOf(last) }
  const drawn = DRAWN.map((unit, at) => {
    const { hits, spread } = tally.of(unit)
    const n = wholesOf(hits)
    const spreads = { all: spread.all.spread(), known: spread.known.spread() }
    return (label: number, whole: Whole): Share => {
      const place = drawing?.places[(at * WHOLES.length + WHOLES.indexOf(whole)) * labels.length + label] ?? 0
      const interval = place === 0 ? null : (drawing?.intervals[place - 1] ?? null)
      return drawnShare(hits[label] as number, n[whole], spreads[whole], interval)
    }
  })
  const [claims, quotedWords] = drawn as [(typeof drawn)[0], (typeof drawn)[0]]
  const sharesIn = (label: number, whole: Whole): Shares => ({
    sources: countedShare(sources[label] as number, counted.sources[whole]),
    claims: claims(label, whole),
    quotedWords: quotedWords(label, whole),
    first: countedShare(first[label] as number, counted.first[whole]),
    last: countedShare(last[label] as number, counted.last[whole]),
  })
  const knows = unknown >= 0 && counted.sources.known > 0
  const rows = labels.flatMap((label, number): BreakdownRow[] => {
    const isAsked = everyLabel || (counted.sources.all > 0 && always.includes(label))
    if (sources[number] === 0 && !isAsked) return []
    const known = knows && number !== unknown ? sharesIn(number, 'known') : null
    return [{ label, all: sharesIn(number, 'all'), known }]
  })
  return { dimension: tally.dimension, rows }
}

function totalOf(counts: Float64Array, whole: Whole, unknown: number): number {
  let sum = 0
  for (let label = 0; label < counts.length; label++)
    if (whole === 'all' || label !== unknown) sum += counts[label] as number
  return sum
}
