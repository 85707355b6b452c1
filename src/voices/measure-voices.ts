import { VOICE_FUNCTIONS } from '../domain/voice-labels.ts'
import {
  type AuditCounts,
  type AuditReport,
  type Breakdown,
  DEFAULT_BREAKDOWNS,
  type Experts,
  FEW,
  type Group,
  type Unquoted,
} from './audit-report.ts'
import { ArticleDraws } from './intervals/article-draws.ts'
import { countedShare } from './intervals/shares.ts'
import { measureAnonymity } from './measures/anonymity.ts'
import { breakDownVoices, countByLabel, drawingOf } from './measures/break-down-voices.ts'
import { measureConcentration } from './measures/concentration.ts'
import { countLabels, rowsWhere } from './measures/count-labels.ts'
import { divideArticles } from './measures/divide-articles.ts'
import { PERSON } from './measures/labels-of-voices.ts'
import { sharesOfParts } from './measures/shares-of-parts.ts'
import { countSources, drawingOfMean, meanSources, shareOfSingle } from './measures/sources-per-article.ts'
import { eachVoice, type SelectedVoices, selectArticles, withVoices } from './select-voices.ts'
import { NONE, type VoiceColumns } from './voice-columns.ts'
import {
  type ArticleDimension,
  type Dimension,
  isArticleDimension,
  VOICE_DIMENSIONS,
  type VoiceSelection,
} from './voice-selection.ts'

const EXPERT = VOICE_FUNCTIONS.indexOf('expert')

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
  const perArticle = countSources(selected)
  const counts = countAll(selected, perArticle)
  const ofVoices = new Set<Dimension>(breakdowns).add('naming')
  const counted = VOICE_DIMENSIONS.filter(dimension => ofVoices.has(dimension)).map(dimension =>
    countByLabel(selected, dimension),
  )
  // Of few articles no draws are made use of.
  const [ofMean = [], ...intervals] =
    perArticle.length < FEW
      ? []
      : draws.intervals(selected.parts, [
          drawingOfMean(selected, perArticle),
          ...counted.map(one => drawingOf(selected, one)),
        ])
  const known = new Map<Dimension, Breakdown>(
    counted.map((one, at) => [one.dimension, breakDownVoices(one, intervals[at] ?? [], everyLabel)]),
  )
  for (const dimension of breakdowns.filter(isArticleDimension))
    known.set(dimension, breakDownArticles(selected, dimension))
  return {
    selection,
    counts,
    breakdowns: breakdowns.map(dimension => known.get(dimension) as Breakdown),
    sourcesPerArticle: meanSources(perArticle, ofMean[0] ?? null),
    singleSource: shareOfSingle(perArticle),
    experts: measureExperts(selected, counts.sources, everyLabel),
    concentration: measureConcentration(selected),
    anonymity: measureAnonymity(selected, known.get('naming') as Breakdown),
    unquoted: measureUnquoted(selected, everyLabel),
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

function countAll(selected: SelectedVoices, perArticle: Uint32Array): AuditCounts {
  const { claims, quotedWords, kind, name, speaker } = selected.columns
  const counts = { sources: 0, claims: 0, quotedWords: 0, people: 0, peopleQuoted: 0 }
  const speakers = new Set<number>()
  eachVoice(selected, row => {
    const said = claims[row] as number
    const isPerson = kind[row] === PERSON && name.number[row] !== 0
    if (isPerson) counts.people++
    if (said === 0) return
    counts.sources++
    counts.claims += said
    counts.quotedWords += quotedWords[row] as number
    if (isPerson) counts.peopleQuoted++
    if (speaker[row] !== NONE) speakers.add(speaker[row] as number)
  })
  const articlesWithSources = perArticle.reduce((sum, sources) => sum + Number(sources > 0), 0)
  return { articles: perArticle.length, articlesWithSources, ...counts, speakers: speakers.size }
}

function measureExperts(selected: SelectedVoices, sources: number, everyLabel: boolean): Experts {
  const { columns } = selected
  const experts = rowsWhere(selected, row => columns.function[row] === EXPERT && (columns.claims[row] as number) > 0)
  const people = experts.filter(row => columns.kind[row] === PERSON)
  return {
    sources: countedShare(experts.length, sources),
    gender: countLabels(columns, 'gender', people, everyLabel),
    type: countLabels(columns, 'type', experts, everyLabel),
    withoutAffiliation: countedShare(experts.filter(row => columns.hasAffiliation[row] === 0).length, experts.length),
  }
}

function measureUnquoted(selected: SelectedVoices, everyLabel: boolean): Unquoted {
  const { columns } = selected
  const people = rowsWhere(selected, row => columns.kind[row] === PERSON && columns.name.number[row] !== 0)
  const isUnquoted = (row: number) => columns.claims[row] === 0
  return {
    people: countedShare(people.filter(isUnquoted).length, people.length),
    gender: countLabels(columns, 'gender', people, everyLabel, isUnquoted),
    type: countLabels(columns, 'type', people, everyLabel, isUnquoted),
  }
}
