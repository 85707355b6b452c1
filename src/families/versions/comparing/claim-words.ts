import { SPAN_ROLES, type SpanRole } from '../../../domain/labels.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { weightOf } from '../../../quote/text/plain-words.ts'
import type { Token } from '../../../quote/text/tokens.ts'
import type { UnitText } from '../aligning/read-units.ts'
import type { VersionClaim } from '../version-text.ts'

/** A claim with the words of the text that its parts are. */
export interface WordedClaim {
  readonly claim: VersionClaim
  /** Of each role the places of its words among those of the text, ascending. */
  readonly words: Readonly<Record<SpanRole, readonly number[]>>
  /** From its first word to behind its last. */
  readonly first: number
  readonly last: number
}

/** The claims of a text in its words, in the order of the text. */
export function wordClaims(text: UnitText, claims: readonly VersionClaim[]): WordedClaim[] {
  const points = new CodePointText(text.text)
  return claims
    .map(claim => {
      const words = Object.fromEntries(
        SPAN_ROLES.map(role => [
          role,
          claim.spans
            .filter(span => span.role === role)
            .flatMap(span => wordsIn(text.words, points.toUtf16(span.start), points.toUtf16(span.end))),
        ]),
      ) as unknown as WordedClaim['words']
      const places = SPAN_ROLES.flatMap(role => words[role])
      const first = places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY)
      const last = places.reduce((most, place) => Math.max(most, place), -1) + 1
      return { claim, words, first: Math.min(first, last), last }
    })
    .toSorted((a, b) => a.first - b.first || a.last - b.last || (a.claim.id < b.claim.id ? -1 : 1))
}

/** The words that lie in a stretch of the text, in UTF-16. */
export function wordsIn(words: readonly Token[], start: number, end: number): number[] {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] as Token).end <= start) low = middle + 1
    else high = middle
  }
  const places: number[] = []
  for (let place = low; place < words.length && (words[place] as Token).start < end; place++) places.push(place)
  return places
}

/** Words as they are compared where a capital may come of their place. */
export function keysOf({ words }: UnitText, places: readonly number[]): string {
  return places.map(place => (words[place] as Token).folded).join(' ')
}

/** How much words say: those that stand in every text count for little. */
export function weighWords({ words }: UnitText, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + weightOf((words[place] as Token).folded), 0)
}
