import type { Token } from '../../../src/domain/layers.ts'
import {
  HYPHEN_ENDINGS,
  isCommon,
  isFirstName,
  isOrganisationName,
  isOrganisationWord,
  isPlaceName,
} from '../../word-classes.ts'
import type { Tagged, TaggedName } from './tagged.ts'

/** Syllables of given names are short. */
const LONGEST = 5
const SMALL = /^\p{Ll}+$/u

/** "Wong Tse | -ming": a given name in two syllables is whole, unless what the hyphen joins is a word ("Ann Lee-led"). */
export function completeHyphens(tokens: readonly Token[], name: TaggedName): TaggedName {
  const [last, hyphen, syllable] = [tokens[name.to - 1], tokens[name.to], tokens[name.to + 1]]
  if (name.tag !== 'person' || last === undefined || hyphen?.text !== '-' || syllable === undefined) return name
  const isJoined = last.end === hyphen.start && hyphen.end === syllable.start
  if (!isJoined || !SMALL.test(syllable.text) || syllable.text.length > LONGEST) return name
  if (isCommon(syllable.lower) || HYPHEN_ENDINGS.has(syllable.lower)) return name
  return tokens[name.to + 2]?.text === '-' ? name : { ...name, to: name.to + 2 }
}

const FORM = /^(?:gmbh|inc|llc|llp|ltd|plc|pty)$/

/** "Brightwater | plc": a company's form belongs to its name, also in small letters. */
export function completeForm(tokens: readonly Token[], name: TaggedName): TaggedName {
  if (name.tag !== 'organisation') return name
  let { to } = name
  while (FORM.test(tokens[to]?.lower ?? '') && tokens[to]?.sentence === tokens[to - 1]?.sentence) to += 1
  return to === name.to ? name : { ...name, to }
}

const JOINTS: ReadonlySet<string> = new Set(['&', '/', '-'])
/** Words over which a body's name goes on to the left of a joint ("Lumen Optics A | /S"). */
const MOST_BEFORE = 4

/**
 * Bodies' names over what joins their words, whole: "Lumen Optics A/S", "SAG-AFTRA", "Browne & Leith", where the model has one side
 * alone or has both apart.
 */
export function completeBodies(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const own = names.map(name => (isPair(tokens, name) ? { ...name, tag: 'organisation' as const } : name))
  const tagAt = Array<TaggedName['tag'] | undefined>(tokens.length)
  for (const { tag, from, to } of own) for (let i = from; i < to; i += 1) tagAt[i] ??= tag
  const isFree = (at: number) => tagAt[at] === undefined || tagAt[at] === 'organisation'
  const borders = findBorders(tokens, isFree)
  const whole = own.map(name => (name.tag === 'organisation' ? completeBody(name, borders) : name))
  // Parts of what is whole now are no names beside it.
  const wholeAt = new Int32Array(tokens.length)
  const filled = new Set<string>()
  for (const [i, { from, to }] of whole.entries()) {
    const key = `${from} ${to}`
    // All parts of a chain come to the same.
    if (whole[i] === own[i] || filled.has(key)) continue
    filled.add(key)
    for (let at = from; at < to; at += 1) wholeAt[at] = Math.max(wholeAt[at] as number, to - from)
  }
  return whole.filter(
    ({ from, to }) => !((wholeAt[from] as number) > to - from && (wholeAt[to - 1] as number) > to - from),
  )
}

/** "Browne & Leith": running text joins firms' names so, and people's by "and". */
function isPair(tokens: readonly Token[], { tag, from, to }: TaggedName): boolean {
  const joints = [to, from - 1].filter(at => tokens[at]?.text === '&')
  return tag === 'person' && joints.some(at => isJoint(tokens, at))
}

/** Where a body's name begins that a tag begins at a token, and where it ends that a tag ends before one. */
interface Borders {
  readonly start: Int32Array
  readonly end: Int32Array
}

/** Goes over the tokens once each way, however many names a chain joins. */
function findBorders(tokens: readonly Token[], isFree: (at: number) => boolean): Borders {
  const [start, end] = [new Int32Array(tokens.length + 1), new Int32Array(tokens.length + 1)]
  for (let at = 0; at <= tokens.length; at += 1) {
    let first = at
    if (isJoint(tokens, at - 1) && isFree(at - 2)) {
      first = at - 2
      for (let i = 0; i < MOST_BEFORE && isNameWord(tokens, first - 1) && isFree(first - 1); i += 1) first -= 1
    }
    start[at] = first === at ? at : (start[first] as number)
  }
  for (let at = tokens.length; at >= 0; at -= 1)
    end[at] = isJoint(tokens, at) && isFree(at + 1) ? (end[at + 2] as number) : at
  return { start, end }
}

