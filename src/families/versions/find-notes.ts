import type { AlignedTexts } from './aligning/align-texts.ts'
import type { Unit, UnitText } from './aligning/read-units.ts'
import { NOTE_PHRASES, type NoteKind } from './note-phrases.ts'

/** A note in a text: its paragraph from the sentence that says so. */
export interface Note {
  readonly kind: NoteKind
  /** Numbers of its sentences. */
  readonly units: readonly number[]
  readonly text: string
}

/** Longest note by a sentence in the middle of a paragraph, in characters of that sentence. */
const LONGEST_SENTENCE = 400

/** The kind of note that a sentence is, or that begins with it; null where it is none. */
export function noteKindOf(sentence: string): NoteKind | null {
  const line = sentence.replaceAll(/\s+/gu, ' ').trim()
  if (line.length > LONGEST_SENTENCE) return null
  return NOTE_PHRASES.find(({ pattern }) => pattern.test(line))?.kind ?? null
}

/** The notes of a text. What somebody says in quotation marks is none. */
export function findNotes({ text, units }: UnitText): Note[] {
  const notes: Note[] = []
  for (let number = 0; number < units.length; number++) {
    const unit = units[number] as Unit
    const sentence = text.slice(unit.start, unit.end)
    const kind = /^\s*["“„«]/u.test(sentence) ? null : noteKindOf(sentence)
    if (kind === null) continue
    // The rest of its paragraph says what was wrong.
    let last = number
    while (units[last + 1]?.paragraph === unit.paragraph) last++
    const numbers = Array.from({ length: last - number + 1 }, (_, index) => number + index)
    notes.push({ kind, units: numbers, text: text.slice(unit.start, (units[last] as Unit).end).trim() })
    number = last
  }
  return notes
}

/** The notes of the later text that the earlier one does not have, or has in other words. */
export function findNewNotes({ after, wordBefore }: AlignedTexts): Note[] {
  return findNotes(after).filter(({ units }) =>
    units.some(number => {
      const { first, last } = after.units[number] as Unit
      return wordBefore.subarray(first, last).includes(-1)
    }),
  )
}
