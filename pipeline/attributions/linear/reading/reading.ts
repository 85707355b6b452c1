import { POS_TAGS, type Pos } from '../../../../src/domain/labels.ts'
import type { QuotationsLayer, Sentence, Token, TokensLayer } from '../../../../src/domain/layers.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { combine, hashText } from '../model/hash.ts'
import { type KnownWord, ROLE_WORDS } from '../model/vocabulary.ts'
import { type RuleReadings, readRules } from './rule-reading.ts'
import { wordClassOf } from './word-class.ts'

export const POS_INDEX: Readonly<Record<Pos, number>> = Object.fromEntries(
  POS_TAGS.map((tag, i) => [tag, i]),
) as Record<Pos, number>
export const { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, VERB } = POS_INDEX

/** Whether a part of speech is one that a noun phrase has its head in. */
export function isNounLike(pos: number): boolean {
  return pos === NOUN || pos === PROPN || pos === PRON
}

/** One article in columns, a value a token: what every feature reads. */
export interface Reading {
  readonly length: number
  readonly layer: TokensLayer
  readonly quotations: QuotationsLayer
  /** What the rules read. */
  readonly rules: RuleReadings
  /** Hash of the lemma; names are masked. */
  readonly lemma: Int32Array
  /** Hash of the word in lower case; names are masked. */
  readonly form: Int32Array
  /** Hash of the word where it is a function word or punctuation, else of its part of speech. */
  readonly frame: Int32Array
  readonly suffix: Int32Array
  readonly pos: Uint8Array
  readonly shape: Uint8Array
  /** Function word group or part of speech, as a small ordinal; see `word-class.ts`. */
  readonly wordClass: Uint8Array
  readonly sentence: Int32Array
  /** Index of the outermost quotation that holds the token, or -1. */
  readonly quotation: Int32Array
  /** 1 where the token is a quotation mark that opens, 2 where it closes a quotation. */
  readonly mark: Uint8Array
  /** 1 where the paragraph is a heading. */
  readonly heading: Uint8Array
  /** 1 where the token has no letter or digit. */
  readonly bare: Uint8Array
  /** Number of open parentheses. */
  readonly depth: Uint8Array
  /** Running counts before each token (length + 1 values): verbs, commas, subordinators, noun phrases, marks. */
  readonly verbs: Int32Array
  readonly commas: Int32Array
  readonly subordinators: Int32Array
  readonly phrases: Int32Array
  readonly marks: Int32Array
}

const FRAME_POS = new Set<Pos>(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'PUNCT', 'SCONJ', 'SYM', 'INTJ'])
const WORD = /[\p{L}\p{N}]/u
const SUBORDINATORS = new Set(
  'that if whether because although though while when where who whom which what how why since unless until as'.split(
    ' ',
  ),
)
export const MASK = hashText('§name')
const SHAPES = { lower: 0, title: 1, upper: 2, mixed: 3, digits: 4, initial: 5, bare: 6 } as const

/** Reads one article into columns. `vocabulary` maps lower-case words to what training knows of them. */
export function readColumns(
  layer: TokensLayer,
  quotations: QuotationsLayer,
  vocabulary: ReadonlyMap<string, KnownWord>,
  ruled: readonly UnlinkedAttribution[],
): Reading {
  const reading = makeColumns(layer, quotations, ruled)
  markQuotations(reading)
  const words = new WordColumns(reading, vocabulary)
  for (const sentence of layer.sentences) readSentence(reading, words, sentence)
  return reading
}

function makeColumns(layer: TokensLayer, quotations: QuotationsLayer, ruled: readonly UnlinkedAttribution[]): Reading {
  const n = layer.tokens.length
  return {
    length: n,
    layer,
    quotations,
    rules: readRules(layer, ruled),
    lemma: new Int32Array(n),
    form: new Int32Array(n),
    frame: new Int32Array(n),
    suffix: new Int32Array(n),
    pos: new Uint8Array(n),
    shape: new Uint8Array(n),
    wordClass: new Uint8Array(n),
    sentence: new Int32Array(n),
    quotation: new Int32Array(n).fill(-1),
    mark: new Uint8Array(n),
    heading: new Uint8Array(n),
    bare: new Uint8Array(n),
    depth: new Uint8Array(n),
    verbs: new Int32Array(n + 1),
    commas: new Int32Array(n + 1),
    subordinators: new Int32Array(n + 1),
    phrases: new Int32Array(n + 1),
    marks: new Int32Array(n + 1),
  }
}

function markQuotations({ quotations, quotation: column, mark }: Reading): void {
  for (const [q, quotation] of quotations.quotations.entries()) {
    if (quotation.parent !== null) continue
    column.fill(q, quotation.firstToken, quotation.endToken)
    mark[quotation.firstToken] = 1
    if (quotation.balanced && quotation.endToken > quotation.firstToken) mark[quotation.endToken - 1] = 2
  }
}

