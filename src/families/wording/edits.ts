import type { SharedRun } from './shared-run.ts'
import type { Wording } from './wording.ts'
import { bitsOf, isNumber } from './words/information.ts'
import { areOneTyped } from './words/spelling.ts'

/** Words of two wordings that stand in the same place between shared ones and are not the same; one side may have none. */
export interface Edit {
  readonly one: readonly string[]
  readonly other: readonly string[]
  /** Where they begin among the words of each. */
  readonly at: number
  readonly otherAt: number
}

/** Words rarer than this may be names. */
const NAME_BITS = 10

/**
 * What is other between runs that stand together, and before the first and behind the last where both wordings have at most `most`
 * words more.
 */
export function findEdits(one: Wording, other: Wording, runs: readonly SharedRun[], most: number): Edit[] {
  const edits: Edit[] = []
  const add = (from: number, end: number, otherFrom: number, otherEnd: number) => {
    if (end > from || otherEnd > otherFrom)
      edits.push({
        one: one.words.slice(from, end),
        other: other.words.slice(otherFrom, otherEnd),
        at: from,
        otherAt: otherFrom,
      })
  }
  const first = runs[0] as SharedRun
  // Further from the ends stands another passage, of which nothing is known.
  if (first[0] > 0 && first[1] > 0 && first[0] <= most && first[1] <= most) add(0, first[0], 0, first[1])
  for (const [index, [a, b]] of runs.entries()) {
    const last = runs[index - 1]
    if (last !== undefined) add(last[0] + last[2], a, last[1] + last[2], b)
  }
  const last = runs.at(-1) as SharedRun
  const [end, otherEnd] = [last[0] + last[2], last[1] + last[2]]
  const [left, otherLeft] = [one.words.length - end, other.words.length - otherEnd]
  if (left > 0 && otherLeft > 0 && left <= most && otherLeft <= most)
    add(end, one.words.length, otherEnd, other.words.length)
  return edits
}

/** Whether both have a number there, and not the same ones. */
export function isNumberConflict({ one, other }: Edit): boolean {
  const [numbers, others] = [one.filter(isNumber), other.filter(isNumber)]
  return numbers.length > 0 && others.length > 0 && numbers.join(' ') !== others.join(' ')
}

/** Whether both have a word there that may be a name, and neither is one of the other's typed otherwise. */
export function isNameConflict({ one, other }: Edit): boolean {
  const [names, others] = [one.filter(mayBeName), other.filter(mayBeName)]
  if (names.length === 0 || others.length === 0) return false
  return !names.some(name => others.some(word => name === word || areOneTyped(name, word)))
}

function mayBeName(word: string): boolean {
  return !isNumber(word) && bitsOf(word) >= NAME_BITS
}
