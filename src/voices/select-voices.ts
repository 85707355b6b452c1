import { nameMonth } from '../domain/articles/month.ts'
import { type ArticleColumns, UNDATED, type VoiceColumns } from './columns/voice-columns.ts'
import { countParts, partOf } from './intervals/article-draws.ts'
import type { VoiceSelection } from './voice-selection.ts'

/** What is measured: some articles, in order, with all their voices. */
export interface SelectedVoices {
  readonly columns: VoiceColumns
  /** Indexes into the articles' columns, ascending. */
  readonly articles: Uint32Array
  /** In how many parts they are drawn, and the part of the article at each place of `articles`. */
  readonly parts: number
  readonly partOf: (place: number) => number
}

/** The articles of a selection; of several versions of one the newest, unless all or a certain one are asked for. */
export function selectArticles(articles: ArticleColumns, selection: VoiceSelection): Uint32Array {
  const isOf = conditionOf(articles, selection)
  const { older } = articles
  const isAny = countsEveryText(selection)
  const chosen = new Uint32Array(articles.length)
  let length = 0
  for (let article = 0; article < articles.length; article++)
    if ((isAny || older[article] === 0) && isOf(article)) chosen[length++] = article
  return chosen.subarray(0, length)
}

/** Whether a voice, by its index, is of a text in whose place a newer version stands. */
export function isInOlder({ articles, article }: Pick<VoiceColumns, 'articles' | 'article'>, voice: number): boolean {
  return articles.older[article[voice] as number] === 1
}

/** How many older versions a selection leaves out, of those articles that meet its conditions. */
export function countOlderVersions(articles: ArticleColumns, selection: VoiceSelection): number {
  if (countsEveryText(selection)) return 0
  const isOf = conditionOf(articles, selection)
  const { older } = articles
  let count = 0
  for (let article = 0; article < articles.length; article++) if (older[article] === 1 && isOf(article)) count++
  return count
}

function countsEveryText({ allVersions, article }: VoiceSelection): boolean {
  return allVersions === true || article !== undefined
}

/** Whether an article meets all that a selection asks for, whichever version it is. */
function conditionOf(articles: ArticleColumns, selection: VoiceSelection): (article: number) => boolean {
  const { from, before } = selection
  const isChosen = [
    ...(['outlet', 'section', 'byline'] as const).flatMap(dimension => {
      const wanted = selection[dimension]
      if (wanted === undefined) return []
      const { number, texts } = articles[dimension]
      const own = texts.indexOf(wanted)
      return [(article: number) => number[article] === own]
    }),
    ...(selection.month === undefined ? [] : [inMonth(articles, selection.month)]),
    ...(selection.article === undefined ? [] : [isOne(articles, selection.article)]),
    // A comparison with NaN, of an article without a date, is false.
    ...(from === undefined ? [] : [(article: number) => (articles.published[article] as number) >= from]),
    ...(before === undefined ? [] : [(article: number) => (articles.published[article] as number) < before]),
  ]
  return article => isChosen.every(test => test(article))
}

function isOne({ id }: ArticleColumns, wanted: string): (article: number) => boolean {
  const own = id.placeOf(wanted)
  return article => article === own
}

function inMonth({ month }: ArticleColumns, wanted: string | null): (article: number) => boolean {
  const own = wanted === null ? UNDATED : Number(wanted.slice(0, 4)) * 12 + Number(wanted.slice(5, 7)) - 1
  return article => month[article] === own
}

/** `YYYY-MM` of a number in `ArticleColumns.month`. */
export function labelOfMonth(month: number): string | null {
  return month === UNDATED ? null : nameMonth(month)
}

export function withVoices(columns: VoiceColumns, articles: Uint32Array): SelectedVoices {
  return { columns, articles, parts: countParts(articles.length), partOf }
}

/** Calls back for each voice of the selection, in order, with its row and the place of its article. */
export function eachVoice(
  { columns: { start }, articles }: SelectedVoices,
  see: (row: number, place: number) => void,
): void {
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place] as number
    const end = start[article + 1] as number
    for (let row = start[article] as number; row < end; row++) see(row, place)
  }
}
