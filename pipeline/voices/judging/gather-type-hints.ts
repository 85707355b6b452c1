import type { Attribution, Mention, Source, Token, Voice } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { isFirstName, isPlaceName } from '../../word-classes.ts'
import type { DraftVoice } from '../draft-voice.ts'
import { wordsOfAffiliation } from '../phrases/owner-words.ts'
import { endsNounPhrase, type PhraseWord, wordsOfPhrase, wordsOfTokens } from '../phrases/phrase-words.ts'
import { isKnownPerson, readBody, readPerson, type TypeReading } from '../phrases/read-phrase.ts'
import {
  readBesideBody,
  readSurroundings,
  type Surrounding,
  type SurroundingReading,
} from '../phrases/read-surroundings.ts'
import { isSeatOfGovernment, type ListedType, typeOfName } from '../phrases/type-lexicon.ts'
import { wordsOfRole, wordsWithin } from '../phrases/voice-words.ts'
import { wordsStoodFor } from '../telling/stands-for.ts'
import type { VoiceReading } from '../voice-reading.ts'
import { isTalk } from './is-talk.ts'

/** Something that speaks for a type. */
export interface TypeHint {
  readonly type: ListedType
  /** How much it says, from 0 to 5: what people are called right where they speak says most. */
  readonly weight: number
  readonly span: Span | null
  readonly rule: string
  readonly listedBy: string | null
  /** The words that say it. */
  readonly words: string
  readonly reason: string
}

/** People are introduced early: the surroundings of later mentions are not looked at. */
const MOST_MENTIONS = 12
/** A voice without a name seldom has more words of its own. */
const MOST_SOURCES = 4

const WEIGHTS = {
  own: 4.6, title: 4.5, role: 4.4, name: 4.3, beside: 3.4, affiliation: 2.4, known: 3, politician: 4.9, surname: 2,
  surnameOfPolitician: 3.2, kind: 2, bodyRole: 3.2, bodyWords: 3.9, stoodFor: 3.4, cue: 1.2, writer: 1.6, inName: 2.6,
} as const // biome-ignore format: one line a weight would hide the table
const WEIGHT_OF_SURROUNDING: Readonly<Record<Surrounding, number>> = {
  apposition: 4, clause: 2.6, predicate: 3, party: 4.2, following: 2.2, act: 2.2, letters: 3.2, accused: 4.4, age: 1.2,
} // biome-ignore format: one line a place would hide the table
/** How much less a way of saying it says. */
const LESS: Readonly<Record<TypeReading['rule'], number>> = {
  'role-word': 0, 'role-of-body': 0.3, 'role-of-person': 0.8, 'open-role': 2, 'body-name': 0.3, 'share-of-people': 0.3,
} // biome-ignore format: one line a rule would hide the table
const ORDERS: ReadonlyMap<string, ListedType> = new Map([
  ['Sister', 'religious'], ['Father', 'religious'], ['Brother', 'religious'], ['Mother', 'religious'], ['Captain', 'police-military'],
  ['Capt.', 'police-military'],
]) // biome-ignore format: one line a title would hide the table
const FORMER = 1.2
const BACKGROUND = 1.1

