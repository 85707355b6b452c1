import type { Sentence, Token, TokensLayer } from '../../src/domain/layers.ts'
import {
  HYPHEN_ENDINGS,
  isCommon,
  isFirstName,
  isLastName,
  isNameless,
  isOrganisationName,
  isOrganisationWord,
  isPlaceName,
  isTime,
  isTitle,
  OTHER_HEADS,
  PARTICLES,
  PLACE_HEADS,
} from '../word-classes.ts'

/** Tokens `[from, to)` that read as one name or several that follow one another. */
export interface Run {
  readonly from: number
  readonly to: number
  /** Whether the first capital stands where any word has one: at a sentence's or quotation's start. */
  readonly initial: boolean
}

const CAPITAL = /^\p{Lu}/u
const PREFIXED = /^(?:pro|anti|non|ex|pan|pre|post|un|neo|mid|sub|re)-/
/** "iPhone", "al-Amr"; never "pro-Beijing". */
const COMPOUND_NAME = /^(?!(?:pro|non|ex|pan|pre|un|neo|mid|sub|co|all|re|bi|tri)-)\p{Ll}{1,3}-?\p{Lu}/u
const CASELESS_LETTER = /^\p{Lo}/u
const OPENING: ReadonlySet<string> = new Set('"“‘«(:•·*|—–[')
const NEVER: ReadonlySet<string> = new Set('PRON DET AUX ADP CCONJ SCONJ PART INTJ PUNCT SYM NUM'.split(' '))
/** The article in front of an Arabic name's last part, in small letters. */
const ARTICLE = /^(?:al|el|as|ar|ash|at|ad|an|ul)$/
/** No name is longer, in tokens. */
const LONGEST_RUN = 24
const PLURAL_OWNER =
  /^(?:people|women|children|men|workers|farmers|teachers|nurses|veterans|writers|players|king|queen|prince|bishop|mothers|fishermen|lloyd|sotheby|christie|mcdonald)$/
const BEFORE_OF =
  /^(?:republic|gulf|isle|city|state|university|church|bay|strait|sea|horn|house|house of representatives|court|bank|secretary|minister|head|daughters|sons|friends|lord|duke|duchess|prince|princess|archbishop|bishop|ministry|port|cape|order|center|centre|hall|battle|treaty|museum|institute|school)$/

/**
 * Finds runs of capitalised words in running text, with the small words that join them. A sentence whose words nearly
 * all have capitals is left out: there they prove nothing.
 */
export function findRuns({ tokens, sentences, paragraphs }: TokensLayer): Run[] {
  const runs: Run[] = []
  const bearers = findBearers(tokens)
  for (const sentence of sentences) {
    if (isTitleCase(tokens, sentence, paragraphs[sentence.paragraph]?.heading === true)) continue
    for (let i = sentence.firstToken; i < sentence.endToken; i += 1) {
      const article =
        opensWithArticle(tokens, i) && i + 2 < sentence.endToken && bearers.has((tokens[i + 2] as Token).lower)
      if (!article && !startsName(tokens, i, sentence)) continue
      const to = endOfRun(tokens, article ? i + 2 : i, sentence.endToken)
      const caseless = isCaseless((tokens[i] as Token).text)
      runs.push({ from: i, to, initial: !caseless && isInitial(tokens, i, sentence) })
      i = to - 1
    }
  }
  return runs
}

/** "jabouri" where somebody is called "Hussein al-Jabouri": what "al-Jabouri" is short for. */
function findBearers(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 1; i + 2 < tokens.length; i += 1) {
    if (!opensWithArticle(tokens, i)) continue
    const { text, lower } = tokens[i - 1] as Token
    if (CAPITAL.test(text) && !isCommon(lower)) found.add((tokens[i + 2] as Token).lower)
  }
  return found
}

/** "al-Jabouri" without a first name: cut at its hyphen. */
function opensWithArticle(tokens: readonly Token[], i: number): boolean {
  const [article, hyphen, name] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]]
  return (
    ARTICLE.test(article.text) &&
    hyphen?.text === '-' &&
    article.end === hyphen.start &&
    hyphen.end === name?.start &&
    CAPITAL.test(name.text)
  )
}

/** A headline in title case or capitals: at least four words in five begin with a capital. */
export function isTitleCase(tokens: readonly Token[], { firstToken, endToken }: Sentence, heading: boolean): boolean {
  let words = 0
  let capitals = 0
  let loud = 0
  for (let i = firstToken; i < endToken; i += 1) {
    const { text, lower } = tokens[i] as Token
    if (text.length < 4) continue
    const first = text.charCodeAt(0)
    const ascii = first < 128
    if (ascii ? !((first >= 65 && first <= 90) || (first >= 97 && first <= 122)) : !/^\p{L}/u.test(text)) continue
    words += 1
    if (text === lower) continue
    if (ascii ? first <= 90 : CAPITAL.test(text)) capitals += 1
    if (text === text.toUpperCase()) loud += 1
  }
  if (words >= 3 && loud / words > 0.7) return true
  const last = tokens[endToken - 1] as Token
  if (firstToken === 0 && words >= 4 && capitals === words && isCapitalThroughout(tokens, endToken)) return true
  if (heading && words >= 2 && capitals / words >= 0.75 && !/^[.!?]$/.test(last.text)) return true
  return words >= 4 && capitals / words >= 0.8 && !/^[.!?]$/.test(last.text)
}

