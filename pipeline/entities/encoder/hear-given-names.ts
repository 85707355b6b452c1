import type { Token } from '../../../src/domain/layers.ts'
import { isFirstName, PARTICLES } from '../../word-classes.ts'
import { SURE, type TaggedName } from './tagged.ts'

/** Just above what is kept in any case. */
const HEARD = SURE + 0.01
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
