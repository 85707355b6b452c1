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
  /** The words that it is made of where wink-nlp left a contraction whole ("cannot" before a mark), else null. */
  readonly parts: readonly WordReading[] | null
}

interface KnownReading extends WordReading {
  /** As wink-nlp gives it. */
  readonly tag: string
  /** Whether it is a piece of a contraction: "wo" of "won't" is "will", and alone it is itself. */
  readonly contracted: boolean
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
  readonly #readAlone: (word: string) => ItemToken[]

  /** @param readAlone gives the tokens of a text that is one word */
  constructor(its: ItsHelpers, readAlone: (word: string) => ItemToken[]) {
    this.#its = its
    this.#readAlone = readAlone
  }

  find(id: number, tag: string, contracted: boolean): WordReading | null {
    let known = this.#byId.get(id) ?? null
    while (known !== null && (known.tag !== tag || known.contracted !== contracted)) known = known.other
    return known
  }

  /** Remembers what a token that was not found is. */
  add(id: number, tag: string, contracted: boolean, token: ItemToken): WordReading {
    const reading: KnownReading = { ...this.#read(token, tag), tag, contracted, other: this.#byId.get(id) ?? null }
    this.#byId.set(id, reading)
    return reading
  }

  #read(token: ItemToken, tag: string): WordReading {
    const text = token.out()
    const lower = lowerOf(text)
    const lemma = this.#lemmaOf(token)
    return {
      text,
      lower,
      lemma: lemma?.toLowerCase() ?? lower,
      pos: (KNOWN_POS.has(tag) ? tag : 'X') as Pos,
      broken: BREAK.test(text),
      parts: lemma === undefined ? this.#split(text) : null,
    }
  }

  /** Undefined, whatever wink-nlp's types say, for a contraction that it did not split. */
  #lemmaOf(token: ItemToken): string | undefined {
    return token.out(this.#its.lemma as unknown as ItsHelpers['pos']) as string | undefined
  }

  /** A contraction's words, as wink-nlp gives them where it stands alone: only a mark right behind it keeps it whole. */
  #split(contraction: string): WordReading[] | null {
    const tokens = this.#readAlone(contraction)
    const isSplit = tokens.length > 1 && tokens.every(token => this.#lemmaOf(token) !== undefined)
    if (!isSplit || tokens.map(token => token.out()).join('') !== contraction) return null
    return tokens.map(token => this.#read(token, token.out(this.#its.pos) as string))
  }
}

/** A word in lower case with straight apostrophes. */
export function lowerOf(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}
