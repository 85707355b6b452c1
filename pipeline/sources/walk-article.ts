import type { Mention, ResolvedPronoun, Sentence, Token } from '../../src/domain/layers.ts'
import { isGenitive } from '../word-classes.ts'
import { genderOfPronoun, genderOfWord } from '../words/gender.ts'
import { isOthersRole, readDescribedRole, readRole } from '../words/other-role.ts'
import { isOtherBody } from './descriptions/bodies.ts'
import { isCalled } from './descriptions/called.ts'
import { findOwner } from './descriptions/find-owner.ts'
import { findAhead } from './descriptions/look-ahead.ts'
import { findByNameWords } from './descriptions/resolve-body.ts'
import { indexDrafts } from './draft-index.ts'
import type { DraftSource } from './draft-source.ts'
import { isNamed, type NamedEntity } from './named-entity.ts'
import { governmentOf } from './naming/governments.ts'
import type { Occurrence, Referent } from './occurrence.ts'
import { kindOf } from './people/describe.ts'
import { rankPronoun, withoutOwnContent } from './pronouns/rank-pronoun.ts'
import type { RankedReferent } from './pronouns/rank-referents.ts'
import { resolveBoth } from './pronouns/resolve-both.ts'
import { isFirstPerson, resolveFirstPerson } from './pronouns/resolve-first-person.ts'
import { describesPeople, describesPerson, resolveDescription } from './resolve-description.ts'
import { giveMeaning, giveOwner, giveReferent, type Meaning } from './settle-draft.ts'
import type { Walk } from './walk.ts'

export interface WalkedArticle {
  /** The pronouns that mean somebody or something with a name. */
  readonly pronouns: ReadonlyMap<NamedEntity, ResolvedPronoun[]>
  /** Whom every personal pronoun means, by the offset where it starts. */
  readonly meant: ReadonlyMap<number, Referent>
}

type Event =
  | { readonly at: number; readonly mention: Mention }
  | { readonly at: number; readonly draft: number }
  | { readonly at: number; readonly pronoun: true }
  | { readonly at: number; readonly noun: number }
  | { readonly at: number; readonly people: number }

/** Determiners of one person, of whom a description can be. */
const SINGLING: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'that', 'another'])

/** How many of those who were not chosen are kept. */
const RUNNERS_UP = 3

/**
 * Goes through an article once, in text order, and resolves pronouns and descriptions with all that was spoken of up to
 * there.
 */
