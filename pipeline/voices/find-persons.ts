import type { Chain, Mention } from '../../src/domain/layers.ts'
import { isNobodysName } from '../roles/person-names.ts'
import { isFirstName, isGenitive } from '../word-classes.ts'
import type { VoiceReading } from './voice-reading.ts'

/** A word that stands once, without a pronoun or given name, and that the model half took for somebody, is rather a thing. */
const SURE = 0.75

/**
 * Chains that name a person, by index: none whose every name lies in another's ("Nile" in "Nile Grid"), is an office, place or party
 * alone, or is one word of which nothing says that it is somebody.
 */
export function findPersons(reading: VoiceReading): ReadonlySet<number> {
  const { mentions } = reading.entities
  const { tokens } = reading.tokens
  const nested = findNested(mentions)
  const persons = new Set<number>()
  for (const [i, chain] of reading.sources.chains.entries()) {
    const own = chain.mentions.filter(at => mentions[at]?.name != null)
    if (chain.type !== 'person' || own.every(at => nested.has(at))) continue
    const named = own.map(at => mentions[at] as Mention)
    if (named.every(mention => isNobodysName(tokens, mention))) continue
    if (!isHardlyAnybody(reading, chain, named)) persons.add(i)
  }
  return persons
}

/** Mentions whose name lies in a longer one. */
function findNested(mentions: readonly Mention[]): ReadonlySet<number> {
  const nested = new Set<number>()
  const order = [...mentions.entries()].filter(
    ([, { name, type }]) => name !== null && type !== 'group' && type !== 'document' && type !== 'time',
  )
  order.sort(([, a], [, b]) => a.firstToken - b.firstToken || b.endToken - a.endToken)
  let longest: Mention | null = null
  for (const [i, mention] of order) {
    if (longest !== null && mention.endToken <= longest.endToken && lengthOf(mention) < lengthOf(longest)) nested.add(i)
    else longest = mention
  }
  return nested
}

function lengthOf({ firstToken, endToken }: Mention): number {
  return endToken - firstToken
}

function isHardlyAnybody(
  { tokens: { tokens } }: VoiceReading,
  { pronouns, name }: Chain,
  named: readonly Mention[],
): boolean {
  const [only] = named
  if (only === undefined || named.length > 1 || pronouns.length > 0 || only.role !== null) return false
  const words = tokens.slice(only.firstToken, only.endToken).filter(token => !isGenitive(token))
  return words.length === 1 && !isFirstName(name.toLowerCase()) && (only.probability ?? 1) < SURE
}
