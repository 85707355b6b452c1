import { readSpans } from '../../../corrections/ledger-entry.ts'
import { SPAN_ROLES } from '../../../domain/labels.ts'
import type { Correction } from '../../../store/queries/corrections/corrections.ts'

/** What an entry of the ledger says, in words, part by part; without its reason. */
export function sayCorrection(correction: Correction): string[] {
  const { verdict, source, naming, role, affiliation, act, negated, quotation } = correction
  const { adds, undoes, part_of, claim_id } = correction
  const isPart = part_of !== null && part_of !== claim_id && undoes === null
  const spans = readSpans(correction.spans)
  return [
    ...(adds === 1 ? ['added'] : []),
    ...(undoes === null ? [] : ['the last correction taken back']),
    ...(verdict === null ? [] : [verdict === 'withdrawn' ? 'earlier corrections withdrawn' : verdict]),
    ...(isPart ? [`${verdict === 'rejected' ? 'joined into' : 'split from'} claim ${part_of.slice(0, 8)}`] : []),
    ...(source === null ? [] : [`the source is ${source}`]),
    ...SPAN_ROLES.flatMap(one => {
      const given = spans[one]
      if (given === undefined) return []
      return given.length === 0
        ? [`no ${one}`]
        : [`${one} ${given.map(({ start, end }) => `${start}–${end}`).join(', ')}`]
    }),
    ...Object.entries({ naming, role, affiliation, act, quotation }).flatMap(([field, value]) =>
      value === null ? [] : [`${field} ${value}`],
    ),
    ...(negated === null ? [] : [negated === 1 ? 'negated' : 'not negated']),
  ]
}
