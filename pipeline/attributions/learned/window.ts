import type { Paragraph, Sentence } from '../../../src/domain/layers.ts'
import type { Reading } from './reading.ts'

/** Tokens `[from, to)` in which a cue's source and content are sought. */
export interface Window {
  readonly from: number
  readonly to: number
}

const BEFORE = 3
const AFTER = 5
const LIMIT = 240

/**
 * The cue's sentence, and the sentences around it in its paragraph that quotation marks tie to it.
 *
 * Sources stand in the cue's sentence (99.8% in PolNeAR); content leaves it nearly only as a quotation that goes on.
 */
export function windowOf(reading: Reading, trigger: number): Window {
  const { sentences, paragraphs } = reading.layer
  const own = reading.sentence[trigger] as number
  const sentence = sentences[own] as Sentence
  const paragraph = paragraphs[sentence.paragraph] as Paragraph
  let first = own
  while (first > paragraph.firstSentence && own - first < BEFORE && isQuoted(reading, sentences[first - 1] as Sentence))
    first -= 1
  let last = own
  // A colon or dash announces all that its paragraph has to say ("CLINTON: …"), in marks or not.
  const announces = reading.bare[trigger] === 1
  while (last + 1 < paragraph.endSentence && last - own < AFTER) {
    if (!announces && !isQuoted(reading, sentences[last + 1] as Sentence)) break
    last += 1
  }

  return {
    from: Math.max((sentences[first] as Sentence).firstToken, trigger - LIMIT),
    to: Math.min((sentences[last] as Sentence).endToken, trigger + LIMIT),
  }
}

function isQuoted(reading: Reading, sentence: Sentence): boolean {
  for (let i = sentence.firstToken; i < sentence.endToken; i += 1) if (reading.quotation[i] !== -1) return true
  return false
}
