import type { Act } from '../../src/domain/labels.ts'
import { readWordList } from '../word-list.ts'

/** Acts with a word list of their own in `acts/`; every other cue states. `no-comment` is decided by its rule. */
const LISTED = [
  'question',
  'order',
  'promise',
  'accusation',
  'denial',
  'belief',
  'intention',
  'feeling',
] as const satisfies readonly Act[]

// A lemma may stand in two lists ("deplore"); the first list in the order above decides.
const ACT_BY_LEMMA: ReadonlyMap<string, Act> = new Map(
  [...LISTED].reverse().flatMap(act => {
    const lemmas = readWordList(new URL(`./acts/${act}.txt`, import.meta.url))
    return [...lemmas].map(lemma => [lemma, act] as const)
  }),
)

/** Acts of lemma phrases whose verb alone would mislead ("call for" asks, "call" states). */
const ACT_BY_PHRASE: ReadonlyMap<string, Act> = new Map([
  ['agree to', 'promise'],
  ['appeal for', 'order'],
  ['appeal to', 'order'],
  ['ask for', 'order'],
  ['believe in', 'belief'],
  ['call for', 'order'],
  ['call on', 'order'],
  ['call upon', 'order'],
  ['hope for', 'feeling'],
  ['insist on', 'order'],
  ['long for', 'feeling'],
  ['plead for', 'order'],
  ['press for', 'order'],
  ['push for', 'order'],
  ['rail against', 'accusation'],
  ['hit out at', 'accusation'],
  ['lash out at', 'accusation'],
  ['rule out', 'denial'],
  ['brush off', 'denial'],
  ['play down', 'denial'],
  ['shrug off', 'denial'],
  ['worry about', 'feeling'],
  ['write to', 'statement'],
])

/** The act of a cue from its lemma phrase (`call for`), else its head lemma (`call`). */
export function actOf(phrase: string, lemma: string): Act {
  return ACT_BY_PHRASE.get(phrase) ?? ACT_BY_LEMMA.get(lemma) ?? 'statement'
}
