import type { Attribution, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../positions/token-search.ts'

/** Tokens that are looked at before a cue and before a source. */
const BEFORE = 6
/** "Stopped short of | saying": of a phrase that the cue begins, so many words may stand behind it. */
const BEHIND = 2

/** A cue in its sentence: what says whether it is denied or only possible stands in it, before it and around its source. */
export interface CueWords {
  /** The words around the cue, as far as they tell, all of one sentence. */
  readonly words: readonly Token[]
  /** Indexes into `words`: the cue's first token, its last verb (else its last token), its last token. */
  readonly first: number
  readonly head: number
  readonly last: number
  /** Words before the source and the source's own, of one sentence; none where there is no source. */
  readonly beforeSource: readonly Token[]
  readonly source: readonly Token[]
}

export function readCueWords(tokens: readonly Token[], { cue, source }: Attribution): CueWords {
  const first = firstTokenAfter(tokens, (cue[0] as Span).start)
  const last = firstTokenAfter(tokens, (cue.at(-1) as Span).end - 1)
  const sentence = tokens[first]?.sentence
  const from = startOf(tokens, first)
  const words = tokens
    .slice(from, last + 1 + BEHIND)
    .filter((token, i) => i <= last - from || token.sentence === sentence)
  const own = words.slice(first - from, last + 1 - from)
  const verb = own.findLastIndex(({ pos }) => pos === 'VERB')
  const [name] = source
  const begin = name === undefined ? 0 : firstTokenAfter(tokens, name.start)
  return {
    words,
    first: first - from,
    head: first - from + (verb === -1 ? own.length - 1 : verb),
    last: last - from,
    beforeSource: name === undefined ? [] : tokens.slice(startOf(tokens, begin), begin),
    source: name === undefined ? [] : tokens.slice(begin, firstTokenAfter(tokens, name.end - 1) + 1),
  }
}

/** The first of the tokens before one that are looked at: no further back than its sentence. */
function startOf(tokens: readonly Token[], at: number): number {
  const sentence = tokens[at]?.sentence
  let from = at
  while (from > Math.max(0, at - BEFORE) && tokens[from - 1]?.sentence === sentence) from -= 1
  return from
}
