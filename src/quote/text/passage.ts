import type { Span } from '../../domain/span.ts'
import type { ArchivedArticle, ArchivedClaim } from '../archive.ts'
import { findQuotedPassages } from './quoted-passages.ts'
import { findInserted } from './quoted-words.ts'
import { readTokens, type Token, type Tokens } from './tokens.ts'

/** An article in words, read once for all passages of it. */
export interface ReadArticle extends Tokens {
  readonly article: ArchivedArticle
  /** Number of the sentence in which each token stands, from 0. */
  readonly sentences: readonly number[]
  readonly quoted: readonly Span[]
  /** Of each token, whether it stands in brackets. */
  readonly isInserted: readonly boolean[]
}

/**
 * What stands between a word of a passage and the one before it in the passage: nothing else, the words that attribute
 * it ("he said"), or other words.
 */
export type Joint = 'within' | 'interrupted' | 'apart'

/** Words that somebody is said to have said in one place, or that stand in quotation marks there. */
export interface Passage {
  readonly of: ReadArticle
  readonly claim: ArchivedClaim | null
  /** Places of its tokens among the article's, ascending. */
  readonly at: readonly number[]
  readonly joints: readonly Joint[]
}

export function readArticle(article: ArchivedArticle): ReadArticle {
  const tokens = readTokens(article.text)
  return {
    ...tokens,
    article,
    sentences: countSentences(tokens),
    quoted: findQuotedPassages(article.text),
    isInserted: findInserted(tokens),
  }
}

/** The content of a claim as one passage. */
export function passageOf(of: ReadArticle, claim: ArchivedClaim): Passage {
  return makePassage(of, claim, claim.content)
}

/** Part of an article as a passage of nobody's. */
export function passageAt(of: ReadArticle, span: Span): Passage {
  return makePassage(of, null, [span])
}

export function tokenOf({ of, at }: Passage, place: number): Token {
  return of.list[at[place] as number] as Token
}

/** The marks before a word of a passage, as the article has them: of one behind an interruption, those before that. */
export function marksBefore({ of, at, joints }: Passage, place: number): string {
  const own = at[place] as number
  if (joints[place] !== 'interrupted') return of.marks[own] ?? ''
  return of.marks[(at[place - 1] as number) + 1] ?? ''
}

/** The marks behind a word, in the article. */
export function marksBehind({ of, at }: Passage, place: number): string {
  return of.marks[(at[place] as number) + 1] ?? ''
}

function makePassage(of: ReadArticle, claim: ArchivedClaim | null, parts: readonly Span[]): Passage {
  const at: number[] = []
  const joints: Joint[] = []
  let behind: number | null = null
  for (const part of parts) {
    const first = firstFrom(of.list, part.start)
    for (let index = first; index < of.list.length && (of.list[index] as Token).start < part.end; index++) {
      // Parts may overlap where a correction says so.
      if (at.length > 0 && index <= (at.at(-1) as number)) continue
      const isNext = at.length === 0 || index === (at.at(-1) as number) + 1
      joints.push(isNext ? 'within' : jointOf(claim, { start: behind ?? 0, end: part.start }))
      at.push(index)
    }
    behind = part.end
  }
  return { of, claim, at, joints }
}

/** Whether what stands between two parts of a claim is what attributes it. */
function jointOf(claim: ArchivedClaim | null, between: Span): Joint {
  const cues = claim?.cue ?? []
  return cues.some(({ start, end }) => between.start <= start && end <= between.end) ? 'interrupted' : 'apart'
}

/** Index of the first token that ends behind an offset. */
export function firstFrom(list: readonly Token[], offset: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as Token).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A sentence ends at a full stop, question or exclamation mark before a capital or a figure, and with its paragraph. */
function countSentences({ text, list, marks }: Tokens): number[] {
  let sentence = 0
  return list.map(({ start, key }, index) => {
    const before = list[index - 1]
    if (before === undefined) return sentence
    const isEnd = /[.?!]/.test(marks[index] ?? '') && /^[\p{Lu}\p{N}]/u.test(key)
    if (isEnd || text.slice(before.end, start).includes('\n')) sentence += 1
    return sentence
  })
}