export function walkArticle(walk: Walk): WalkedArticle {
  const { tokens } = walk.layer
  const referents = new Map<NamedEntity, Referent>()
  const strangers = new Map<string, Referent>()
  const occurrences: Occurrence[] = []
  const pronouns = new Map<NamedEntity, ResolvedPronoun[]>()
  const meant = new Map<number, Referent>()
  const referentOf = (entity: NamedEntity): Referent => {
    const known = referents.get(entity)
    if (known !== undefined) return known
    const { gender, type, name } = entity
    const made: Referent = { entity, source: null, label: name, gender, number: 'singular', human: type === 'person' }
    referents.set(entity, made)
    return made
  }
  const note = (referent: Referent, at: number, end: number, spoke: boolean) => {
    const { sentence } = tokens[at] as Token
    const { paragraph } = walk.layer.sentences[sentence] as Sentence
    occurrences.push({ referent, at, end, sentence, paragraph, spoke, subject: isSubject(tokens, at, end) })
  }
  const speaking = new Set(walk.drafts.flatMap(({ words }) => (words.mention === null ? [] : [words.mention])))
  for (const event of listEvents(walk)) {
    if ('mention' in event) {
      const entity = walk.entityOf.get(event.mention)
      if (entity !== undefined) note(referentOf(entity), event.at, event.mention.endToken, speaking.has(event.mention))
    } else if ('draft' in event) {
      const draft = walk.drafts[event.draft] as DraftSource
      const owner = findOwner(draft, {
        tokens,
        occurrences,
        drafts: walk.drafts,
        rank: at => rankPronoun(walk, at, occurrences, referentOf, null)[0]?.referent ?? null,
      })
      giveOwner(draft, owner)
      const meaning = readMeaning(walk, draft, occurrences, pronouns, referentOf)
      if (meaning !== null) giveMeaning(walk.drafts, draft, meaning)
      const referent = draft.referent ?? referentOfDraft(tokens, walk.drafts, draft, event.draft, referentOf)
      giveReferent(draft, referent)
      // "I" in a quotation is whoever says it, and "he" behind the quotation is nobody in it.
      if ((draft.words.mention === null || draft.entity === null) && !isFirstPerson(draft))
        note(referent, event.at, draft.words.headEnd, true)
    } else if ('pronoun' in event) {
      const ranked = rankPronoun(walk, event.at, occurrences, referentOf, null)
      const best = ranked[0]
      if (best === undefined) continue
      settle(best.referent, (tokens[event.at] as Token).lower)
      meant.set((tokens[event.at] as Token).start, best.referent)
      keepPronoun(pronouns, tokens[event.at] as Token, ranked)
      note(best.referent, event.at, event.at + 1, false)
    } else if ('people' in event) {
      const { lower } = tokens[event.people] as Token
      const group = strangers.get(lower) ?? makeStranger(lower, 'plural')
      strangers.set(lower, group)
      note(group, event.at, event.people + 1, false)
    } else {
      const lemma = (tokens[event.noun] as Token).lower
      const found =
        resolveDescription(walk.layer.tokens, { from: event.at, head: event.noun }, occurrences, walk.drafts) ??
        findDescribed(walk, event.at, event.noun)
      const stranger = strangers.get(lemma) ?? makeStranger(lemma, 'singular')
      strangers.set(lemma, stranger)
      const referent = found?.entity != null ? referentOf(found.entity) : stranger
      note(referent, event.at, event.noun + 1, false)
    }
  }
  resolveFirstPerson(walk)
  return { pronouns, meant }
}

function makeStranger(noun: string, number: Referent['number']): Referent {
  return { entity: null, source: null, label: noun, gender: genderOfWord(noun), number, human: true }
}

function listEvents({ layer, mentions, drafts }: Walk): Event[] {
  const { tokens } = layer
  const events: Event[] = mentions.map(mention => ({ at: mention.firstToken, mention }))
  const taken = new Uint8Array(tokens.length)
  for (const { firstToken, endToken } of mentions) taken.fill(1, firstToken, endToken)
  for (const [draft, { words }] of drafts.entries()) {
    events.push({ at: words.from, draft })
    for (let i = words.from; i < words.headEnd; i += 1) {
      // "her party" is a source of its own, and "her" still means somebody.
      if (words.pronoun !== null || genderOfPronoun((tokens[i] as Token).lower) === null) taken[i] = 1
    }
  }
  for (let i = 0; i < tokens.length; i += 1) {
    if (taken[i] === 1) continue
    const { lower, pos } = tokens[i] as Token
    if (genderOfPronoun(lower) !== null) {
      events.push({ at: i, pronoun: true })
    } else if (pos === 'NOUN' && describesPerson(tokens[i] as Token)) {
      const from = startOfNounPhrase(tokens, i)
      if (from !== null) events.push({ at: from, noun: i })
    } else if (pos === 'NOUN' && describesPeople(tokens[i] as Token)) {
      events.push({ at: i, people: i })
    }
  }
  return events.sort((a, b) => a.at - b.at || ('mention' in b ? 1 : 0) - ('mention' in a ? 1 : 0))
}

/** The determiner of a singular noun, or null when it has none or the noun only modifies another. */
function startOfNounPhrase(tokens: readonly Token[], noun: number): number | null {
  const next = tokens[noun + 1]
  if (next !== undefined && (next.pos === 'NOUN' || next.pos === 'PROPN' || next.text === '-')) return null
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i -= 1) {
    const { pos, lower } = tokens[i] as Token
    if (SINGLING.has(lower)) return i
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'NUM' && pos !== 'PROPN' && lower !== '-') return null
  }
  return null
}

