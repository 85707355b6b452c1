import type { EntityScores, NameFigure } from './score-entities.ts'

/**
 * Entity scores as a plain-text table, in per cent.
 *
 * @param baseline What another system found on the same articles, printed beside; only its names are compared.
 */
export function formatEntityScores(
  scores: EntityScores,
  baseline: { readonly name: string; readonly scores: EntityScores } | null,
): string {
  const figures: [string, NameFigure, NameFigure | null][] = [
    ['people', scores.names.person, baseline?.scores.names.person ?? null],
    ['places', scores.names.place, baseline?.scores.names.place ?? null],
    ['organisations', scores.names.organisation, baseline?.scores.names.organisation ?? null],
    ['people joined', scores.joined, null],
  ]
  const { pronouns, joinedOfAll } = scores
  return [
    `${scores.articles} article${scores.articles === 1 ? '' : 's'}`,
    '',
    row(['', 'precision', 'recall', 'F1', 'hit', 'predicted', 'gold', ...(baseline === null ? [] : [baseline.name])]),
    ...figures.map(([name, { precision, recall, f1, hit, predicted, gold }, other]) =>
      row([
        name,
        percent(precision),
        percent(recall),
        percent(f1),
        `${hit}`,
        `${predicted}`,
        `${gold}`,
        ...(other === null ? [] : [percent(other.f1)]),
      ]),
    ),
    '',
    `people joined, of all pairs in gold   ${percent(joinedOfAll.share)}   ${joinedOfAll.hit} of ${joinedOfAll.total}`,
    `he, she, him, her, his right          ${percent(pronouns.share)}   ${pronouns.hit} of ${pronouns.total}`,
    '',
  ].join('\n')
}

/** Entity scores as a JSON object with shares in [0, 1], rounded to four places. */
export function entityScoresToJson(scores: EntityScores): Readonly<Record<string, unknown>> {
  const { names, joined, joinedOfAll, pronouns } = scores
  return {
    articles: scores.articles,
    names: {
      person: figureToJson(names.person),
      place: figureToJson(names.place),
      organisation: figureToJson(names.organisation),
    },
    joined: figureToJson(joined),
    joined_of_all: { ...joinedOfAll, share: round(joinedOfAll.share) },
    pronouns: { ...pronouns, share: round(pronouns.share) },
  }
}

function figureToJson({ precision, recall, f1, hit, predicted, gold }: NameFigure) {
  return { precision: round(precision), recall: round(recall), f1: round(f1), hit, predicted, gold }
}

const WIDTHS = [15, 11, 8, 8, 7, 11, 7, 13] as const

function row(cells: readonly string[]): string {
  return cells
    .map((cell, column) => (column === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[column] ?? 0)))
    .join('')
    .trimEnd()
}

function percent(rate: number): string {
  return (100 * rate).toFixed(1)
}

function round(rate: number): number {
  return Math.round(rate * 10_000) / 10_000
}