function readSentence(reading: Reading, words: WordColumns, sentence: Sentence): void {
  const { tokens, paragraphs } = reading.layer
  const { firstToken, endToken } = sentence
  const heading = paragraphs[sentence.paragraph]?.heading === true
  const shouting = heading && sharesCapitals(tokens, firstToken, endToken)
  let depth = 0
  let inPhrase = false
  let first = true
  for (let i = firstToken; i < endToken; i += 1) {
    const token = tokens[i] as Token
    words.read(i, first, shouting)
    reading.sentence[i] = token.sentence
    reading.heading[i] = heading ? 1 : 0
    if (token.text === ')' && depth > 0) depth -= 1
    reading.depth[i] = depth
    if (token.text === '(') depth += 1
    const nominal = isNominal(reading.pos[i] as number)
    countOn(reading, i, nominal && !inPhrase)
    inPhrase = nominal || (inPhrase && token.lower === "'s")
    if (reading.bare[i] === 0) first = false
  }
}

function isNominal(p: number): boolean {
  return p === NOUN || p === PROPN || p === PRON || p === DET || p === ADJ || p === NUM
}

/** Carries the running counts past a token. */
function countOn(reading: Reading, i: number, opensPhrase: boolean): void {
  const { verbs, commas, subordinators, phrases, marks, pos, mark } = reading
  const { text, lower } = reading.layer.tokens[i] as Token
  verbs[i + 1] = (verbs[i] as number) + (pos[i] === VERB || pos[i] === AUX ? 1 : 0)
  commas[i + 1] = (commas[i] as number) + (isComma(text) ? 1 : 0)
  subordinators[i + 1] = (subordinators[i] as number) + (SUBORDINATORS.has(lower) ? 1 : 0)
  phrases[i + 1] = (phrases[i] as number) + (opensPhrase ? 1 : 0)
  marks[i + 1] = (marks[i] as number) + (mark[i] !== 0 ? 1 : 0)
}

function isComma(text: string): boolean {
  return text === ',' || text === ';' || text === '--' || text === '—' || text === '–'
}

/** Fills in what a word is by itself. */
class WordColumns {
  readonly #reading: Reading
  readonly #vocabulary: ReadonlyMap<string, KnownWord>
  readonly #hashes = new Map<string, number>()

  constructor(reading: Reading, vocabulary: ReadonlyMap<string, KnownWord>) {
    this.#reading = reading
    this.#vocabulary = vocabulary
  }

  /**
   * @param first whether no word of the sentence stands before the token, so that a capital says nothing
   * @param shouting whether it stands in a line in which most words have capitals
   */
  read(i: number, first: boolean, shouting: boolean): void {
    const reading = this.#reading
    const token = reading.layer.tokens[i] as Token
    const { text, lower } = token
    const capital = hasCapital(text)
    const bare = isBare(text)
    reading.bare[i] = bare ? 1 : 0
    const word = capital ? this.#unmask(token, first, shouting) : this.#isHiddenName(token, bare) ? null : token
    const { lemma, pos } = word ?? token
    const p = POS_INDEX[pos]
    reading.pos[i] = p
    reading.lemma[i] = word === null ? MASK : this.#hashOf(lemma)
    reading.form[i] = word === null ? MASK : this.#hashOf(lower)
    reading.frame[i] = FRAME_POS.has(pos) || bare ? this.#hashOf(lower) : combine(p, 77)
    reading.suffix[i] = word === null ? MASK : this.#hashOf(lower.slice(-3))
    reading.shape[i] = bare ? SHAPES.bare : shapeOf(text, capital, first)
    reading.wordClass[i] = wordClassOf(lower, pos)
  }

  /** A word with a capital as itself, or as training knows it without one; null where it is masked as a name. */
  #unmask(token: Token, first: boolean, shouting: boolean): KnownWord | Token | null {
    const known = shouting || first ? this.#vocabulary.get(token.lower) : undefined
    if (known !== undefined) return shouting || token.pos === 'PROPN' ? known : token
    return ROLE_WORDS.has(token.lower) || token.lower === 'i' ? token : null
  }

  /** Whether a word without a capital is taken for a name and training knows no such word. */
  #isHiddenName({ lower, pos }: Token, bare: boolean): boolean {
    return pos === 'PROPN' && !bare && !ROLE_WORDS.has(lower) && !this.#vocabulary.has(lower)
  }

  #hashOf(text: string): number {
    let hash = this.#hashes.get(text)
    if (hash === undefined) {
      hash = hashText(text)
      this.#hashes.set(text, hash)
    }
    return hash
  }
}

function hasCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  return (code >= 65 && code <= 90) || (code > 127 && /^\p{Lu}/u.test(text))
}

function isBare(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 127) return !WORD.test(text)
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return false
  }
  return true
}

function shapeOf(text: string, capital: boolean, first: boolean): number {
  if (!capital) return /\d/.test(text) ? SHAPES.digits : SHAPES.lower
  if (first) return SHAPES.initial
  if (text.length > 1 && text === text.toUpperCase()) return SHAPES.upper
  return /^.[^A-Z]*$/.test(text) ? SHAPES.title : SHAPES.mixed
}

/** Whether most words of the line begin with a capital, as headlines have it. */
function sharesCapitals(tokens: readonly Token[], from: number, to: number): boolean {
  let words = 0
  let capitals = 0
  for (let i = from; i < to; i += 1) {
    const { text } = tokens[i] as Token
    if (text.length < 4 || isBare(text)) continue
    words += 1
    if (/^\p{Lu}/u.test(text)) capitals += 1
  }
  return capitals * 2 > words
}