/** All that the words of an article say of one voice's type. */
export function gatherTypeHints(
  text: string,
  reading: VoiceReading,
  draft: DraftVoice,
  told: Pick<Voice, 'role' | 'affiliation'>,
): TypeHint[] {
  const { tokens } = reading.tokens
  const hints: TypeHint[] = []
  const affiliation = wordsOfAffiliation(reading, told.affiliation)
  const add = (read: TypeReading | null, weight: number) => {
    if (read !== null) hints.push(toHint(read, weight))
  }
  const isBody = isOfBody(draft)
  const ofWords = (words: readonly PhraseWord[]) => readWords(draft, words, affiliation)
  if (draft.kind === 'document') hints.push(ofKind('document', 4.5, draft.first, 'What is written or published speaks'))
  if (draft.name === null || isBody)
    for (const words of ownWords(reading, draft))
      add(ofWords(words), draft.name === null ? WEIGHTS.own : WEIGHTS.bodyWords)
  const stoodFor = wordsStoodFor(reading, draft)
  if (stoodFor !== null) add(ofWords(wordsOfTokens(tokens, stoodFor.firstToken, stoodFor.endToken)), WEIGHTS.stoodFor)
  if (draft.name === null) hints.push(...ofWriter(reading, draft))
  else if (isBody) add(readNameOfBody(draft.name) ?? readSite(draft.name, draft.first), WEIGHTS.name)
  else if (draft.kind === 'group') hints.push(...ofNames(draft.name))
  // The role in "54 percent of Republicans" is of those of whom they are a share.
  const isShare = hints.some(({ rule }) => rule === 'share-of-people')
  if (told.role !== null && !isShare)
    add(ofWords(wordsOfRole(tokens, told.role)), isBody && draft.name !== null ? WEIGHTS.bodyRole : WEIGHTS.role)
  if (draft.kind !== 'document' && !isKnownPerson(affiliation))
    add(readBody(affiliation) ?? readPaper(affiliation), WEIGHTS.affiliation)
  if (draft.kind === 'government') hints.push(ofKind('government', WEIGHTS.kind, draft.first, 'A government speaks'))
  if (draft.name !== null && !isBody) hints.push(...ofName(draft.name))
  if (draft.name !== null && draft.chain === null && !isBody) {
    // No mention was found there: the source's words hold what stands before the name, too.
    add(readPerson(wordsWithin(tokens, draft.first), affiliation), WEIGHTS.inName)
  }
  if (draft.name !== null && !isBody) {
    const inName = readPerson(wordsOfPhrase(draft.name))
    // One word may be a surname: "Baker".
    if (inName?.words.includes(' ') === true) add(inName, WEIGHTS.inName)
  }
  if (draft.name !== null && isSeatOfGovernment(draft.name))
    hints.push(ofKind('government', WEIGHTS.kind, draft.first, 'A seat of government speaks for it'))
  for (const mention of mentionsOf(reading, draft))
    hints.push(...ofMention(text, reading, mention, isBody, affiliation))
  // What was taken for somebody, and is a paper's name.
  if (hints.length === 0 && draft.name !== null && !isBody && !isFirstName(draft.name.toLowerCase()))
    add(readNameOfBody(draft.name), WEIGHTS.inName)
  if (hints.length === 0) hints.push(...ofCues(reading, draft))
  return hints
}

/** "I" outside quotation marks is who writes the article. */
function ofWriter(reading: VoiceReading, draft: DraftVoice): TypeHint[] {
  if (isTalk(reading)) return []
  const {
    sources,
    quotations,
    tokens: { tokens },
  } = reading
  const [span] = sources.sources[draft.sources[0] as number]?.spans ?? []
  if (span === undefined || span.end - span.start > 1) return []
  if (tokens[firstTokenAfter(tokens, span.start)]?.lower !== 'i') return []
  const quotation = quotations.quotations[firstAfter(quotations.quotations, span.start, ({ end }) => end)]
  if (quotation !== undefined && quotation.start <= span.start) return []
  const reason = '“I” outside quotation marks is who writes'
  return [{ type: 'media', weight: WEIGHTS.writer, span, rule: 'writer', listedBy: null, words: 'I', reason }]
}

/** Of whom a text says nothing but that they wrote or reported something, most are journalists. */
function ofCues({ attributions }: VoiceReading, draft: DraftVoice): TypeHint[] {
  if (draft.kind !== 'person' || draft.name === null) return []
  for (const { attribution } of draft.attributions) {
    const { cue, cueLemma } = attributions.attributions[attribution] as Attribution
    const [span] = cue
    if (span === undefined || !/^(?:write|report|blog)$/.test(cueLemma)) continue
    const reason = `“${cueLemma}” is all that is told of them`
    return [{ type: 'media', weight: WEIGHTS.cue, span, rule: 'writes', listedBy: null, words: cueLemma, reason }]
  }
  return []
}

function isOfBody({ kind }: DraftVoice): boolean {
  return kind === 'organisation' || kind === 'government'
}

