import type { SpanRole } from '../../../../src/domain/labels.ts'
import type { Sentence } from '../../../../src/domain/layers.ts'
import type { CueRule } from '../cue-rule.ts'
import type { Anchor } from './anchors.ts'
import { ELEMENTS, type ElementName } from './element-names.ts'
import { AFTER, BEFORE } from './elements.ts'
import type { VerbGroup } from './phrases/verb-group.ts'
import { type Range, type Reading, sentenceOf } from './reading.ts'
import type { Matcher, Taken } from './taken.ts'

/** Token ranges that a rule gave to each role. */
export interface RuleMatch {
  readonly rule: CueRule
  readonly roles: Readonly<Record<SpanRole, readonly Range[]>>
  /** Who passes on what the source said, or null. */
  readonly relay: Range | null
  readonly group: VerbGroup
  /** Token of the cue's head word. */
  readonly head: number
}

export interface ParsedPattern {
  readonly before: readonly PatternStep[]
  readonly after: readonly PatternStep[]
}

/** One element: alternatives to try in order. */
interface PatternStep {
  readonly alternatives: readonly Matcher[]
  readonly optional: boolean
}

/** These go on past the cue's own sentence, as only speech does. */
const REACHING = /^(?:quotation|more|end)$/

/**
 * Parses `"quotation ,? source cue when?"`. Throws when `cue` is missing or an element cannot stand on its side of it,
 * which a test of the rules would show.
 */
export function parsePattern(match: string): ParsedPattern {
  const words = match.split(' ')
  const cue = words.indexOf('cue')
  if (cue < 0) throw new Error(`The pattern "${match}" has no cue.`)
  return {
    before: words.slice(0, cue).reverse().map(parseStepBefore),
    after: words.slice(cue + 1).map(parseStepAfter),
  }
}

function parseStepBefore(word: string): PatternStep {
  return parseStep(word, name => matcherOf(name, BEFORE) ?? takeWord(name, -1))
}

function parseStepAfter(word: string): PatternStep {
  return parseStep(word, name => {
    const matcher = matcherOf(name, AFTER)
    if (matcher === null) return takeWord(name, 1)
    return REACHING.test(name) ? matcher : withinSentence(matcher)
  })
}

function parseStep(word: string, toMatcher: (name: string) => Matcher): PatternStep {
  const optional = word.length > 1 && word.endsWith('?')
  const names = (optional ? word.slice(0, -1) : word).split('|')
  return { optional, alternatives: names.map(toMatcher) }
}

/** What an element stands for on one side of the cue; null for a word or mark that must stand there. */
function matcherOf(name: string, side: Partial<Record<ElementName, Matcher>>): Matcher | null {
  if (!Object.hasOwn(ELEMENTS, name)) return null
  const matcher = side[name as ElementName]
  if (matcher === undefined)
    throw new Error(`The element "${name}" cannot stand ${side === AFTER ? 'after' : 'before'} a cue.`)
  return matcher
}

function takeWord(word: string, direction: 1 | -1): Matcher {
  return (reading, at) => {
    const token = reading.tokens[direction === 1 ? at : at - 1]
    return token !== undefined && token.lower === word ? { at: at + direction } : null
  }
}

function withinSentence(matcher: Matcher): Matcher {
  return (reading, at, first, limit) => (at >= limit ? null : matcher(reading, at, first, limit))
}

/** Tries one rule at one anchor, whose verb group is `group`. Null when any part does not fit. */
export function matchRule(
  reading: Reading,
  anchor: Anchor,
  pattern: ParsedPattern,
  group: VerbGroup,
): RuleMatch | null {
  const { rule } = anchor
  const sentence = sentenceOf(reading, anchor.from)
  if (!fitsGroup(rule, group)) return null
  const verbal = (rule.pos ?? 'verb') === 'verb' || (rule.pos === 'any' && group.from < anchor.from)
  const left = verbal ? group.subjectEnd : anchor.from
  const before = walk(reading, pattern.before, 0, left, sentence)
  if (before === null) return null
  const after = walk(reading, pattern.after, 0, anchor.to, sentence)
  if (after === null) return null
  const roles: Record<SpanRole, Range[]> = {
    source: [],
    cue: [{ from: verbal ? group.from : anchor.from, to: anchor.to }],
    content: [],
    addressee: [],
  }
  const taken = [...before.reverse(), ...after]
  for (const { role, ranges } of taken) {
    if (role !== undefined) roles[role].push(...(ranges ?? []))
  }
  const relay = taken.find(one => one.relay !== undefined)?.relay ?? null
  roles.cue = joinAdjacent(roles.cue)
  roles.content = joinAdjacent(roles.content)
  return { rule, roles, relay, group, head: anchor.from }
}

function fitsGroup(rule: CueRule, group: VerbGroup): boolean {
  if (rule.pos !== undefined && rule.pos !== 'verb') return true
  const form = rule.form ?? 'finite'
  return (rule.voice ?? 'active') === group.voice && (form === 'any' || form === group.form)
}

/** Matches steps in one direction; an optional step that fits is undone when the rest then fails. */
function walk(
  reading: Reading,
  steps: readonly PatternStep[],
  index: number,
  at: number,
  sentence: Sentence,
): Taken[] | null {
  const step = steps[index]
  if (step === undefined) return []
  for (const alternative of step.alternatives) {
    const taken = alternative(reading, at, sentence.firstToken, sentence.endToken)
    // What stands for a role has words.
    if (taken === null || taken.ranges?.some(({ from, to }) => from >= to) === true) continue
    const rest = walk(reading, steps, index + 1, taken.at, sentence)
    if (rest !== null) return [taken, ...rest]
  }
  return step.optional ? walk(reading, steps, index + 1, at, sentence) : null
}

function joinAdjacent(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && range.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else joined.push(range)
  }
  return joined
}
