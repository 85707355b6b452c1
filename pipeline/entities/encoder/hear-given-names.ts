import type { Mention, Token } from '../../../src/domain/layers.ts'
import { isCommon, isFirstName, isHonorific, PARTICLES } from '../../word-classes.ts'
import { lowerOf, SURE, type TaggedName } from './tagged.ts'

/** Just above what is kept in any case. */
const HEARD = SURE + 0.01
const ONLY_PERSON = { person: HEARD, place: 0, organisation: 0, somebody: 0, body: 0 }
/** Behind these a place stands as well as a person: "in Florence Nardi said". */
const LOCATING: ReadonlySet<string> = new Set(['at', 'from', 'in', 'near', 'of', 'to'])

/**
 * Names with what the list of given names says: one that the model half takes for a person is one when it opens with a given name and
 * goes on, and a given name that it takes for a place belongs to the person right behind it ("Kwame | Adjei").
 */
export function hearGivenNames(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const personAt = new Map(names.flatMap(one => (one.tag === 'person' ? [[one.from, one] as const] : [])))
  const heard: TaggedName[] = []
  const joined = new Set<TaggedName>()
  for (const name of names) {
    const { tag, from, to, probability } = name
    const next = personAt.get(to)
    if (tag === 'person' && probability <= SURE && opensFullName(tokens, from, to) && !goesOnFrom(tokens, from)) {
      heard.push({ ...name, to: endOfName(tokens, from, to), probability: HEARD })
    } else if (tag !== 'person' && to - from === 1 && next !== undefined && opensFullName(tokens, from, next.to)) {
      if (LOCATING.has(tokens[from - 1]?.lower ?? '') || next.probability <= SURE) heard.push(name)
      else {
        joined.add(next)
        heard.push({ ...next, from })
      }
    } else heard.push(name)
  }
  return heard.filter(one => !joined.has(one))
}

/** Names that the rules find right behind a form of address ("Dr Ada Lee") and that the model has nothing of. */
export function addAddressed(
  tokens: readonly Token[],
  names: readonly TaggedName[],
  ruled: readonly Mention[],
): TaggedName[] {
  const taken = takenBy(tokens, names)
  return ruled.flatMap(({ type, name, firstToken, endToken: to }): TaggedName[] => {
    if (type !== 'person' || name === null) return []
    let from = firstToken
    while (from < to && (tokens[from] as Token).start < name.start) from += 1
    const before = tokens[from - 1]
    if (before === undefined || !isHonorific(before) || taken.subarray(from, to).includes(1)) return []
    return [{ tag: 'person', from, to, probability: HEARD, shares: ONLY_PERSON }]
  })
}

function takenBy(tokens: readonly Token[], names: readonly TaggedName[]): Uint8Array {
  const taken = new Uint8Array(tokens.length)
  for (const { from, to } of names) taken.fill(1, from, to)
  return taken
}

/**
 * People's names of two or three words that the model has nothing of, though the article has them twice: a given name first, no ordinary
 * word among them.
 */
export function addFullNames(
  tokens: readonly Token[],
  names: readonly TaggedName[],
  ruled: readonly Mention[],
): TaggedName[] {
  const taken = takenBy(tokens, names)
  const added = ruled.flatMap(({ type, name, role, firstToken: from, endToken: to }): TaggedName[] => {
    if (type !== 'person' || name === null || role !== null || to - from > 3 || !opensFullName(tokens, from, to))
      return []
    const words = tokens.slice(from, to)
    if (taken.subarray(from, to).includes(1) || words.slice(1).some(({ lower }) => isCommon(lower))) return []
    return [{ tag: 'person', from, to, probability: HEARD, shares: ONLY_PERSON }]
  })
  const byWords = Map.groupBy(added, ({ from, to }) => lowerOf(tokens, from, to))
  return [...byWords.values()].flatMap(same => (same.length > 1 ? same : []))
}

function opensFullName(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, second] = [tokens[from], tokens[from + 1]]
  if (first === undefined || second === undefined || to - from < 2 || first.sentence !== second.sentence) return false
  const goesOn = /^\p{Lu}/u.test(second.text) || PARTICLES.has(second.text)
  return /^\p{Lu}\p{Ll}/u.test(first.text) && isFirstName(first.lower) && goesOn
}

/** "J. | Ada Lee": a part of a longer name. */
function goesOnFrom(tokens: readonly Token[], from: number): boolean {
  const [before, first] = [tokens[from - 1], tokens[from]]
  return before !== undefined && before.sentence === first?.sentence && /^\p{Lu}\.?$/u.test(before.text)
}

/** "Ann Lee | of Leeds" */
function endOfName(tokens: readonly Token[], from: number, to: number): number {
  let end = from + 1
  for (let i = end; i < to; i += 1) {
    const { text } = tokens[i] as Token
    if (/^\p{Lu}/u.test(text)) end = i + 1
    else if (!PARTICLES.has(text)) break
  }
  return end
}
