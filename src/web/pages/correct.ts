import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { NewCorrection } from '../../store/new-correction.ts'
import { appendCorrections } from '../../store/open-store.ts'
import { resolveClaim } from '../../store/queries/resolve-claim.ts'
import type { ClaimView, Verdict } from '../../store/schema.ts'
import { claimAddress } from '../page/address.ts'
import { type Html, html } from '../page/html.ts'
import type { Site } from '../site.ts'

const VERDICTS: Readonly<Record<string, Verdict | null>> = {
  accept: 'accepted',
  reject: 'rejected',
  withdraw: 'withdrawn',
  save: null,
}
const LONGEST_TEXT = 1_000

/** Where somebody who has read the claim says what is so; see `hearsay correct`. */
export function renderCorrectionForm(claim: ClaimView): Html {
  return html`<form class="correct" method="post" action="${claimAddress(claim.id)}/correct" aria-labelledby="correct">
    <h2 id="correct">Correct it</h2>
    <div class="field"><label for="source">Who really says it</label>
      <input id="source" name="source" maxlength="${LONGEST_TEXT}" value="" placeholder="${claim.name ?? claim.source ?? ''}" autocomplete="off"></div>
    <div class="field wide"><label for="note">Why</label><input id="note" name="note" maxlength="${LONGEST_TEXT}" autocomplete="off"></div>
    <div class="field"><label for="by">Your name</label><input id="by" name="by" maxlength="${LONGEST_TEXT}" autocomplete="name"></div>
    <p class="buttons"><button name="verdict" value="save">Save source or note</button>
      <button name="verdict" value="accept">Accept</button>
      <button name="verdict" value="reject" class="danger">Reject</button>
      ${claim.corrected_at === null ? '' : html`<button name="verdict" value="withdraw">Withdraw earlier corrections</button>`}</p>
    <p class="meta">Corrections are only ever added; what the machine found is kept beside them.</p>
  </form>`
}

/**
 * Adds what a form says to the ledger of corrections.
 *
 * @returns the address to go on to
 * @throws HearsayError 2 (nothing was said, no such claim), 4 or 74 (database)
 */
export async function correctClaim(site: Site, reference: string, form: FormData): Promise<string> {
  const { id } = await resolveClaim(site.database, reference)
  await appendCorrections(site.path, [id], readCorrection(form))
  await site.index.takeCorrections()
  return claimAddress(id)
}

function readCorrection(form: FormData): NewCorrection {
  const field = (name: string) => {
    const value = form.get(name)
    const words = typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd').trim() : ''
    if (words.length > LONGEST_TEXT)
      throw new HearsayError(`What was written is longer than ${LONGEST_TEXT} characters; write less.`, EXIT.usage)
    return words === '' ? null : words
  }
  const button = form.get('verdict')
  const verdict = typeof button === 'string' && Object.hasOwn(VERDICTS, button) ? (VERDICTS[button] ?? null) : null
  const [source, note] = [field('source'), field('note')]
  if (verdict === null && source === null && note === null)
    throw new HearsayError(
      'Nothing was said of the claim; give a source or a note, or accept or reject it.',
      EXIT.usage,
    )
  if (verdict === 'withdrawn' && source !== null)
    throw new HearsayError('A withdrawal takes all back, and cannot give a source; do one after the other.', EXIT.usage)
  return { verdict, source, note, correctedBy: field('by') }
}
