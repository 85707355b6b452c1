import type { ItemToken, ItsHelpers } from 'wink-nlp'
import { POS_TAGS, type Pos } from '../domain/labels.ts'

const KNOWN_POS: ReadonlySet<string> = new Set(POS_TAGS)
const BREAK = /[\t\n\r\v\f\u2028\u2029]/

/** What a word is under one tag: "'s" is "be" as an auxiliary and itself as a genitive. */
export interface WordReading {
  readonly text: string
  /** `text` in lower case with straight apostrophes. */
  readonly lower: string
  /** In lower case. */
  readonly lemma: string
  readonly pos: Pos
  /** Line breaks, which wink-nlp counts as tokens or leaves inside one. */
  readonly broken: boolean
}

interface KnownReading extends WordReading {
  /** As wink-nlp gives it. */
  readonly tag: string
  /** The same word under another tag. */
  readonly other: KnownReading | null
}

/**
 * The words of one reader, each looked up once, since an article's words are few and come again. By wink-nlp's number
 * for a word and in one object a reading: what is slow here is not the computing but fetching from memory.
 */
export class WordReadings {
  readonly #byId = new Map<number, KnownReading>()
  readonly #its: ItsHelpers

  constructor(its: ItsHelpers) {
    this.#its = its
  }

  find(id: number, tag: string): WordReading | null {
    let known = this.#byId.get(id) ?? null
    while (known !== null && known.tag !== tag) known = known.other
    return known
  }

  /** Remembers what a token that was not found is. */
  add(id: number, tag: string, token: ItemToken): WordReading {
    const text = token.out()
    const reading: KnownReading = {
      text,
      lower: lowerOf(text),
      lemma: (token.out(this.#its.lemma as unknown as ItsHelpers['pos']) as string).toLowerCase(),
      pos: (KNOWN_POS.has(tag) ? tag : 'X') as Pos,
      broken: BREAK.test(text),
      tag,
      other: this.#byId.get(id) ?? null,
    }
    this.#byId.set(id, reading)
    return reading
  }
}

/** A word in lower case with straight apostrophes. */
export function lowerOf(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}
