import type { Voice, VoiceEvidence } from '../../../src/domain/layers.ts'
import { ruleIdOf } from '../../../src/domain/newsroom-rules.ts'
import { SOURCE_TYPE_GLOSSARY } from '../../../src/domain/voice-labels.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { Found } from '../found.ts'
import type { ListedType } from '../phrases/type-lexicon.ts'
import type { VoiceReading } from '../voice-reading.ts'
import { gatherTypeHints, type TypeHint } from './gather-type-hints.ts'

/** What each further hint of the same type adds, and how many count. */
const MORE = 0.3
const MOST_MORE = 4

/** What sort of source they are, by the words of all their mentions; what speaks for another sort is kept beside it. */
export function judgeType(
  text: string,
  reading: VoiceReading,
  draft: DraftVoice,
  told: Pick<Voice, 'role' | 'affiliation'>,
): Found<Voice['type']> {
  // What is said over and over is one hint.
  const hints = distinct(gatherTypeHints(text, reading, draft, told))
  const ranked = rank(hints)
  const [best, second] = ranked
  if (best === undefined) return { value: { value: 'unknown', confidence: 0 }, evidence: [] }
  return {
    value: { value: best.type, confidence: confidenceOf(best.points, second?.points ?? 0) },
    evidence: hints.map(toEvidence),
  }
}

interface RankedType {
  readonly type: ListedType
  readonly points: number
}

function rank(hints: readonly TypeHint[]): RankedType[] {
  return [...Map.groupBy(hints, ({ type }) => type)]
    .map(([type, own]) => ({
      type,
      points: Math.max(...own.map(({ weight }) => weight)) + MORE * Math.min(own.length - 1, MOST_MORE),
    }))
    .sort((a, b) => b.points - a.points)
}

/** By how strong the best hint is, and how near another type comes. */
function confidenceOf(best: number, second: number): number {
  const own = best >= 4 ? 0.93 : best >= 3 ? 0.88 : best >= 2.4 ? 0.8 : best >= 1.5 ? 0.65 : 0.5
  const near = second === 0 ? 1 : best - second < 0.5 ? 0.75 : best - second < 1.2 ? 0.88 : 0.96
  return Math.round(own * near * 100) / 100
}

/** One for each type, rule and words: the strongest, in the order of their first. */
function distinct(hints: readonly TypeHint[]): TypeHint[] {
  const kept = new Map<string, TypeHint>()
  for (const one of hints) {
    const key = `${one.type} ${one.rule} ${one.words}`
    const other = kept.get(key)
    if (other === undefined || other.weight < one.weight) kept.set(key, one)
  }
  return [...kept.values()]
}

function toEvidence({ type, span, rule, listedBy, reason }: TypeHint): VoiceEvidence {
  return {
    field: 'type',
    value: type,
    span,
    rule: listedBy === null ? rule : ruleIdOf(listedBy),
    reason: `${reason} (${type}: ${SOURCE_TYPE_GLOSSARY[type]}).`,
  }
}
