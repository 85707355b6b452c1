import type { Sentence, Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { firstMentionAfter } from '../../positions/mentions-at.ts'
import { findNameBeside } from '../../words/beside-owner.ts'
import { genderOfPronoun } from '../../words/gender.ts'
import type { DraftSource } from '../draft-source.ts'
import type { NamedEntity } from '../named-entity.ts'
import { governmentOf } from '../naming/governments.ts'
import type { Occurrence, Referent } from '../occurrence.ts'
import type { Speech, Walk } from '../walk.ts'
import { subjectAfterFronted, withoutFronted } from './fronted-phrase.ts'
import { type PronounContext, type RankedReferent, rankReferents } from './rank-referents.ts'
import { findTheyAlone } from './singular-they.ts'

/** Spans before a token that may cover it, one in another. */
const NESTED = 12
/** However long an article is, no more places than these are looked back over. */
const MOST_LOOKED_AT = 250
/** Mentions that a fronted pronoun looks ahead over. */
const MENTIONS_AHEAD = 20

/**
 * Ranks whom the pronoun at a token can mean, best first.
 *
 * @param draft The source whose words it is, or null: who says something is none of those spoken of in it.
 */
export function rankPronoun(
  walk: Walk,
  at: number,
  occurrences: readonly Occurrence[],
  referentOf: (entity: NamedEntity) => Referent,
  draft: DraftSource | null,
): readonly RankedReferent[] {
  const ranked = rankAnybody(walk, at, occurrences, referentOf, draft)
  const beside = findNameBeside(walk.layer.tokens, at, walk.peopleAt)
  const other = beside === null ? undefined : walk.entityOf.get(beside)
  // "Her lawyer, Ann Bo": she is another.
  return other === undefined ? ranked : ranked.filter(({ referent }) => referent.entity !== other)
}

function rankAnybody(
  { layer, quotations, speeches, speechesOf, entityOf, mentions, coreference, singularThey }: Walk,
  at: number,
  occurrences: readonly Occurrence[],
  referentOf: (entity: NamedEntity) => Referent,
  draft: DraftSource | null,
): readonly RankedReferent[] {
  const { tokens, sentences } = layer
  const token = tokens[at] as Token
  const speech = findCovering(speeches, token)
  const speaker = speech?.draft?.referent ?? (speech?.draft?.entity != null ? referentOf(speech.draft.entity) : null)
  const quoted = findCovering(quotations.quotations, token) !== undefined
  const { paragraph } = sentences[token.sentence] as Sentence
  const context: PronounContext = {
    speaker,
    quoted,
    paragraph,
    speaks: draft !== null,
    excluded: findOwnSubject(tokens, at, occurrences),
  }
  const sentence = sentences[token.sentence] as Sentence
  const fronted = subjectAfterFronted(tokens, sentence)
  const outside = withoutOwnContent(layer, occurrences, speechesOf, draft)
  const alone = findTheyAlone(tokens, at, singularThey, outside)
  if (alone !== null && alone !== context.excluded && !(quoted && alone === speaker))
    return [{ referent: alone, score: 1 }]
  const isMute = draft === null ? () => false : findMutePlaces(outside)
  const read = coreference.rankPronoun(at, token.lower, occurrences, referentOf)
  if (read !== null) {
    const isSaid = outside === occurrences ? () => false : onlySaid(occurrences, outside)
    const fits = read.filter(
      ({ referent }) =>
        referent !== context.excluded && !(quoted && referent === speaker) && !isSaid(referent) && !isMute(referent),
    )
    if (fits.length > 0) return fits
    // "“…,” it read": whatever said something before.
    if (genderOfPronoun(token.lower) === null)
      return draft === null ? fits : rankReferents(token, outside.filter(isSaying), context)
  }
  const before = fronted === at ? withoutFronted(tokens, sentence, outside) : outside
  const able = draft === null ? before : before.filter(({ referent }) => !isMute(referent))
  const ranked = rankReferents(token, able, context)
  const gender = genderOfPronoun(token.lower)
  if (gender === null || occurrences.at(-1)?.sentence === token.sentence) return ranked
  // "Discussing his plan, Ann Lee said …": who is named later in the sentence; a headline's "her" is named below it.
  const heading = layer.paragraphs[sentence.paragraph]?.heading === true && ranked.length === 0
  const limit = heading ? tokens.length : sentence.endToken
  const first = firstMentionAfter(mentions, at)
  const ahead = mentions.slice(first, first + MENTIONS_AHEAD).find(mention => {
    const entity = entityOf.get(mention)
    const within =
      mention.firstToken > Math.max(at, fronted ?? at) && mention.firstToken < limit && entity?.type === 'person'
    return within && (entity.gender === null || entity.gender === gender)
  })
  const entity = ahead === undefined ? undefined : entityOf.get(ahead)
  if (entity === undefined) return ranked
  const opening = (tokens[sentence.firstToken] as Token).pos
  const score =
    at === sentence.firstToken ? 1 : opening === 'VERB' ? 8 : opening === 'ADP' || opening === 'SCONJ' ? 6.3 : 1
  return [{ referent: referentOf(entity), score }, ...ranked].sort((a, b) => b.score - a.score)
}

/** Without those spoken of only inside what the source itself says: "“Ann Lee is late,” he said." */
export function withoutOwnContent(
  { tokens }: TokensLayer,
  occurrences: readonly Occurrence[],
  speechesOf: ReadonlyMap<DraftSource, readonly Speech[]>,
  draft: DraftSource | null,
): readonly Occurrence[] {
  if (draft === null) return occurrences
  const before = (draft.spans[0] as Span).start
  const own = (speechesOf.get(draft) ?? []).filter(speech => speech.start < before)
  if (own.length === 0) return occurrences
  const isSaid = ({ at }: Occurrence) => {
    const { start } = tokens[at] as Token
    return own.some(speech => speech.start <= start && start < speech.end)
  }
  const outside = occurrences.slice(-MOST_LOOKED_AT).filter(occurrence => !isSaid(occurrence))
  return outside.length > 0 ? outside : occurrences
}

/** Tells of places that they say nothing: those that are no seat of a government, and that the article had say nothing before. */
function findMutePlaces(occurrences: readonly Occurrence[]): (referent: Referent) => boolean {
  // Most pronouns mean people, and nobody asks of a place.
  let speaking: ReadonlySet<Referent> | null = null
  return referent => {
    if (referent.entity?.type !== 'place' || governmentOf(referent.entity.name) !== null) return false
    speaking ??= new Set(occurrences.slice(-MOST_LOOKED_AT).flatMap(({ spoke, referent: one }) => (spoke ? [one] : [])))
    return !speaking.has(referent)
  }
}

/** Something other than a place, where it says something. */
function isSaying({ spoke, referent }: Occurrence): boolean {
  return spoke && referent.entity?.type !== 'place'
}

/** Whether somebody is spoken of before, but not outside. */
function onlySaid(occurrences: readonly Occurrence[], outside: readonly Occurrence[]): (referent: Referent) => boolean {
  const known = new Set(occurrences.slice(-MOST_LOOKED_AT).map(({ referent }) => referent))
  for (const { referent } of outside) known.delete(referent)
  return referent => known.has(referent)
}

/** The last span that covers the token, of spans sorted by their start; those that start far before it are not tried. */
export function findCovering<Item extends Span>(
  spans: readonly Item[],
  { start, end }: Token,
  except: (span: Item) => boolean = () => false,
): Item | undefined {
  const after = firstAfter(spans, start, span => span.start)
  for (let i = after - 1; i >= Math.max(0, after - NESTED); i -= 1) {
    if ((spans[i] as Item).end >= end && !except(spans[i] as Item)) return spans[i]
  }
  return undefined
}

/** Whom an object pronoun cannot mean: the subject of the same clause ("Moxon told him"). */
function findOwnSubject(tokens: readonly Token[], at: number, occurrences: readonly Occurrence[]): Referent | null {
  const { lower, sentence } = tokens[at] as Token
  const next = tokens[at + 1]
  const possessive =
    lower === 'his' || (lower === 'her' && next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos))
  if (possessive || !/^(?:him|her|them|it)$/.test(lower)) return null
  const subject = occurrences.slice(-20).findLast(one => one.sentence === sentence && one.subject && one.at < at)
  if (subject === undefined || at - subject.end > 6) return null
  let verbs = 0
  for (let i = subject.end; i < at; i += 1) {
    const { pos, lower: word } = tokens[i] as Token
    if (pos === 'VERB') verbs += 1
    if (verbs > 1 || pos === 'SCONJ' || pos === 'CCONJ' || word === 'that' || word === 'who') return null
  }
  return subject.referent
}
