import { hash } from 'node:crypto'
import { type Cell, encodeCell, encodeRow, encodeText, saidCells } from './canonical-form.ts'
import type { Digest } from './seal.ts'
import { sealedTable } from './sealed-columns.ts'
import { type LetterSubject, subjectOfInput, subjectOfLetter } from './subjects.ts'

/*
 * What besides articles is sealed, in the order of the cells. Numbers that a store gives its rows are left out; a run is
 * named by when it started and in which process.
 */

/** A place that an article came from, or what never became one. Sealed as one with its rows of {@link LEFT_OUT}. */
export const INPUT = sealedTable('input')
export const LEFT_OUT = sealedTable('left_out', { without: ['input'] })
export const DEAD_LETTER = sealedTable('dead_letter')
export const RUN = sealedTable('run')
/** What came later stands behind, in its own order: see `digestCorrection`. */
export const CORRECTION = sealedTable('correction')
/** What people said of voices: whoever speaks in an article, or is named there. */
export const VOICE_CORRECTION = sealedTable('voice_correction')

/** How many cells a correction had before more could be corrected than whether a claim is one, and whose. */
const FIRST_CELLS = 12

type Cells = readonly Cell[]

/** SHA-256 of the input's row and, behind it, of those left out of it, in their sequence. */
export function digestInput(cells: Cells, leftOut: readonly Cells[]): Digest {
  return hash('sha256', encodeRow(INPUT.name, cells) + leftOut.map(row => encodeRow(LEFT_OUT.name, row)).join(''))
}

export function digestLetter(cells: Cells): Digest {
  return hash('sha256', encodeRow(DEAD_LETTER.name, cells))
}

export function digestRun(cells: Cells): Digest {
  return hash('sha256', encodeRow(RUN.name, cells))
}

/** What links of the chain of corrections begin with: of rows that say nothing in the later columns, and of the others. */
const CORRECTION_FORMS = ['hearsay correction 1', 'hearsay correction 2'] as const

/**
 * The link of a correction: SHA-256 of the form's name, as a text, of the link before it, or nothing, and of its row. A row
 * that says nothing in the later columns is written without them, in the first form, so that older chains stay as they are.
 */
export function digestCorrection(previous: Digest | null, cells: Cells): Digest {
  const [first, second] = CORRECTION_FORMS
  const said = saidCells(cells, FIRST_CELLS)
  const form = said.length === FIRST_CELLS ? first : second
  return hash('sha256', encodeText(form) + encodeCell(previous) + encodeRow(CORRECTION.name, said))
}

/** SHA-256 of a correction's row alone, by which another names it: wherever it stands in a ledger, it is the same. */
export function digestCorrectionRow(cells: Cells): Digest {
  return hash('sha256', encodeRow(CORRECTION.name, saidCells(cells, FIRST_CELLS)))
}

const VOICE_CORRECTION_FORM = 'hearsay voice correction 1'

/** The link of a correction of a voice, in the chain of those: made as that of a correction of a claim. */
export function digestVoiceCorrection(previous: Digest | null, cells: Cells): Digest {
  return hash(
    'sha256',
    encodeText(VOICE_CORRECTION_FORM) + encodeCell(previous) + encodeRow(VOICE_CORRECTION.name, cells),
  )
}

/** SHA-256 of its row alone, by which another takes it back: wherever it stands in a ledger, it is the same. */
export function digestVoiceCorrectionRow(cells: Cells): Digest {
  return hash('sha256', encodeRow(VOICE_CORRECTION.name, cells))
}

export function inputOf(cells: Cells): string {
  const cell = (column: string) => cells[INPUT.columns.indexOf(column)] as string | null
  return subjectOfInput(cell('location') ?? '', cell('article_id'), cell('form'))
}

export function letterOf(cells: Cells): string {
  return subjectOfLetter(
    Object.fromEntries(DEAD_LETTER.columns.map((column, i) => [column, cells[i]])) as unknown as LetterSubject,
  )
}