/** What the noun phrase for a voice says, by what kind of voice it is. */
function readWords(
  draft: DraftVoice,
  words: readonly PhraseWord[],
  affiliation: readonly PhraseWord[],
): TypeReading | null {
  if (isOfBody(draft)) return readBody(words) ?? readPerson(words, affiliation)
  const person = readPerson(words, affiliation)
  if (draft.kind === 'person') return person
  const end = words.findIndex((word, i) => i > 0 && endsNounPhrase(word))
  const read = person ?? readBody(end < 0 ? words : words.slice(0, end))
  // "her anti-union rhetoric", "the church's decision" are no union and no church.
  return read !== null && draft.kind === 'unknown' && !isHead(words, read) ? null : read
}

/** Whether what was read is the noun of the phrase, or goes by whom that noun belongs to. */
function isHead(words: readonly PhraseWord[], { rule, span }: TypeReading): boolean {
  if (rule !== 'role-word' && rule !== 'body-name') return true
  const end = words.findIndex((word, i) => i > 0 && endsNounPhrase(word))
  return span?.end === words[(end < 0 ? words.length : end) - 1]?.span?.end
}

/** "Independent", of a paper that is called so with an article, and "Guardian of London". */
function readNameOfBody(name: string): TypeReading | null {
  return readBody(wordsOfPhrase(name)) ?? readBody(wordsOfPhrase(`the ${name.split(/ of |, /)[0]}`))
}

/** "The Post's Ann Lee": a paper by the word that it goes by. */
function readPaper(words: readonly PhraseWord[]): TypeReading | null {
  return words.length === 1 && words[0]?.pos === 'PROPN' ? readBody(wordsOfPhrase(`the ${words[0].key}`)) : null
}

/** "example.com": a site that says something mostly reports it. */
function readSite(name: string, { start, end }: Span): TypeReading | null {
  if (!/^[\p{L}\d-]+\.(?:com|net|info|news|tv|co\.\p{L}{2}|fr|de|it|es|in|ie|ng|ke)$/iu.test(name)) return null
  const span = { start, end }
  return { type: 'media', rule: 'body-name', listedBy: null, words: name, span, isFormer: false }
}

/** The words of a voice that has no name, as its sources have them. */
function ownWords({ sources, tokens: { tokens } }: VoiceReading, draft: DraftVoice): PhraseWord[][] {
  return draft.sources.slice(0, MOST_SOURCES).flatMap(i => {
    const { spans, name } = sources.sources[i] as Source
    // "he", who is named elsewhere, says nothing; the whole name of a body does: "the Committee for a Fair Vote".
    return name === null || isOfBody(draft) ? spans.slice(0, 1).map(span => wordsWithin(tokens, span)) : []
  })
}

/** Where a voice is named; the words of its source where no mention was found there. */
function mentionsOf(
  { sources, entities, tokens: { tokens } }: VoiceReading,
  { chain, name, first }: DraftVoice,
): Mention[] {
  if (chain === null) {
    if (name === null) return []
    const firstToken = firstTokenAfter(tokens, first.start)
    const endToken = firstTokenAfter(tokens, first.end - 1) + 1
    return [{ ...first, type: 'person', firstToken, endToken, name: first, role: null }]
  }
  const own = sources.chains[chain]?.mentions ?? []
  return own
    .map(i => entities.mentions[i] as Mention)
    .filter(({ name }) => name !== null)
    .slice(0, MOST_MENTIONS)
}

function ofMention(
  text: string,
  { tokens: { tokens }, entities }: VoiceReading,
  mention: Mention,
  isBody: boolean,
  affiliation: readonly PhraseWord[],
): TypeHint[] {
  const hints: TypeHint[] = []
  if (mention.role !== null) {
    const title = titleOfOrder(tokens, mention.role) ?? readPerson(wordsWithin(tokens, mention.role), affiliation)
    const isFormer = /^(?:retired|former|ex|late)$/.test(tokens[mention.firstToken - 1]?.lower ?? '')
    if (title !== null) hints.push(toHint({ ...title, isFormer: title.isFormer || isFormer }, WEIGHTS.title))
  }
  if (isBody) {
    const beside = readBesideBody(tokens, entities.mentions, mention)
    return beside === null ? hints : [...hints, toHint(beside, WEIGHTS.beside)]
  }
  for (const one of readSurroundings(text, tokens, entities.mentions, mention)) hints.push(ofSurrounding(text, one))
  return hints
}

