import type { AttributionsLayer } from '../../src/domain/layers.ts'
import { linkParents } from './link-parents.ts'
import { toWithheldCandidate, withholdsIdentity } from './withheld-identity.ts'

/** The last step, however attributions were found: those that are no claims go, the others are linked to their parents. */
export function finishAttributions(text: string, { attributions, candidates }: AttributionsLayer): AttributionsLayer {
  const withheld = attributions.filter(one => withholdsIdentity(text, one))
  return {
    attributions: linkParents(attributions.filter(one => !withheld.includes(one))),
    candidates: [...candidates, ...withheld.map(toWithheldCandidate)],
  }
}
