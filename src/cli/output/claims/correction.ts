import { readSpans } from '../../../corrections/ledger-entry.ts'
import { SPAN_ROLES } from '../../../domain/labels.ts'
import type { CorrectionTable } from '../../../store/schema.ts'
import { toVisibleLine } from '../visible.ts'

/** What an entry of the ledger can say. */
export type Said = Pick<
  CorrectionTable,
  | 'verdict'
  | 'source'
  | 'note'
  | 'spans'
  | 'act'
  | 'negated'
  | 'quotation'
  | 'naming'
  | 'role'
  | 'affiliation'
  | 'adds'
  | 'part_of'
  | 'undoes'
  | 'claim_id'
>

/**
 * What a correction says, in words.
 *
 * @param words cuts a span (code points) from the text of the article; offsets are told where it is not given
 */
export function describeCorrection(said: Said, words?: (start: number, end: number) => string): string {
  const { verdict, source, note, act, negated, quotation, naming, role, affiliation } = said
  const parts: string[] = []
  if (said.adds !== null) parts.push('added')
  if (said.undoes !== null) parts.push('last correction taken back')
  if (verdict !== null) parts.push(verdict === 'withdrawn' ? 'earlier corrections withdrawn' : verdict)
  if (said.part_of !== null && said.part_of !== said.claim_id && said.undoes === null)
    parts.push(
      verdict === 'rejected' ? `joined into ${said.part_of.slice(0, 8)}` : `split from ${said.part_of.slice(0, 8)}`,
    )
  if (source !== null) parts.push(`source is ${toVisibleLine(source)}`)
  if (naming !== null) parts.push(`naming ${naming}`)
  if (role !== null) parts.push(`role ${toVisibleLine(role)}`)
  if (affiliation !== null) parts.push(`affiliation ${toVisibleLine(affiliation)}`)
  parts.push(...describeSpans(said.spans, words))
  if (act !== null) parts.push(`act ${act}`)
  if (negated !== null) parts.push(negated === 1 ? 'negated' : 'not negated')
  if (quotation !== null) parts.push(`quotation ${quotation}`)
  if (note !== null) parts.push(`note “${toVisibleLine(note)}”`)
  return parts.join('; ')
}

function describeSpans(json: string | null, words?: (start: number, end: number) => string): string[] {
  const spans = readSpans(json)
  return SPAN_ROLES.flatMap(role => {
    const given = spans[role]
    if (given === undefined) return []
    if (given.length === 0) return [`no ${role}`]
    const places = given.map(({ start, end }) => `${start}-${end}`).join(',')
    return [
      words === undefined
        ? `${role} ${places}`
        : `${role} ${places} “${toVisibleLine(given.map(({ start, end }) => words(start, end)).join(' … '))}”`,
    ]
  })
}
