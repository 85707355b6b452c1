import { HearsayError } from '../../../domain/errors.ts'
import type { NewCorrection } from '../../../store/ledger/new-correction.ts'
import { findClaimsByIds } from '../../../store/queries/claims/corrected-claims.ts'
import type { StoreDatabase, Verdict } from '../../../store/schema.ts'
import type { Did } from './did.ts'
import type { FormFields } from './read-form.ts'

const VERDICTS: Readonly<Record<string, Verdict | null>> = {
  accept: 'accepted',
  reject: 'rejected',
  withdraw: 'withdrawn',
  save: null,
}

/**
 * What a form says of a claim. A field that says what stands already says nothing.
 *
 * @throws HearsayError (2) when nothing is said, a label is none, or a withdrawal says something else, too
 */
export async function readCorrection(
  database: StoreDatabase,
  fields: FormFields,
  claimId: string,
): Promise<{ readonly correction: NewCorrection; readonly did: Did }> {
  const button = fields.text('verdict')
  const verdict = button !== null && Object.hasOwn(VERDICTS, button) ? (VERDICTS[button] ?? null) : null
  const [row] = await findClaimsByIds(database, [claimId])
  const unlessSame = <Value>(said: Value | null, stands: Value | null | undefined) => (said === stands ? null : said)
  const said = {
    source: unlessSame(fields.text('source'), row?.name),
    act: unlessSame(fields.act(), row?.act),
    negated: unlessSame(fields.negated(), row === undefined ? null : row.negated === 1),
    quotation: unlessSame(fields.quotation(), row?.quotation),
    naming: unlessSame(fields.naming(), row?.naming),
    role: unlessSame(fields.text('role'), row?.role),
    affiliation: unlessSame(fields.text('affiliation'), row?.affiliation),
  }
  const isSaid = Object.values(said).some(value => value !== null)
  const note = fields.text('note')
  if (verdict === null && !isSaid && note === null)
    throw new HearsayError(
      'Nothing was said of the claim; give a source or a note, or accept or reject it.',
      'correction-empty',
    )
  if (verdict === 'withdrawn' && isSaid)
    throw new HearsayError(
      'A withdrawal takes all back, and cannot give a source; do one after the other.',
      'correction-contradicts',
    )
  return { correction: { verdict, note, correctedBy: fields.text('by'), ...said }, did: verdict ?? 'corrected' }
}
