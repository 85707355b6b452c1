import type { Paragraph, Sentence } from '../../../../src/domain/layers.ts'
import type { Reading } from './reading.ts'

/** Tokens `[from, to)` in which a cue's source and content are sought. */
export interface Window {
  readonly from: number
  readonly to: number
}

const BEFORE = 3
const AFTER = 5
const LIMIT = 240
/** What a colon announces may be longer: a statement, a letter, an answer in a transcript. */
const ANNOUNCED = { sentences: 12, limit: 400 } as const

/**
 * The cue's sentence, and the sentences around it in its paragraph that quotation marks tie to it; where the cue's
 * sentence ends its paragraph with a colon, the paragraph that follows, and those that its quotation runs on into.
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
  const next = announcesParagraph(reading, trigger)
  const reach = announces || next ? ANNOUNCED : { sentences: AFTER, limit: LIMIT }
  while (last + 1 < paragraph.endSentence && last - own < reach.sentences) {
    if (!announces && !isQuoted(reading, sentences[last + 1] as Sentence)) break
    last += 1
  }
  if (next) {
    const following = paragraphs[sentence.paragraph + 1] as Paragraph
    while (last + 1 < sentences.length && last - own < reach.sentences) {
      const { firstToken } = sentences[last + 1] as Sentence
      const goesOn =
        reading.quotation[firstToken] !== -1 && reading.quotation[firstToken] === reading.quotation[firstToken - 1]
      if (last + 1 >= following.endSentence && !goesOn) break
      last += 1
    }
  }
  return {
    from: Math.max((sentences[first] as Sentence).firstToken, trigger - LIMIT),
    to: Math.min((sentences[last] as Sentence).endToken, trigger + reach.limit),
  }
}

/** Whether the cue's sentence ends its paragraph with a colon, so that the next paragraph is what was said. */
export function announcesParagraph(reading: Reading, trigger: number): boolean {
  const { sentences, paragraphs, tokens } = reading.layer
  const own = reading.sentence[trigger] as number
  const sentence = sentences[own] as Sentence
  const paragraph = paragraphs[sentence.paragraph] as Paragraph
  if (own + 1 !== paragraph.endSentence || sentence.paragraph + 1 >= paragraphs.length) return false
  // An opening mark may stand alone after the colon.
  let end = sentence.endToken - 1
  if (end > trigger && reading.mark[end] !== 0) end -= 1
  return tokens[end]?.text === ':'
}

function isQuoted(reading: Reading, sentence: Sentence): boolean {
  for (let i = sentence.firstToken; i < sentence.endToken; i += 1) if (reading.quotation[i] !== -1) return true
  return false
}