/** "Sister Agnes", "Father Ted": with a capital before a name nobody's relative; "Captain Lee" plays for nobody. */
function titleOfOrder(tokens: readonly Token[], role: Span): TypeReading | null {
  const token = tokens[firstTokenAfter(tokens, role.start)]
  const type = token === undefined || token.end < role.end ? undefined : ORDERS.get(token.text)
  if (token === undefined || type === undefined) return null
  const span = { start: token.start, end: token.end }
  return { type, rule: 'role-word', listedBy: null, words: token.lower, span, isFormer: false }
}

function ofSurrounding(text: string, { where, type, span, reading }: SurroundingReading): TypeHint {
  // "the son of a miner" stands beside many a name that is not there for its father.
  const less = type === 'family' ? BACKGROUND : 0
  if (reading !== null) return toHint(reading, WEIGHT_OF_SURROUNDING[where] - less)
  const words = text.slice(span.start, span.end)
  return {
    type,
    weight: WEIGHT_OF_SURROUNDING[where],
    span,
    rule: where,
    listedBy: null,
    words,
    reason: REASONS[where](words),
  }
}

const REASONS: Readonly<Record<Surrounding, (words: string) => string>> = {
  apposition: words => `“${words}” stands beside the name`,
  clause: words => `“${words}” behind the name says what they do`,
  predicate: words => `“${words}” is said of them`,
  party: words => `“${words}” behind the name is a party and seat`,
  following: words => `“${words}” behind the name is that of who stands for office`,
  letters: words => `“${words}” stands behind the name`,
  act: words => `“${words}” is told of them`,
  accused: words => `“${words}” is said of them`,
  age: () => 'Ages are given of those who hold no office',
}

function ofName(name: string): TypeHint[] {
  const known = typeOfName(name)
  if (known === null && name.startsWith('@')) {
    const reason = `“${name}” is an account`
    return [{ type: 'resident', weight: WEIGHTS.cue, span: null, rule: 'account', listedBy: null, words: name, reason }]
  }
  if (known === null) return []
  const { type, isSurname } = known
  // Whatever else a politician is called, articles have them for that.
  const isPolitician = type === 'politician'
  const weight = isSurname
    ? isPolitician
      ? WEIGHTS.surnameOfPolitician
      : WEIGHTS.surname
    : isPolitician
      ? WEIGHTS.politician
      : WEIGHTS.known
  return [
    {
      type,
      weight,
      span: null,
      rule: 'known-person',
      listedBy: null,
      words: name,
      reason: `“${name}” is a name of somebody known`,
    },
  ]
}

/** "Lee and the health ministry": what they have in common, else what the first is. */
function ofNames(names: string): TypeHint[] {
  return names.split(/,? and |, /).flatMap(name => {
    if (isPlaceName(name.toLowerCase().replace(/^the /, '')))
      return [
        {
          type: 'government',
          weight: WEIGHTS.kind,
          span: null,
          rule: 'kind-of-source',
          listedBy: null,
          words: name,
          reason: 'A country or place speaks',
        },
      ]
    const body = readBody(wordsOfPhrase(name))
    return body === null ? ofName(name) : [...ofName(name), toHint(body, WEIGHTS.affiliation)]
  })
}

function ofKind(type: ListedType, weight: number, span: Span, reason: string): TypeHint {
  return { type, weight, span, rule: 'kind-of-source', listedBy: null, words: '', reason }
}

function toHint({ type, rule, span, words, listedBy, isFormer }: TypeReading, weight: number): TypeHint {
  const own = weight - LESS[rule] - (isFormer ? FORMER : 0)
  return { type, weight: own, span, rule, listedBy, words, reason: REASON_OF_RULE[rule](words) }
}

const REASON_OF_RULE: Readonly<Record<TypeReading['rule'], (words: string) => string>> = {
  'role-word': words => `They are called “${words}”`,
  'role-of-body': words => `What they are called goes by whom they belong to, “${words}”`,
  'role-of-person': words => `What they are called goes by whom they work for, “${words}”`,
  'open-role': words => `“${words}”, without saying of what, mostly is that`,
  'body-name': words => `“${words}” in its name or of whom they belong to says so`,
  'share-of-people': words => `A share of “${words}” are people who were asked`,
}
