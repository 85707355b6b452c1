import type { Mention, Token } from '../../src/domain/layers.ts'
import { addRoles, type JoinedEntity, know, rolesOf } from './joined-entity.ts'
import { isMadeOfInitials } from './reference.ts'

const UNITED_STATES = /^(?:us|usa|u\.s\.?|u\.s\.a\.?|united states|united states of america|america)$/
const UNITED_KINGDOM = /^(?:uk|u\.k\.?|united kingdom|britain|great britain)$/
const SUFFIX = / (?:inc|ltd|llc|plc|corp|co|gmbh|ag|sa|nv|bv|pty|llp|group|holdings)\.?$/
/** Words that a short form drops: "the Ministry" is no name of one ministry among several. */
const FILLER = /^(?:of|for|the|and|&|on|in|-)$/

/**
 * Joins the mentions of each organisation and place: equal names, the acronym that stands in brackets behind a name or
 * is made of its initials, and a short form that opens or heads exactly one longer name.
 */
export function joinBodies(text: string, tokens: readonly Token[], mentions: readonly Mention[]): JoinedEntity[] {
  const bodies = new Map<string, JoinedEntity>()
  const named = mentions.filter(({ type, name }) => (type === 'organisation' || type === 'place') && name !== null)
  const names = new Map(named.map(mention => [mention, readName(text, mention)]))
  const aliases = findDefinedAcronyms(tokens, named, names)
  const longer = indexLonger(new Set(names.values()))
  for (const mention of named) {
    const name = names.get(mention) as string
    const key = fullKey(keyOfName(name), longer, aliases, mention.type)
    const body = bodies.get(key) ?? { name, type: mention.type, mentions: [], gender: null, roles: [] }
    bodies.set(key, body)
    body.mentions.push(mention)
    addRoles(body, rolesOf(text, tokens, mention))
    know(body, mention)
    if (body.known === undefined && name.length > body.name.length) body.name = name
  }
  for (const body of bodies.values()) {
    const organisations = body.mentions.filter(({ type }) => type === 'organisation').length
    body.type = organisations * 2 > body.mentions.length ? 'organisation' : 'place'
  }
  return [...bodies.values()]
}

function readName(text: string, mention: Mention): string {
  if (mention.known !== undefined) return mention.known.name
  const { start, end } = mention.name as { start: number; end: number }
  return text.slice(start, end).replace(/['’]s?$/, '')
}

const MOST_KEYS = 20_000
const keys = new Map<string, string>()

/** What the spellings of one name have in common, remembered: the same names come again in every article. */
function keyOfName(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = makeKey(name)
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(name, key)
  return key
}

function makeKey(name: string): string {
  const lower = name.toLowerCase().replaceAll('’', "'").replace(/^the /, '').replaceAll(/\s+/g, ' ')
  if (UNITED_STATES.test(lower)) return 'united states'
  if (UNITED_KINGDOM.test(lower)) return 'united kingdom'
  return lower.replace(SUFFIX, '').replaceAll(/\b(\p{L})\.(?=\p{L}\.)/gu, '$1')
}

/** "World Health Organization (WHO)" and "WHO (World Health Organization)": short key → long key. */
function findDefinedAcronyms(
  tokens: readonly Token[],
  named: readonly Mention[],
  names: ReadonlyMap<Mention, string>,
): Map<string, string> {
  const aliases = new Map<string, string>()
  for (let i = 1; i < named.length; i += 1) {
    const [left, right] = [named[i - 1] as Mention, named[i] as Mention]
    if (right.firstToken !== left.endToken + 1 || !/^[([]$/.test((tokens[left.endToken] as Token).text)) continue
    const [a, b] = [keyOfName(names.get(left) as string), keyOfName(names.get(right) as string)]
    if (a !== b) aliases.set(a.length < b.length ? a : b, a.length < b.length ? b : a)
  }
  return aliases
}

function fullKey(
  key: string,
  longer: ReadonlyMap<string, string | null>,
  aliases: ReadonlyMap<string, string>,
  type: Mention['type'],
): string {
  const defined = aliases.get(key)
  if (defined !== undefined) return defined
  return type === 'organisation' && !key.includes(' ') ? (longer.get(key.replaceAll('.', '')) ?? key) : key
}

/** Each first word, last word and acronym with the one longer name it is short for, or null when several share it. */
function indexLonger(names: ReadonlySet<string>): Map<string, string | null> {
  const longer = new Map<string, string | null>()
  // "RT" is no short form of "RT America": initials are the whole name of somebody else.
  const byKey = new Map([...names].map(name => [keyOfName(name), isMadeOfInitials(name.split(' ')[0] as string)]))
  for (const [key, opensWithInitials] of byKey) {
    const words = key.split(' ')
    if (words.length < 2) continue
    const initials = words.filter(word => !FILLER.test(word)).map(word => word[0])
    const short = new Set([
      ...(opensWithInitials ? [] : [words[0] as string]),
      words.at(-1) as string,
      ...(initials.length > 1 ? [initials.join('')] : []),
    ])
    for (const word of short) longer.set(word, longer.has(word) ? null : key)
  }
  return longer
}
