import { labelOfMonth, type SelectedVoices } from '../select-voices.ts'
import type { ArticleDimension } from '../voice-selection.ts'

export type ArticleLabels = Readonly<Partial<Record<ArticleDimension, string | null>>>

/** The articles of a selection divided by labels that they have. */
export interface Division {
  /** For each place of the selection the number of its part. */
  readonly numbers: Uint32Array
  /** The labels of each part, in the order of the first dimension, then of the next; those without one last. */
  readonly parts: readonly ArticleLabels[]
}

/** Outlets, sections and bylines stand in the order of their characters, months in that of time. */
export function divideArticles(selected: SelectedVoices, dimensions: readonly ArticleDimension[]): Division {
  const { articles } = selected
  const columns = dimensions.map(dimension => numberLabels(selected, dimension))
  let numbers = new Uint32Array(articles.length)
  let parts: ArticleLabels[] = [{}]
  for (const [at, { numbers: own, labels }] of columns.entries()) {
    const dimension = dimensions[at] as ArticleDimension
    const keys = numbers.map((number, place) => number * labels.length + (own[place] as number))
    // Only those that some article has.
    const occurring = [...new Set(keys)].sort((a, b) => a - b)
    const numberOf = new Map(occurring.map((key, number) => [key, number]))
    const former = parts
    parts = occurring.map(key => ({
      ...former[Math.floor(key / labels.length)],
      [dimension]: labels[key % labels.length] as string | null,
    }))
    numbers = keys.map(key => numberOf.get(key) as number)
  }
  return { numbers, parts: articles.length === 0 ? [] : parts }
}

function numberLabels({ columns, articles }: SelectedVoices, dimension: ArticleDimension) {
  const column = columns.articles[dimension as 'outlet']
  const months = columns.articles.month
  const isMonth = dimension === 'month'
  const keyOf = (article: number) => (isMonth ? months[article] : column.number[article]) as number
  const named = [...new Set(articles.values().map(keyOf))].map(key => ({
    key,
    label: isMonth ? labelOfMonth(key) : (column.texts[key] as string | null),
  }))
  const sorted = named.sort(({ label: a }, { label: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return a < b ? -1 : 1
  })
  const numberOf = new Map(sorted.map(({ key }, number) => [key, number]))
  return {
    numbers: articles.map(article => numberOf.get(keyOf(article)) as number),
    labels: sorted.map(({ label }) => label),
  }
}
