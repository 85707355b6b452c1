import type { Mention, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { findMentionEndingAt, firstTokenOfName } from '../positions/mentions-at.ts'
import { isFirstName, isGenitive, isHonorific, isTitle } from '../word-classes.ts'
import { bodyAt } from './affiliated-body.ts'
import { isBeforeRole, opensCompound } from './before-role.ts'
import { isPlace, readPlace } from './introduced-place.ts'
import type { Introduction, IntroductionForm } from './introduction.ts'
import { readLetters, readParty } from './names/name-endings.ts'
import { endOfSentence, groundSpan, isOfPeople, isSameSentence, type PhraseReading } from './phrase-reading.ts'
import { BE, readPredicate, readPredicateAt } from './predicates.ts'
import { endOfOffice, holdsRoleNoun, isRoleNoun } from './role-nouns.ts'
import { type RolePhrase, readRolePhrase } from './role-phrase.ts'
import { readSharedApposition, readSharedRole } from './shared-roles.ts'

/** How far from a name what it is called is read, in tokens. */
const REACH = 16
const CLOSES = /^[,.;:)\]—–”"?!]$/
const OPENS_BEHIND = /^[,(—–]$/
/** What leads or speaks for a body: its object is whom somebody belongs to. */
const LEADS =
  /^(?:heads?|headed|leads?|led|runs?|ran|chairs?|chaired|directs?|directed|edits?|edited|owns?|owned|manages?|managed|founded|represents?|represented|coaches|coached|advises|advised|commands?|commanded|oversees|oversaw|founded|joined|left|quit)$/
const AT = /^(?:at|for|with|of)$/

const known = new WeakMap<Mention, readonly Introduction[]>()

/** Everything that stands beside a mention of a person, best to be read first. Linear: at most some tokens on either side are looked at. */
export function readIntroductions(reading: PhraseReading, mention: Mention): readonly Introduction[] {
  const before = known.get(mention)
  if (before !== undefined) return before
  const party = readParty(reading, mention) ?? readLetters(reading, mention)
  const found = [
    readInFront(reading, mention),
    readBefore(reading, mention),
    party ?? readBehind(reading, mention) ?? introduce('behind', readSharedApposition(reading, mention)),
    readPlace(reading, mention),
    introduce('predicate', readPredicate(reading, mention.endToken)),
  ]
  const said = found.filter(one => one !== null && (one.role !== null || one.affiliation !== null)) as Introduction[]
  known.set(mention, said)
  return said
}

/** What stands right before a name, or before the first of several. */
function readInFront(reading: PhraseReading, mention: Mention): Introduction | null {
  const title = readTitle(reading, mention)
  if (title?.role != null) return title
  const shared = readSharedRole(reading, mention)
  return shared?.role == null
    ? title
    : { form: 'title', role: shared.role, affiliation: shared.affiliation ?? title?.affiliation ?? null }
}

function introduce(form: IntroductionForm, phrase: RolePhrase | null): Introduction | null {
  return phrase === null ? null : { form, role: phrase.role, affiliation: phrase.affiliation }
}

/** "Harrow spokesman Ann Lee", "U.S. President Lee", "lead author Dr Ann Lee". */
function readTitle(reading: PhraseReading, mention: Mention): Introduction | null {
  const { tokens } = reading
  let end = firstTokenOfName(tokens, mention)
  const { sentence } = tokens[end] as Token
  while (end > 0 && isHonorific(tokens[end - 1] as Token)) end -= 1
  // "An entrepreneur named | Ann Lee".
  if (/^(?:named|called)$/.test(tokens[end - 1]?.lower ?? '') && end > 1)
    return introduce('title', readToEnd(reading, end - 2, end - 1, mention))
  let from = end
  from = startOfOffice(tokens, from)
  while (from > 0 && end - from < REACH && isInTitle(tokens, from - 1, sentence)) from -= 1
  const [only] = tokens.slice(from, from + 1)
  if (from === end || (end - from === 1 && only !== undefined && isFirstName(only.lower))) return null
  // "The minister of roads Paul Lee": with what it is minister of.
  const of = tokens[from - 1]
  const phrase = readRolePhrase(reading, from, end, mention)
  const isNamedWithOffice = /^\p{Ll}/u.test((tokens[from] as Token).text) && !isRoleNoun(tokens[end - 1])
  if (of !== undefined && /^(?:of|for)$/.test(of.lower) && of.sentence === sentence && isNamedWithOffice) {
    const whole = readToEnd(reading, from - 1, end, mention)
    if (whole !== null) return introduce('title', whole)
  }
  // "A celebrity Lee candidacy": the name belongs to the noun.
  const article = tokens[from - 1]?.lower ?? ''
  if (/^an?$/.test(article) && tokens[mention.endToken]?.pos === 'NOUN') return null
  if (phrase?.role == null) {
    const body = readBodyBefore(reading, mention, end)
    if (body !== null) return body
  }
  if (phrase === null) return null
  return phrase.endToken >= end || isTitle(tokens[end - 1] as Token) ? introduce('title', phrase) : null
}

/** "Fox News' Ann Lee", "CEO of the Refugee Council Ann Lee": a body's name right before somebody's. */
function readBodyBefore(reading: PhraseReading, mention: Mention, end: number): Introduction | null {
  const { tokens, mentions } = reading
  const last = isGenitive(tokens[end - 1]) ? end - 1 : end
  const body = findMentionEndingAt(
    mentions,
    last,
    one => one !== mention && one.type === 'organisation' && one.name !== null,
  )
  if (body === undefined || tokens[body.firstToken]?.sentence !== tokens[end]?.sentence) return null
  if (last < end) return { form: 'title', role: null, affiliation: groundSpan(reading, body.name as Span) }
  const of = tokens[body.firstToken - 1]?.lower === 'the' ? body.firstToken - 2 : body.firstToken - 1
  if (!/^(?:of|for|at)$/.test(tokens[of]?.lower ?? '')) return null
  return introduce('title', readToEnd(reading, of, end, mention))
}

/** "Secretary of State | Ann Lee": where the office begins that ends there, or the token itself. */
function startOfOffice(tokens: readonly Token[], end: number): number {
  for (let from = Math.max(0, end - 5); from < end - 1; from += 1)
    if (tokens[from]?.sentence === tokens[end - 1]?.sentence && endOfOffice(tokens, from, end) === end) return from
  return end
}

function isInTitle(tokens: readonly Token[], at: number, sentence: number): boolean {
  const token = tokens[at] as Token
  if (token.sentence !== sentence) return false
  const { pos, text, lower, end } = token
  if (/^(?:NOUN|ADJ|PROPN)$/.test(pos) || isBeforeRole(token) || text === '&') return true
  if (opensCompound(tokens, at)) return true
  if (isGenitive(token)) return at > 0
  if (text === '-') return tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === end
  return pos === 'VERB' && /^(?:managing|acting|leading|ruling|retired|outgoing|incoming)$/.test(lower)
}

/** The phrase that ends right before a token and begins the furthest before it. */
function readToEnd(reading: PhraseReading, last: number, end: number, mention: Mention): RolePhrase | null {
  const { tokens } = reading
  const { sentence } = tokens[end - 1] as Token
  let from = last
  const starts: number[] = []
  while (from >= 0 && end - from < REACH && isInPhrase(tokens, from, sentence)) {
    if (opensPhrase(tokens, from)) starts.push(from)
    from -= 1
  }
  for (const start of starts.toReversed()) {
    const phrase = readRolePhrase(reading, start, end, mention)
    if (phrase?.role != null && phrase.endToken === end && !isOfThings(tokens, phrase)) return phrase
  }
  return null
}

/** "Through a ventilation shaft, Ann Lee": an article alone makes nobody of a thing that stands before a name. */
function isOfThings(tokens: readonly Token[], { role }: RolePhrase): boolean {
  return role?.span == null || !holdsRoleNoun(tokens, role.span)
}

function isInPhrase(tokens: readonly Token[], at: number, sentence: number): boolean {
  const token = tokens[at] as Token
  if (token.sentence !== sentence) return false
  if (/^(?:NOUN|ADJ|PROPN|DET|ADP|PART|NUM|PRON|CCONJ)$/.test(token.pos) || isGenitive(token)) return true
  if (opensCompound(tokens, at)) return true
  return /^[-&]$/.test(token.text) || (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.lower))
}

