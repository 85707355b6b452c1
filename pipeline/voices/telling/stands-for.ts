import type { ReferenceTokens, Source, Token } from '../../../src/domain/layers.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { isRoleNoun } from '../../roles/role-nouns.ts'
import { isCrowd } from '../../word-classes.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { VoiceReading } from '../voice-reading.ts'

/** From this probability on, a pronoun means whom the model takes it for. */
const MEANT = 0.5
const PRONOUN = /^(?:they|we|it|who|he|she|them|their|his|her|its|us|our|both|many|some|most|all|one)$/

const SEVERAL = /^(?:they|we|them|their|us|our|both|many|some|most|all)$/

const references = new WeakMap<VoiceReading, ReadonlyMap<number, VoiceReading['coreference']['references'][number]>>()

/** The words that a voice of a pronoun alone stands for ("they", of "the engineers" before), nearest first; null where that is unknown. */
export function wordsStoodFor(reading: VoiceReading, { name, sources }: DraftVoice): ReferenceTokens | null {
  const [first] = sources.map(i => (reading.sources.sources[i] as Source).spans[0])
  if (name !== null || first === undefined) return null
  const { tokens } = reading.tokens
  const at = firstTokenAfter(tokens, first.start)
  const token = tokens[at] as Token | undefined
  if (token === undefined || token.end !== first.end || !PRONOUN.test(token.lower)) return null
  const [best] = byToken(reading).get(at)?.ranked ?? []
  if (best === undefined || best.probability < MEANT) return null
  const own = reading.coreference.groups[best.group]?.references ?? []
  const words = own.findLast(one => one.endToken <= at && !PRONOUN.test((tokens[one.firstToken] as Token).lower))
  // "They" are not "a taxpayer".
  const isOne =
    words !== undefined && isRoleNoun(tokens[words.endToken - 1]) && !isCrowd(tokens[words.endToken - 1] as Token)
  return words === undefined || (isOne && SEVERAL.test(token.lower)) ? null : words
}

function byToken(reading: VoiceReading): ReadonlyMap<number, VoiceReading['coreference']['references'][number]> {
  const before = references.get(reading)
  if (before !== undefined) return before
  const made = new Map(reading.coreference.references.map(one => [one.firstToken, one] as const))
  references.set(reading, made)
  return made
}
