import type { Token } from '../../../../../src/domain/layers.ts'
import type { Reading } from '../reading.ts'

/** A verb with the auxiliaries, negation and adverbs before it. */
export interface VerbGroup {
  /** First auxiliary, or the verb itself; adverbs at the edge are outside. */
  readonly from: number
  /** Where a subject would end: before adverbs at the edge. */
  readonly subjectEnd: number
  readonly verb: number
  readonly voice: 'active' | 'passive'
  readonly form: 'finite' | 'participle' | 'infinitive'
  readonly negated: boolean
}

const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'neither', 'nor'])

/** Reads the group whose main verb stands at `verb`, not before token `first`. */
export function readVerbGroup(reading: Reading, verb: number, first: number): VerbGroup {
  const { tokens } = reading
  let from = verb
  let subjectEnd = verb
  let be = false
  let have = false
  let negated = false
  let infinitive = false
  for (let i = verb - 1; i >= first; i -= 1) {
    const token = tokens[i] as Token
    if (NEGATIONS.has(token.lower)) negated = true
    else if (token.lower === 'to' && token.pos === 'PART') infinitive = true
    else if (token.pos === 'AUX') {
      if (token.lemma === 'be' || /^(is|are|was|were|be|been|being|'s|'re)$/.test(token.lower))
        be ||= !have && i >= verb - 3
      else have = true
    } else if ((token.pos !== 'ADV' && token.lower !== 'long') || isSentenceAdverb(token)) break
    if (token.pos === 'AUX' || infinitive) from = i
    subjectEnd = i
    if (infinitive) break
  }
  const { lower } = tokens[verb] as Token
  const ing = lower.endsWith('ing')
  const form = infinitive ? 'infinitive' : ing && !be ? 'participle' : 'finite'
  return { from, subjectEnd, verb, voice: be && !ing ? 'passive' : 'active', form, negated }
}

function isSentenceAdverb(token: Token): boolean {
  return /^(when|where|why|how|there|here)$/.test(token.lower)
}
