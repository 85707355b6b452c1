import type { Description, EntitiesLayer, Mention, Sentence, Token, TokensLayer } from '../../../src/domain/layers.ts'
import { findDatelines } from '../../datelines.ts'
import {
  isCommon,
  isDemonym,
  isFirstName,
  isGenitive,
  isNameless,
  isOrganisationWord,
  isPlaceName,
  isRole,
  isTitle,
  OTHER_HEADS,
  PARTICLES,
} from '../../word-classes.ts'
import { dropLabels } from '../drop-labels.ts'
import { readNames } from '../find-entities.ts'
import { findNameless } from '../find-nameless.ts'
import { nameSpeakers } from '../name-speakers.ts'
import { toMention, toOfficeMention } from '../to-mention.ts'
import { completeBodies, completeForm, completeHyphens, joinOverAnd } from './complete-names.ts'
import { findRelatives } from './find-relatives.ts'
import { fitToRuns } from './fit-to-runs.ts'
import { addAddressed, addFullNames, hearGivenNames } from './hear-given-names.ts'
import { hearRules } from './hear-rules.ts'
import { joinParts } from './join-parts.ts'
import { addShortForms } from './short-forms.ts'
import { isTaggedName, lowerOf, SURE, type Tagged, type TaggedName } from './tagged.ts'
import { tellPeople } from './tell-people.ts'
import { TitleFinder } from './title-finder.ts'

/**
 * Mentions by name as a model tagged them, each with the title that stands before it; offices that stand for their holders, groups
 * and documents as rules find them. In text order, a longer one before those inside it.
 */
export function findEncoderEntities(layer: TokensLayer, tagged: readonly Tagged[]): EntitiesLayer {
  const { tokens } = layer
  const { seenSmall, names: runs, mentions: ruled } = readNames(layer)
  const titles = new TitleFinder(tokens, runs)
  // In parts, a name is less sure than as a whole.
  const parts = joinParts(tokens, hearGivenNames(tokens, tagged.filter(isTaggedName)))
  const sure = hearRules(tokens, parts, ruled)
  const heard = [
    ...sure,
    ...addFullNames(tokens, sure, ruled),
    ...addAddressed(tokens, sure, ruled),
    ...findRelatives(tokens, parts),
  ]
  const own = placeDatelines(layer, heard)
    .filter(({ from }) => !OTHER_SCRIPT.test((tokens[from] as Token).text))
    .filter(({ from }) => !isPartyAndPlace(tokens, from))
    .filter(name => !isCommonHeading(layer, name, seenSmall))
  const tidy = joinOverAnd(tokens, fitToRuns(tokens, own, runs), tagged)
  const whole = [...tidy, ...addShortForms(tokens, tidy, seenSmall)]
  const fitted = completeBodies(tokens, whole).map(one => completeForm(tokens, one))
  const offices = { titles, bodies: new Set(fitted.map(one => lowerOf(tokens, one.from, one.to))) }
  const names = dropRivals(
    tellPeople(
      tokens,
      fitted.flatMap(one => trim(tokens, offices, inOneParagraph(layer, one))).map(one => completeHyphens(tokens, one)),
    ),
  )
  const surnames = surnamesOf(tokens, names)
  const mentions = dropTitles(
    names.map(name => {
      const { tag, from: nameFrom, to, probability: exact } = name
      const probability = Math.round(exact * 1000) / 1000
      if (tag === 'person' && titles.isTitle(nameFrom, to) && !surnames.has((tokens[to - 1] as Token).lower))
        return { ...toOfficeMention(tokens, name, tag), probability }
      const from = tag === 'person' ? titles.startBefore(nameFrom) : nameFrom
      return { ...toMention(tokens, { from, nameFrom, to }, tag), probability }
    }),
    tokens.length,
  )
  const named = new Uint8Array(tokens.length)
  for (const { firstToken, endToken } of mentions) named.fill(1, firstToken, endToken)
  for (const { from, to } of titles.offices) {
    if (named.subarray(from, to).includes(1)) continue
    mentions.push(toOfficeMention(tokens, { from, to }, 'person'))
  }
  mentions.push(...findNameless(tokens), ...findInOtherScripts(tokens, ruled))
  const descriptions = tagged.flatMap(({ tag, from, to, probability }): Description[] => {
    if (probability <= SURE) return []
    if (tag !== 'somebody' && tag !== 'body') return []
    return [{ type: tag === 'somebody' ? 'person' : 'organisation', firstToken: from, endToken: to }]
  })
  return { mentions: nameSpeakers(layer, dropLabels(tokens, mentions)), descriptions }
}

