import type { Concentration, TopSpeaker } from '../audit-report.ts'
import { studentPoint } from '../intervals/interval.ts'
import { jackknifeError } from '../intervals/jackknife.ts'
import { estimatedShare } from '../intervals/shares.ts'
import { eachVoice, type SelectedVoices } from '../select-voices.ts'
import { NONE } from '../voice-columns.ts'
import { SpreadCounter } from './spreads.ts'

const TOP = 10

interface Speaker {
  /** In `VoiceColumns.speaker`. */
  readonly number: number
  claims: number
  articles: number
  lastPlace: number
}

interface Speakers {
  /** Those with most claims first; of those with as many the one who comes first. */
  readonly ranked: readonly Speaker[]
  readonly claims: number
  /** For each part of the articles the claims in it. */
  readonly byPart: readonly ReadonlyMap<Speaker, number>[]
  readonly spread: SpreadCounter
}

/**
 * How much of the claims of sources with a name falls to few of them: the share of the first ten, and the index of O. C.
 * Herfindahl (Concentration in the U.S. Steel Industry, 1950). Their error is what leaving out parts of the articles changes.
 */
export function measureConcentration(selected: SelectedVoices): Concentration {
  const speakers = countSpeakers(selected)
  const { ranked, claims } = speakers
  const top = ranked.slice(0, TOP)
  const squares = ranked.reduce((sum, own) => sum + own.claims ** 2, 0)
  const without = speakers.byPart.filter(part => part.size > 0).map(part => leaveOut(part, speakers, squares))
  const told = without.filter(value => value !== null)
  return {
    topTen: estimatedShare(
      sumOf(top.map(own => own.claims)),
      claims,
      speakers.spread.spread(),
      jackknifeError(told.map(({ topTen }) => topTen)),
    ),
    herfindahl: toHerfindahl(
      claims === 0 ? null : squares / claims ** 2,
      jackknifeError(told.map(({ herfindahl }) => herfindahl)),
      told.length,
    ),
    top: nameSpeakers(selected, top),
  }
}

function countSpeakers(selected: SelectedVoices): Speakers {
  const { columns, articles, parts, partOf } = selected
  const byNumber = new Map<number, Speaker>()
  const byPart = Array.from({ length: parts }, () => new Map<Speaker, number>())
  const spread = new SpreadCounter(articles.length)
  let claims = 0
  eachVoice(selected, (row, place) => {
    const said = columns.claims[row] as number
    const number = columns.speaker[row] as number
    if (said === 0 || number === NONE) return
    const speaker = byNumber.get(number) ?? { number, claims: 0, articles: 0, lastPlace: -1 }
    if (speaker.claims === 0) byNumber.set(number, speaker)
    if (speaker.lastPlace !== place) speaker.articles++
    speaker.lastPlace = place
    speaker.claims += said
    const part = byPart[partOf(place)] as Map<Speaker, number>
    part.set(speaker, (part.get(speaker) ?? 0) + said)
    spread.add(place, said)
    claims += said
  })
  // They came in the order of articles and text, which sorting keeps.
  return { ranked: [...byNumber.values()].sort((a, b) => b.claims - a.claims), claims, byPart, spread }
}

/** Both values without a part of the articles; null when nothing is left. In time by what the part holds, not by all. */
function leaveOut(part: ReadonlyMap<Speaker, number>, { ranked, claims }: Speakers, squares: number) {
  let [left, leftSquares] = [claims, squares]
  for (const [speaker, out] of part) {
    left -= out
    leftSquares += (speaker.claims - out) ** 2 - speaker.claims ** 2
  }
  if (left === 0) return null
  const most: number[] = []
  for (const speaker of ranked) {
    // Nobody further down can have more.
    if (most.length === TOP && (most.at(-1) as number) >= speaker.claims) break
    most.push(speaker.claims - (part.get(speaker) ?? 0))
    most.sort((a, b) => b - a)
    if (most.length > TOP) most.pop()
  }
  return { topTen: sumOf(most) / left, herfindahl: leftSquares / left ** 2 }
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
function nameSpeakers(selected: SelectedVoices, top: readonly Speaker[]): TopSpeaker[] {
  const { columns } = selected
  const names = new Map(top.map(({ number }) => [number, new Map<number, number>()]))
  eachVoice(selected, row => {
    const own = names.get(columns.speaker[row] as number)
    const name = columns.name.number[row] as number
    own?.set(name, (own.get(name) ?? 0) + 1)
  })
  return top.map(({ number, claims, articles }) => {
    const [most] = [...(names.get(number) ?? [])].sort(([, a], [, b]) => b - a)
    return { name: columns.name.texts[most?.[0] ?? 0] ?? '', speaker: number, articles, claims }
  })
}
