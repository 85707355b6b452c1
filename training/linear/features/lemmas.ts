import { type LemmaStatistics, UNKNOWN_LEMMA } from '../../../pipeline/attributions/linear/model/lemma-statistics.ts'
import type { KnownWord } from '../../../pipeline/attributions/linear/model/vocabulary.ts'
import type { Pos } from '../../../src/domain/labels.ts'
import type { TokensLayer } from '../../../src/domain/layers.ts'
import type { ReadArticle } from './examples.ts'

/** A word must be seen this often in lower case, and at least as often as capitalised, to be known. */
const SEEN = 4

/** Learns which words are ordinary ones: their usual lemma and part of speech in lower-case running text. */
export function learnVocabulary(layers: readonly TokensLayer[]): Map<string, KnownWord> {
  const lower = new Map<string, number>()
  const capital = new Map<string, number>()
  const readings = new Map<string, Map<string, number>>()
  const raise = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { tokens, sentences, paragraphs } of layers) {
    for (const sentence of sentences) {
      if (paragraphs[sentence.paragraph]?.heading === true) continue
      for (const [i, token] of tokens.slice(sentence.firstToken, sentence.endToken).entries()) {
        if (!/^\p{L}/u.test(token.text)) continue
        if (token.text.toLowerCase() !== token.text) {
          // A sentence's first words are capitalised whatever they are.
          if (i > 1) raise(capital, token.lower)
          continue
        }
        raise(lower, token.lower)
        const known = readings.get(token.lower) ?? new Map<string, number>()
        readings.set(token.lower, known)
        raise(known, `${token.lemma}\t${token.pos}`)
      }
    }
  }
  const vocabulary = new Map<string, KnownWord>()
  for (const [word, known] of readings) {
    const count = lower.get(word) ?? 0
    if (count < SEEN || (capital.get(word) ?? 0) > count) continue
    const [usual] = [...known].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    const [lemma, pos] = (usual?.[0] ?? '\t').split('\t') as [string, Pos]
    if (pos !== 'PROPN') vocabulary.set(word, { lemma, pos })
  }
  return vocabulary
}

/** Learns how every lemma behaves as a cue, each figure smoothed towards what is usual. */
export function learnLemmas(articles: readonly ReadArticle[]): Map<number, LemmaStatistics> {
  const seen = new Map<number, number>()
  const cues = new Map<number, { all: number; after: number; sourceless: number; quoted: number }>()
  for (const { reading, gold } of articles) {
    for (let i = 0; i < reading.length; i += 1) {
      if (reading.bare[i] === 1 && reading.layer.tokens[i]?.text !== ':') continue
      const lemma = reading.lemma[i] as number
      seen.set(lemma, (seen.get(lemma) ?? 0) + 1)
    }
    for (const { head, source, content } of gold) {
      const lemma = reading.lemma[head] as number
      const counts = cues.get(lemma) ?? { all: 0, after: 0, sourceless: 0, quoted: 0 }
      cues.set(lemma, counts)
      counts.all += 1
      if ((content[0] ?? -1) > head) counts.after += 1
      if (source.length === 0) counts.sourceless += 1
      if (content.some(i => reading.quotation[i] !== -1)) counts.quoted += 1
    }
  }
  const statistics = new Map<number, LemmaStatistics>()
  for (const [lemma, count] of seen) {
    if (count < 2) continue
    const { all, after, sourceless, quoted } = cues.get(lemma) ?? { all: 0, after: 0, sourceless: 0, quoted: 0 }
    statistics.set(lemma, {
      odds: Math.log((all + 0.1) / (Math.max(0, count - all) + 3)),
      frequency: Math.log(1 + count),
      contentAfter: (after + UNKNOWN_LEMMA.contentAfter * 2) / (all + 2),
      sourceless: (sourceless + UNKNOWN_LEMMA.sourceless * 4) / (all + 4),
      quoted: (quoted + UNKNOWN_LEMMA.quoted * 3) / (all + 3),
    })
  }
  return statistics
}
