/** A piece of a token as the encoder knows it. */
export interface Piece {
  /** Its number in the vocabulary. */
  readonly id: number
  /** UTF-16, inside the token. */
  readonly start: number
  readonly end: number
}

const UNKNOWN = '[UNK]'
const CONTINUES = '##'
/** What the encoder's own reader takes for one unknown word. */
const LONGEST_WORD = 100
/** A token's vector is that of its first piece: a row of marks or an address needs no more. */
const MOST_PIECES = 24
/** Characters of a token that are looked at: more than enough for all pieces that it may have. */
const MOST_CHARACTERS = 2_000
/** Letters and digits stay together, every other sign stands alone, and so does each sign of the scripts without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+|[^\p{L}\p{N}]/gu
/** Marks on letters, and characters that nobody sees (a soft hyphen). */
const PASSED_OVER = /[\p{Mn}\p{Cf}\p{Cc}\s]/u
const SEEN_TOKENS = 100_000

/**
 * Splits tokens as the encoder's maker did (BERT's uncased WordPiece): lower case, without marks on letters, each word by
 * the longest piece that the vocabulary has. Costs as much as the token is long.
 */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>
  readonly #longest: number
  readonly #unknown: number
  readonly #seen = new Map<string, readonly number[]>()

  /** @param vocabulary pieces by their numbers; those that go on with a word begin with `##` */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]))
    this.#longest = vocabulary.reduce((most, { length }) => Math.max(most, length), 0)
    const unknown = this.#ids.get(UNKNOWN)
    if (unknown === undefined) throw new Error(`the vocabulary has no ${UNKNOWN}`)
    this.#unknown = unknown
  }

  /** Number of a piece that has to be in the vocabulary. */
  idOf(piece: string): number {
    const id = this.#ids.get(piece)
    if (id === undefined) throw new Error(`the vocabulary has no ${piece}`)
    return id
  }

  /** Numbers of a token's pieces, at least one. */
  idsOf(token: string): readonly number[] {
    const seen = this.#seen.get(token)
    if (seen !== undefined) return seen
    const ids = this.split(token).map(({ id }) => id)
    // Forgetting all at once keeps the memory bounded, and costs little.
    if (this.#seen.size >= SEEN_TOKENS) this.#seen.clear()
    if (token.length <= LONGEST_WORD) this.#seen.set(token, ids)
    return ids
  }

  /** A token's pieces in order, at least one, each with the characters that it stands for. */
  split(token: string): Piece[] {
    const { text, origins } = normalise(token)
    const pieces: Piece[] = []
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (pieces.length >= MOST_PIECES) break
      for (const { id, start, end } of this.#splitWord(word)) {
        pieces.push({ id, start: origins[index + start] as number, end: origins[index + end] as number })
        if (pieces.length >= MOST_PIECES) break
      }
    }
    return pieces.length > 0 ? pieces : [{ id: this.#unknown, start: 0, end: token.length }]
  }

  #splitWord(word: string): Piece[] {
    const unknown = [{ id: this.#unknown, start: 0, end: word.length }]
    if (word.length > LONGEST_WORD) return unknown
    const pieces: Piece[] = []
    for (let start = 0; start < word.length; ) {
      const prefix = start === 0 ? '' : CONTINUES
      let end = Math.min(word.length, start + this.#longest - prefix.length)
      while (end > start && !this.#ids.has(prefix + word.slice(start, end))) end -= 1
      if (end === start) return unknown
      pieces.push({ id: this.#ids.get(prefix + word.slice(start, end)) as number, start, end })
      start = end
    }
    return pieces
  }
}

/** The token as the vocabulary writes it, and for each of its places and its end the place in the token. */
function normalise(token: string): { text: string; origins: number[] } {
  let text = ''
  const origins: number[] = []
  let at = 0
  for (const character of token.slice(0, MOST_CHARACTERS)) {
    for (const sign of character.toLowerCase().normalize('NFD')) {
      if (PASSED_OVER.test(sign)) continue
      text += sign
      for (let unit = 0; unit < sign.length; unit += 1) origins.push(at)
    }
    at += character.length
  }
  origins.push(at)
  return { text, origins }
}