/** Where a noun phrase can begin: at an article or owner, or behind what is no part of one. */
function opensPhrase(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, sentence } = tokens[at] as Token
  if (pos === 'DET' || /^(?:its|his|her|their|my|our)$/.test(lower)) return true
  const before = tokens[at - 1]
  if (!/^(?:NOUN|ADJ|PROPN)$/.test(pos)) return false
  return (
    before === undefined ||
    before.sentence !== sentence ||
    !(/^(?:NOUN|ADJ|PROPN|DET|PART)$/.test(before.pos) || /^(?:its|his|her|their|my|our)$/.test(before.lower))
  )
}

/** "The union's general secretary, Ann Lee,". */
function readBefore(reading: PhraseReading, mention: Mention): Introduction | null {
  const { tokens } = reading
  let comma = mention.firstToken - 1
  while (comma > 0 && (isHonorific(tokens[comma] as Token) || isArticleOf(tokens, comma, mention))) comma -= 1
  if (comma < 1 || tokens[comma]?.text !== ',' || tokens[comma]?.sentence !== tokens[mention.firstToken]?.sentence)
    return null
  const who = findWho(tokens, comma)
  const end = who ?? comma
  const phrase = readToEnd(reading, end - 1, end, mention)
  if (phrase === null || phrase.role?.span == null) return null
  const first = firstOfPhrase(tokens, end, phrase)
  if (!isDefinite(tokens, first)) return null
  // "Unlike the mayor, Ann Lee came"; "said the mayor, Ann Lee.": behind a word that takes an object, the name has to be closed, too.
  const before = tokens[first - 1]
  // "He is a crusader, Mr. Lee says": that is somebody else's predicate.
  if (before?.pos === 'AUX' && before.sentence === tokens[first]?.sentence) return null
  const takesObject =
    before !== undefined &&
    !opensWithAs(tokens, first) &&
    before.sentence === tokens[first]?.sentence &&
    /^(?:ADP|VERB|SCONJ|ADV)$/.test(before.pos)
  if (takesObject && !isClosed(tokens, mention.endToken)) return null
  return introduce('before', phrase)
}

