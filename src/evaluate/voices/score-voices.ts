import { rateOf, type Share } from '../figures/figure.ts'
import { wilsonOrNull } from '../figures/wilson.ts'
import { type ComparedVoice, JUDGED_FIELDS, type JudgedField, SPAN_FIELDS, type SpanField } from './compare-voices.ts'

/** How well one label was judged. Intervals are Wilson's. */
export interface JudgedScores {
  /** Of what was decided: whether it is what the gold says. Whatever is decided of what the gold leaves open is wrong. */
  readonly right: Share
  /** Of what the gold decides. */
  readonly decided: Share
  /** The same of those that were found at all. */
  readonly decidedOfFound: Share
  /** One a label of the gold, in the order of how often it has it. */
  readonly classes: readonly ClassScores[]
  /** What was taken for what, the most frequent first. */
  readonly confusions: readonly Confusion[]
}

export interface ClassScores {
  readonly label: string
  readonly gold: number
  readonly decided: number
  readonly right: number
}

export interface Confusion {
  readonly gold: string
  readonly judged: string
  readonly times: number
}

/** Spans of people and groups of people that are right, whichever way. */
export interface SpanScores {
  readonly precision: Share
  readonly recall: Share
  readonly f1: number
}

export interface VoiceScores {
  readonly articles: number
  /** Of the gold's voices, those that have one standing at their words. */
  readonly found: Share
  readonly judged: Readonly<Record<JudgedField, JudgedScores>>
  /** Gender of those whose gender the article says, and of those whose first name alone tells it. */
  readonly genderBy: Readonly<Record<'text' | 'name', JudgedScores>>
  /** To the character one of the gold's spans. */
  readonly spans: Readonly<Record<SpanField, SpanScores>>
  /** The same words as one of them, wherever they stand. */
  readonly words: Readonly<Record<SpanField, SpanScores>>
}

export function scoreVoices(compared: readonly ComparedVoice[]): VoiceScores {
  const by = (evidence: 'text' | 'name') =>
    scoreJudged(
      compared.filter(({ gold }) => gold.genderBy === evidence),
      'gender',
    )
  const all = <Key extends string, Value>(keys: readonly Key[], score: (key: Key) => Value) =>
    Object.fromEntries(keys.map(key => [key, score(key)])) as Record<Key, Value>
  return {
    articles: new Set(compared.map(({ article }) => article)).size,
    found: shareOf(compared.filter(({ found }) => found).length, compared.length),
    judged: all(JUDGED_FIELDS, field => scoreJudged(compared, field)),
    genderBy: { text: by('text'), name: by('name') },
    spans: all(SPAN_FIELDS, field => scoreSpans(compared, field, 'exact')),
    words: all(SPAN_FIELDS, field => scoreSpans(compared, field, 'sameWords')),
  }
}

function scoreJudged(compared: readonly ComparedVoice[], field: JudgedField): JudgedScores {
  const decided = compared.filter(({ judged }) => judged[field] !== 'unknown')
  const right = decided.filter(({ gold, judged }) => gold[field] === judged[field])
  const known = compared.filter(({ gold }) => gold[field] !== 'unknown')
  const knownDecided = known.filter(({ judged }) => judged[field] !== 'unknown').length
  return {
    right: shareOf(right.length, decided.length),
    decided: shareOf(knownDecided, known.length),
    decidedOfFound: shareOf(knownDecided, known.filter(({ found }) => found).length),
    classes: [...Map.groupBy(compared, ({ gold }) => gold[field])]
      .map(([label, own]) => ({
        label,
        gold: own.length,
        decided: own.filter(({ judged }) => judged[field] !== 'unknown').length,
        right: own.filter(({ judged }) => judged[field] === label && label !== 'unknown').length,
      }))
      .toSorted((a, b) => b.gold - a.gold || (a.label < b.label ? -1 : 1)),
    confusions: countConfusions(decided, field),
  }
}

function countConfusions(decided: readonly ComparedVoice[], field: JudgedField): Confusion[] {
  const wrong = decided.filter(({ gold, judged }) => gold[field] !== judged[field])
  return [...Map.groupBy(wrong, ({ gold, judged }) => `${gold[field]} ${judged[field]}`).values()]
    .map(own => {
      const [{ gold, judged }] = own as [ComparedVoice]
      return { gold: gold[field], judged: judged[field], times: own.length }
    })
    .toSorted((a, b) => b.times - a.times || (`${a.gold} ${a.judged}` < `${b.gold} ${b.judged}` ? -1 : 1))
}

function scoreSpans(compared: readonly ComparedVoice[], field: SpanField, right: 'exact' | 'sameWords'): SpanScores {
  const people = compared.filter(({ gold }) => gold.people)
  const given = people.filter(one => one.given[field] !== null)
  const gold = people.filter(one => one.gold[field].length > 0)
  const hit = given.filter(one => one.given[field]?.[right]).length
  return {
    precision: shareOf(hit, given.length),
    recall: shareOf(hit, gold.length),
    f1: rateOf('f1', hit, given.length, gold.length),
  }
}

function shareOf(hit: number, total: number): Share {
  return { hit, total, share: total === 0 ? 0 : hit / total, interval: wilsonOrNull(hit, total) }
}
