import type { Concentration, TopSpeaker } from '../audit-report.ts'
import { jackknifeError } from '../intervals/jackknife.ts'
import { estimatedShare } from '../intervals/shares.ts'
import { studentPoint } from '../intervals/student.ts'
import { eachVoice, type SelectedVoices } from '../select-voices.ts'
import { NONE, type VoiceColumns } from '../voice-columns.ts'
import { SpreadCounter } from './spreads.ts'

const TOP = 10

interface Speakers {
  /** Number of each in `VoiceColumns.speaker`, in the order in which they come. */
  readonly numbers: Uint32Array
  readonly claims: Float64Array
  readonly articles: Uint32Array
  /** Places of the above: those with most claims first; of those with as many the one who comes first. */
  readonly ranked: Uint32Array
  readonly total: number
  readonly spread: SpreadCounter
}

/**
 * How much of the claims of sources with a name falls to few of them: the share of the first ten, and the index of O. C.
 * Herfindahl (Concentration in the U.S. Steel Industry, 1950). Their error is what leaving out parts of the articles changes.
 */
export function measureConcentration(selected: SelectedVoices): Concentration {
  return withPlaces(selected.columns, placeOf => {
    const speakers = countSpeakers(selected, placeOf)
    const { claims, total, ranked } = speakers
    const top = ranked.subarray(0, TOP)
    const squares = claims.reduce((sum, own) => sum + own ** 2, 0)
    const told = [...withoutEachPart(selected, speakers, squares, placeOf)]
    const topClaims = sumOf(Array.from(top, speaker => claims[speaker] as number))
    const [ofTop, ofSquares] = [told.map(({ topTen }) => topTen), told.map(({ herfindahl }) => herfindahl)]
    return {
      topTen: estimatedShare(topClaims, total, speakers.spread.spread(), jackknifeError(ofTop)),
      herfindahl: toHerfindahl(total === 0 ? null : squares / total ** 2, jackknifeError(ofSquares), told.length),
      top: nameSpeakers(selected, speakers, top),
    }
  })
}

/** For columns that were measured: the place of each speaker in what is counted, kept empty between counts. */
const places = new WeakMap<VoiceColumns, Uint32Array>()

/** Lends an empty column of all speakers: a new one for each of thousands of small selections would take longer than counting. */
function withPlaces<Result>(columns: VoiceColumns, use: (placeOf: Uint32Array) => Result): Result {
  const lent = places.get(columns) ?? new Uint32Array(columns.speakers).fill(NONE)
  places.delete(columns)
  const result = use(lent)
  places.set(columns, lent)
  return result
}

function countSpeakers({ columns, articles }: SelectedVoices, placeOf: Uint32Array): Speakers {
  const { start, claims, speaker } = columns
  const [numbers, said, inArticles, last]: [number[], number[], number[], number[]] = [[], [], [], []]
  const spread = new SpreadCounter()
  let total = 0
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as number
    const end = start[article + 1] as number
    let ofArticle = 0
    for (let row = start[article] as number; row < end; row++) {
      const own = claims[row] as number
      const number = speaker[row] as number
      if (own === 0 || number === NONE) continue
      let place = placeOf[number] as number
      if (place === NONE) {
        place = numbers.push(number) - 1
        placeOf[number] = place
        said.push(0)
        inArticles.push(0)
        last.push(-1)
      }
      said[place] = (said[place] as number) + own
      if (last[place] !== at) inArticles[place] = (inArticles[place] as number) + 1
      last[place] = at
      ofArticle += own
    }
    spread.add(ofArticle)
    total += ofArticle
  }
  return {
    numbers: Uint32Array.from(numbers),
    claims: Float64Array.from(said),
    articles: Uint32Array.from(inArticles),
    ranked: rank(said),
    total,
    spread,
  }
}

function rank(claims: readonly number[]): Uint32Array {
  return Uint32Array.from(claims.keys()).sort((a, b) => (claims[b] as number) - (claims[a] as number) || a - b)
}

/** Both values without each part of the articles in turn. When it is done, no speaker has a place any more. */
function* withoutEachPart(
  { columns, articles, parts }: SelectedVoices,
  { numbers, claims, ranked, total }: Speakers,
  squares: number,
  placeOf: Uint32Array,
): Generator<{ readonly topTen: number; readonly herfindahl: number }> {
  const out = new Float64Array(numbers.length)
  for (let part = 0; part < parts; part++) {
    const touched: number[] = []
    for (let at = part; at < articles.length; at += parts) {
      const article = articles[at] as number
      const end = columns.start[article + 1] as number
      for (let row = columns.start[article] as number; row < end; row++) {
        const own = columns.claims[row] as number
        const number = columns.speaker[row] as number
        if (own === 0 || number === NONE) continue
        const place = placeOf[number] as number
        if (out[place] === 0) touched.push(place)
        out[place] = (out[place] as number) + own
      }
    }
    const left = total - touched.reduce((sum, place) => sum + (out[place] as number), 0)
    if (touched.length > 0 && left > 0) {
      const changed = (place: number) =>
        ((claims[place] as number) - (out[place] as number)) ** 2 - (claims[place] as number) ** 2
      const leftSquares = touched.reduce((sum, place) => sum + changed(place), squares)
      yield { topTen: topOf(ranked, claims, out) / left, herfindahl: leftSquares / left ** 2 }
    }
    for (const place of touched) out[place] = 0
  }
  for (const number of numbers) placeOf[number] = NONE
}

/** The claims of the ten who have most when some of them are out. */
function topOf(ranked: Uint32Array, claims: Float64Array, out: Float64Array): number {
  const most: number[] = []
  for (const place of ranked) {
    // Nobody further down can have more.
    if (most.length === TOP && (most.at(-1) as number) >= (claims[place] as number)) break
    most.push((claims[place] as number) - (out[place] as number))
    most.sort((a, b) => b - a)
    if (most.length > TOP) most.pop()
  }
  return sumOf(most)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Where all parts are alike, or there is one only, nothing tells how far off it may be. */
function toHerfindahl(value: number | null, error: number | null, parts: number): Concentration['herfindahl'] {
  if (value === null || error === null || error === 0) return { value, low: 0, high: 1 }
  const reach = studentPoint(parts - 1) * error
  return { value, low: Math.max(0, value - reach), high: Math.min(1, value + reach) }
}

/** With the name that each bears most often; of those as frequent the one that comes first. */
function nameSpeakers(
  selected: SelectedVoices,
  { numbers, claims, articles }: Speakers,
  top: Uint32Array,
): TopSpeaker[] {
  const { columns } = selected
  const names = new Map(Array.from(top, place => [numbers[place] as number, new Map<number, number>()]))
  eachVoice(selected, row => {
    const own = names.get(columns.speaker[row] as number)
    const name = columns.name.number[row] as number
    own?.set(name, (own.get(name) ?? 0) + 1)
  })
  return Array.from(top, (place): TopSpeaker => {
    const number = numbers[place] as number
    const [most] = [...(names.get(number) ?? [])].sort(([, a], [, b]) => b - a)
    const name = columns.name.texts[most?.[0] ?? 0] ?? ''
    return { name, speaker: number, articles: articles[place] as number, claims: claims[place] as number }
  })
}
