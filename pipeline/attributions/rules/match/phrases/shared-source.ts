import type { Token } from '../../../../../src/domain/layers.ts'
import { type Range, type Reading, sentenceOf } from '../reading.ts'
import { readSubject } from './subject.ts'

/**
 * The source that a cue without a subject of its own shares with the verb before it: "Smith resigned, saying …",
 * "Smith said A and added B". It is the source of the attribution before in the sentence, else the subject of the nearest finite verb before.
 */
export function readSharedSource(reading: Reading, at: number, first: number): Range | null {
  if (at <= first) return null
  const latest = reading.latestSource.get((reading.tokens[at - 1] as Token).sentence)
  if (latest !== undefined && latest.to <= at) return latest
  const begin = Math.max(first, sentenceOf(reading, at - 1).firstToken)
  for (let i = at - 1; i >= begin; i -= 1) {
    if (reading.quotationAt[i] !== -1) continue
    const token = reading.tokens[i] as Token
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    if (token.lower.endsWith('ing') && reading.tokens[i - 1]?.pos !== 'AUX') continue
    if (reading.tokens[i - 1]?.lower === 'to') continue
    const subject = readSubject(reading, startOfGroup(reading, i, begin), begin)
    if (subject !== null) return subject
    const inverted = readInverted(reading, i)
    if (inverted !== null) return inverted
  }
  return null
}

function startOfGroup(reading: Reading, verb: number, begin: number): number {
  let i = verb
  while (
    i - 1 >= begin &&
    ['AUX', 'ADV', 'PART'].includes((reading.tokens[i - 1] as Token).pos) &&
    reading.tokens[i - 1]?.lower !== "'s"
  )
    i -= 1
  return i
}

/** "…,” said Smith, adding …": the name right after the verb, where a quotation stands before it. */
function readInverted(reading: Reading, verb: number): Range | null {
  if (reading.quotationAt[verb - 1] === -1 || verb === 0) return null
  let to = verb + 1
  while (['PROPN', 'NOUN', 'DET', 'ADJ', 'PRON'].includes(reading.tokens[to]?.pos ?? '')) to += 1
  return to > verb + 1 ? { from: verb + 1, to } : null
}
