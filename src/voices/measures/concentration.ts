import type { Concentration, TopSpeaker } from '../audit-report.ts'
import { NONE, type VoiceColumns } from '../columns/voice-columns.ts'
import { jackknifeError } from '../intervals/jackknife.ts'
import { estimatedShare } from '../intervals/shares.ts'
import { studentPoint } from '../intervals/student.ts'
import type { SelectedVoices } from '../select-voices.ts'
import { SpreadCounter } from './spreads.ts'

const TOP = 10

interface MeasuredConcentration {
  readonly concentration: Concentration
  /** How many sources have a name, each counted once across articles. */
  readonly speakers: number
}

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
export function measureConcentration(selected: SelectedVoices): MeasuredConcentration {
  return withPlaces(selected.columns, placeOf => {
    const speakers = countSpeakers(selected, placeOf)
    const { claims, total, ranked } = speakers
    const top = ranked.subarray(0, TOP)
    const squares = claims.reduce((sum, own) => sum + own ** 2, 0)
    const told = withoutEachPart(selected, speakers, squares, placeOf)
    const topClaims = sumOf(Array.from(top, speaker => claims[speaker] as number))
    const [ofTop, ofSquares] = [told.map(({ topTen }) => topTen), told.map(({ herfindahl }) => herfindahl)]
    const named = nameSpeakers(selected, speakers, top, placeOf)
    for (const number of speakers.numbers) placeOf[number] = NONE
    const concentration = {
      topTen: estimatedShare(topClaims, total, speakers.spread.spread(), jackknifeError(ofTop)),
      herfindahl: toHerfindahl(total === 0 ? null : squares / total ** 2, jackknifeError(ofSquares), told.length),
      top: named,
      tied: countTied(speakers),
    }
    return { concentration, speakers: speakers.numbers.length }
  })
}

/** How many have as many claims as the last of the first ten, and are none of them. */
function countTied({ claims, ranked }: Speakers): number {
  const last = ranked[TOP - 1]
  if (last === undefined) return 0
  let place = TOP
  while (place < ranked.length && claims[ranked[place] as number] === claims[last]) place++
  return place - TOP
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

/** Both values without each part of the articles in turn. */
function withoutEachPart(
  { columns, articles, parts }: SelectedVoices,
  { numbers, claims, ranked, total }: Speakers,
  squares: number,
  placeOf: Uint32Array,
): { readonly topTen: number; readonly herfindahl: number }[] {
  const { start, speaker } = columns
  const out = new Float64Array(numbers.length)
  const touched = new Uint32Array(numbers.length)
  const told: { readonly topTen: number; readonly herfindahl: number }[] = []
  for (let part = 0; part < parts; part++) {
    let count = 0
    for (let at = part; at < articles.length; at += parts) {
      const article = articles[at] as number
      const end = start[article + 1] as number
      for (let row = start[article] as number; row < end; row++) {
        const own = columns.claims[row] as number
        const number = speaker[row] as number
        if (own === 0 || number === NONE) continue
        const place = placeOf[number] as number
        if (out[place] === 0) touched[count++] = place
        out[place] = (out[place] as number) + own
      }
    }
    let [left, leftSquares] = [total, squares]
    for (let at = 0; at < count; at++) {
      const place = touched[at] as number
      const [all, gone] = [claims[place] as number, out[place] as number]
      left -= gone
      leftSquares += (all - gone) ** 2 - all ** 2
    }
    if (count > 0 && left > 0)
      told.push({ topTen: topOf(ranked, claims, out) / left, herfindahl: leftSquares / left ** 2 })
    for (let at = 0; at < count; at++) out[touched[at] as number] = 0
  }
  return told
}

/** The claims of the ten who have most when some of them are out. */
function topOf(ranked: Uint32Array, claims: Float64Array, out: Float64Array): number {
  let length = 0
  for (let rank = 0; rank < ranked.length; rank++) {
    const place = ranked[rank] as number
    const all = claims[place] as number
    const left = all - (out[place] as number)
    // Nobody further down can have more than all of theirs.
    if (length === TOP && (most[TOP - 1] as number) >= all) break
    if (length === TOP && (most[TOP - 1] as number) >= left) continue
    let at = length < TOP ? length++ : TOP - 1
    for (; at > 0 && (most[at - 1] as number) < left; at--) most[at] = most[at - 1] as number
    most[at] = left
  }
  let sum = 0
  for (let at = 0; at < length; at++) sum += most[at] as number
  return sum
}

/** The largest ones so far, in order; used by one call at a time. */
const most = new Float64Array(TOP)

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
  { columns, articles: selected }: SelectedVoices,
  { numbers, claims, articles }: Speakers,
  top: Uint32Array,
  placeOf: Uint32Array,
): TopSpeaker[] {
  const { start, speaker, name } = columns
  const isTop = new Uint8Array(numbers.length)
  for (const place of top) isTop[place] = 1
  const names = new Map(Array.from(top, place => [place, new Map<number, number>()]))
  for (const article of selected) {
    const end = start[article + 1] as number
    for (let row = start[article] as number; row < end; row++) {
      const number = speaker[row] as number
      if (number === NONE) continue
      const place = placeOf[number] as number
      if (place === NONE || isTop[place] === 0) continue
      const own = names.get(place)
      const borne = name.number[row] as number
      own?.set(borne, (own.get(borne) ?? 0) + 1)
    }
  }
  return Array.from(top, (place): TopSpeaker => {
    const [most] = [...(names.get(place) ?? [])].sort(([, a], [, b]) => b - a)
    return {
      name: name.texts[most?.[0] ?? 0] ?? '',
      speaker: numbers[place] as number,
      articles: articles[place] as number,
      claims: claims[place] as number,
    }
  })
}
