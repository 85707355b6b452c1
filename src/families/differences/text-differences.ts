import { areOpposite, isHedge, isNegation } from '../../../pipeline/words/word-senses.ts'
import { readTokens } from '../../quote/text/tokens.ts'
import { alignWords } from '../wording/align-words.ts'
import { type Edit, findEdits } from '../wording/edits.ts'
import type { SharedRun } from '../wording/shared-run.ts'
import { readWording, type Wording } from '../wording/wording.ts'
import { bitsOf, isNumber, TELLING } from '../wording/words/information.ts'
import { GAP, normaliseTokens } from '../wording/words/normalise-words.ts'
import { areOneTyped } from '../wording/words/spelling.ts'
import type { DifferenceKind } from './difference-kinds.ts'

/** A content as it is held against another. */
interface Reading {
  readonly wording: Wording
  /** Words that stand with a capital inside a sentence. */
  readonly names: ReadonlySet<string>
  /** Places of words before which words are left out, as the content itself says. */
  readonly gaps: ReadonlySet<number>
}

/** Runs with no more words between them are held against one another; where more is missing or other, it is another passage. */
const TOGETHER = 4
/** So many words in a row that the other has not are cut or added. */
const LEAST_CUT = 2
/** Shared words that stand alone among others are there by chance. */
const LEAST_RUN_BITS = 8

/**
 * In what the words of each variant differ from those of the first seen, in whatever order. What lies outside the words that both have is
 * cut or added; what is other inside them is looked at word by word.
 */
export function textDifferencesFrom(first: string): (variant: string) => ReadonlySet<DifferenceKind> {
  const one = read(first)
  return variant => compare(one, read(variant))
}

function compare(one: Reading, other: Reading): ReadonlySet<DifferenceKind> {
  const kinds = new Set<DifferenceKind>()
  if (one.wording.text === other.wording.text) return kinds
  const groups = groupRuns(one.wording, other.wording)
  for (const runs of groups)
    for (const edit of findEdits(one.wording, other.wording, runs, TOGETHER))
      for (const kind of judgeEdit(edit, one, other)) kinds.add(kind)
  for (const kind of findMore(one.wording, other.wording, groups.flat())) kinds.add(kind)
  return kinds
}

function read(content: string): Reading {
  const tokens = readTokens(content)
  const wording = readWording(normaliseTokens(tokens))
  const names = new Set<string>()
  const { list, marks } = tokens
  const isShouted = content === content.toUpperCase()
  for (const [index, { key, folded }] of list.entries()) {
    const begins = index === 0 || /[.?!…]/.test(marks[index] ?? '')
    if (!isShouted && !begins && /^\p{Lu}/u.test(key) && key.length > 1) names.add(folded)
  }
  const gaps = new Set<number>()
  let place = 0
  for (const word of wording.text.split(' ')) {
    if (word === GAP) gaps.add(place)
    else place++
  }
  return { wording, names, gaps }
}

function groupRuns(one: Wording, other: Wording): SharedRun[][] {
  const groups: SharedRun[][] = []
  const telling = alignWords(one.keys, other.keys).filter(
    ([from, , length]) => length > 1 || (one.plainBits[from] as number) >= TELLING,
  )
  for (const run of telling) {
    const last = groups.at(-1)?.at(-1)
    const isNear =
      last !== undefined && run[0] - last[0] - last[2] <= TOGETHER && run[1] - last[1] - last[2] <= TOGETHER
    if (isNear) groups.at(-1)?.push(run)
    else groups.push([run])
  }
  const weigh = (runs: readonly SharedRun[]) =>
    runs.reduce(
      (sum, [from, , length]) => sum + one.plainBits.slice(from, from + length).reduce((all, bits) => all + bits, 0),
      0,
    )
  return groups.filter(runs => weigh(runs) >= LEAST_RUN_BITS)
}

function judgeEdit(edit: Edit, one: Reading, other: Reading): DifferenceKind[] {
  const { at, otherAt } = edit
  const mine = edit.one.filter(word => !edit.other.some(like => areOneTyped(word, like)))
  const theirs = edit.other.filter(word => !edit.one.some(like => areOneTyped(word, like)))
  // Where the content itself says that words are left out there, their absence says nothing.
  const isMarked = hasGap(one.gaps, at, edit.one.length) || hasGap(other.gaps, otherAt, edit.other.length)
  if (isMarked && (mine.length === 0 || theirs.length === 0)) return []
  const kinds: DifferenceKind[] = []
  if (!isMarked && (mine.some(isNegation) !== theirs.some(isNegation) || isOpposite(mine, theirs)))
    kinds.push('negation')
  if (!isMarked && mine.some(isHedge) !== theirs.some(isHedge)) kinds.push('hedge')
  if (areOtherNumbers(mine, theirs)) kinds.push('number')
  if (
    areOtherNames(
      mine.filter(word => one.names.has(word)),
      theirs.filter(word => other.names.has(word)),
    )
  )
    kinds.push('name')
  if (kinds.length === 0 && mine.some(isTelling) && theirs.some(isTelling)) kinds.push('reworded')
  return kinds
}

function hasGap(gaps: ReadonlySet<number>, from: number, length: number): boolean {
  for (let place = from; place <= from + length; place++) if (gaps.has(place)) return true
  return false
}

function isOpposite(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.some(word => theirs.some(like => areOpposite(word, like)))
}

/** "one" counts where the other has a number. */
function areOtherNumbers(mine: readonly string[], theirs: readonly string[]): boolean {
  const numbersOf = (words: readonly string[]) => words.filter(isNumber)
  const [numbers, others] = [numbersOf(mine), numbersOf(theirs)]
  if (numbers.length === 0 && others.length === 0) return false
  if (numbers.length === 0 || others.length === 0)
    return numbers.length > 0 ? theirs.includes('one') : mine.includes('one')
  return numbers.join(' ') !== others.join(' ')
}

function areOtherNames(names: readonly string[], others: readonly string[]): boolean {
  const isIn = (name: string, list: readonly string[]) => list.some(like => like === name || areOneTyped(name, like))
  return (
    names.length > 0 &&
    others.length > 0 &&
    !names.every(name => isIn(name, others)) &&
    !others.every(name => isIn(name, names))
  )
}

/** Whether one has more words between, before or behind the runs than the other; grammar's words alone do not count. */
function findMore(one: Wording, other: Wording, runs: readonly SharedRun[]): Set<'cut' | 'added'> {
  const found = new Set<'cut' | 'added'>()
  const end: SharedRun = [one.words.length, other.words.length, 0]
  let [at, otherAt] = [0, 0]
  for (const [from, otherFrom, length] of [...runs, end]) {
    const [mine, theirs] = [one.words.slice(at, from), other.words.slice(otherAt, otherFrom)]
    if (mine.length - theirs.length >= LEAST_CUT && mine.some(isTelling)) found.add('cut')
    if (theirs.length - mine.length >= LEAST_CUT && theirs.some(isTelling)) found.add('added')
    ;[at, otherAt] = [from + length, otherFrom + length]
  }
  return found
}

function isTelling(word: string): boolean {
  return bitsOf(word) >= TELLING
}
