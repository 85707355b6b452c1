import type { NewCorrection } from '../../store/ledger/new-correction.ts'
import type { Difference } from './compare-claims.ts'
import type { SaidValues } from './standing-claims.ts'

/** The entry of the ledger that a difference becomes. */
export function toCorrection(
  difference: Difference,
  { note, correctedBy }: Pick<NewCorrection, 'note' | 'correctedBy'>,
): NewCorrection {
  const by = { verdict: null, source: null, note, correctedBy }
  switch (difference.kind) {
    case 'rejected':
    case 'accepted':
      return { ...by, verdict: difference.kind }
    case 'changed':
    case 'added':
      return { ...by, ...saidAs(difference.says) }
  }
}

function saidAs({ spans, name, ...labels }: SaidValues) {
  return { ...(Object.keys(spans).length === 0 ? {} : { spans }), ...labels, source: name ?? null }
}
