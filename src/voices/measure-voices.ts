import {
  type AuditCounts,
  type AuditReport,
  type Breakdown,
  DEFAULT_BREAKDOWNS,
  FEW,
  type Group,
} from './audit-report.ts'
import type { VoiceColumns } from './columns/voice-columns.ts'
import { ArticleDraws } from './intervals/article-draws.ts'
import { measureAnonymity } from './measures/anonymity.ts'
import { breakDownVoices, drawingOf, tallyLabels } from './measures/break-down-voices.ts'
import { measureConcentration } from './measures/concentration.ts'
import { countVoices } from './measures/count-voices.ts'
import { divideArticles } from './measures/divide-articles.ts'
import { sharesOfParts } from './measures/shares-of-parts.ts'
import { drawingOfMean, meanSources, shareOfSingle } from './measures/sources-per-article.ts'
import { countOlderVersions, type SelectedVoices, selectArticles, withVoices } from './select-voices.ts'
import {
  type ArticleDimension,
  type Dimension,
  isArticleDimension,
  VOICE_DIMENSIONS,
  type VoiceSelection,
} from './voice-selection.ts'

export interface MeasureOptions {
  /** What shares are divided by; gender, type, function and naming unless something else is asked for. */
  readonly breakdowns?: readonly Dimension[]
  /** Give labels of voices too that nobody has. */
  readonly everyLabel?: boolean
}

/** Counts who speaks in the articles of a selection, and how much. The same columns give the same report, whatever the store. */
export function measureVoices(
  columns: VoiceColumns,
  selection: VoiceSelection = {},
  options: MeasureOptions = {},
): AuditReport {
  const selected = withVoices(columns, selectArticles(columns.articles, selection))
  return measure(selected, selection, options, new ArticleDraws())
}

/** How many there are, without any share of them. */
export function countSelected(columns: VoiceColumns, selection: VoiceSelection): Omit<AuditCounts, 'speakers'> {
  const { counts } = countVoices(withVoices(columns, selectArticles(columns.articles, selection)), false)
  return { ...counts, olderVersions: countOlderVersions(columns.articles, selection) }
}

/**
 * The same of every part of the selection, such as the articles of each outlet and month, in the order of the labels.
 *
 * @param by not empty
 */
export function* measureGroups(
  columns: VoiceColumns,
  selection: VoiceSelection,
  by: readonly ArticleDimension[],
  options: MeasureOptions = {},
): Generator<Group> {
  const selected = withVoices(columns, selectArticles(columns.articles, selection))
  const division = divideArticles(selected, by)
  const shares = sharesOfParts(selected, division)
  const articlesOf = Map.groupBy(selected.articles.keys(), place => division.numbers[place] as number)
  const draws = new ArticleDraws()
  for (const [number, labels] of division.parts.entries()) {
    const places = articlesOf.get(number) ?? []
    const own = withVoices(
      columns,
      Uint32Array.from(places, place => selected.articles[place] as number),
    )
    const part = shares[number] as Group['part']
    yield { labels, part, report: measure(own, { ...selection, ...labels }, options, draws) }
  }
}

function measure(
  selected: SelectedVoices,
  selection: VoiceSelection,
  { breakdowns = DEFAULT_BREAKDOWNS, everyLabel = false }: MeasureOptions,
  draws: ArticleDraws,
): AuditReport {
  const { counts, perArticle, experts, unquoted } = countVoices(selected, everyLabel)
  const { concentration, speakers } = measureConcentration(selected)
  // Of few articles no draws are made use of.
  const isDrawn = perArticle.length >= FEW
  const [ofMean = null] = isDrawn ? draws.intervals(selected.parts, drawingOfMean(selected, perArticle)) : []
  const ofVoices = new Set<Dimension>(breakdowns).add('naming')
  const tallies = tallyLabels(
    selected,
    VOICE_DIMENSIONS.filter(dimension => ofVoices.has(dimension)),
  )
  const known = new Map<Dimension, Breakdown>()
  for (const tally of tallies) {
    const drawing = isDrawn ? drawingOf(selected, tally) : null
    const drawn =
      drawing === null ? null : { places: drawing.places, intervals: draws.intervals(selected.parts, drawing) }
    known.set(tally.dimension, breakDownVoices(tally, drawn, everyLabel))
  }
  for (const dimension of breakdowns.filter(isArticleDimension))
    known.set(dimension, breakDownArticles(selected, dimension))
  return {
    selection,
    counts: { ...counts, olderVersions: countOlderVersions(selected.columns.articles, selection), speakers },
    breakdowns: breakdowns.map(dimension => known.get(dimension) as Breakdown),
    sourcesPerArticle: meanSources(perArticle, ofMean),
    singleSource: shareOfSingle(perArticle),
    experts,
    concentration,
    anonymity: measureAnonymity(selected, known.get('naming') as Breakdown),
    unquoted,
  }
}

/** Shares of the labels of a dimension that lies in the articles. */
function breakDownArticles(selected: SelectedVoices, dimension: ArticleDimension): Breakdown {
  const division = divideArticles(selected, [dimension])
  const shares = sharesOfParts(selected, division)
  const rows = division.parts.map((labels, part) => {
    return { label: labels[dimension] ?? null, all: shares[part] as Group['part'], known: null }
  })
  return { dimension, rows }
}
