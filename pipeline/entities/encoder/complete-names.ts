import type { Token } from '../../../src/domain/layers.ts'
import { HYPHEN_ENDINGS, isCommon } from '../../word-classes.ts'
import type { TaggedName } from './tagged.ts'

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
  const whole = own.map(name => (name.tag === 'organisation' ? completeBody(tokens, name, isFree) : name))
  // Parts of what is whole now are no names beside it.
  const wholeAt = new Int32Array(tokens.length)
  for (const [i, { from, to }] of whole.entries())
    if (to - from > (own[i] as TaggedName).to - (own[i] as TaggedName).from)
      for (let at = from; at < to; at += 1) wholeAt[at] = Math.max(wholeAt[at] as number, to - from)
  return whole.filter(
    ({ from, to }) => !((wholeAt[from] as number) > to - from && (wholeAt[to - 1] as number) > to - from),
  )
}

/** "Browne & Leith": running text joins firms' names so, and people's by "and". */
function isPair(tokens: readonly Token[], { tag, from, to }: TaggedName): boolean {
  const joints = [to, from - 1].filter(at => tokens[at]?.text === '&')
  return tag === 'person' && joints.some(at => isJoint(tokens, at))
}

function completeBody(tokens: readonly Token[], name: TaggedName, isFree: (at: number) => boolean): TaggedName {
  let { from, to } = name
  while (isJoint(tokens, to) && isFree(to + 1)) to += 2
  let first = from
  while (isJoint(tokens, first - 1) && isFree(first - 2)) {
    first -= 2
    for (let i = 0; i < MOST_BEFORE && isNameWord(tokens, first - 1) && isFree(first - 1); i += 1) first -= 1
  }
  from = first
  return from === name.from && to === name.to ? name : { ...name, from, to }
}

/** "A|/|S", "SAG|-|AFTRA" without spaces, "Browne | & | Leith" with or without: capitals on both sides, in one sentence. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const [before, joint, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (before === undefined || joint === undefined || next === undefined || before.sentence !== next.sentence)
    return false
  if (!/^\p{Lu}/u.test(before.text) || !/^\p{Lu}/u.test(next.text)) return false
  if (joint.text === '&') return true
  const isClose = before.end === joint.start && joint.end === next.start
  if (joint.text === '/') return isClose && next.text.length === 1
  return (
    joint.text === '-' && isClose && before.text === before.text.toUpperCase() && next.text === next.text.toUpperCase()
  )
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return (
    token !== undefined && token.sentence === next?.sentence && token.pos === 'PROPN' && /^\p{Lu}/u.test(token.text)
  )
}
