import type { TokensLayer } from '../../src/domain/layers.ts'
import { isName, type Kind, type Reference } from './reference.ts'

/** So many references before one are looked at, whatever they are. */
const WINDOW = 40
/** And so many names further back that share their first or last word with it. */
const NAMESAKES = 4
/** A name is what a pronoun before it means ("In his speech, Ann Lee") only so near. */
const SENTENCES_AHEAD = 1

/** What a reference of a kind can go back to. */
const BACK_TO: Readonly<Record<Kind, ReadonlySet<Kind>>> = {
  person: new Set<Kind>(['person', 'somebody', 'he', 'she']),
  place: new Set<Kind>(['place']),
  organisation: new Set<Kind>(['organisation', 'body']),
  somebody: new Set<Kind>(['person', 'somebody', 'he', 'she']),
  body: new Set<Kind>(['organisation', 'body', 'it']),
  he: new Set<Kind>(['person', 'somebody', 'he']),
  she: new Set<Kind>(['person', 'somebody', 'she']),
  they: new Set<Kind>(['person', 'somebody', 'organisation', 'body', 'they', 'he', 'she']),
  it: new Set<Kind>(['organisation', 'place', 'body', 'it']),
}

/**
 * For each reference, in text order, the earlier ones that it may go back to, the nearest first. At most {@link WINDOW} and
 * {@link NAMESAKES} twice each, so that all costs as much as there are references.
 */
export function listCandidates({ tokens }: TokensLayer, references: readonly Reference[]): number[][] {
  const namesakes = new Map<string, number[]>()
  return references.map((one, i) => {
    const found: number[] = []
    const first = Math.max(0, i - WINDOW)
    for (let j = i - 1; j >= first; j -= 1) if (canGoBackTo(one, references[j] as Reference)) found.push(j)
    if (isName(one.kind)) {
      const further = new Set(keysOf(one).flatMap(key => namesakes.get(key)?.slice(-NAMESAKES) ?? []))
      found.push(...[...further].filter(j => j < first).toSorted((a, b) => b - a))
      for (const key of keysOf(one)) {
        const known = namesakes.get(key)
        if (known === undefined) namesakes.set(key, [i])
        else known.push(i)
      }
    }
    return found
  })

  function canGoBackTo(one: Reference, other: Reference): boolean {
    if (other.to > one.from && one.to > other.from) return false
    if (!BACK_TO[one.kind].has(other.kind)) return false
    if (one.kind !== 'person' || (other.kind !== 'he' && other.kind !== 'she')) return true
    return sentenceOf(one) - sentenceOf(other) <= SENTENCES_AHEAD
  }

  function sentenceOf({ from }: Reference): number {
    return tokens[from]?.sentence ?? 0
  }
}

function keysOf({ kind, words }: Reference): string[] {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? '']
  return [...new Set([`${kind} ${first}`, `${kind} ${last}`])]
}