/** An article's first line with a full stop: a headline when nothing but small words is in small letters. */
function isCapitalThroughout(tokens: readonly Token[], endToken: number): boolean {
  for (let i = 0; i < endToken; i += 1) {
    const { text, lower, pos } = tokens[i] as Token
    if (text === lower && /^\p{L}/u.test(text) && !/^(?:ADP|DET|CCONJ|PART|SCONJ)$/.test(pos)) return false
  }
  return true
}

export function isInitial(tokens: readonly Token[], i: number, { firstToken }: { firstToken: number }): boolean {
  return i === firstToken || OPENING.has((tokens[i - 1] as Token).text)
}

function startsName(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  const token = tokens[i] as Token
  // Four words in five: small letters of a script that has capitals.
  if (token.text === token.lower && token.text.charCodeAt(0) < 128) return false
  if (isCaseless(token.text)) return token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'X'
  if (!isNameWord(token)) return false
  if (token.lower === 'i' || (token.text.length === 1 && token.text !== token.text.toLowerCase())) {
    // "A Labour source": an article, unless more initials follow.
    if (token.text === 'A' && token.pos === 'DET' && tokens[i + 1]?.text.length !== 1) return false
    // "I"; a letter alone is no name, but "J. Smith" and "K Sharma" are.
    return token.lower !== 'i' && tokens[i + 1] !== undefined && isNameWord(tokens[i + 1] as Token)
  }
  const next = i + 1 < sentence.endToken ? (tokens[i + 1] as Token) : undefined
  // "Sources close to the club": the capital is the sentence's.
  if (i === sentence.firstToken && isNameless(token) && next?.lower !== 'of' && !CAPITAL.test(next?.text ?? ''))
    return false
  if (isInitial(tokens, i, sentence)) return !NEVER.has(token.pos) && token.pos !== 'ADV'
  // "AS Heagle": initials in front of a name.
  if (/^\p{Lu}{2,3}$/u.test(token.text) && next !== undefined && CAPITAL.test(next.text)) return true
  return (
    !NEVER.has(token.pos) ||
    isPlaceName(token.lower) ||
    (/^\p{Lu}{3,}$/u.test(token.text) && (token.pos === 'NUM' || isOrganisationName(token.lower)))
  )
}

/** Whether a word is of a script without capitals. */
function isCaseless(text: string): boolean {
  return text.charCodeAt(0) > 127 && CASELESS_LETTER.test(text)
}

function isNameWord(token: Token): boolean {
  if (isTime(token) || (token.lower.includes('-') && PREFIXED.test(token.lower))) return false
  const first = token.text.charCodeAt(0)
  if (first >= 65 && first <= 90) return true
  // Without capitals there is none inside either.
  if (first < 128 && token.text === token.lower) return false
  return CAPITAL.test(token.text) || isCaseless(token.text) || COMPOUND_NAME.test(token.text)
}

function endOfRun(tokens: readonly Token[], from: number, limit: number): number {
  let to = from + 1
  while (to < limit && to - from < LONGEST_RUN) {
    const joined = joinNext(tokens, from, to, limit)
    if (joined === to) break
    to = joined
  }
  return to
}