/** "Its chairman, | the Reverend Ann Lee". */
function isArticleOf(tokens: readonly Token[], at: number, { firstToken, role }: Mention): boolean {
  return at === firstToken - 1 && role !== null && tokens[at]?.lower === 'the'
}

/** "A trader | who escaped through a shaft, Ann Lee": where the phrase ends that a clause stands between. */
function findWho(tokens: readonly Token[], comma: number): number | null {
  const { sentence } = tokens[comma] as Token
  for (let i = comma - 1; i > Math.max(0, comma - REACH); i -= 1) {
    const token = tokens[i] as Token
    if (token.sentence !== sentence || CLOSES.test(token.text)) return null
    if (token.lower === 'who') return i
  }
  return null
}

function firstOfPhrase(tokens: readonly Token[], end: number, { role, affiliation }: RolePhrase): number {
  const start = Math.min(
    role?.span?.start ?? Number.POSITIVE_INFINITY,
    affiliation?.span?.start ?? Number.POSITIVE_INFINITY,
  )
  let at = end - 1
  while (at > 0 && (tokens[at] as Token).start > start) at -= 1
  while (
    at > 0 &&
    !determines(tokens[at] as Token) &&
    (isOfPhrase(tokens[at - 1] as Token) || isCompound(tokens, at - 1))
  )
    at -= 1
  return at
}

/** "The | then-chairman". */
function isCompound(tokens: readonly Token[], at: number): boolean {
  return opensCompound(tokens, at) || (tokens[at]?.text === '-' && opensCompound(tokens, at - 1))
}

function isOfPhrase(token: Token): boolean {
  return (
    isBeforeRole(token) ||
    /^(?:NOUN|ADJ|NUM)$/.test(token.pos) ||
    determines(token) ||
    isOfPeople(token) ||
    // "The victim's sister": whose somebody is may be no affiliation.
    isGenitive(token)
  )
}

function determines({ pos, lower }: Token): boolean {
  return pos === 'DET' || /^(?:its|his|her|their|my|our)$/.test(lower)
}

