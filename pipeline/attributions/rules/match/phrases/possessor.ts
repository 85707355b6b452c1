import type { Range, Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'
import { readSubject } from './subject.ts'

const PRONOUNS: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its', 'my', 'our'])

/** Whose the noun at `at` is: a pronoun, or a noun phrase in the genitive. */
export function readPossessor(reading: Reading, at: number, first: number): Taken | null {
  const last = reading.tokens[at - 1]
  if (last === undefined || at <= first) return null
  if (PRONOUNS.has(last.lower)) return { at: at - 1, role: 'source', ranges: [{ from: at - 1, to: at }] }
  if (last.lower !== "'s" && last.lower !== "'") return null
  const range = readSubject(reading, at - 1, first)
  return range === null ? null : { at: range.from, role: 'source', ranges: [range] }
}

/** The same with its genitive; a pronoun only where it opens the sentence: in "she repeated her claim", she is the source already. */
export function readOwner(reading: Reading, at: number, first: number): Taken | null {
  const taken = readPossessor(reading, at, first)
  const [range] = taken?.ranges ?? []
  if (range === undefined) return null
  if (PRONOUNS.has(reading.tokens[at - 1]?.lower ?? '')) return at - 1 === first ? taken : null
  const from = startBehindPreposition(reading, range)
  return { at: from, role: 'source', ranges: [{ from, to: at }] }
}

/** "A report on | Ann Lee's claim": what stands before a preposition owns nothing, unless it is "of". */
function startBehindPreposition({ tokens }: Reading, { from, to }: Range): number {
  for (let i = to - 1; i > from; i -= 1) if (tokens[i]?.pos === 'ADP' && tokens[i]?.lower !== 'of') return i + 1
  return from
}
