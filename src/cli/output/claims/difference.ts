import type { Difference } from '../../../annotations/comparing/compare-claims.ts'
import type { TakenBack } from '../../../annotations/take-back.ts'
import { labelOfUri } from '../../../domain/articles/article-label.ts'
import { SPAN_ROLES } from '../../../domain/labels.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import type { Column } from '../listing.ts'
import { toVisibleLine } from '../visible.ts'

/** What a file says otherwise of one claim, as a row. */
export interface DifferenceRow {
  readonly claim_id: string | null
  readonly kind: Difference['kind']
  /** In words; for programs `says` has it in full. */
  readonly correction: string
  readonly says: unknown
  readonly article_id: string
  readonly uri: string
}

export const DIFFERENCE_COLUMNS: readonly Column<DifferenceRow>[] = [
  { heading: 'claim', cell: ({ claim_id }) => claim_id?.slice(0, 8) ?? 'new' },
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'correction', cell: ({ correction }) => correction, share: 4 },
  { heading: 'article', cell: ({ uri }) => labelOfUri(uri), most: 26 },
]

export function toDifferenceRows({ articleId, uri, text, differences }: TakenBack): DifferenceRow[] {
  const points = new CodePointText(text)
  return differences.map(difference => ({
    claim_id: 'claimId' in difference ? difference.claimId : null,
    kind: difference.kind,
    correction: describe(points, difference),
    says: 'says' in difference ? difference.says : null,
    article_id: articleId,
    uri,
  }))
}

/** `content 936-1087 “It rained.”; act denial` */
function describe(text: CodePointText, difference: Difference): string {
  if (!('says' in difference)) return difference.kind === 'rejected' ? 'deleted in the file' : 'right as it is'
  const { spans, ...labels } = difference.says
  const words = SPAN_ROLES.flatMap(role => {
    const own = spans[role]
    if (own === undefined || (own.length === 0 && difference.kind === 'added')) return []
    const offsets = own.map(({ start, end }) => `${start}-${end}`).join(',')
    const quoted = own.map(span => toVisibleLine(text.slice(span))).join(' … ')
    return [own.length === 0 ? `no ${role}` : `${role} ${offsets} “${quoted}”`]
  })
  return [...words, ...Object.entries(labels).map(([field, value]) => `${field} ${toVisibleLine(String(value))}`)].join(
    '; ',
  )
}
