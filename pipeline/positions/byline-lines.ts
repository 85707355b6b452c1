import type { Sentence, TokensLayer } from '../../src/domain/layers.ts'

/** A byline stands among so many first paragraphs, and has at most so many tokens. */
const PARAGRAPHS = 6
const LONGEST = 12
/** What may stand before "by": "Exclusive by Ann Lee". */
const OPENING = /^(?:analysis|comment|exclusive|interview|opinion|report|reporting|review|story|text|words|written)$/

/** Tokens `[from, to)` behind the "by" of each line "By Ann Lee" at an article's head. */
export function findBylineLines({ tokens, sentences, paragraphs }: TokensLayer): { from: number; to: number }[] {
  return paragraphs.slice(0, PARAGRAPHS).flatMap(({ firstSentence, endSentence }) => {
    const first = (sentences[firstSentence] as Sentence | undefined)?.firstToken ?? 0
    const to = sentences[endSentence - 1]?.endToken ?? 0
    const by = OPENING.test(tokens[first]?.lower ?? '') ? first + 1 : first
    return tokens[by]?.lower === 'by' && to - by <= LONGEST ? [{ from: by + 1, to }] : []
  })
}
