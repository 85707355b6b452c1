import type { AuditReport, Comparison, Figure, Group } from '../../../voices/audit-report.ts'
import { toFigures } from '../../../voices/figures.ts'
import type { ArticleDimension } from '../../../voices/voice-selection.ts'
import type { Column, Listing } from '../listing.ts'

/** Figures as programs read them: one a row, all with the same fields. */
type Cell = string | number | boolean | null
type FlatRow = Readonly<Record<string, Cell>>

const FIGURE_FIELDS = [
  ...['measure', 'dimension', 'label', 'unit', 'known'],
  ...['hits', 'n', 'value', 'low', 'high', 'small'],
] as const satisfies readonly (keyof Figure)[]

export function figuresListing(report: AuditReport): Listing<FlatRow> {
  return toListing(
    FIGURE_FIELDS,
    toFigures(report).map(figure => ({ ...figure })),
  )
}

/** The same of each part, with its labels before them; of the groups either rows or cells are taken, once. */
export function groupsListing(groups: Iterable<Group>, dimensions: readonly ArticleDimension[]): Listing<FlatRow> {
  function* rows(): Generator<FlatRow> {
    for (const { labels, report } of groups) {
      const own = Object.fromEntries(dimensions.map(dimension => [dimension, labels[dimension] ?? null]))
      for (const figure of toFigures(report)) yield { ...own, ...figure }
    }
  }
  function* cells(): Generator<Cell[]> {
    for (const { labels, report } of groups) {
      const own = dimensions.map(dimension => labels[dimension] ?? null)
      for (const { measure, dimension, label, unit, known, hits, n, value, low, high, small } of toFigures(report))
        yield [...own, measure, dimension, label, unit, known, hits, n, value, low, high, small]
    }
  }
  return { ...toListing([...dimensions, ...FIGURE_FIELDS], rows()), cells: cells() }
}

export function comparisonListing({ differences }: Comparison): Listing<FlatRow> {
  const sides = ['a', 'b'].flatMap(side => ['hits', 'n', 'value', 'low', 'high'].map(field => `${side}_${field}`))
  const fields = ['measure', 'dimension', 'label', 'unit', 'known', ...sides, 'difference', 'low', 'high', 'small']
  const rows = differences.map(({ a, b, difference, low, high }): FlatRow => {
    const { measure, dimension, label, unit, known } = a
    return {
      ...{ measure, dimension, label, unit, known },
      ...{ a_hits: a.hits, a_n: a.n, a_value: a.value, a_low: a.low, a_high: a.high },
      ...{ b_hits: b.hits, b_n: b.n, b_value: b.value, b_low: b.low, b_high: b.high },
      ...{ difference, low, high, small: a.small || b.small },
    }
  })
  return toListing(fields, rows)
}

function toListing(fields: readonly string[], rows: Iterable<FlatRow>): Listing<FlatRow> {
  const columns = fields.map((field): Column<FlatRow> => {
    return { heading: field, cell: row => toCell(row[field] ?? null) }
  })
  return { rows, columns, fields, isHeaded: true }
}

function toCell(value: Cell): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value
}