/** Where the run ends once what follows `to` has been taken in; `to` itself when nothing more belongs to it. */
function joinNext(tokens: readonly Token[], from: number, to: number, limit: number): number {
  const token = tokens[to] as Token
  const before = tokens[to - 1] as Token
  const next = to + 1 < limit ? tokens[to + 1] : undefined
  if (token.text === '-' || token.text === '‑') return joinHyphen(tokens, from, to, limit)
  if (isPlaceName(before.lower) && /\.\p{Lu}\.$/u.test(before.text) && to - from > 1) return to
  // "Theresa May", "Mrs May": no month.
  if (token.text === 'May' && (isFirstName(before.lower) || isTitle(before))) return to + 1
  if (isNameWord(token)) {
    if (!NEVER.has(token.pos)) return to + 1
    // "James To", "Doctor Who": a capital in mid-sentence is meant, unless a new sentence was left unmarked.
    const ends = next === undefined || /^(?:PUNCT|VERB|AUX|ADP|CCONJ)$/.test(next.pos) || isNameWord(next)
    return ends &&
      token.pos !== 'PRON' &&
      token.pos !== 'DET' &&
      !/^(?:in|on|at|by|from|with|after|as|of)$/.test(token.lower)
      ? to + 1
      : to
  }
  if (next === undefined) return to
  if (
    PARTICLES.has(token.lower) &&
    next.text === '-' &&
    CAPITAL.test((tokens[to + 2] as Token | undefined)?.text ?? '')
  )
    return Math.min(to + 3, limit)
  if (PARTICLES.has(token.lower) && isNameWord(next) && !NEVER.has(next.pos)) return to + 2
  if (token.text === '&' && isNameWord(next)) return to + 2
  if (/^['’]s$/.test(token.text) && isNameWord(next) && ownsInName(tokens, from, to)) return to + 2
  // "Traders' Union": what is of several.
  const isOfSeveral = /^['’]$/.test(token.text) && token.start === before.end && /s$/.test(before.lower)
  if (
    isOfSeveral &&
    isNameWord(next) &&
    (isOrganisationWord(next) || /^(?:associations|unions|federations)$/.test(next.lower))
  )
    return to + 2
  if (token.lower === 'of') return joinOf(tokens, from, to, limit)
  const head = tokens.slice(from, to)
  // "Vice President for Research Ann Coe": the office reaches to the name.
  const isOffice = isTitle(before) || (isTitle(head[0] as Token) && head[1]?.lower === 'of')
  if (token.lower === 'for' && isOffice && isNameWord(next) && namesSomebody(tokens, to + 2, limit)) return to + 2
  const opened = head.some(({ lower }) => lower === 'of' || lower === 'for' || lower === 'on')
  if (/^(?:for|on)$/.test(token.lower) && isOrganisationWord(before) && isNameWord(next) && !isPlaceName(next.lower))
    return to + 2
  // "Ministry of Health and Welfare": never two names that stand side by side.
  const isMatter = head.some(({ lower }) => MATTERS.test(lower)) ? isNobody : isPlainWord
  if (
    token.text === ',' &&
    opened &&
    isNameWord(next) &&
    isMatter(before) &&
    isMatter(next) &&
    tokens[to + 2]?.lower === 'and'
  )
    return to + 2
  if (token.lower === 'and' && opened && isNameWord(next) && isMatter(before) && !startsAnother(next)) return to + 2
  return to
}

/** "Korean People's Army", "St John's Hospital": a genitive inside a name. */
function ownsInName(tokens: readonly Token[], from: number, to: number): boolean {
  if (PLURAL_OWNER.test((tokens[to - 1] as Token).lower)) return true
  const head = tokens[to + 1] as Token
  return /^st\.?$/.test((tokens[from] as Token).lower) && (isOrganisationWord(head) || PLACE_HEADS.has(head.lower))
}

/** "… of Health and Ann Lee", "… of Health and Kenya": a name that stands beside. */
function startsAnother({ lower }: Token): boolean {
  return isFirstName(lower) || isPlaceName(lower)
}

/** What is over several matters: "Ministry of Trade, Industry and Tourism". */
const MATTERS = /^(?:ministry|department|directorate)$/

function isNobody(token: Token): boolean {
  const { lower, text } = token
  return (
    /^\p{L}{2,}$/u.test(text) && !isFirstName(lower) && !isLastName(lower) && !isPlaceName(lower) && !isTitle(token)
  )
}

/** "… Research | Ann Coe" */
function namesSomebody(tokens: readonly Token[], i: number, limit: number): boolean {
  const [first, last] = [tokens[i], tokens[i + 1]]
  return i + 1 < limit && first !== undefined && last !== undefined && isFirstName(first.lower) && isNameWord(last)
}

function isPlainWord(token: Token): boolean {
  // "Co-operation"
  return (
    /-\p{Ll}/u.test(token.text) ||
    isCommon(token.lower) ||
    isOrganisationWord(token) ||
    OTHER_HEADS.has(token.lower) ||
    token.pos === 'NOUN'
  )
}

function joinOf(tokens: readonly Token[], from: number, to: number, limit: number): number {
  const before = tokens[to - 1] as Token
  const takes =
    isOrganisationWord(before) ||
    BEFORE_OF.test(before.lower) ||
    PLACE_HEADS.has(before.lower) ||
    (isTitle(before) && to - from <= 4)
  if (!takes) return to
  const article = (tokens[to + 1] as Token | undefined)?.lower === 'the' ? 1 : 0
  const next = to + 1 + article < limit ? tokens[to + 1 + article] : undefined
  return next !== undefined && isNameWord(next) && !NEVER.has(next.pos) ? to + 2 + article : to
}

/** A hyphen without spaces: "Cheuk-ting", "Singh-Hegseth", "al-Amr"; never "London-based". */
function joinHyphen(tokens: readonly Token[], from: number, to: number, limit: number): number {
  const hyphen = tokens[to] as Token
  const before = tokens[to - 1] as Token
  const next = to + 1 < limit ? tokens[to + 1] : undefined
  if (next === undefined || before.end !== hyphen.start || hyphen.end !== next.start) return to
  if (CAPITAL.test(next.text)) {
    // wink cuts "India-U.S." into "India", "-", "U", ".", "S."
    const last = tokens[to + 3]
    const pointed = next.text.length === 1 && tokens[to + 2]?.text === '.' && /^\p{Lu}\.?$/u.test(last?.text ?? '')
    return pointed && tokens[to + 2]?.end === last?.start ? Math.min(to + 4, limit) : to + 2
  }
  const syllable = /^[a-z]{2,6}$/.test(next.text) && !HYPHEN_ENDINGS.has(next.lower) && !isCommon(next.lower)
  return syllable && to - from >= 2 && before.text.length <= 6 ? to + 2 : to
}
