import type { Token } from '../../../src/domain/layers.ts'
import {
  isCommon,
  isFirstName,
  isHonorific,
  isLastName,
  isRole,
  isTime,
  isTitlePhrase,
  isTitleSurname,
} from '../../word-classes.ts'
import type { Name } from '../name.ts'

/** Words of the longest title. */
const LONGEST = 3
/** Words before a title that say of what or where it is ("U.S. President"). */
const MODIFIERS = 4

/** Finds the titles before people's names: by the rules for names, and by the list of titles where these see no name. */
export class TitleFinder {
  /** Titles that stand for their holders. */
  readonly offices: readonly Name[]
  readonly #tokens: readonly Token[]
  /** For a token of a name with a title: where the title begins, and where the name behind it does; else -1. */
  readonly #title: Int32Array
  readonly #name: Int32Array

  /** @param names as the rules find them */
  constructor(tokens: readonly Token[], names: readonly Name[]) {
    this.offices = names.filter(({ office }) => office)
    this.#tokens = tokens
    this.#title = new Int32Array(tokens.length).fill(-1)
    this.#name = new Int32Array(tokens.length).fill(-1)
    for (const { from, nameFrom, to, office, nested } of names) {
      if (office || nested || nameFrom === from) continue
      this.#title.fill(from, from, to)
      this.#name.fill(nameFrom, from, to)
    }
  }

  /** Where the title begins that ends at a token, or the token itself where there is none. */
  startBefore(name: number): number {
    const title = this.#title[name] as number
    if (title >= 0 && title < name && this.#name[name] === name) return title
    let at = name
    for (let size = this.#sizeBefore(at); size > 0; size = this.#sizeBefore(at)) at -= size
    if (at === name) return name
    const first = at
    while (first - at < MODIFIERS && this.#isModifier(at - 1)) at -= 1
    return at
  }

  /** Where the name begins in a span that may begin with its title. */
  endWithin(from: number, to: number): number {
    const name = this.#name[from] as number
    if (name > from && name < to) return name
    const inside = this.#nameInside(from, to)
    if (inside !== null) return inside
    let at = from
    for (let size = this.#sizeWithin(at, to); size > 0; size = this.#sizeWithin(at, to)) at += size
    return at
  }

  /** "State Rep. | Ann Lee", "Local MLA | Ann Lee": where the name begins behind a title that is not the first word. */
  #nameInside(from: number, to: number): number | null {
    for (let at = from + 1; at < Math.min(to - 1, from + MODIFIERS); at += 1) {
      if (isFirstName((this.#tokens[at - 1] as Token).lower)) return null
      if (this.#title[at] === at && (this.#name[at] as number) < to) return this.#name[at] as number
    }
    return null
  }

  /**
   * Whether a span is nothing but a title, with which its holder is called: "Secretary", "Prime Minister". "Dean" and "King" are
   * surnames, too: without "the" they name somebody.
   */
  isTitle(from: number, to: number): boolean {
    if (to - from > LONGEST) return false
    const phrase = this.#phrase(from, to - from)
    const isOne = isTitlePhrase(this.#tokens, from, to, phrase)
    if (!isOne || isHonorific(phrase) || isFirstName(phrase) || isLastName(phrase)) return false
    return !isTitleSurname(phrase) || this.#tokens[from - 1]?.lower === 'the'
  }

  #sizeBefore(end: number): number {
    for (let size = LONGEST; size > 0; size -= 1) {
      if (end - size < 0 || !isCapital(this.#tokens[end - size]) || !this.#isOneSentence(end - size, end)) continue
      const isOne = isTitlePhrase(this.#tokens, end - size, end, this.#phrase(end - size, size))
      if (isOne || (size === 1 && isJob(this.#tokens[end - 1] as Token))) return size
    }
    return 0
  }

  #sizeWithin(from: number, to: number): number {
    for (let size = Math.min(LONGEST, to - from - 1); size > 0; size -= 1)
      if (isTitlePhrase(this.#tokens, from, from + size, this.#phrase(from, size))) return size
    if (to - from < 3) return 0
    const [first, second] = [this.#tokens[from] as Token, this.#tokens[from + 1] as Token]
    return isJob(first) || soundsLikeJob(first, second) || this.#isShortOffice(from) ? 1 : 0
  }

  /** "Education **CS** Ann Lee": capitals behind what an office is over are no initials. */
  #isShortOffice(at: number): boolean {
    const [matter, short] = [this.#tokens[at - 1], this.#tokens[at] as Token]
    if (matter === undefined || !/^\p{Lu}{2,3}$/u.test(short.text) || matter.sentence !== short.sentence) return false
    return (
      isCapital(matter) &&
      isCommon(matter.lower) &&
      !isRole(matter) &&
      !isTitlePhrase(this.#tokens, at - 1, at, matter.lower)
    )
  }

  #isModifier(at: number): boolean {
    const token = this.#tokens[at]
    return (
      token !== undefined &&
      isCapital(token) &&
      !isTime(token) &&
      /^(?:PROPN|ADJ|NOUN)$/.test(token.pos) &&
      this.#isOneSentence(at, at + 2)
    )
  }

  /** Whether tokens `[from, to]` stand in one sentence. */
  #isOneSentence(from: number, to: number): boolean {
    return this.#tokens[from]?.sentence === this.#tokens[Math.min(to, this.#tokens.length - 1)]?.sentence
  }

  #phrase(from: number, size: number): string {
    return this.#tokens
      .slice(from, from + size)
      .map(({ lower }) => lower)
      .join(' ')
  }
}

/** "Teacher Bela Holm". */
function isJob(token: Token): boolean {
  return isRole(token) && !isFirstName(token.lower)
}

/** How nouns for people end. */
const JOB_ENDING = /^\p{L}{2,}(?:ators?|ers?|ors?|ists?|ians?|eers?|eurs?|man|woman)$/u

/** "Rider Cian Farrow": no list has all that people do; nobody's name, before a given name or a word by itself. */
function soundsLikeJob({ lower }: Token, second: Token): boolean {
  if (!JOB_ENDING.test(lower) || isFirstName(lower) || isLastName(lower)) return false
  return isFirstName(second.lower) || isCommon(lower)
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text)
}
