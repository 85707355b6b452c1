import type { Token } from '../../src/domain/layers.ts'
import { readWordList } from '../word-list.ts'
import type { CueWords } from './cue-words.ts'

const listOf = (name: string) => readWordList(new URL(`./polarity/${name}.txt`, import.meta.url))
const phrasesOf = (name: string) => [...listOf(name)].map(phrase => phrase.split(' '))

/** What denies the verb that it stands before; "n't" has the lemma "not". */
const NEGATION: ReadonlySet<string> = new Set(['not', 'never', 'neither', 'nor'])
/** What denies inside a cue: "said **nothing** of", "made **no** mention of". */
const NEGATION_INSIDE: ReadonlySet<string> = new Set([...NEGATION, 'no', 'nothing'])
/** Phrases that hold a negation and deny nothing: "not only said", "made no secret of". */
const AFFIRMING = phrasesOf('affirming')
/** What comes before saying in vain: "stopped short of", "has yet to". */
const WITHHOLDING = phrasesOf('withholding')
/** These say by themselves what they do: who refused to pay refused. */
const REFUSING: ReadonlySet<string> = new Set(['decline', 'hesitate', 'refuse', 'resist'])
/** Words that open a source which is nobody: "Neither sister", "no official". */
const NOBODY = listOf('nobody')
/** These deny a source that they stand right before: "neither | of the two ministers". */
const NO: ReadonlySet<string> = new Set(['neither', 'nor', 'no', 'none'])
const EXCEPT: ReadonlySet<string> = new Set(['but', 'except', 'besides'])
/** "A few", "the few". */
const SOME: ReadonlySet<string> = new Set(['a', 'the', 'these', 'those', 'her', 'his', 'its', 'their'])
const LIGHT: ReadonlySet<string> = new Set(['AUX', 'ADV', 'PART'])

/** Governors of an infinitive that nobody has spoken yet: "plans to say". */
const PROSPECTIVE = listOf('prospective')
const FUTURE: ReadonlySet<string> = new Set(['will', 'shall'])
const CONDITION: ReadonlySet<string> = new Set(['if', 'unless', 'should', 'supposing'])
const HEDGED_CUE =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|may|might|could|would(?! (?:(?:say )?only|like))|appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed)?|hint(?:s|ed)?)\b/iu

/**
 * Whether the source is said not to have said it: by the cue ("did not say", "stopped short of saying", "has yet to say"),
 * by what stands before it ("nor did she say") or by who is no source ("Neither sister said"). Two of these make one
 * saying: "did not hesitate to say".
 *
 * @param name Name of the source: a body called "No Borders" is somebody.
 */
export function isNegated(cue: CueWords, name: string | null): boolean {
  const denials = [hasNegation(cue), isWithheld(cue), isInverted(cue), isNobody(cue, name)]
  return denials.filter(Boolean).length % 2 === 1
}

/** Whether the cue weakens what it attributes ("reportedly", "might say") or tells of what is not said yet ("will say", "if he says"). */
export function isHedged(cue: CueWords): boolean {
  const { words, first, last, head } = cue
  const own = words.slice(first, last + 1)
  if (HEDGED_CUE.test(own.map(({ lower }) => lower).join(' '))) return true
  return (
    words.slice(startOfGroup(words, first), head).some(({ lemma }) => FUTURE.has(lemma)) ||
    isProspective(cue) ||
    isConditional(cue)
  )
}

function hasNegation({ words, first, last, source }: CueWords): boolean {
  const from = startOfGroup(words, first)
  return words.some((word, i) => {
    // "Neither | confirmed it": who is nobody denies it once.
    if (i < from || i > last || source.includes(word) || covers(words, i, AFFIRMING)) return false
    if (word.lower === 'no' && words[i + 1]?.lower === 'longer') return true
    return (i > first ? NEGATION_INSIDE : NEGATION).has(word.lemma)
  })
}