function isSubject(tokens: readonly Token[], at: number, end: number): boolean {
  const before = tokens[at - 1]
  if (before?.pos === 'ADP' || before?.pos === 'VERB') return false
  const next = tokens[end]
  if (next === undefined || isGenitive(next)) return false
  const opens =
    before === undefined || before.sentence !== next.sentence || before.text === ',' || before.pos === 'SCONJ'
  return (
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    next.pos === 'ADV' ||
    next.text === ',' ||
    (opens && next.lower !== 'and')
  )
}

/** Whom a source means that its own words do not name; null where they name it, or nobody fits. */
function readMeaning(
  walk: Walk,
  draft: DraftSource,
  occurrences: readonly Occurrence[],
  pronouns: Map<NamedEntity, ResolvedPronoun[]>,
  referentOf: (entity: NamedEntity) => Referent,
): Meaning | null {
  const { words } = draft
  const whole = words.relative ? findSamePhrase(walk.drafts, draft) : -1
  if (whole >= 0) {
    const { entity, government } = walk.drafts[whole] as DraftSource
    const how = 'The relative pronoun goes back to a source whose words stand right before it.'
    return { entity, government, source: whole, rule: 'relative', how }
  }
  if (draft.entity !== null || draft.government !== null || draft.ownName !== null) return null
  const both = words.pronoun === 'both' ? resolveBoth(walk.layer, draft, occurrences) : null
  if (both !== null) return both
  if (words.pronoun !== null && /^(?:he|she|it|they|him|her|his|its|their|them|both)$/.test(words.pronoun)) {
    const all = rankPronoun(walk, words.head, occurrences, referentOf, draft)
    const ranked = walk.withheld.has(draft) ? all.filter(({ referent }) => !isSomebodyNamed(referent)) : all
    const best = ranked[0]
    if (best === undefined) return null
    settle(best.referent, words.pronoun)
    keepPronoun(pronouns, walk.layer.tokens[words.head] as Token, ranked)
    const { referent } = best
    const entity = referent.entity !== null && isNamed(referent.entity) ? referent.entity : null
    return {
      referent,
      entity,
      source: referent.source,
      // "Washington … it" is the government that Washington stood for.
      government: entity?.type === 'place' ? governmentOf(entity.name) : null,
      rule: 'pronoun',
      how: `The pronoun “${words.pronoun}” goes back to the likeliest person or body before it (${inWords(best)}).`,
      rivals: ranked.slice(1, 1 + RUNNERS_UP).map(({ referent: { label }, score }) => ({ name: label, score })),
    }
  }
  const outside = withoutOwnContent(walk.layer, occurrences, walk.speechesOf, draft)
  const isWithheld = walk.withheld.has(draft)
  const spokenOf = isWithheld ? outside.filter(({ referent }) => !isSomebodyNamed(referent)) : outside
  const phrase = { from: words.from, head: words.head, own: draft }
  const found = resolveDescription(walk.layer.tokens, phrase, spokenOf, walk.drafts)
  if (found === null && isWithheld) return null
  const described = found === null && !words.plural ? findDescribed(walk, words.from, words.head) : null
  const ahead = found === null && described === null ? findAhead(walk.layer, draft, walk.mentions, walk.entityOf) : null
  if (found !== null) return { ...found, entity: found.entity !== null && isNamed(found.entity) ? found.entity : null }
  if (described !== null) {
    const { entity, probability } = described
    return { entity, rule: 'description', how: `The words likely mean ${entity.name} (probability ${probability}).` }
  }
  if (ahead !== null)
    return { entity: ahead, rule: 'description', how: `${ahead.name} is named soon after, and called the same.` }
  if (kindOf(walk.layer.tokens, words, null) !== 'organisation') return null
  const own = withoutAside(walk.layer.tokens.slice(words.from, words.to))
  const entity = findByNameWords(own, walk.entityOf)
  return entity && { entity, rule: 'name-words', how: `Two of the words stand in the name of ${entity.name}.` }
}

