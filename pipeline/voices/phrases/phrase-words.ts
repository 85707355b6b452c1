import type { Token } from '../../../src/domain/layers.ts'
import type { WordList } from '../../../src/domain/newsroom-rules.ts'
import type { Span } from '../../../src/domain/span.ts'

/** A word as the lists of this stage compare it. */
export interface PhraseWord {
  /** In small letters, without points; empty for a mark that parts phrases. */
  readonly key: string
  /** Where it stands, or null where the words are no part of the text. */
  readonly span: Span | null
  /** As of its token; empty where there is none. */
  readonly pos: Token['pos'] | ''
  /** Lists that a newsroom's rules put it on. */
  readonly listed: Readonly<Partial<Record<WordList, string>>> | undefined
}

const GENITIVE = /^['’]s?$/
const HYPHENS = /[-‐‑–]/
const IS_WORD = /[\p{L}\p{N}]/u
/** Of most lines the key is the line: thousands are read whenever a thread starts. */
const IS_KEY = /^[a-z\d]+(?: [a-z\d]+)*$/

/** Tokens `[from, to)` as words: genitive endings and hyphens inside words go, so that "sheriff's" and "co-founder" are found. */
export function wordsOfTokens(tokens: readonly Token[], from: number, to: number): PhraseWord[] {
  const words: PhraseWord[] = []
  for (let i = Math.max(0, from); i < Math.min(to, tokens.length); i += 1) {
    const { lower, start, end, pos, listed } = tokens[i] as Token
    if (GENITIVE.test(lower) || isInnerHyphen(tokens, i)) continue
    const span = { start, end }
    if (lower === '%') words.push({ key: 'percent', span, pos, listed: undefined })
    else if (!IS_WORD.test(lower)) words.push({ key: '', span, pos, listed: undefined })
    else for (const key of keysOf(lower)) words.push({ key: key.replace(/^\d+%$/, 'percent'), span, pos, listed })
  }
  return words
}

/** Words that a list or rule gives, which stand nowhere in the text. */
export function wordsOfPhrase(phrase: string): PhraseWord[] {
  return phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+|(?=[,;:()])|(?<=[,;:()])/)
    .filter(one => one !== '')
    .flatMap(one =>
      IS_WORD.test(one)
        ? keysOf(one).map(key => ({ key, span: null, pos: '' as const, listed: undefined }))
        : [{ key: '', span: null, pos: '' as const, listed: undefined }],
    )
}

/** A line of a word list as it is looked up: keys joined by spaces. */
export function phraseKey(phrase: string): string {
  if (IS_KEY.test(phrase)) return phrase
  return wordsOfPhrase(phrase)
    .map(({ key }) => key)
    .join(' ')
}

function keysOf(word: string): string[] {
  return word
    .replaceAll('.', '')
    .replace(/'s?$/, '')
    .split(HYPHENS)
    .filter(key => key !== '')
}

function isInnerHyphen(tokens: readonly Token[], at: number): boolean {
  const { lower, start, end } = tokens[at] as Token
  return lower.length === 1 && HYPHENS.test(lower) && tokens[at - 1]?.end === start && tokens[at + 1]?.start === end
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['people', 'people'],
  ['children', 'child'],
  ['wives', 'wife'],
  ['thieves', 'thief'],
  ['police', 'police'],
  ['passersby', 'passerby'],
  ['clergy', 'clergy'],
  ['alumni', 'alumnus'],
  ['chiefs', 'chief'],
  ['boss', 'boss'],
])

/** A plural noun's singular as the lists have it; the word itself where it is none. */
export function singularOf(key: string): string {
  const irregular = IRREGULAR.get(key)
  if (irregular !== undefined) return irregular
  if (/wives$/.test(key)) return key.replace(/ves$/, 'fe')
  if (/(?:men|women)$/.test(key)) return key.replace(/men$/, 'man')
  if (/children$/.test(key)) return key.slice(0, -3)
  if (key.length < 4 || !key.endsWith('s') || /(?:ss|us|is)$/.test(key)) return key
  if (key.endsWith('ies') && key.length > 5) return `${key.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(key)) return key.slice(0, -2)
  return key.slice(0, -1)
}

/** Whether a word ends the noun phrase before it: a mark, a preposition, a relative pronoun, a verb. */
export function endsNounPhrase({ key, pos }: PhraseWord): boolean {
  return key === '' || PREPOSITIONS.has(key) || RELATIVES.has(key) || pos === 'VERB' || pos === 'AUX'
}

export function isRelative({ key }: PhraseWord): boolean {
  return RELATIVES.has(key)
}

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for at in from with on by to about near against around inside within under over outside among between behind beside during since without like as via'.split(
    ' ',
  ),
)
const RELATIVES: ReadonlySet<string> = new Set(
  'who whom which that whose where when while because if whether'.split(' '),
)
