import type { AuditReport, Comparison, Figure, Group, Share, Shares } from '../../../voices/audit-report.ts'
import { toFigures } from '../../../voices/figures.ts'
import { MEASURES } from '../../../voices/measure.ts'
import type { ArticleDimension } from '../../../voices/voice-selection.ts'
import type { Column, Listing } from '../listing.ts'
import { cellOfCounted, cellOfDifference, cellOfFigure, cellOfShare } from './share-cell.ts'

/** A table of rows of any kind, which goes to what prints tables. */
export type TablePart = (print: <Row extends object>(listing: Listing<Row>) => Promise<void>) => Promise<void>

interface LabelRow {
  readonly by: string
  readonly label: string
  readonly shares: Shares
  readonly labels: Group['labels']
}

const SHARE_COLUMNS: readonly Column<LabelRow>[] = [
  { heading: 'sources', cell: ({ shares }) => shares.sources.hits, alignRight: true },
  { heading: 'of sources', cell: ({ shares }) => cellOfShare(shares.sources) },
  { heading: 'of claims', cell: ({ shares }) => cellOfShare(shares.claims) },
  { heading: 'of quoted words', cell: ({ shares }) => cellOfShare(shares.quotedWords) },
  { heading: 'first voice', cell: ({ shares }) => cellOfShare(shares.first) },
  { heading: 'last voice', cell: ({ shares }) => cellOfShare(shares.last) },
]

/** What a whole audit shows: its shares by label, and below them all that is one number. */
export function reportTables(report: AuditReport, isWhole: boolean): TablePart[] {
  const rows = labelRows(report, {})
  const shares: Listing<LabelRow> = {
    rows,
    columns: [
      { heading: 'by', cell: ({ by }) => by },
      { heading: '', cell: ({ label }) => label, share: 1 },
      ...SHARE_COLUMNS,
    ],
  }
  const parts = rows.length === 0 ? [] : [toPart(shares)]
  return isWhole ? [...parts, toPart(figuresTable(report)), ...topSpeakers(report), ...reasons(report)] : parts
}

function labelRows({ breakdowns }: AuditReport, labels: Group['labels']): LabelRow[] {
  return breakdowns.flatMap(({ dimension, rows }) =>
    rows.map(({ label, all }) => ({ by: dimension, label: label ?? 'none', shares: all, labels })),
  )
}

function figuresTable(report: AuditReport): Listing<Figure> {
  const rows = [...toFigures(report)].filter(({ measure }) => measure !== 'share')
  return {
    rows,
    columns: [
      { heading: 'what', cell: figure => describeFigure(figure), share: 1 },
      { heading: 'counted', cell: ({ hits, n, value }) => (value === null ? n : hits), alignRight: true },
      { heading: 'of', cell: ({ n, value }) => (value === null ? null : n), alignRight: true },
      { heading: 'is', cell: cellOfFigure },
    ],
  }
}

function describeFigure({ measure, dimension, label, unit }: Figure): string {
  if (label !== null) return `  ${dimension} ${label}`
  return measure === 'anonymous' && unit !== 'sources'
    ? `  of their ${unit === 'claims' ? 'claims' : 'quoted words'}`
    : MEASURES[measure]
}

function topSpeakers({ concentration: { top, tied } }: AuditReport): TablePart[] {
  if (top.length === 0) return []
  // Whoever comes eleventh with as many claims as the tenth is left out by chance, which is said.
  const others = { name: `and ${tied} more with as many`, claims: top.at(-1)?.claims ?? 0, articles: null }
  const rows: readonly { name: string; claims: number; articles: number | null }[] = tied === 0 ? top : [...top, others]
  return [
    toPart<(typeof rows)[number]>({
      rows,
      columns: [
        { heading: 'most claims', cell: ({ name }) => name, share: 1 },
        { heading: 'claims', cell: ({ claims }) => claims, alignRight: true },
        { heading: 'articles', cell: ({ articles }) => articles, alignRight: true },
      ],
    }),
  ]
}