/** Last words of people's names of several words: where there is a "Maya Bishop", "Bishop" is she. */
function surnamesOf(tokens: readonly Token[], names: readonly TaggedName[]): ReadonlySet<string> {
  const full = names.filter(({ tag, from, to }) => tag === 'person' && to - from > 1)
  return new Set(full.map(({ to }) => (tokens[to - 1] as Token).lower))
}

/** Without titles that are tagged by themselves before the name that they belong to: "Secretary" of "Secretary Moss". */
function dropTitles(mentions: readonly Mention[], count: number): Mention[] {
  const named = new Uint8Array(count)
  for (const { name, firstToken, endToken } of mentions) if (name !== null) named.fill(1, firstToken, endToken)
  return mentions.filter(
    ({ name, firstToken, endToken }) => name !== null || !named.subarray(firstToken, endToken).includes(1),
  )
}

/** Where an article was sent from is a place, whatever else the word may name. */
function placeDatelines(layer: TokensLayer, names: readonly TaggedName[]): TaggedName[] {
  const starts = new Set(findDatelines(layer).map(({ start }) => start))
  const isFirst = ({ from }: TaggedName) => starts.has((layer.tokens[from] as Token).start)
  return names.map(name => (name.tag === 'person' && isFirst(name) ? { ...name, tag: 'place' } : name))
}

/** A headline of one word that the article has in small letters, too: "Airline". */
function isCommonHeading(
  { tokens, sentences, paragraphs }: TokensLayer,
  { from, to }: TaggedName,
  seenSmall: ReadonlySet<string>,
): boolean {
  const { sentence, lower } = tokens[from] as Token
  const { firstToken, endToken, paragraph } = sentences[sentence] as Sentence
  const isWhole = to - from === 1 && firstToken === from && endToken === to
  return isWhole && paragraphs[paragraph]?.heading === true && seenSmall.has(lower)
}

/** "Ann Lee, **R-Caldwell**," and "(**D-Wis.**)": party and seat, which the head takes for a name. */
function isPartyAndPlace(tokens: readonly Token[], at: number): boolean {
  const [before, first, second] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]]
  if (before === undefined || !/^[,(]$/.test(before.text)) return false
  return /^[RDI]-\p{Lu}/u.test(first.text) || (/^[RDI]$/.test(first.text) && second?.text === '-')
}

const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]/u

/** Names in scripts that the encoder does not read, by the rules. */
function findInOtherScripts(tokens: readonly Token[], ruled: readonly Mention[]): Mention[] {
  return ruled.filter(({ name, firstToken, endToken }) => {
    const words = tokens.slice(firstToken, endToken).filter(({ text }) => /\p{L}/u.test(text))
    return name !== null && words.length > 0 && words.every(({ text }) => OTHER_SCRIPT.test(text))
  })
}

/** A name that goes on in the next line as far as its own line has it: "Ann Lee | Leeds". */
function inOneParagraph({ tokens, sentences }: TokensLayer, name: TaggedName): TaggedName {
  const paragraphOf = (at: number) => sentences[tokens[at]?.sentence ?? 0]?.paragraph
  let { to } = name
  while (to - name.from > 1 && paragraphOf(to - 1) !== paragraphOf(name.from)) to -= 1
  return to === name.to ? name : { ...name, to }
}

interface Offices {
  readonly titles: TitleFinder
  /** Words (lower case) of names anywhere in the article. */
  readonly bodies: ReadonlySet<string>
}

const JOINING = /^(?:and|at|by|for|from|in|of|on|to|with)$/

