import type { Token } from '../../../src/domain/layers.ts'
import { isDemonym } from '../../word-classes.ts'
import { readWordList } from '../../word-list.ts'
import { type Gender, genderOfWord } from '../../words/gender.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { Occurrence } from '../occurrence.ts'

/**
 * What writers call somebody instead of repeating the name, without having introduced them as that: nationality, trade,
 * place in a team. No offices: those have holders; and no words for whom a crime or an accident leaves without a name.
 */
const EPITHETS = readWordList(new URL('../lexicon/epithet.txt', import.meta.url))
/** What somebody stands for, which is said of those whom an article is about rather than of who speaks of them. */
const STANDS = /^(?:candidate|challenger|contender|frontrunner|hopeful|incumbent|nominee)$/
/** Sentences back to who was spoken of. */
const REACH = 2
/** However long a sentence is, no more places than these are looked at. */
const MOST_LOOKED_AT = 250

/**
 * Whom "the Irishman", "the striker", "the 43-year-old" mean where nobody was introduced as that: who said something in the
 * nearest sentence before that speaks of somebody, else its first subject. Null where that is somebody without a name, too.
 */
export function findByEpithet(
  tokens: readonly Token[],
  { from, head }: { readonly from: number; readonly head: number },
  occurrences: readonly Occurrence[],
): NamedEntity | null {
  const noun = tokens[head] as Token
  if (!isAged(tokens, from) && !isEpithet(noun)) return null
  if (isIntroduced(tokens, noun, occurrences)) return null
  const near = listNearest(noun, from, occurrences)
  const who = near.find(({ spoke }) => spoke) ?? near.find(({ subject }) => subject)
  const entity = who?.referent.entity ?? null
  if (entity?.type !== 'person') return null
  if (STANDS.test(noun.lower) && !isAboutThem(entity, occurrences)) return null
  const gender = genderOf(noun.lower)
  return gender === null || entity.gender === null || entity.gender === gender ? entity : null
}

/** Whether an article has spoken of somebody at least half as often as of anybody else. */
function isAboutThem(entity: NamedEntity, occurrences: readonly Occurrence[]): boolean {
  const counts = new Map<NamedEntity, number>()
  for (const { referent } of occurrences.slice(-MOST_LOOKED_AT))
    if (referent.entity?.type === 'person') counts.set(referent.entity, (counts.get(referent.entity) ?? 0) + 1)
  return 2 * (counts.get(entity) ?? 0) >= Math.max(...counts.values())
}

/** "A singer" without a name is who the singer is. */
function isIntroduced(tokens: readonly Token[], noun: Token, occurrences: readonly Occurrence[]): boolean {
  return occurrences
    .slice(-MOST_LOOKED_AT)
    .some(
      ({ at, referent: { entity, label } }) =>
        entity === null && label === noun.lower && /^(?:an?|another|one)$/.test((tokens[at] as Token).lower),
    )
}

/** "Irishman", "Frenchwoman", too, whose gender no list has. */
function genderOf(noun: string): Gender | null {
  return genderOfWord(noun) ?? (noun.endsWith('woman') ? 'woman' : noun.endsWith('man') ? 'man' : null)
}

function isEpithet(noun: Token): boolean {
  return EPITHETS.has(noun.lower) || (isDemonym(noun) && /^\p{Lu}/u.test(noun.text))
}

/** An age tells more of somebody who was just spoken of. */
function isAged(tokens: readonly Token[], from: number): boolean {
  const [number, ...next] = tokens.slice(from + 1, from + 4).map(({ lower }) => lower)
  return /^\d{1,3}(?:-|$)/.test(number ?? '') && /year/.test(`${number}${next.join('')}`)
}

/** People of the nearest sentence before that speaks of one as its subject, in text order. */
function listNearest(noun: Token, from: number, occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const near: Occurrence[] = []
  let sentence: number | null = null
  for (let i = occurrences.length - 1; i >= Math.max(0, occurrences.length - MOST_LOOKED_AT); i -= 1) {
    const one = occurrences[i] as Occurrence
    const { human, number } = one.referent
    if (one.at >= from || !human || number !== 'singular') continue
    if (noun.sentence - one.sentence > REACH || (sentence !== null && one.sentence !== sentence)) break
    if (one.subject || one.spoke) sentence = one.sentence
    if (sentence !== null) near.push(one)
  }
  return near.reverse()
}
