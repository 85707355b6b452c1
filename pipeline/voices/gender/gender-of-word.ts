import type { Token } from '../../../src/domain/layers.ts'
import { isHonorific } from '../../word-classes.ts'
import { readWordList } from '../../word-list.ts'
import { type Gender, genderOfFirstName, genderOfWord } from '../../words/gender.ts'
import { GENDER_RULES, type GenderRule, type GenderSign } from './gender-rules.ts'

const read = (name: string) => readWordList(new URL(`../lexicon/${name}.txt`, import.meta.url))

/** Nouns and titles beside those that coreference goes by. */
const WOMEN = read('woman')
const MEN = read('man')
/** Nouns of a gender that texts say of anybody ("chairman", "midwife"). */
const SAID_OF_ANYBODY = read('said-of-anybody')
/** First names that women and men both have, here or in another language ("Kim", "Andrea"), and family names that stand first. */
const SHARED_NAMES = read('shared-name')
/** First names of men and women that are surnames, too. */
const SURNAMES_TOO = read('surname-too')
const INITIAL = /^\p{Lu}\.?(?:\p{Lu}\.?)*$/u

/** The gender that a noun or title says, or null. */
function genderOfNoun(lower: string): Gender | null {
  const word = lower.endsWith('.') ? lower.slice(0, -1) : lower
  if (WOMEN.has(word)) return 'woman'
  if (MEN.has(word)) return 'man'
  // Whatever she does: there is no end to such compounds.
  return genderOfWord(word) ?? (/\p{L}{2}woman$/u.test(word) ? 'woman' : null)
}

/** What a noun or title beside a name says of who has it, or null. */
export function readNounSign(tokens: readonly Token[], at: number): GenderSign | null {
  const token = tokens[at] as Token
  const { lower, start, end } = token
  const title = isHonorific(token)
  if (title && /^mx\.?$/.test(lower))
    return signOf('gender-title', 'nonbinary', token, `“${token.text}” is a title of neither women nor men.`)
  // "Drag queen" is said of men, "beauty queen" is no queen.
  if (tokens[at - 1]?.lower === 'drag') return null
  const gender = genderOfNoun(lower)
  if (gender === null) return null
  const rule = ruleOf(lower, title)
  return signOf(
    rule,
    gender,
    { start, end },
    `“${token.text}” is said of a ${gender}${rule === 'gender-office' ? ', but of others, too' : ''}.`,
  )
}

/** What a noun for several says of all of them ("the **women**", "**fathers**"), or null; what is said of anybody says nothing. */
export function readPluralSign(token: Token): GenderSign | null {
  const { text, start, end } = token
  const singular = singularOf(token)
  const gender = SAID_OF_ANYBODY.has(singular) ? null : genderOfNoun(singular)
  if (gender === null || singular === token.lower) return null
  return signOf('gender-noun', gender, { start, end }, `“${text}” is said of ${gender === 'woman' ? 'women' : 'men'}.`)
}

/** A capital at a sentence's beginning makes the tagger take a noun for a name, which has no lemma. */
function singularOf({ lower, lemma }: Token): string {
  if (lemma !== lower) return lemma
  if (lower.endsWith('men')) return `${lower.slice(0, -2)}an`
  return lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.endsWith('s') ? lower.slice(0, -1) : lower
}

function ruleOf(lower: string, title: boolean): GenderRule {
  if (title) return 'gender-title'
  return SAID_OF_ANYBODY.has(lower) ? 'gender-office' : 'gender-noun'
}

export function signOf(
  rule: GenderRule,
  gender: GenderSign['gender'],
  span: GenderSign['span'],
  reason: string,
): GenderSign {
  return {
    rule,
    gender,
    span: span === null ? null : { start: span.start, end: span.end },
    weight: GENDER_RULES[rule].weight,
    reason,
  }
}

/** What a list of first names says of a name, or null. A word alone counts where it is no usual surname ("Isabel", but not "Martin"). */
export function readFirstName(name: string): GenderSign | null {
  const words = name.split(/\s+/)
  const at = words.findIndex(word => !INITIAL.test(word))
  const first = words[at]
  if (first === undefined) return null
  const key = first.toLowerCase()
  if (at === words.length - 1 && SURNAMES_TOO.has(key)) return null
  const gender = SHARED_NAMES.has(key) ? null : genderOfFirstName(key)
  if (gender === null) return null
  return signOf(
    'gender-first-name',
    gender,
    null,
    `“${first}” is listed as a first name of ${gender === 'woman' ? 'women' : 'men'}: weak evidence.`,
  )
}
