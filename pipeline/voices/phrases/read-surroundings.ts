import type { Mention, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { isGenitive } from '../../word-classes.ts'
import { readWordList } from '../../word-list.ts'
import { wordsOfTokens } from './phrase-words.ts'
import { readBody, readPerson, type TypeReading } from './read-phrase.ts'
import { LISTED_TYPES, type ListedType } from './type-lexicon.ts'

/** Where beside a name something says what its bearer is. */
export type Surrounding =
  | 'apposition'
  | 'clause'
  | 'predicate'
  | 'party'
  | 'following'
  | 'letters'
  | 'act'
  | 'accused'
  | 'age'

export interface SurroundingReading {
  readonly where: Surrounding
  readonly type: ListedType
  readonly span: Span
  /** As in {@link TypeReading}; null where the words themselves are the rule. */
  readonly reading: TypeReading | null
}

const read = (name: string) => [...readWordList(new URL(`../lexicon/${name}.txt`, import.meta.url))]
/** What stands behind the name of who stands for office: "Lee's campaign". */
const CONTEXT_NOUNS: ReadonlySet<string> = new Set(read('context-noun'))
/** What people do for a living, in a clause behind their name: "who teaches history". */
const WHO_VERBS = readTypes('who-verb')
/** What stands behind names, in capitals. */
const LETTERS: ReadonlyMap<string, ListedType> = new Map([
  ['KC', 'law'], ['QC', 'law'], ['SC', 'law'], ['MD', 'health'], ['RN', 'health'], ['FRCS', 'health'], ['PhD', 'academic'], ['MP', 'politician'],
  ['MEP', 'politician'], ['MSP', 'politician'], ['TD', 'politician'], ['MLA', 'politician'], ['SJ', 'religious'], ['USN', 'police-military'],
]) // biome-ignore format: one line a pair would hide the table
/** What reports tell of few but them: "Lee scored", "Lee's header", "Lee was elected". */
const ACT_WORDS = readTypes('act-word')
/** Verbs whose object is the body that somebody is of. */
const OF_BODY = /^(?:run|head|lead|chair|direct|own|found|manage|oversee|represent|start|establish)$/
const BE = /^(?:is|was|are|were|became|remains|be|been|'s)$/
const ACCUSED = /^(?:arrest|charge|convict|indict|sentence|jail|imprison|extradite|acquit|arraign)$/
const CRIMES =
  /^(?:murder|manslaughter|rape|fraud|theft|assault|arson|robbery|burglary|corruption|bribery|conspiracy|charge|offence|offense|count|kidnapping|embezzlement|stalking)$/
/** What the reader of parts of speech takes for verbs, and is part of what somebody is called. */
const BEFORE_NOUN =
  /^(?:(?:act|manag|found|presid|visit|sitt|rank|command|lead|operat|market)ing|retired|elected|appointed)$/
/** How far behind a name a phrase about its bearer goes, in tokens. */
const REACH = 26
/** How far before it. */
const REACH_BEFORE = 9

/** Lines of a word, a tab and the type of whom it is told. */
function readTypes(name: string): ReadonlyMap<string, ListedType> {
  return new Map(
    read(name).flatMap(line => {
      const [word = '', type] = line.split('\t')
      const known = LISTED_TYPES.find(one => one === type)
      return known === undefined ? [] : [[word, known] as const]
    }),
  )
}

/** Everything beside one mention of a person that says what they are, in a window of a few tokens. */
export function readSurroundings(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  mention: Mention,
): SurroundingReading[] {
  const found: SurroundingReading[] = []
  const add = (where: Surrounding, reading: TypeReading | null) => {
    if (reading?.span != null) found.push({ where, type: reading.type, span: reading.span, reading })
  }
  const { firstToken, endToken } = mention
  add('apposition', readBefore(tokens, mentions, firstToken))
  const behind = openingBehind(tokens, endToken)
  if (behind !== null && !isAnother(mentions, tokens, behind)) {
    const end = endOfApposition(tokens, behind)
    // "who treated the patients" is no patient.
    if (!/^(?:who|whose|whom)$/.test((tokens[behind] as Token).lower))
      add('apposition', readPerson(wordsOfTokens(tokens, behind, end)))
    found.push(...readClause(tokens, behind, end))
  }
  if (tokens[endToken]?.lower === 'of') add('apposition', readBody(wordsOfTokens(tokens, endToken + 1, endToken + 7)))
  add('predicate', readPredicate(tokens, endToken))
  for (const one of [
    readParty(text, mention),
    readAge(tokens, endToken),
    readFollowing(tokens, endToken),
    readAct(tokens, endToken),
    readLetters(tokens, endToken),
    readAccused(tokens, endToken),
  ])
    if (one !== null) found.push(one)
  return found
}

/** What stands beside the name of a body: "the utility Nile Grid", "Nile Grid, a utility,". */
export function readBesideBody(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { firstToken, endToken }: Mention,
): TypeReading | null {
  const before = phraseBefore(tokens, mentions, firstToken)
  const told = before === null ? null : readBody(wordsOfTokens(tokens, before.from, before.end))
  if (told !== null) return told
  const behind = openingBehind(tokens, endToken)
  if (behind === null || (tokens[behind] as Token).pos === 'PROPN') return null
  const end = endOfApposition(tokens, behind)
  let head = behind
  while (head < end && !/^(?:who|which|that|whose|of|in|for|at|with|based)$/.test((tokens[head] as Token).lower))
    head += 1
  return readBody(wordsOfTokens(tokens, behind, head))
}

/** "opposition spokeswoman Ann Lee", "the ministry's director, Ann Lee". */
function readBefore(tokens: readonly Token[], mentions: readonly Mention[], firstToken: number): TypeReading | null {
  const phrase = phraseBefore(tokens, mentions, firstToken)
  if (phrase === null) return null
  const reading = readPerson(wordsOfTokens(tokens, phrase.from, phrase.end))
  if (reading === null || phrase.isParted || reading.rule !== 'role-word') return reading
  // Right before a name its last word is what somebody is.
  return reading.span !== null && reading.span.end >= (tokens[phrase.end - 1] as Token).start - 1 ? reading : null
}

/** The noun phrase right before a name, or before its comma: tokens `[from, end)`. */
function phraseBefore(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  firstToken: number,
): { readonly from: number; readonly end: number; readonly isParted: boolean } | null {
  const last = tokens[firstToken - 1]
  if (last === undefined || last.sentence !== tokens[firstToken]?.sentence) return null
  const isParted = last.text === ','
  const end = isParted ? firstToken - 1 : firstToken
  let from = end
  while (from > 0 && end - from < REACH_BEFORE && isOfPhrase(tokens, from - 1, last.sentence, isParted)) from -= 1
  if (from === end) return null
  // "to the minister, Ann Lee said": who is spoken to is another.
  if (isParted && /^(?:ADP|VERB|AUX)$/.test(tokens[from - 1]?.pos ?? '')) return null
  if (!isParted && namesPersonAt(mentions, from, false)) {
    // "Clinton spokesman Ann Lee" begins with another's name, "Bob Ann Lee" does not go on behind it.
    if (!/^(?:NOUN|ADJ)$/.test((tokens[end - 1] as Token).pos)) return null
  }
  return { from, end, isParted }
}

function isOfPhrase(tokens: readonly Token[], at: number, sentence: number, isParted: boolean): boolean {
  const token = tokens[at] as Token
  if (token.sentence !== sentence) return false
  if (/^(?:NOUN|ADJ|PROPN)$/.test(token.pos) || isGenitive(token) || token.text === '-') return true
  if (BEFORE_NOUN.test(token.lower)) return true
  if (!isParted) return false
  if (token.pos === 'DET') return true
  return /^(?:of|for|at|in)$/.test(token.lower) && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '')
}

/** Where what stands behind a name and its comma, dash or age begins, or null. */
function openingBehind(tokens: readonly Token[], endToken: number): number | null {
  const mark = tokens[endToken]
  if (mark === undefined || !/^[,(—–-]$/.test(mark.text)) return null
  let from = endToken + 1
  if (/^\d{1,3}$/.test(tokens[from]?.text ?? '') && tokens[from + 1]?.text === ',') from += 2
  const first = tokens[from]
  if (first === undefined || first.sentence !== mark.sentence) return null
  const opens =
    /^(?:DET|NOUN|ADJ|PROPN|ADV|NUM)$/.test(first.pos) ||
    /^(?:who|whose|of|his|her|its|their|one)$/.test(first.lower) ||
    BEFORE_NOUN.test(first.lower)
  return opens ? from : null
}

/** Whether another person is named there: a list of names, or "said Ann Lee". */
function isAnother(mentions: readonly Mention[], tokens: readonly Token[], at: number): boolean {
  const first = tokens[at] as Token
  const from = first.pos === 'DET' ? at + 1 : at
  return namesPersonAt(mentions, from, true)
}

/** Whether a mention of a person begins at a token; `mentions` is in text order. */
function namesPersonAt(mentions: readonly Mention[], token: number, byName: boolean): boolean {
  for (let i = firstAfter(mentions, token - 1, ({ firstToken }) => firstToken); i < mentions.length; i += 1) {
    const { firstToken, type, name } = mentions[i] as Mention
    if (firstToken > token) return false
    if (type === 'person' && (name !== null || !byName)) return true
  }
  return false
}

function endOfApposition(tokens: readonly Token[], from: number): number {
  const { sentence } = tokens[from] as Token
  let end = from
  while (end < tokens.length && end < from + REACH) {
    const { text, sentence: own } = tokens[end] as Token
    if (own !== sentence || /^[,;:—–()“”"]$/.test(text) || text === "''") break
    end += 1
  }
  return end
}

/** "…, who teaches history", "…, who runs a bakery", "…, who is a nurse". */
function readClause(tokens: readonly Token[], from: number, end: number): SurroundingReading[] {
  let who = from
  while (who < end && (tokens[who] as Token).lower !== 'who') who += 1
  let at = who + 1
  while (at < end && (/^(?:ADV|AUX|PART)$/.test((tokens[at] as Token).pos) || BE.test((tokens[at] as Token).lower)))
    at += 1
  if (who >= end || at >= end) return []
  const verb = tokens[at] as Token
  const rest = wordsOfTokens(tokens, at, end)
  if (BE.test((tokens[at - 1] as Token).lower) && verb.pos !== 'VERB') return place('clause', readPerson(rest))
  const type = WHO_VERBS.get(verb.lemma)
  if (type !== undefined) return [{ where: 'clause', type, span: { start: verb.start, end: verb.end }, reading: null }]
  const object = wordsOfTokens(tokens, at + 1, end)
  if (OF_BODY.test(verb.lemma)) return place('clause', readBody(object))
  if (/^(?:work|serve|retire)$/.test(verb.lemma)) {
    const as = object.findIndex(({ key }) => key === 'as')
    return place('clause', as >= 0 ? readPerson(object.slice(as + 1)) : readBody(object))
  }
  return []
}

function place(where: Surrounding, reading: TypeReading | null): SurroundingReading[] {
  return reading?.span == null ? [] : [{ where, type: reading.type, span: reading.span, reading }]
}

/** "Ann Lee is a nurse", "Ann Lee, who …, became the mayor of Leeds" without what stands between. */
function readPredicate(tokens: readonly Token[], endToken: number): TypeReading | null {
  const verb = tokens[endToken]
  if (verb === undefined || !/^(?:is|was|became|remains)$/.test(verb.lower)) return null
  if (!/^(?:a|an|the)$/.test(tokens[endToken + 1]?.lower ?? '')) return null
  return readPerson(wordsOfTokens(tokens, endToken + 1, endOfApposition(tokens, endToken + 1)))
}

/** "Ann Lee (D-Calif.)", "Ann Lee, Republican of Maine,", "Ann Lee, D-N.Y.," */
function readParty(text: string, { end }: Mention): SurroundingReading | null {
  const window = text.slice(end, end + 28)
  const label =
    /^,?\s*\(?(?:(?:R|D|I|L)(?:[-–.,]\s?-?[A-Z]|\))|(?:Republican|Democrat|Independent|Labour|Conservative) of [A-Z]|(?:Lab|Con|LD|SNP|BJP|Labour|Conservative)\))/u.exec(
      window,
    )
  if (label === null) return null
  const start = end + label[0].search(/[A-Z]/)
  return { where: 'party', type: 'politician', span: { start, end: end + label[0].length }, reading: null }
}

/** "Ann Lee, 47, of Leeds": papers give the ages of those who hold no office. */
function readAge(tokens: readonly Token[], endToken: number): SurroundingReading | null {
  const [mark, age, behind] = [tokens[endToken], tokens[endToken + 1], tokens[endToken + 2]]
  if (mark?.text !== ',' || age === undefined || !/^\d{1,3}$/.test(age.text) || behind?.text !== ',') return null
  return { where: 'age', type: 'resident', span: { start: age.start, end: age.end }, reading: null }
}

/** "Lee's campaign", "the Lee administration", "Lee supporters". */
function readFollowing(tokens: readonly Token[], endToken: number): SurroundingReading | null {
  const at = isGenitive(tokens[endToken]) ? endToken + 1 : endToken
  for (const token of [
    tokens[at],
    tokens[at + 1]?.pos === 'NOUN' && tokens[at]?.pos === 'ADJ' ? tokens[at + 1] : undefined,
  ])
    if (token !== undefined && CONTEXT_NOUNS.has(token.lower))
      return { where: 'following', type: 'politician', span: { start: token.start, end: token.end }, reading: null }
  return null
}

/** "Ann Lee KC", "Ann Lee, MD,". */
function readLetters(tokens: readonly Token[], endToken: number): SurroundingReading | null {
  // They may be taken for a part of the name.
  const last = tokens[endToken - 1]
  const isLast = last !== undefined && LETTERS.has(last.text.replaceAll('.', ''))
  const token = isLast ? last : tokens[tokens[endToken]?.text === ',' ? endToken + 1 : endToken]
  const type = token === undefined ? undefined : LETTERS.get(token.text.replaceAll('.', ''))
  if (token === undefined || type === undefined) return null
  return { where: 'letters', type, span: { start: token.start, end: token.end }, reading: null }
}

/** "Lee scored twice", "Lee's goal", "Lee was elected". */
function readAct(tokens: readonly Token[], endToken: number): SurroundingReading | null {
  const sentence = tokens[endToken - 1]?.sentence
  for (let i = endToken; i < Math.min(tokens.length, endToken + 5); i += 1) {
    const { lower, start, end, sentence: own, pos } = tokens[i] as Token
    if (own !== sentence || pos === 'PUNCT' || (pos === 'DET' && i > endToken + 2)) return null
    // "Lee's assist", and not "Lee will assist".
    const type =
      pos === 'VERB' && !isGenitive(tokens[i - 1]) && /^(?:assist|goal|header)$/.test(lower)
        ? undefined
        : ACT_WORDS.get(lower)
    if (type !== undefined) return { where: 'act', type, span: { start, end }, reading: null }
  }
  return null
}

/** "Lee was charged with", "Lee pleaded not guilty". */
function readAccused(tokens: readonly Token[], endToken: number): SurroundingReading | null {
  const sentence = tokens[endToken - 1]?.sentence
  const from = behindBrackets(tokens, endToken)
  for (let i = from; i < Math.min(tokens.length, from + 8); i += 1) {
    const token = tokens[i] as Token
    if (token.sentence !== sentence || /^[;:“”"]$/.test(token.text)) break
    const isPassive =
      ACCUSED.test(token.lemma) && /(?:ed|icted)$/.test(token.lower) && hasBefore(tokens, i, endToken, BE)
    const denies = token.lemma === 'deny' && tokens.slice(i + 1, i + 5).some(({ lemma }) => CRIMES.test(lemma))
    const pleads = token.lemma === 'plead' && tokens.slice(i + 1, i + 4).some(({ lower }) => lower === 'guilty')
    const stands = token.lemma === 'stand' && tokens[i + 1]?.lower === 'trial'
    if (isPassive || denies || pleads || stands)
      return { where: 'accused', type: 'suspect', span: { start: token.start, end: token.end }, reading: null }
  }
  return null
}

/** "Ann Lee, 58, who worked at a bank, | denies": where the sentence goes on. */
function behindBrackets(tokens: readonly Token[], endToken: number): number {
  if (tokens[endToken]?.text !== ',') return endToken
  const { sentence } = tokens[endToken] as Token
  let last = endToken
  for (let i = endToken + 1; i < Math.min(tokens.length, endToken + REACH); i += 1) {
    const { text, sentence: own } = tokens[i] as Token
    if (own !== sentence || /^[;:“”"]$/.test(text)) break
    if (text === ',') last = i
  }
  return last === endToken ? endToken : last + 1
}

function hasBefore(tokens: readonly Token[], at: number, from: number, what: RegExp): boolean {
  return tokens.slice(Math.max(from, at - 3), at).some(({ lower }) => what.test(lower))
}
