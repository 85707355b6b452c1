import type { Token } from '../../src/domain/layers.ts'
import type { CueWords } from './cue-words.ts'
import { isInverted, isNobody, isPrevented, isUntrue } from './denied-source.ts'
import { AFFIRMING, covers, matches, NEGATION, NEGATION_INSIDE, phrasesOf } from './polarity-phrases.ts'

/** What comes before saying in vain: "stopped short of", "has yet to". */
const WITHHOLDING = phrasesOf('withholding')
/** These say by themselves what they do: who refused to pay refused. */
const REFUSING: ReadonlySet<string> = new Set(['decline', 'hesitate', 'refuse', 'resist'])
/** With these nothing could be said: "could not have put it **better**". */
const BETTER: ReadonlySet<string> = new Set(['better', 'clearer', 'louder', 'plainer', 'stronger'])
/** They stand so many words behind the verb at most. */
const COMPARISON = 3
const LIGHT: ReadonlySet<string> = new Set(['AUX', 'ADV', 'PART'])

/** Governors of an infinitive that nobody has spoken yet: "plans to say". */
const PROSPECTIVE = new Set(phrasesOf('prospective').map(([word]) => word))
const FUTURE: ReadonlySet<string> = new Set(['will', 'shall'])
const CONDITION: ReadonlySet<string> = new Set(['if', 'unless', 'should', 'supposing'])
const HEDGED_CUE =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|may|might|could|would(?! (?:(?:say )?only|like))|appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed)?|hint(?:s|ed)?)\b/iu

/**
 * Whether the source is said not to have said it: by the cue ("did not say", "stopped short of saying", "has yet to say"),
 * by what stands before it ("nor did she say", "it is not true that she said") or by who is no source ("Neither sister said"). Two
 * of these make one saying: "did not hesitate to say".
 *
 * @param name Name of the source: a body called "No Borders" is somebody.
 */
export function isNegated(cue: CueWords, name: string | null): boolean {
  const own = hasNegation(cue) && !isEmphatic(cue)
  const denials = [own, isWithheld(cue), isInverted(cue), isNobody(cue, name), isPrevented(cue), isUntrue(cue)]
  return denials.filter(Boolean).length % 2 === 1
}

/** Whether the cue weakens what it attributes ("reportedly", "might say") or tells of what is not said yet ("will say", "if he says"). */
export function isHedged(cue: CueWords): boolean {
  const { words, first, last, head } = cue
  const own = words.slice(first, last + 1)
  if (isEmphatic(cue)) return false
  if (HEDGED_CUE.test(own.map(({ lower }) => lower).join(' '))) return true
  return (
    words.slice(startOfGroup(words, first), head).some(({ lemma }) => FUTURE.has(lemma)) ||
    isProspective(cue) ||
    isConditional(cue)
  )
}

/** "Could not have said it better", "cannot say more plainly": it is said, and with weight. */
function isEmphatic({ words, first, head }: CueWords): boolean {
  const from = startOfGroup(words, first)
  const can = words.findIndex(({ lemma }, i) => i >= from && i < head && /^(?:can|could)$/.test(lemma))
  if (can < 0 || words[can + 1]?.lemma !== 'not') return false
  return words.slice(head, head + 1 + COMPARISON).some(({ lower, pos }, i) => {
    const next = words[head + 1 + i]
    return BETTER.has(lower) || (lower === 'more' && pos === 'ADV' && next?.pos === 'ADV')
  })
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
