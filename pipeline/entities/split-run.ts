import type { Token } from '../../src/domain/layers.ts'
import {
  hasTag,
  isCommon,
  isCompass,
  isDemonym,
  isFirstName,
  isLastName,
  isOrganisationName,
  isOrganisationWord,
  isPeople,
  isPlaceName,
  isRole,
  isTitle,
  isTitlePhrase,
  OTHER_HEADS,
  opensPlaceName,
  PLACE_HEADS,
} from '../word-classes.ts'
import type { Run } from './find-runs.ts'
import { keyOf, type Name } from './name.ts'

const NAMED_AFTER =
  /^(?:memorial|foundation|airport|hospital|stadium|prize|award|library|museum|institute|arena|bridge|trophy|cup)$/

/** What the whole article says about its words, all in lower case. */
export interface ArticleWords {
  /** Words that it also has in small letters. */
  readonly seenSmall: ReadonlySet<string>
  /** Single words that stand alone as names or end a longer one. */
  readonly alone: ReadonlySet<string>
  /** Runs that stand where only a name has a capital. */
  readonly whole: ReadonlySet<string>
}

/**
 * Cuts a run into the names in it: a title from its holder ("Defence Minister | Rajnath Singh"), a country from who
 * follows it, the two sides of "Singh-Hegseth". Places inside a longer name are names of their own besides.
 */
export function splitRun(tokens: readonly Token[], run: Run, { seenSmall, alone, whole: sure }: ArticleWords): Name[] {
  const known = !run.initial || sure.has(keyOf(tokens, { nameFrom: run.from, to: run.to }))
  const from = known ? run.from : skipCommonOpening(tokens, run, seenSmall)
  if (from >= run.to) return []
  const pair = splitPair(tokens, from, run.to, alone)
  if (pair !== null)
    return pair.map(([start, to]) => ({
      from: start,
      nameFrom: start,
      to,
      initial: false,
      office: false,
      nested: false,
    }))
  const initial = run.initial && from === run.from
  if (!initial && isTitleOnly(tokens, from, run.to) && !holdsOffice(tokens, from, run.to)) return []
  if (!initial && holdsOffice(tokens, from, run.to)) {
    const office = { ...whole(from, from, run.to, false), office: true }
    const body = bodyOfOffice(tokens, from, run.to)
    return [office, ...(body === null ? nestedNames(tokens, from, run.to, null) : [nested(body, run.to)])]
  }
  const titleEnd = endOfTitle(tokens, from, run.to)
  if (titleEnd > from) {
    const holder = whole(from, titleEnd, run.to, initial)
    // "Chief Financial Officer" holds no body called Chief Financial.
    return isTitleOnly(tokens, from, titleEnd) ? [holder] : [holder, ...nestedNames(tokens, from, titleEnd, null)]
  }
  const country = endOfPlacePrefix(tokens, from, run.to)
  if (country > from) {
    const place = { from, nameFrom: from, to: country, initial: false, office: false, nested: false }
    return [place, whole(country, country, run.to, false)]
  }
  const first = tokens[from] as Token
  if (run.to - from === 1 && isPeople(first)) return []
  if (isCompass(first) && isPeople(tokens[run.to - 1] as Token)) return []
  const listed =
    isPlaceName(phraseOf(tokens, from, run.to)) || (isCompass(first) && isPlaceName(phraseOf(tokens, from + 1, run.to)))
  const nameFrom = isPeople(first) && run.to - from > 1 && !listed && !hasHead(tokens, from, run.to) ? from + 1 : from
  const name = whole(nameFrom, nameFrom, run.to, initial)
  return listed
    ? [name]
    : [name, ...namesakes(tokens, nameFrom, run.to), ...nestedNames(tokens, nameFrom, run.to, nameFrom)]
}