function completeBody(name: TaggedName, { start, end }: Borders): TaggedName {
  const [from, to] = [start[name.from] as number, end[name.to] as number]
  return from === name.from && to === name.to ? name : { ...name, from, to }
}

/** "A|/|S", "SAG|-|AFTRA" without spaces, "Browne | & | Leith" with or without: capitals on both sides, in one sentence. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const [before, joint, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (joint === undefined || !JOINTS.has(joint.text)) return false
  if (before === undefined || next === undefined || before.sentence !== next.sentence) return false
  if (!/^\p{Lu}/u.test(before.text) || !/^\p{Lu}/u.test(next.text)) return false
  if (joint.text === '&') return true
  const isClose = before.end === joint.start && joint.end === next.start
  if (joint.text === '/') return isClose && next.text.length === 1
  return isClose && before.text === before.text.toUpperCase() && next.text === next.text.toUpperCase()
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return (
    token !== undefined && token.sentence === next?.sentence && token.pos === 'PROPN' && /^\p{Lu}/u.test(token.text)
  )
}

/** Small words that initials leave out. */
const LEFT_OUT = /^(?:and|for|of|on|the|in)$/

/**
 * Joins what is before an "and" in a body's name to what is behind it ("the Flood Relief | and | Recovery Council"): where the noun of a
 * body stands behind it alone, and the model takes the "and" for a part of a name, or initials in brackets count both in, or a
 * determiner is for both.
 */
export function joinOverAnd(
  tokens: readonly Token[],
  names: readonly TaggedName[],
  tagged: readonly Tagged[],
): TaggedName[] {
  const bodies = tagged.filter(({ tag }) => tag === 'organisation')
  const tagEndingAt = new Map(bodies.map(body => [body.to, body]))
  const isTagged = new Uint8Array(tokens.length)
  for (const { from, to } of bodies) isTagged.fill(1, from, to)
  const nameEndingAt = new Map(names.flatMap(name => (name.tag === 'organisation' ? [[name.to, name] as const] : [])))
  const lost = new Set<TaggedName>()
  const joined = names.map(name => {
    const and = name.from - 1
    if (name.tag !== 'organisation' || tokens[and]?.lower !== 'and') return name
    const known = nameEndingAt.get(and)
    // The model may have the "and" in what it tags before it.
    const one = known ?? tagEndingAt.get(name.from)
    if (one === undefined || one.from >= and || !isHalf(tokens, { from: one.from, to: and }, name)) return name
    if (isTagged[and] !== 1 && !areInitialsOfBoth(tokens, one.from, name.to) && !isForBoth(tokens, one)) return name
    if (known !== undefined) lost.add(known)
    return { ...name, from: one.from, probability: Math.max(name.probability, one.probability) }
  })
  return joined.filter((_, i) => !lost.has(names[i] as TaggedName))
}

interface Half {
  readonly from: number
  readonly to: number
}

/** Whether only the second ends in a noun for a body, and the first in none that names by itself. */
function isHalf(tokens: readonly Token[], one: Half, other: Half): boolean {
  const [last, head] = [tokens[one.to - 1] as Token, tokens[other.to - 1] as Token]
  if (last.sentence !== head.sentence || isOrganisationWord(last) || !isOrganisationWord(head)) return false
  return other.to - other.from > 1 && !isNamed(last.lower)
}

/** "… (FRRC)": a letter for each word but the small ones. */
function areInitialsOfBoth(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[to]?.text !== '(' || tokens[to + 2]?.text !== ')') return false
  const own = tokens.slice(from, to).filter(({ lower }) => /\p{L}/u.test(lower) && !LEFT_OUT.test(lower))
  const initials = own.map(({ lower }) => lower[0]).join('')
  return (tokens[to + 1] as Token).lower.replaceAll('.', '') === initials
}

/** "The Water and Sewerage Board": a common word behind "the", which "and the" does not repeat. */
function isForBoth(tokens: readonly Token[], { from, to }: Half): boolean {
  return tokens[from - 1]?.lower === 'the' && isCommon((tokens[to - 1] as Token).lower)
}

function isNamed(word: string): boolean {
  return isFirstName(word) || isPlaceName(word) || isOrganisationName(word)
}