/** First word of the auxiliaries, adverbs and negations right before a cue, which its annotator or model may have left out. */
function startOfGroup(words: readonly Token[], first: number): number {
  let from = first
  for (; from > 0; from -= 1) {
    const { pos, lower, lemma } = words[from - 1] as Token
    if (!LIGHT.has(pos) && !NEGATION.has(lemma) && !/^(?:no|longer)$/.test(lower)) break
  }
  return from
}

/** Whether a phrase of withholding governs the cue's head, or begins in the cue and goes on behind it ("failed | to say"). */
function isWithheld({ words, first, head, last }: CueWords): boolean {
  return WITHHOLDING.some(phrase =>
    words.some((_, i) => {
      // What begins behind the cue is content: "said: “Stop the tax”".
      if (i > last || !matches(words, i, phrase)) return false
      const end = i + phrase.length
      if (i >= first && end > last + 1) return !REFUSING.has(phrase[0] as string)
      // "Avoided saying", "without saying": a verb without a preposition or "to" governs only this form.
      const isBare = !/^(?:to|of|from)$/.test(phrase.at(-1) as string)
      if (end > head || (isBare && words[head]?.lower.endsWith('ing') !== true)) return false
      return words.slice(end, head).every(({ pos }) => LIGHT.has(pos))
    }),
  )
}

/** "Nor did she say": the auxiliary stands before the source, the negation before it. */
function isInverted({ beforeSource }: CueWords): boolean {
  if (beforeSource.at(-1)?.pos !== 'AUX') return false
  const clause = beforeSource.slice(beforeSource.findLastIndex(({ pos }) => pos === 'PUNCT') + 1)
  return clause.some(({ lemma }) => NEGATION_INSIDE.has(lemma))
}

function isNobody({ source, beforeSource }: CueWords, name: string | null): boolean {
  const opening = source.findIndex(({ pos }) => pos !== 'PUNCT')
  const first = source[opening]
  if (first === undefined || source.some(({ lower }) => EXCEPT.has(lower))) return false
  if (name?.toLowerCase().startsWith(`${first.lower} `) === true) return false
  const next = source[opening + 1]
  const before = beforeSource.at(-1)
  if (first.lower === 'few') return before === undefined || !SOME.has(before.lower)
  // "No 10", "No-10".
  if (NOBODY.has(first.lower)) return !/^\d/.test(next?.text ?? '')
  const denied = before?.lower === 'of' ? beforeSource.at(-2) : before
  // "It was not the mayor who said"; "whether or not officials say".
  if (before?.lower === 'not') return beforeSource.at(-2)?.lower !== 'or'
  return denied !== undefined && NO.has(denied.lower)
}

/** "Expected to say", "is to announce". */
function isProspective({ words, head }: CueWords): boolean {
  let to = head - 1
  while (words[to]?.pos === 'ADV') to -= 1
  // Who wants to know asks already.
  if (words[to]?.lower !== 'to' || words[head]?.lemma === 'know') return false
  const governor = words[to - 1]
  return governor !== undefined && (PROSPECTIVE.has(governor.lemma) || governor.lemma === 'be')
}

/** "If he says", "had she said". */
function isConditional({ beforeSource, words, first }: CueWords): boolean {
  const [before, earlier] = [beforeSource.at(-1), beforeSource.at(-2)]
  if (before === undefined) return false
  if (CONDITION.has(before.lower)) return true
  const opens = earlier === undefined || earlier.pos === 'PUNCT' || earlier.pos === 'CCONJ'
  return opens && before.lower === 'had' && words[first - 1] !== before
}

function covers(words: readonly Token[], at: number, phrases: readonly (readonly string[])[]): boolean {
  return phrases.some(phrase => phrase.some((_, k) => at - k >= 0 && matches(words, at - k, phrase)))
}

function matches(words: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, k) => words[at + k]?.lemma === word || words[at + k]?.lower === word)
}