/** "the President", "Malaysia's Prime Minister", "the Secretary of State": whose holder the text means. */
function holdsOffice(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const after = tokens[to]
  // "Prime Minister's Questions" are put to whoever holds the office.
  if (after?.lower === "'s" && isTitleOnly(tokens, from, to)) return true
  if (before === undefined || !/^(?:the|'s|our|his|her|their)$/.test(before.lower) || after?.text === '-') return false
  const last = tokens[to - 1] as Token
  if (isTitle(last)) return to - from <= 4
  if (bodyOfOffice(tokens, from, to) !== null) return true
  return (tokens[from + 1] as Token | undefined)?.lower === 'of' && isTitle(tokens[from] as Token) && to - from <= 4
}

/** Where the body begins in "National President | of the Dockers Association"; null where there is none. */
function bodyOfOffice(tokens: readonly Token[], from: number, to: number): number | null {
  let of = from + 1
  while (of < Math.min(to, from + 4) && (tokens[of] as Token).lower !== 'of') of += 1
  const title = tokens[of - 1] as Token
  if (of >= to - 1 || tokens[of]?.lower !== 'of' || !isTitle(title) || isOrganisationWord(title)) return null
  const body = (tokens[of + 1] as Token).lower === 'the' ? of + 2 : of + 1
  return to - body > 1 && isOrganisationWord(tokens[to - 1]) ? body : null
}

function whole(from: number, nameFrom: number, to: number, initial: boolean): Name {
  return { from, nameFrom, to, initial, office: false, nested: false }
}

/** "Successful Stormtroopers", "Detective Lee": a first word that is common here belongs to no name after it. */
function skipCommonOpening(tokens: readonly Token[], { from, to }: Run, seenSmall: ReadonlySet<string>): number {
  const first = tokens[from] as Token
  const second = tokens[from + 1]
  if (
    to - from === 1 ||
    second === undefined ||
    isTitle(first) ||
    isTitles(first) ||
    isDemonym(first) ||
    isFirstName(first.lower)
  )
    return from
  if (isTitle(`${first.lower} ${second.lower}`) || isPlaceName(`${first.lower} ${second.lower}`)) return from
  const common = isCommon(first.lower) || seenSmall.has(first.lower) || isRole(first) || first.pos === 'VERB'
  if (!common || isOrganisationWord(first) || second.text === '-' || second.lower === 'of') return from
  const plain = isCommon(second.lower) || isOrganisationWord(second) || seenSmall.has(second.lower)
  return plain ? from : from + 1
}

/** "Justices Ann Lee and Bo Roy": what the first of several is called. */
function isTitles({ lower }: Token): boolean {
  return lower.endsWith('s') && !isTitle(lower) && isTitle(lower.slice(0, -1))
}

/** Where the titles before a name end; `from` when there are none. */
function endOfTitle(tokens: readonly Token[], from: number, to: number): number {
  if (isTitles(tokens[from] as Token) && to - from > 2 && !hasHead(tokens, from + 1, to)) return from + 1
  let end = from
  for (let i = from; i < Math.min(to - 1, from + 6); i += 1) {
    const lower = (tokens[i] as Token).lower
    const pair = i + 1 < to - 1 ? `${lower} ${(tokens[i + 1] as Token).lower}` : ''
    if (i + 2 < to - 1 && isTitle(`${pair} ${(tokens[i + 2] as Token).lower}`)) end = i + 3
    else if (isTitle(pair)) end = i + 2
    else if (isTitle(tokens[i] as Token)) end = i + 1
    else if (end > from) break
  }
  if (end === from) return from
  if (/^(?:of|for)$/.test((tokens[end] as Token).lower)) return endOfOffice(tokens, from, end, to)
  if ((tokens[end] as Token).text === '-') return from
  // "Justice Department", "General Assembly", "King County", "Queen Elizabeth Hospital" hold no title.
  const given = isFirstName((tokens[end] as Token).lower) && to - end === 2
  return given || !hasHead(tokens, end, to) ? end : from
}

/** "Secretary of Defense Pete Hegseth": the office reaches to where a person's name begins. */
function endOfOffice(tokens: readonly Token[], from: number, of: number, to: number): number {
  for (let i = of + 2; i < to - 1; i += 1) {
    if (isFirstName((tokens[i] as Token).lower)) return i
  }
  const left = to - of
  return left > 3 && !hasHead(tokens, to - 1, to) ? to - 2 : from
}

export function hasHead(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1] as Token
  if (isOrganisationWord(last) || PLACE_HEADS.has(last.lower) || OTHER_HEADS.has(last.lower)) return true
  for (let i = from; i < to - 1; i += 1) {
    const token = tokens[i] as Token
    if ((tokens[i + 1] as Token).lower === 'of' && (isOrganisationWord(token) || PLACE_HEADS.has(token.lower)))
      return true
  }
  return false
}

/** "United States | Hamdullah Mohib": the end of a place that opens a run in front of a person's name. */
function endOfPlacePrefix(tokens: readonly Token[], from: number, to: number): number {
  if (to - from < 3 || hasHead(tokens, from, to)) return from
  const longest = opensPlaceName((tokens[from] as Token).lower) ? 3 : 1
  for (let end = Math.min(from + longest, to - 2); end > from; end -= 1) {
    const rest = tokens[end] as Token
    const phrase = phraseOf(tokens, from, end)
    if (!isPlaceName(phrase)) continue
    const unknown =
      to - end <= 3 && hasTag(phrase, ['Country']) && tokens.slice(end, to).every(({ lower }) => !isCommon(lower))
    if (isFirstName(rest.lower) || unknown) return end
  }
  return from
}

/** "Singh-Hegseth", "India-U.S.": two names, where each side stands alone elsewhere or is a listed place. */
function splitPair(
  tokens: readonly Token[],
  from: number,
  to: number,
  alone: ReadonlySet<string>,
): [number, number][] | null {
  const hyphen = tokens[from + 1]
  if (to - from < 3 || hyphen === undefined || !/^[-‑–—/]$/.test(hyphen.text)) return null
  const left = (tokens[from] as Token).lower
  const right = keyOf(tokens, { nameFrom: from + 2, to })
  if (right.includes(' ') || isPlaceName(`${left}-${right}`)) return null
  const known = (word: string) => alone.has(word) || isPlaceName(word)
  return known(left) && known(right)
    ? [
        [from, from + 1],
        [from + 2, to],
      ]
    : null
}

/** Whom a memorial, prize or hospital is named after: "Chiang Kai Shek | Memorial". */
function namesakes(tokens: readonly Token[], from: number, to: number): Name[] {
  for (let end = from + 2; end < to; end += 1) {
    const head = tokens[end] as Token
    if (!NAMED_AFTER.test(head.lower)) continue
    const words = tokens.slice(from, end)
    const [first, last] = [words[0] as Token, words.at(-1) as Token]
    // A memorial is nearly always somebody's; a stadium or an airport may be a town's.
    const known =
      head.lower === 'memorial' || isFirstName(first.lower) || isLastName(first.lower) || isLastName(last.lower)
    if (!known || words.some(word => word.lower === 'of' || isCommon(word.lower) || isPlaceName(word.lower))) return []
    return [{ ...nested(from, end), namesake: true }]
  }
  return []
}

/** Places inside a longer name, and the body before a title in it ("State Department | Spokesperson"). */
function nestedNames(tokens: readonly Token[], from: number, to: number, whole: number | null): Name[] {
  const names: Name[] = []
  if (whole === null) {
    for (let end = to - 1; end > from; end -= 1) {
      const named = isOrganisationName(phraseOf(tokens, from, end))
      if (!named && !(end - from > 1 && isOrganisationWord(tokens[end - 1]))) continue
      names.push(nested(from, end))
      break
    }
  }
  for (let i = from; i < to; i += 1) {
    const longest = opensPlaceName((tokens[i] as Token).lower) ? 3 : 1
    for (let end = Math.min(i + longest, to); end > i; end -= 1) {
      if ((i === whole && end === to) || !isPlaceName(phraseOf(tokens, i, end))) continue
      // "LA" is Los Angeles, "La" is not.
      if (end - i === 1 && /^\p{Lu}\p{Ll}$/u.test((tokens[i] as Token).text)) continue
      names.push(nested(i, end))
      i = end - 1
      break
    }
  }
  return names
}

function nested(from: number, to: number): Name {
  return { from, nameFrom: from, to, initial: false, office: false, nested: true }
}

function isTitleOnly(tokens: readonly Token[], from: number, to: number): boolean {
  return isTitlePhrase(tokens, from, to, phraseOf(tokens, from, to))
}

function phraseOf(tokens: readonly Token[], from: number, to: number): string {
  let phrase = ''
  for (let i = from; i < to; i += 1) phrase += `${i === from ? '' : ' '}${(tokens[i] as Token).lower}`
  return phrase
}
