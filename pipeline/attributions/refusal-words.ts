import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import { readWordList } from '../word-list.ts'
import { LEXICON } from './lexicon.ts'

/** Words by which somebody refuses, as lemmas: “No comment”, "it had nothing to add". */
const REFUSALS = [...readWordList(new URL('./acts/no-comment.txt', import.meta.url))].map(phrase => phrase.split(' '))
/** A content with more words says something besides. */
const MOST = 18
/** Who goes on after one of these says something besides, and "no comment is needed" refuses nothing. */
const GOES_ON: ReadonlySet<string> = new Set(['but', 'although', 'though', 'however', 'except'])

/** Whether all that somebody says is that they will say nothing: “No comment,” or "that she had no comment on the case". */
export function isRefusal(tokens: readonly Token[], cueLemma: string, content: readonly Span[]): boolean {
  if (cueLemma !== ':' && !LEXICON.speech.has(cueLemma) && !LEXICON.addressee.has(cueLemma)) return false
  const words = content.flatMap(({ start, end }) => {
    const from = firstTokenAfter(tokens, start)
    return tokens
      .slice(from, Math.min(firstTokenAfter(tokens, end - 1) + 1, from + MOST + 1))
      .filter(({ pos }) => pos !== 'PUNCT')
  })
  if (words.length === 0 || words.length > MOST || words.some(({ lower }) => GOES_ON.has(lower))) return false
  let from = words[0]?.lower === 'that' ? 1 : 0
  // "I’m" is one word to the tagger.
  if (words[from]?.pos === 'PRON' || /^(?:he|i|it|she|they|we)['’]/.test(words[from]?.lower ?? '')) from += 1
  if (words[from]?.lemma === 'be') from += 1
  const rest = words.slice(from).filter(({ pos }) => pos !== 'ADV')
  const phrase = REFUSALS.find(own => own.every((word, k) => rest[k]?.lemma === word || rest[k]?.lower === word))
  return phrase !== undefined && rest[phrase.length]?.pos !== 'AUX'
}