/** Without marks and genitives at its ends, and a person without title. */
function trim(tokens: readonly Token[], offices: Offices, name: TaggedName): TaggedName[] {
  let { from, to } = name
  while (to > from && isNoWord(tokens[to - 1] as Token)) to -= 1
  while (from < to && isNoWord(tokens[from] as Token)) from += 1
  if (name.tag === 'person')
    from = behindMatter(tokens, offices.titles.endWithin(behindDemonym(tokens, from, to), to), to)
  if (name.tag === 'organisation') from = behindOffice(tokens, offices, from, to)
  // "Wells Fargo CEO" is whoever holds the office there.
  if (name.tag === 'organisation') while (to - from > 1 && isOffice(tokens[to - 1] as Token)) to -= 1
  // "HEROES Act", "Brexit": what is named so is no person and no body.
  const last = tokens[to - 1]
  const isOther = last !== undefined && OTHER_HEADS.has(last.lower) && !isOrganisationWord(last)
  if (isOther && name.tag !== 'place' && !(name.tag === 'person' && namesBearer(tokens, from, to))) return []
  // "Labour sources", "Sources close to the club": such a word names nobody, and opens a sentence with a capital.
  while (to > from && isNameless(tokens[to - 1] as Token) && namesNobody(tokens, from, to)) to -= 1
  // Small letters name nobody.
  const isWritten = tokens.slice(from, to).some(({ text }) => /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text))
  return isWritten && !(to - from === 1 && /^(?:i|the)$/.test(tokens[from]?.lower ?? '')) ? [{ ...name, from, to }] : []
}

/** "Kentuckian | Rand Orr": where somebody is from. */
function behindDemonym(tokens: readonly Token[], from: number, to: number): number {
  const { lower } = tokens[from] as Token
  return to - from > 2 && !isFirstName(lower) && comesFrom(lower) ? from + 1 : from
}

/** Whether a word (lower case) is what people of a place are called: listed, or made of the name of one. */
function comesFrom(word: string): boolean {
  if (isDemonym({ lower: word })) return true
  const [stem] = /^\p{L}{4,}(?=ians?$)/u.exec(word) ?? []
  return stem !== undefined && ['', 'y', 'ia', 'i', 'a', 'o'].some(ending => isPlaceName(stem + ending))
}

/** "Leader of Opposition | Ann Lee": what an office is of is no part of the holder's name. */
function behindMatter(tokens: readonly Token[], from: number, to: number): number {
  const [title, of, first, second] = [tokens[from - 2], tokens[from - 1], tokens[from], tokens[from + 1]]
  if (title === undefined || of?.lower !== 'of' || first === undefined || second === undefined || to - from < 3)
    return from
  if (!isTitle(title) && !isRole(title)) return from
  return !isFirstName(first.lower) && (isFirstName(second.lower) || isCommon(first.lower)) ? from + 1 : from
}

/** "Chief Executive of | Acme": who holds an office of a body that the article names is no part of its name. */
function behindOffice(tokens: readonly Token[], { titles, bodies }: Offices, from: number, to: number): number {
  const end = titles.endWithin(from, to)
  if (end === from || end >= to - 1 || !/^(?:at|for|of)$/.test((tokens[end] as Token).lower)) return from
  return titles.isTitle(from, end) && bodies.has(lowerOf(tokens, end + 1, to)) ? end + 1 : from
}

/** "Marie Act", "Marie-Jo de la Cup": a given name or a particle makes a person's of any surname. */
function namesBearer(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens.slice(from, to - 1)
  return (
    before.length > 0 && (isFirstName((before[0] as Token).lower) || before.some(({ text }) => PARTICLES.has(text)))
  )
}

function namesNobody(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1] as Token
  return last.text === last.lower || (to - from === 1 && tokens[from - 1]?.sentence !== last.sentence)
}

function isOffice(token: Token): boolean {
  return isTitle(token) && !isOrganisationWord(token)
}

/** Marks, genitives, and what joins a name with others: no name begins or ends with it ("Ann Lee of | Shelter"). */
function isNoWord(token: Token): boolean {
  return isGenitive(token) || !/[\p{L}\p{N}]/u.test(token.text) || JOINING.test(token.text)
}

/** Of two names for the same words the likelier; no place or body inside a person's own name, and no person at the end of a body's. */
function dropRivals(names: readonly TaggedName[]): TaggedName[] {
  const inOrder = names.toSorted((a, b) => a.from - b.from || b.to - a.to || b.probability - a.probability)
  const kept: TaggedName[] = []
  let person: TaggedName | null = null
  let body: TaggedName | null = null
  for (const name of inOrder) {
    const last = kept.at(-1)
    if (last !== undefined && last.from === name.from && last.to === name.to) continue
    if (person !== null && name.from >= person.from && name.to <= person.to) continue
    if (name.tag === 'person' && body !== null && name.to === body.to && name.probability < body.probability) continue
    kept.push(name)
    if (name.tag === 'person') person = name
    if (name.tag === 'organisation' && (body === null || name.to > body.to)) body = name
  }
  return kept
}
