import type { Token } from '../../../src/domain/layers.ts'
import { isBodyNoun } from '../../roles/affiliated-body.ts'
import { isGenitive } from '../../word-classes.ts'
import type { DraftSource } from '../draft-source.ts'
import { isNamed, type NamedEntity } from '../named-entity.ts'
import type { Occurrence, Referent } from '../occurrence.ts'
import type { Owner } from '../people/affiliation.ts'
import { findBody, resolveDescription } from '../resolve-description.ts'

/** Whom somebody is related to, not works for. */
const FAMILY =
  /^(?:ex-)?(?:wife|husband|widow|widower|son|daughter|mother|father|parents?|brothers?|sisters?|children|child|family|grand\w+|aunt|uncle|cousins?|nephew|niece|fianc\u00e9e?|girlfriend|boyfriend|friends?|neighbou?rs?)$/
/** Bodies of any sort. */
const ANY_BODY = /^(?:company|firm|group|organi[sz]ation|agency|body|business|maker|operator)$/

/** Places looked back over for who acted in the sentence before. */
const LOOK_BACK = 250

interface Surroundings {
  readonly tokens: readonly Token[]
  readonly occurrences: readonly Occurrence[]
  readonly drafts: readonly DraftSource[]
  /** Whom the pronoun at a token means. */
  rank(at: number): Referent | null
}

/**
 * Whose a source is: the body or person that "its" or "her" means in "its director, Ann Lee,", that "the authority" means
 * in "the authority's chief", that "department" means in "a department official", or the body that acted in the sentence
 * before "a spokesperson".
 */
export function findOwner({ words }: DraftSource, surroundings: Surroundings): Owner | null {
  const { tokens, drafts, occurrences } = surroundings
  const { from, head, headEnd, to, pronoun, mention } = words
  // A name's own words say nothing about others.
  if (
    pronoun !== null ||
    (mention?.name != null && mention.firstToken <= head && head < mention.endToken && mention.type !== 'person')
  )
    return null
  const first = tokens[from] as Token
  const noun = tokens[head] as Token
  if (/^(?:its|his|her|their)$/.test(first.lower)) {
    if (FAMILY.test(noun.lower)) return null
    const entity = surroundings.rank(from)?.entity ?? null
    return entity === null || !isNamed(entity) ? null : { entity, span: first }
  }
  const genitive = tokens.slice(from, headEnd).findIndex(isGenitive)
  if (first.lower === 'the' && genitive > 1) {
    const possessor = tokens[from + genitive - 1] as Token
    const phrase = { from, head: from + genitive - 1 }
    const described = resolveDescription(tokens, phrase, occurrences, drafts)?.entity ?? null
    // "the ministry" is some ministry; "the company" is the one spoken of.
    const owner =
      described?.type === 'person' || ANY_BODY.test(possessor.lower)
        ? described
        : findBody(possessor, from, occurrences)
    if (owner === null || !isNamed(owner)) return null
    return {
      entity: owner,
      span: { start: (tokens[from + 1] as Token).start, end: (tokens[from + genitive - 1] as Token).end },
    }
  }
  for (let i = head - 1; i >= from; i -= 1) {
    const token = tokens[i] as Token
    // "The Refugee | Council" has a name of its own.
    const isInName = /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') && i > from
    if (!isBodyNoun(token) || isInName) continue
    const entity = findBody(token, from, occurrences)
    return entity === null ? null : { entity, span: token }
  }
  return /^spokes(?:man|woman|person|people)$/.test(noun.lower) && head - from <= 1 && headEnd === to
    ? findActor(tokens, from, occurrences)
    : null
}

/** The body that acted in the sentence before. */
function findActor(tokens: readonly Token[], from: number, occurrences: readonly Occurrence[]): Owner | null {
  const { sentence } = tokens[from] as Token
  const last = occurrences.slice(-LOOK_BACK).findLast(({ at, subject }) => at < from && subject)
  const entity: NamedEntity | null = last?.referent.entity ?? null
  if (last === undefined || entity?.type !== 'organisation' || sentence - last.sentence !== 1) return null
  return { entity, span: { start: (tokens[last.at] as Token).start, end: (tokens[last.end - 1] as Token).end } }
}
