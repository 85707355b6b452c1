import type { Token } from '../../../src/domain/layers.ts'
import { type Gender, genderOfPronoun } from '../../words/gender.ts'
import type { Occurrence, Referent } from '../occurrence.ts'

export interface RankedReferent {
  readonly referent: Referent
  /** In points, or a probability. */
  readonly score: number
  readonly isProbability?: true
}

/** What is known of a pronoun besides its word. */
export interface PronounContext {
  /** Who says the words that it stands in, or null. */
  readonly speaker: Referent | null
  /** Whether those words stand in quotation marks: then it is not the speaker. */
  readonly quoted: boolean
  readonly paragraph: number
  /** Whether it says something itself: then it goes on with who said something in the sentence before. */
  readonly speaks: boolean
  /** Whom it cannot be: the subject of its own verb. */
  readonly excluded: Referent | null
}

/** What speaks for one referent. A class, because V8 remakes literals whose points are now whole, now not. */
class Standing {
  best: number
  count: number
  readonly latest: number

  constructor(best: number, count: number, latest: number) {
    this.best = best
    this.count = count
    this.latest = latest
  }
}

/** Sentences back beyond which nothing is considered. */
const REACH = 9
/** However long a sentence is, no more than these are looked at. */
const MOST_OCCURRENCES = 200
const LEAST_FOR_THINGS = 3
/** Sentences within which being spoken of often counts. */
const WINDOW = 6

/**
 * Ranks whom a pronoun can mean, best first. Gender, number and humanity must not contradict; nearness, standing as
 * subject, having spoken and being spoken of often speak for a referent.
 *
 * @param occurrences All that was spoken of before the pronoun, in text order.
 */
export function rankReferents(
  token: Token,
  occurrences: readonly Occurrence[],
  context: PronounContext,
): RankedReferent[] {
  const gender = genderOfPronoun(token.lower)
  const plural = /^(?:they|them|their|theirs)$/.test(token.lower)
  const scores = new Map<Referent, Standing>()
  for (let i = occurrences.length - 1; i >= Math.max(0, occurrences.length - MOST_OCCURRENCES); i -= 1) {
    const { referent, sentence, paragraph, subject, spoke, at } = occurrences[i] as Occurrence
    const distance = token.sentence - sentence
    if (distance > REACH) break
    if (referent === context.excluded || !agrees(token.lower, gender, referent)) continue
    if (context.quoted && referent === context.speaker) continue
    // A place that is only spoken of is no "they"; one that says something is its government.
    if (plural && referent.entity?.type === 'place' && !spoke) continue
    const goesOn = context.speaks && spoke && distance === 1
    const place = gender === null && referent.entity?.type === 'place' ? -1.5 : 0
    const score =
      scoreOccurrence(distance, subject, spoke) +
      (goesOn ? 0.9 : 0) +
      place +
      (paragraph === context.paragraph ? 0.5 : 0)
    const known = scores.get(referent)
    const often = distance <= WINDOW ? 1 : 0
    if (known === undefined) scores.set(referent, new Standing(score, often, at))
    else {
      known.best = Math.max(known.best, score)
      known.count += often
    }
  }
  const ranked = [...scores].map(([referent, { best, count, latest }]) => ({
    referent,
    latest,
    score:
      best +
      0.25 * Math.min(4, count) +
      (gender !== null && referent.gender === gender ? 0.8 : 0) +
      (referent.entity !== null ? 0.6 : referent.source === null ? -0.6 : 0) +
      (!context.quoted && referent === context.speaker ? 0.8 : 0),
  }))
  ranked.sort((a, b) => b.score - a.score || b.latest - a.latest)
  // "It" and "they" often mean what no source is: without somebody near, they are left alone.
  const least = gender === null ? LEAST_FOR_THINGS : Number.NEGATIVE_INFINITY
  return ranked
    .filter(({ score }) => score >= least)
    .map(({ referent, score }) => ({ referent, score: Math.round(score * 100) / 100 }))
}

function scoreOccurrence(distance: number, subject: boolean, spoke: boolean): number {
  // The step out of the sentence is the largest.
  const near = distance === 0 ? 5 : 4.4 - 0.75 * distance
  return near + (subject ? 1 : 0) + (spoke ? 0.5 : 0)
}

function agrees(pronoun: string, gender: Gender | null, referent: Referent): boolean {
  if (gender !== null)
    return referent.human && referent.number === 'singular' && (referent.gender === null || referent.gender === gender)
  if (pronoun === 'it' || pronoun === 'its' || pronoun === 'itself')
    return !referent.human && referent.number === 'singular'
  if (pronoun === 'both') return referent.number === 'plural'
  return referent.number === 'plural' || (!referent.human && referent.entity !== null)
}