/** "The mayor, Ann Lee" says who the mayor is; "mayor, Ann Lee" does where a sentence begins so. */
function isDefinite(tokens: readonly Token[], first: number): boolean {
  const { pos, lower, sentence } = tokens[first] as Token
  const before = tokens[first - 1]
  if (pos === 'DET' || /^(?:its|his|her|their|my|our)$/.test(lower) || before === undefined) return true
  if (opensWithAs(tokens, first)) return true
  if (before.sentence !== sentence || /^[“"‘'”’,—–:;(]$/.test(before.text) || before.pos === 'VERB') return true
  return pos === 'PROPN' || before.pos === 'DET'
}

/** "As | governor of Ohio, Ann Lee": a sentence's first word, or the first behind a comma. */
function opensWithAs(tokens: readonly Token[], first: number): boolean {
  const [as, before] = [tokens[first - 1], tokens[first - 2]]
  if (as?.lower !== 'as' || as.sentence !== tokens[first]?.sentence) return false
  return before === undefined || before.sentence !== as.sentence || before.text === ','
}

function isClosed(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end]
  return (
    next === undefined || next.sentence !== tokens[end - 1]?.sentence || CLOSES.test(next.text) || next.text === '('
  )
}

/** "Ann Lee, 54, a professor at Leeds,", "Ann Lee, who heads the union,", "Ann Lee, of the charity Second Dose,". */
function readBehind(reading: PhraseReading, mention: Mention): Introduction | null {
  const { tokens } = reading
  const opening = tokens[mention.endToken]
  if (opening === undefined || !OPENS_BEHIND.test(opening.text) || !isSameSentence(tokens, mention.endToken))
    return null
  let from = mention.endToken + 1
  if (/^\d{1,3}$/.test(tokens[from]?.text ?? '') && tokens[from + 1]?.text === ',') from += 2
  const limit = endOfSentence(tokens, from, 2 * REACH)
  const first = tokens[from]
  if (first === undefined || from >= limit) return null
  if (/^(?:of|from|at|with)$/.test(first.lower)) {
    const affiliation = bodyAt(reading, from + 1, limit, mention)
    if (affiliation === null || isPlace(reading, from + 1, limit, affiliation)) return null
    return { form: 'behind', role: null, affiliation }
  }
  if (first.lower === 'who' || first.lower === 'whose') return readClause(reading, from, limit, mention)
  const phrase = readRolePhrase(reading, from, limit, mention)
  const joined = phrase === null ? null : readJoined(reading, phrase, limit, mention)
  if (phrase !== null && joined !== null) return introduce('behind', joined)
  if (phrase === null || !endsApposition(tokens, from, phrase.endToken, limit)) return null
  // "…, a farmer who runs the union": the clause says where.
  if (phrase.affiliation === null && tokens[phrase.endToken]?.lower === 'who' && phrase.role !== null) {
    const clause = readClause(reading, phrase.endToken, limit, mention)
    if (clause?.affiliation != null) return { form: 'behind', role: phrase.role, affiliation: clause.affiliation }
  }
  return introduce('behind', phrase)
}

/** "A Leeds woman and | former nurse": what the second says where the first says that there is somebody. */
function readJoined(
  reading: PhraseReading,
  { role, endToken }: RolePhrase,
  limit: number,
  mention: Mention,
): RolePhrase | null {
  const { tokens } = reading
  if (role !== null || endToken >= limit || tokens[endToken]?.lower !== 'and') return null
  const second = readRolePhrase(reading, endToken + 1, limit, mention)
  return second?.role?.span != null && holdsRoleNoun(tokens, second.role.span) ? second : null
}

/** Whether a phrase behind a name ends as one that says who that is: "Ann Lee, the mayor said" and "Ann Lee, the mayor and Bo Roy" do not. */
function endsApposition(tokens: readonly Token[], from: number, end: number, limit: number): boolean {
  const next = tokens[end]
  if (next === undefined || end >= limit || CLOSES.test(next.text)) return true
  if (/^(?:who|which|that|whose|whom|and)$/.test(next.lower))
    return next.lower !== 'and' || tokens[from]?.lower !== 'the'
  if (next.pos === 'VERB') return /(?:ed|ing)$/.test(next.lower) && /^an?$/.test((tokens[from] as Token).lower)
  return /^(?:ADP|ADV|SCONJ|PART|PUNCT|NUM|ADJ)$/.test(next.pos)
}

/** "Who heads the port workers' union", "who teaches at Leeds University", "who is the head of the bank". */
function readClause(reading: PhraseReading, who: number, limit: number, mention: Mention): Introduction | null {
  const { tokens } = reading
  let at = who + 1
  while (at < limit && /^(?:ADV|AUX)$/.test((tokens[at] as Token).pos) && !BE.test((tokens[at] as Token).lemma)) at += 1
  const phrase = at < limit ? readPredicateAt(reading, at, limit) : null
  if (phrase !== null) return introduce('clause', phrase)
  if (at < limit && BE.test((tokens[at] as Token).lemma)) return null
  let end = at
  while (end < limit && end - at < REACH && !/^[,;.—–]$/.test((tokens[end] as Token).text)) end += 1
  if (LEADS.test(tokens[at]?.lower ?? '')) {
    const affiliation = bodyAt(reading, at + 1, end, mention)
    if (affiliation !== null) return { form: 'clause', role: null, affiliation }
  }
  // "Who studies ice": the tagger takes some verbs for nouns.
  if (!/^(?:VERB|NOUN)$/.test(tokens[at]?.pos ?? '')) return null
  for (let i = at + 1; i < end; i += 1) {
    if (!AT.test((tokens[i] as Token).lower)) continue
    const affiliation = bodyAt(reading, i + 1, end, mention)
    if (affiliation !== null && !isPlace(reading, i + 1, end, affiliation))
      return { form: 'clause', role: null, affiliation }
  }
  return null
}