function isSomebodyNamed({ entity }: Referent): boolean {
  return entity?.type === 'person' && isNamed(entity)
}

/** Whom a model takes "the surgeon" for; "a surgeon" and "his surgeon" are others. */
function findDescribed({ layer: { tokens }, coreference }: Walk, from: number, head: number) {
  if (!/^(?:the|this|that)$/.test((tokens[from] as Token).lower)) return null
  const found = coreference.findDescribed(head)
  if (found === null || !isNamed(found.entity)) return null
  if (isOthersRole(readDescribedRole(tokens, from, head), found.entity.roles.map(readRole))) return null
  if (isSomebodys(tokens, from, head) && !isKnownAs(found.entity, tokens[head] as Token)) return null
  return isOtherBody(tokens[head] as Token, found.entity) ? null : found
}

/** "The governor's spokesman": whom somebody has. */
function isSomebodys(tokens: readonly Token[], from: number, head: number): boolean {
  return tokens.slice(from, head).some(isGenitive)
}

/** Somebody's spokesman has a name where the article says that this is who it is, and is nobody else near. */
function isKnownAs({ type, roles }: NamedEntity, noun: Token): boolean {
  return type !== 'person' || roles.some(role => isCalled(role, noun))
}

function inWords({ score, isProbability }: RankedReferent): string {
  return isProbability ? `probability ${score}` : `${score} points`
}

/** "The team, | led by Ann Lee of the University of Leeds": what stands behind a comma names others. */
function withoutAside(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findIndex(({ text }) => text === ',')
  return comma < 0 ? tokens : tokens.slice(0, comma)
}

/** "Two aides, | who": the source that the noun phrase before "who" is by itself. */
function findSamePhrase(drafts: readonly DraftSource[], { words }: DraftSource): number {
  return indexDrafts(drafts).phraseAt.get(words.from) ?? -1
}

function referentOfDraft(
  tokens: readonly Token[],
  drafts: readonly DraftSource[],
  draft: DraftSource,
  index: number,
  referentOf: (entity: NamedEntity) => Referent,
): Referent {
  if (draft.entity !== null) return referentOf(draft.entity)
  const earlier = draft.antecedent === null ? null : drafts[draft.antecedent]
  // One of a group is somebody else than the group.
  if (earlier?.referent != null && earlier.words.plural === draft.words.plural) return earlier.referent
  const head = tokens[draft.words.head] as Token
  return {
    entity: null,
    source: draft.antecedent ?? index,
    label: head.lower,
    gender: genderOfWord(head.lower) ?? genderOfPronoun(head.lower),
    number: draft.words.plural ? 'plural' : 'singular',
    human: /^(?:person|group)$/.test(kindOf(tokens, draft.words, draft.government)),
  }
}

/** A pronoun tells the gender of who had none. */
function settle(referent: Referent, pronoun: string): void {
  const gender = genderOfPronoun(pronoun)
  if (gender === null || referent.gender !== null) return
  referent.gender = gender
  if (referent.entity !== null) referent.entity.gender = gender
}

function keepPronoun(
  pronouns: Map<NamedEntity, ResolvedPronoun[]>,
  { start, end, lower }: Token,
  ranked: readonly { referent: Referent; score: number }[],
): void {
  const best = ranked[0]
  // "Himself" is whoever its verb says: nobody asks who that is.
  if (best === undefined || best.referent.entity === null || lower.endsWith('self')) return
  const runnersUp = ranked.slice(1, 1 + RUNNERS_UP).map(({ referent, score }) => ({ name: referent.label, score }))
  const kept = pronouns.get(best.referent.entity) ?? []
  pronouns.set(best.referent.entity, kept)
  kept.push({ start, end, score: best.score, runnersUp })
}
