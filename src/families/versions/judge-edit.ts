import { findQuotedPassages } from '../../quote/text/quoted-passages.ts'
import type { Token } from '../../quote/text/tokens.ts'
import { areOneTyped } from '../wording/words/spelling.ts'
import { type AlignedTexts, alignTexts } from './aligning/align-texts.ts'
import type { UnitText } from './aligning/read-units.ts'

/** What an edit of quoted words touches. */
export const EDIT_KINDS = ['number', 'name', 'negation', 'words', 'typing'] as const
export type EditKind = (typeof EDIT_KINDS)[number]

const NEGATIONS: ReadonlySet<string> = new Set(
  'cannot never neither no nobody none nor not nothing nowhere without'.split(' '),
)
const NUMBERS: ReadonlySet<string> = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half third quarter twice
  once`.split(/\s+/),
)

/**
 * What changed between two wordings of a quotation, in its quoted words alone: each edit by what is gravest in it,
 * `typing` where only the spelling of words changed.
 *
 * @param isDirect whether all of it is quoted, whatever its marks
 *
 * @example
 * judgeEdit('“We lost 12 men”', '“We lost 21 men”', true) // → ['number']
 */
export function judgeEdit(before: string, after: string, isDirect: boolean): EditKind[] {
  const texts = alignTexts(before, after)
  const [isQuoted, isQuotedAfter] = [markQuoted(texts.before, isDirect), markQuoted(texts.after, isDirect)]
  const kinds = new Set<EditKind>()
  for (const { gone, added } of editsOf(texts)) {
    const [was, is] = [gone.filter(word => isQuoted[word] === true), added.filter(word => isQuotedAfter[word] === true)]
    if (was.length > 0 || is.length > 0) for (const kind of kindsOf(texts, was, is)) kinds.add(kind)
  }
  return EDIT_KINDS.filter(kind => kinds.has(kind))
}

/** From this many words on it is a part of a sentence that was cut, or put in. */
const LONG = 4

interface Edit {
  readonly gone: readonly number[]
  readonly added: readonly number[]
}

/** Words that took the place of others, those that are gone with nothing in their place, and those put in. */
function editsOf({ units, before, after, wordAfter, wordBefore }: AlignedTexts): Edit[] {
  const edits: Edit[] = []
  // A sentence that is gone and one that is new are one edit: they are what two wordings of one quotation are left with.
  const whole: { gone: number[]; added: number[] } = { gone: [], added: [] }
  for (const unit of units) {
    let open: { gone: number[]; added: number[] } | null = null
    for (const { kind, before: was, after: is } of unit.parts) {
      if (kind === 'same') {
        open = null
        continue
      }
      if (unit.kind === 'gone' || unit.kind === 'new') open = whole
      else if (open === null) {
        open = { gone: [], added: [] }
        edits.push(open)
      }
      if (was !== null) open.gone.push(...wordsAt(before, was.start, was.end, wordAfter))
      if (is !== null) open.added.push(...wordsAt(after, is.start, is.end, wordBefore))
    }
  }
  return [...edits, whole].filter(({ gone, added }) => gone.length + added.length > 0)
}

function wordsAt({ words }: UnitText, start: number, end: number, partner: Int32Array): number[] {
  return [...words.keys()].filter(place => {
    const word = words[place] as Token
    return start <= word.start && word.end <= end && partner[place] === -1
  })
}

function markQuoted({ text, words }: UnitText, isDirect: boolean): boolean[] {
  if (isDirect) return words.map(() => true)
  // Two single marks are one double one; places stay.
  const passages = findQuotedPassages(text.replaceAll("''", '" '))
  return words.map(({ start, end }) => passages.some(passage => passage.start <= start && end <= passage.end))
}

function kindsOf({ before, after }: AlignedTexts, gone: readonly number[], added: readonly number[]): EditKind[] {
  const [was, is] = [gone.map(place => before.words[place] as Token), added.map(place => after.words[place] as Token)]
  const all = [...was, ...is]
  // Words that were cut or put in as a whole say nothing of others in their place.
  if ((was.length === 0 || is.length === 0) && all.length >= LONG) return ['words']
  const kinds: EditKind[] = []
  if (all.some(({ folded }) => /\p{N}/u.test(folded) || NUMBERS.has(folded))) kinds.push('number')
  const isName = (text: UnitText) => (place: number) => mayBeName(text, place)
  if (gone.some(isName(before)) || added.some(isName(after))) kinds.push('name')
  if (all.some(({ folded }) => NEGATIONS.has(folded) || folded.endsWith("n't"))) kinds.push('negation')
  if (kinds.length > 0) return kinds
  return [isTyping(was, is) ? 'typing' : 'words']
}

/** A word with a capital that does not come of its place. */
function mayBeName({ words, units, unitOf }: UnitText, place: number): boolean {
  const { key } = words[place] as Token
  return /^\p{Lu}\p{L}/u.test(key) && units[unitOf[place] as number]?.first !== place
}

function isTyping(was: readonly Token[], is: readonly Token[]): boolean {
  const joined = (words: readonly Token[]) => words.map(({ folded }) => folded).join('')
  if (was.length > 0 && joined(was) === joined(is)) return true
  return was.length === is.length && was.every(({ folded }, index) => areOneTyped(folded, is[index]?.folded ?? ''))
}
