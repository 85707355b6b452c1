import { describe, expect, it } from 'vitest'
import { describeCorrection, type Said } from '../src/cli/output/claims/correction.ts'
import { createProgram } from '../src/cli/program.ts'
import { SAID_FIELDS } from '../src/corrections/stand-of.ts'
import { CORRECTION } from '../src/seal/record-tables.ts'
import { openReader } from '../src/store/open-reader.ts'
import type { Correction } from '../src/store/queries/corrections/corrections.ts'
import { NEW_CORRECTION } from '../src/web/api/schemas/correction.ts'
import { readCorrection } from '../src/web/desk/forms/read-correction.ts'
import { FormFields } from '../src/web/desk/forms/read-form.ts'
import { sayCorrection } from '../src/web/page/claim/correction-words.ts'
import { storeVariety } from './support/variety.ts'

/*
 * What can be corrected has to be corrected everywhere: each test names the next file for a field that is new. CONTRIBUTING,
 * "Add a kind of correction", begins with the column.
 */

/** Columns of the ledger that say nothing of a claim by themselves: whose entry it is, what was before, what it does. */
const ABOUT_THE_ENTRY: readonly string[] = [
  ...['claim_id', 'corrected_by', 'corrected_at', 'article_id', 'uri', 'former_source', 'former_cue', 'former_content'],
  ...['cue_start', 'spans', 'cue_lemma', 'source_id', 'adds', 'part_of', 'undoes'],
]

/** Fields that are labels or truths, with a value that says something; others are words. */
const VALUES: Readonly<Record<string, string>> = {
  act: 'denial',
  negated: 'yes',
  quotation: 'direct',
  naming: 'anonymous',
}

const NOTHING = Object.fromEntries(CORRECTION.columns.map(column => [column, null])) as unknown as Said & Correction

it('every column of the ledger that says something of a claim is among SAID_FIELDS of src/corrections/stand-of.ts', () => {
  const said = CORRECTION.columns.filter(column => !ABOUT_THE_ENTRY.includes(column))
  expect(said.toSorted()).toEqual(SAID_FIELDS.toSorted())
})

describe.each(SAID_FIELDS.filter(field => field !== 'verdict'))('%s', field => {
  it('is an option of hearsay correct (src/cli/correct/correction-options.ts)', async () => {
    const correct = (await createProgram()).commands.find(command => command.name() === 'correct')
    expect(correct?.options.map(option => option.attributeName())).toContain(field)
  })

  it('is a field of the API (src/web/api/schemas/correction.ts)', () => {
    expect(Object.keys(NEW_CORRECTION.shape)).toContain(field)
  })

  it('is read from the desk’s form (src/web/desk/forms/read-correction.ts)', async () => {
    const reader = await openReader(storeVariety())
    const form = new FormData()
    form.set(field, VALUES[field] ?? 'Somebody else')
    const { correction } = await readCorrection(reader.database, new FormFields(form), 'no-claim')
    await reader.close()
    expect(correction[field as keyof typeof correction]).not.toBeNull()
  })

  it('is told by the command line and the site (src/cli/output/claims/correction.ts, src/web/page/claim/correction-words.ts)', () => {
    const said = { ...NOTHING, [field]: field === 'negated' ? 1 : (VALUES[field] ?? 'Somebody else') }
    const word = field === 'negated' ? 'negated' : (VALUES[field] ?? 'Somebody else')
    expect(describeCorrection(said)).toContain(word)
    // A page shows the reason beside what was said.
    if (field !== 'note') expect(sayCorrection(said).join()).toContain(word)
  })
})
