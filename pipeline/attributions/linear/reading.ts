import { POS_TAGS, type Pos } from '../../../src/domain/labels.ts'
import type { QuotationsLayer, Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { UnlinkedAttribution } from '../found.ts'
import { combine, hashText } from './hash.ts'
import { type RuleReadings, readRules } from './rule-reading.ts'
import { type KnownWord, ROLE_WORDS } from './vocabulary.ts'
import { wordClassOf } from './word-class.ts'

export const POS_INDEX: Readonly<Record<Pos, number>> = Object.fromEntries(
  POS_TAGS.map((tag, i) => [tag, i]),
) as Record<Pos, number>
export const { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, VERB } = POS_INDEX

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
  const { tokens, sentences, paragraphs } = layer
  const n = tokens.length
  const reading: Reading = {
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
  for (const [q, quotation] of quotations.quotations.entries()) {
    if (quotation.parent !== null) continue
    reading.quotation.fill(q, quotation.firstToken, quotation.endToken)
    reading.mark[quotation.firstToken] = 1
    if (quotation.balanced && quotation.endToken > quotation.firstToken) reading.mark[quotation.endToken - 1] = 2
  }
  const hashes = new Map<string, number>()
  const hashOf = (text: string): number => {
    let hash = hashes.get(text)
    if (hash === undefined) {
      hash = hashText(text)
      hashes.set(text, hash)
    }
    return hash
  }
  for (const sentence of sentences) {
    const heading = paragraphs[sentence.paragraph]?.heading === true
    const shouting = heading && sharesCapitals(tokens, sentence.firstToken, sentence.endToken)
    let depth = 0
    let inPhrase = false
    let first = true
    for (let i = sentence.firstToken; i < sentence.endToken; i += 1) {
      const token = tokens[i] as Token
      const { text } = token
      let { lemma, pos } = token
      const code = text.charCodeAt(0)
      const capital = code >= 65 && code <= 90 ? true : code > 127 && /^\p{Lu}/u.test(text)
      const bare = isBare(text)
      let masked = false
      if (capital) {
        const known = vocabulary.get(token.lower)
        if (shouting || first) {
          if (known !== undefined) {
            if (shouting || pos === 'PROPN') {
              lemma = known.lemma
              pos = known.pos
            }
          } else masked = !ROLE_WORDS.has(token.lower) && token.lower !== 'i'
        } else masked = !ROLE_WORDS.has(token.lower) && token.lower !== 'i'
      } else if (pos === 'PROPN' && !ROLE_WORDS.has(token.lower) && !bare) masked = !vocabulary.has(token.lower)
      const p = POS_INDEX[pos]
      reading.pos[i] = p
      reading.lemma[i] = masked ? MASK : hashOf(lemma)
      reading.form[i] = masked ? MASK : hashOf(token.lower)
      reading.frame[i] = FRAME_POS.has(pos) || bare ? hashOf(token.lower) : combine(p, 77)
      reading.suffix[i] = masked ? MASK : hashOf(token.lower.slice(-3))
      reading.shape[i] = bare ? SHAPES.bare : shapeOf(text, capital, first)
      reading.bare[i] = bare ? 1 : 0
      reading.wordClass[i] = wordClassOf(token.lower, pos)
      reading.sentence[i] = token.sentence
      reading.heading[i] = heading ? 1 : 0
      if (text === ')' && depth > 0) depth -= 1
      reading.depth[i] = depth
      if (text === '(') depth += 1
      const nominal = p === NOUN || p === PROPN || p === PRON || p === DET || p === ADJ || p === NUM
      reading.verbs[i + 1] = (reading.verbs[i] as number) + (p === VERB || p === AUX ? 1 : 0)
      reading.commas[i + 1] =
        (reading.commas[i] as number) +
        (text === ',' || text === ';' || text === '--' || text === '—' || text === '–' ? 1 : 0)
      reading.subordinators[i + 1] = (reading.subordinators[i] as number) + (SUBORDINATORS.has(token.lower) ? 1 : 0)
      reading.phrases[i + 1] = (reading.phrases[i] as number) + (nominal && !inPhrase ? 1 : 0)
      reading.marks[i + 1] = (reading.marks[i] as number) + (reading.mark[i] !== 0 ? 1 : 0)
      inPhrase = nominal || (inPhrase && token.lower === "'s")
      if (!bare) first = false
    }
  }
  return reading
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