function reasons({ anonymity }: AuditReport): TablePart[] {
  const rows = anonymity.reasons.slice(0, 10)
  if (rows.length === 0) return []
  return [
    toPart<(typeof rows)[number]>({
      rows,
      columns: [
        { heading: 'reason for anonymity', cell: ({ reason }) => reason, share: 1 },
        { heading: 'sources', cell: ({ sources }) => sources, alignRight: true },
      ],
    }),
  ]
}

/** A row a part of the articles; with divisions, a row for each label of them in it. */
export function groupTables(
  groups: readonly Group[],
  dimensions: readonly ArticleDimension[],
  hasDivisions: boolean,
): TablePart[] {
  const own = <Row extends Pick<Group, 'labels'>>(): Column<Row>[] =>
    dimensions.map(dimension => ({
      heading: dimension,
      cell: ({ labels }) => labels[dimension] ?? 'none',
      ...(dimension === 'month' ? {} : { share: 1 }),
    }))
  if (hasDivisions) {
    const rows = groups.flatMap(({ labels, report }) => labelRows(report, labels))
    const label: Column<LabelRow> = { heading: '', cell: row => row.label, share: 1 }
    return [toPart({ rows, columns: [...own<LabelRow>(), label, ...SHARE_COLUMNS] })]
  }
  return [toPart({ rows: groups, columns: [...own<Group>(), ...GROUP_COLUMNS] })]
}

const GROUP_COLUMNS: readonly Column<Group>[] = [
  { heading: 'articles', cell: ({ report }) => report.counts.articles, alignRight: true },
  { heading: 'sources', cell: ({ report }) => report.counts.sources, alignRight: true },
  { heading: 'an article', cell: ({ report }) => cellOfFigure(meanOf(report)) },
  { heading: 'one source', cell: ({ report }) => cellOfShare(report.singleSource) },
  { heading: 'women', cell: ({ report }) => cellOfShare(sourcesOf(report, 'gender', 'woman')) },
  { heading: 'anonymous', cell: ({ report }) => cellOfShare(report.anonymity.sources) },
  { heading: 'experts', cell: ({ report }) => cellOfShare(report.experts.sources) },
]

function meanOf(report: AuditReport): Figure {
  return toFigures(report).find(({ measure }) => measure === 'sources-per-article') as Figure
}

function sourcesOf({ breakdowns }: AuditReport, by: string, wanted: string): Share | null {
  const rows = breakdowns.find(({ dimension }) => dimension === by)?.rows
  return rows?.find(({ label }) => label === wanted)?.all.sources ?? null
}

export function comparisonTables(
  { differences }: Comparison,
  names: { readonly a: string; readonly b: string },
): TablePart[] {
  type Row = Comparison['differences'][number]
  const rows = differences.filter(({ a }) => !a.known)
  return [
    toPart<Row>({
      rows,
      columns: [
        // Words are cut where there is no room, and figures never.
        { heading: 'what', cell: ({ a }) => compared(a), share: 1 },
        { heading: names.a, cell: ({ a }) => cellOfCounted(a) },
        { heading: names.b, cell: ({ b }) => cellOfCounted(b) },
        { heading: 'difference', cell: cellOfDifference },
      ],
    }),
  ]
}

const UNIT_WORDS = {
  sources: 'sources',
  claims: 'claims',
  quotedWords: 'quoted words',
  first: 'first voices',
  last: 'last voices',
  articles: 'articles',
  people: 'people',
} as const

function compared({ measure, label, unit, dimension }: Figure): string {
  if (label === null) return describeFigure({ measure, label, unit } as Figure).trim()
  const of = measure === 'share' ? `of ${unit === null ? 'all' : UNIT_WORDS[unit]}` : MEASURES[measure].split(',')[0]
  return `${dimension} ${label}, ${of}`
}

function toPart<Row extends object>(listing: Listing<Row>): TablePart {
  return print => print(listing)
}
