import type { Paragraph, Sentence, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { readWithWink, type WinkToken } from '../../src/nlp/wink.ts'
import { splitParagraphs } from './paragraphs.ts'
import { correctSentenceEnds } from './sentences.ts'
import { correctTag } from './tags.ts'

/** Paragraphs, sentences, tokens with lemma and Universal POS (wink-nlp). Every token equals its slice of the text. */
export const tokensStage: Stage<never, 'tokens'> = {
  name: 'tokens',
  version: 1,
  needs: [],
  adds: ['tokens'],
  run: article => ({ tokens: tokenise(article.text) }),
}

/** @example tokenise('Officials said no.').tokens.map(token => token.text) // → ['Officials', 'said', 'no', '.'] */
export function tokenise(text: string): TokensLayer {
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  for (const span of splitParagraphs(text)) {
    const words = text.slice(span.start, span.end)
    const reading = readWithWink(words)
    const ends = correctSentenceEnds(reading.tokens, reading.sentenceEnds)
    const offset = tokens.length
    const firstSentence = sentences.length
    let from = 0
    for (const end of ends) {
      const first = reading.tokens[from]
      const last = reading.tokens[end - 1]
      if (first === undefined || last === undefined) break
      const sentence = sentences.length
      sentences.push({
        start: span.start + first.start,
        end: span.start + last.end,
        firstToken: offset + from,
        endToken: offset + end,
        paragraph: paragraphs.length,
      })
      for (let i = from; i < end; i += 1) {
        const token = reading.tokens[i] as WinkToken
        tokens.push({
          start: span.start + token.start,
          end: span.start + token.end,
          text: token.text,
          lower: token.text.toLowerCase().replaceAll('’', "'"),
          lemma: token.lemma.toLowerCase(),
          pos: correctTag(reading.tokens, i, { from, end }),
          sentence,
        })
      }
      from = end
    }
    if (sentences.length === firstSentence) continue
    paragraphs.push({
      ...span,
      firstSentence,
      endSentence: sentences.length,
      heading: isHeading(words, sentences.length - firstSentence, tokens.length - offset, paragraphs.length === 0),
    })
  }
  return { paragraphs, sentences, tokens }
}

/** A short line without final punctuation, or a one-sentence first paragraph: no running text. */
function isHeading(words: string, sentenceCount: number, tokenCount: number, first: boolean): boolean {
  if (sentenceCount > 1) return false
  if (tokenCount <= 16 && !/[.?!,;:…"”’'»)\]]$/.test(words)) return true
  return first && tokenCount <= 25 && !/["“”]/.test(words)
}
