import { readFileSync } from 'node:fs'
import { HearsayError } from '../../domain/errors.ts'
import { overlaps, type Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { sameEntity } from '../entity-name.ts'
import { rateOf } from '../figures/figure.ts'
import type { ScoredArticle, ScoredAttribution } from '../gold/gold.ts'
import { listJsonFiles } from '../gold/list-json-files.ts'
import { findSpeaker, type GoldMention, listSpeakerNames } from './pair-speaker.ts'

/** An attribution relation of rhetorical structure theory: the unit that attributes and the first unit attributed. */
export interface AttributionPair {
  readonly satellite: Span
  readonly nucleus: Span
  /** Every way in which the article names who speaks in the satellite; empty where it does not. */
  readonly speakerNames: readonly string[]
}

/** One article with its pairs. Spans in Unicode code points. */
export interface PairedArticle {
  readonly name: string
  readonly text: string
  readonly pairs: readonly AttributionPair[]
}

/** How many of the pairs were found, and what the claims that found them say of who speaks. */
export interface PairScores {
  readonly found: number
  readonly total: number
  readonly recall: number
  readonly speaker: SpeakerScores
}

/** Pairs whose speaker the gold names. */
export interface SpeakerScores {
  /** How many there are. */
  readonly total: number
  /** Of these, found by a claim. */
  readonly found: number
  /** Of those, the claim gives its source a name. */
  readonly given: number
  /** Of those, it is a name of who speaks. */
  readonly right: number
  /** Right of those given a name. */
  readonly precision: number
  /** Right of those found: what was not found is counted as a pair already. */
  readonly recall: number
}

interface GumArticle {
  readonly name: string
  readonly text: string
  readonly attributions: readonly {
    readonly satellite: readonly [number, number]
    readonly nucleus: readonly [number, number]
  }[]
  readonly mentions?: readonly GumMention[]
}

interface GumMention extends Span {
  readonly type: string
  readonly chain: string
  readonly named: boolean
  readonly name: readonly [number, number] | null
}

/**
 * Reads GUM articles converted to JSON, files or all of a folder: `text`, `attributions` with `satellite` and `nucleus`, and
 * `mentions`, without which no pair has a named speaker.
 *
 * @throws HearsayError (usage) when a folder holds none or a file is no such article.
 */
export function readAttributionPairs(paths: readonly string[]): PairedArticle[] {
  return listJsonFiles(paths, 'GUM articles').map(path => {
    const article = JSON.parse(readFileSync(path, 'utf8')) as Partial<GumArticle>
    const { name, text, attributions, mentions = [] } = article
    if (name === undefined || text === undefined || attributions === undefined) {
      throw new HearsayError(`${path} has no name, text and attributions; it is no GUM article.`, 'gold-invalid')
    }
    const points = new CodePointText(text)
    const known = mentions.map(toMention)
    const pairs = attributions.map(pair => {
      const satellite = toSpan(pair.satellite)
      const speaker = findSpeaker(points, known, satellite)
      return {
        satellite,
        nucleus: toSpan(pair.nucleus),
        speakerNames: speaker === null ? [] : listSpeakerNames(points, known, speaker),
      }
    })
    return { name, text, pairs }
  })
}

/**
 * Scores predictions by recall of pairs: found when one prediction's cue or source touches the satellite and its
 * content touches the nucleus. Precision has no meaning here, since the relation covers part of what attributes.
 *
 * *Speaker right*: where several predictions find a pair, the one counts whose cue and source have most characters in the
 * satellite. Its name is right when it is one of those by which the article calls who speaks there (`entity-name.ts`),
 * even where the words of the source are a pronoun or a title.
 */
export function scoreAttributionPairs(
  articles: readonly { readonly gold: PairedArticle; readonly predicted: ScoredArticle }[],
): PairScores {
  const pairs = articles.flatMap(({ gold, predicted }) =>
    gold.pairs.map(pair => ({ names: pair.speakerNames, claim: findClaim(pair, predicted.attributions) })),
  )
  const found = pairs.filter(({ claim }) => claim !== null).length
  return {
    found,
    total: pairs.length,
    recall: pairs.length === 0 ? 0 : found / pairs.length,
    speaker: scoreSpeakers(pairs.filter(({ names }) => names.length > 0)),
  }
}

function scoreSpeakers(
  pairs: readonly { readonly names: readonly string[]; readonly claim: ScoredAttribution | null }[],
): SpeakerScores {
  const found = pairs.flatMap(({ names, claim }) => (claim === null ? [] : [{ names, entity: claim.entity }]))
  const given = found.flatMap(({ names, entity }) => (entity === null ? [] : [{ names, entity }]))
  const right = given.filter(({ names, entity }) => names.some(name => sameEntity(name, entity))).length
  return {
    total: pairs.length,
    found: found.length,
    given: given.length,
    right,
    precision: rateOf('precision', right, given.length, found.length),
    recall: rateOf('recall', right, given.length, found.length),
  }
}

/** The prediction that finds the pair, the first of those that share most with its satellite. */
function findClaim(pair: AttributionPair, predicted: readonly ScoredAttribution[]): ScoredAttribution | null {
  const agreeing = predicted.filter(attribution => agrees(pair, attribution))
  const shared = ({ cue, source }: ScoredAttribution) =>
    [...cue, ...source].reduce((sum, span) => sum + countShared(span, pair.satellite), 0)
  return agreeing.toSorted((a, b) => shared(b) - shared(a))[0] ?? null
}

function agrees({ satellite, nucleus }: AttributionPair, { cue, source, content }: ScoredAttribution): boolean {
  return [...cue, ...source].some(span => overlaps(span, satellite)) && content.some(span => overlaps(span, nucleus))
}

function countShared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function toSpan([start, end]: readonly [number, number]): Span {
  return { start, end }
}

function toMention({ start, end, type, chain, named, name }: GumMention): GoldMention {
  return { start, end, type, chain: String(chain), name: named && name !== null ? toSpan(name) : null }
}
