import { type DiffPiece, diffParagraphs, diffWords } from '../../../families/versions/aligning/word-diff.ts'
import type { VersionChange } from '../../../families/versions/change.ts'
import type { VersionDifference } from '../../../families/versions/choose-versions.ts'
import type { ComparedVersions } from '../../../families/versions/comparing/compare-versions.ts'
import type { VersionView } from '../../../store/schema.ts'
import type { Column } from '../listing.ts'
import type { Paint } from '../paint.ts'
import { plural } from '../plural.ts'
import { toVisible, toVisibleLine } from '../visible.ts'

/** A change from one version to the next, as a row. */
export interface VersionChangeRow {
  readonly change: VersionChange['change']
  readonly field: VersionChange['field']
  readonly claim_before: string | null
  readonly claim_after: string | null
  readonly before: string | null
  readonly after: string | null
  readonly start_before: number | null
  readonly end_before: number | null
  readonly start_after: number | null
  readonly end_after: number | null
  readonly earlier_id: string
  readonly later_id: string
}

export const VERSION_CHANGE_FIELDS: readonly (keyof VersionChangeRow)[] = [
  'change',
  'field',
  'claim_before',
  'claim_after',
  'before',
  'after',
  'start_before',
  'end_before',
  'start_after',
  'end_after',
  'earlier_id',
  'later_id',
]

export const VERSION_CHANGE_COLUMNS: readonly Column<VersionChangeRow>[] = [
  { heading: 'change', cell: ({ change }) => change },
  { heading: 'field', cell: ({ field }) => field },
  { heading: 'claim', cell: ({ claim_before, claim_after }) => (claim_after ?? claim_before)?.slice(0, 8) ?? null },
  { heading: 'before', cell: ({ before }) => before, share: 1 },
  { heading: 'after', cell: ({ after }) => after, share: 1 },
]

export function toVersionChangeRows({ before, after, changes }: VersionDifference): VersionChangeRow[] {
  return changes.map(change => ({
    change: change.change,
    field: change.field,
    claim_before: change.claimBefore,
    claim_after: change.claimAfter,
    before: change.before,
    after: change.after,
    start_before: change.spanBefore?.start ?? null,
    end_before: change.spanBefore?.end ?? null,
    start_after: change.spanAfter?.start ?? null,
    end_after: change.spanAfter?.end ?? null,
    earlier_id: before.id,
    later_id: after.id,
  }))
}

/**
 * Two versions for people: which they are, what changed, and the text as wdiff writes it.
 *
 * @param isWhole whether paragraphs are printed, too, in which nothing changed
 */
export function describeDifference(difference: VersionDifference, paint: Paint, isWhole: boolean): string[] {
  const { before, after, versions, changes, texts } = difference
  const lines = [
    paint('bold', `--- ${nameVersion(before.id, versions?.before ?? null)}`),
    paint('bold', `+++ ${nameVersion(after.id, versions?.after ?? null)}`),
    ...(versions === null ? [] : [toVisibleLine(versions.after.uri)]),
    '',
    summarise(difference),
    ...changes.map(change => `  ${describeChange(change, paint)}`),
  ]
  if (texts.units.length === 0) return lines
  lines.push('')
  let isLeftOut = false
  for (const { pieces, isChanged } of diffParagraphs(texts)) {
    if (isChanged || isWhole) lines.push(...(isLeftOut ? ['…', ''] : []), writePieces(pieces, paint, toVisible), '')
    isLeftOut = !isChanged && !isWhole
  }
  return [...lines, ...(isLeftOut ? ['…'] : [])]
}

function nameVersion(id: string, version: VersionView | null): string {
  const which = version === null ? '' : `version ${version.version} of ${version.versions}`
  return [id.slice(0, 12), which, version?.retrieved_at ?? ''].filter(part => part !== '').join('  ')
}

function summarise({ changes, readOtherwise }: ComparedVersions): string {
  const notes = changes.filter(({ change }) => change === 'noted').length
  const text = changes.filter(({ field }) => field === 'text').length
  const claims = changes.length - notes - text
  const note = notes === 0 ? 'no note says so' : plural(notes, 'note')
  const found =
    changes.length === 0
      ? 'Nothing changed but blanks, marks or order.'
      : `${plural(claims, 'change')} of claims, ${text} of other words; ${note}.`
  const otherwise =
    readOtherwise === 0 ? '' : ` ${plural(readOtherwise, 'claim')} read otherwise although no word of theirs changed.`
  return found + otherwise
}

function describeChange(
  { change, field, claimBefore, claimAfter, before, after }: VersionChange,
  paint: Paint,
): string {
  const claim = [...new Set([claimBefore, claimAfter])].map(id => id?.slice(0, 8)).filter(id => id !== undefined)
  const what = `${change}${field === null ? '' : ` ${field}`}`.padEnd(18)
  const isLabel = field === 'quotation' || field === 'act' || field === 'negated'
  const pieces: readonly DiffPiece[] =
    before === null || after === null || isLabel || change === 'renamed' || change === 'anonymised'
      ? [
          ...(before === null ? [] : [{ kind: 'gone' as const, text: before }]),
          ...(after === null ? [] : [{ kind: 'new' as const, text: after }]),
        ]
      : diffWords(before, after)
  return `${what} ${paint('dim', claim.join(' → ') || '-')}  ${writePieces(pieces, paint, toVisibleLine)}`
}

/** As wdiff writes it: `[-what is gone-]`, `{+what is new+}`, and `<what was elsewhere>`. */
function writePieces(pieces: readonly DiffPiece[], paint: Paint, show: (text: string) => string): string {
  return pieces
    .map(({ kind, text }) => {
      const [, lead = '', words = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? []
      const shown = show(words)
      if (kind === 'same' || words === '') return show(text)
      const marked =
        kind === 'gone'
          ? paint('red', `[-${shown}-]`)
          : kind === 'new'
            ? paint('green', `{+${shown}+}`)
            : paint('cyan', `<${shown}>`)
      return `${show(lead)}${marked}${show(tail)}`
    })
    .join('')
}
