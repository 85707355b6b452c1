import type { Mention, Token } from '../../../src/domain/layers.ts'
import { firstMentionAfter } from '../../positions/mentions-at.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { isBeforeRole } from '../../roles/before-role.ts'
import type { PhraseReading } from '../../roles/phrase-reading.ts'
import type { VoiceReading } from '../voice-reading.ts'
import type { Told } from './told-evidence.ts'

/** Words looked back over from a role to "its". */
const MOST_BETWEEN = 4
/** Names looked back over for the body that was spoken of last, and sentences that it may stand away. */
const MOST_NAMES = 8
const MOST_SENTENCES = 1

const chainsOfMentions = new WeakMap<VoiceReading, ReadonlyMap<Mention, number>>()

/**
 * "Its chairman, Ann Lee": with the body that "its" means: the last one that was named in this sentence or the one before, where the
 * source's own words do not tell.
 */
export function findOwner(reading: VoiceReading, { tokens, mentions }: PhraseReading, told: Told): Told {
  const start = told.role?.span?.start
  if (start === undefined) return told
  let at = firstTokenAfter(tokens, start) - 1
  for (let i = 0; i < MOST_BETWEEN && at > 0 && isBeforeRole(tokens[at] as Token); i += 1) at -= 1
  const its = tokens[at]
  if (its === undefined || !/^its$/.test(its.lower)) return told
  const chain = lastBody(reading, mentions, tokens, at)
  if (chain === null) return told
  const { name } = reading.sources.chains[chain] as { name: string }
  return { ...told, affiliation: { value: name, span: { start: its.start, end: its.end } } }
}

function lastBody(
  reading: VoiceReading,
  mentions: readonly Mention[],
  tokens: readonly Token[],
  pronoun: number,
): number | null {
  const { sentence } = tokens[pronoun] as Token
  const { chains } = reading.sources
  const byMention = chainsOf(reading)
  const first = firstMentionAfter(mentions, pronoun)
  for (let i = first - 1; i >= Math.max(0, first - MOST_NAMES); i -= 1) {
    const mention = mentions[i] as Mention
    if (sentence - (tokens[mention.firstToken] as Token).sentence > MOST_SENTENCES) return null
    const found = byMention.get(mention)
    if (mention.type === 'organisation' && found !== undefined && chains[found]?.type === 'organisation') return found
  }
  return null
}

function chainsOf(reading: VoiceReading): ReadonlyMap<Mention, number> {
  const before = chainsOfMentions.get(reading)
  if (before !== undefined) return before
  const made = new Map<Mention, number>()
  for (const [chain, { mentions }] of reading.sources.chains.entries())
    for (const i of mentions) made.set(reading.entities.mentions[i] as Mention, chain)
  chainsOfMentions.set(reading, made)
  return made
}
