import type { Paragraph, Sentence, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { readWithWink, type WinkToken } from '../../src/nlp/wink.ts'
import { joinAbbreviations } from './abbreviations.ts'
import { splitParagraphs } from './paragraphs.ts'
import { correctSentenceEnds } from './sentences.ts'
import { correctTag, verbOfManner, verbOfParticiple } from './tags.ts'

/** Paragraphs, sentences, tokens with lemma and Universal POS (wink-nlp). Every token equals its slice of the text. */
export const tokensStage: Stage<never, 'tokens'> = {
  name: 'tokens',
  version: 7,
  needs: [],
  adds: ['tokens'],
  run: article => ({ tokens: tokenise(article.text) }),
}

/** What a newsroom's rules add to the tokens that they know. */
interface Knowing {
  /** First digits of the SHA-256 of the rules. */
  readonly digest: string
  read(layer: TokensLayer): TokensLayer
}

/** {@link tokensStage}, with what a newsroom's rules know of the words: all later stages have it from there. */
export function createTokensStage(newsroom: Knowing | null): Stage<never, 'tokens'> {
  if (newsroom === null) return tokensStage
  return {
    ...tokensStage,
    engine: 'newsroom',
    model: newsroom.digest,
    run: article => ({ tokens: newsroom.read(tokenise(article.text)) }),
  }
}

/** @example tokenise('Officials said no.').tokens.map(token => token.text) // → ['Officials', 'said', 'no', '.'] */
export function tokenise(text: string): TokensLayer {
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  const reading = readWithWink(text)
  let read = 0
  let endsRead = 0
  for (const span of splitParagraphs(text)) {
    // wink-nlp reads the article in one go (a call a paragraph costs half as much again); sentences end with the
    // paragraph, which wink-nlp does not see.
    const first = read
    while (read < reading.tokens.length && (reading.tokens[read] as WinkToken).start < span.end) read += 1
    if (read === first) continue
    const found: number[] = []
    while (endsRead < reading.sentenceEnds.length && (reading.sentenceEnds[endsRead] as number) < read) {
      found.push((reading.sentenceEnds[endsRead] as number) - first)
      endsRead += 1
    }
    if (reading.sentenceEnds[endsRead] === read) endsRead += 1
    found.push(read - first)
    const { tokens: own, ends } = joinAbbreviations(reading.tokens.slice(first, read), found)
    const offset = tokens.length
    const firstSentence = sentences.length
    let from = 0
    for (const end of correctSentenceEnds(own, ends)) {
      const sentence = sentences.length
      sentences.push({
        start: (own[from] as WinkToken).start,
        end: (own[end - 1] as WinkToken).end,
        firstToken: offset + from,
        endToken: offset + end,
        paragraph: paragraphs.length,
      })
      for (let i = from; i < end; i += 1) {
        const token = own[i] as WinkToken
        token.pos = correctTag(own, i, from, end)
        const verb = verbOfParticiple(own, i, from, end) ?? verbOfManner(own, i, end)
        if (verb !== null) {
          token.pos = 'VERB'
          token.lemma = verb
        }
        token.sentence = sentence
        tokens.push(token)
      }
      from = end
    }
    paragraphs.push({
      ...span,
      firstSentence,
      endSentence: sentences.length,
      heading: isHeading(
        text.slice(span.start, span.end),
        sentences.length - firstSentence,
        own.length,
        paragraphs.length === 0,
      ),
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
