import type { Mention, Token } from '../../../src/domain/layers.ts'
import { findNameBeside } from '../../words/beside-owner.ts'
import { type Favour, findFavoured } from './clause-ties.ts'
import type { ArticleReference } from './list-references.ts'

/** What a sentence itself says of a reference: whom it cannot mean, and whom it does. */
export interface Tie {
  /** References that are others: whose name stands beside what somebody has ("her lawyer, Ann Bo"). */
  readonly apart?: readonly number[]
  /** The description in whose own clause a pronoun stands ("a nurse who left because **she** was ill", "who lost **her** coat"). */
  readonly governor?: number
  /** Whether it is the pronoun of a subject. */
  readonly isSubject?: boolean
  /** Who says or thinks the clause that the pronoun begins ("Ann Bo said **she** was ill"). */
  readonly speaker?: number
  /** Whom the build of its sentence, or of the one before, speaks for. */
  readonly favoured?: Favour
}

/**
 * Ties by the index of a reference; goes over the tokens once.
 *
 * @param isQuoted whether a token stands in a quotation
 */
export function findTies(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  references: readonly ArticleReference[],
  isQuoted: (token: number) => boolean,
): ReadonlyMap<number, Tie> {
  const apart = findApart(tokens, mentions, references)
  const marks = countMarks(tokens)
  const governors = findGovernors(tokens, references, marks)
  const speakers = findSpeakers(tokens, references, marks)
  const favoured = findFavoured(tokens, references, isQuoted)
  const ties = new Map<number, Tie>()
  for (const i of new Set([...apart.keys(), ...governors.keys(), ...speakers.keys(), ...favoured.keys()])) {
    const [others, governor, speaker, favour] = [apart.get(i), governors.get(i), speakers.get(i), favoured.get(i)]
    ties.set(i, {
      ...(others && { apart: others }),
      ...(governor !== undefined && { governor, isSubject: isSubject(tokens, references[i] as ArticleReference) }),
      ...(speaker !== undefined && { speaker }),
      ...(favour !== undefined && { favoured: favour }),
    })
  }
  return ties
}

function findApart(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  references: readonly ArticleReference[],
): ReadonlyMap<number, number[]> {
  const names = {
    begins: new Map<number, number>(),
    ends: new Map<number, number>(),
    endOf: (i: number) => (references[i] as ArticleReference).to,
  }
  for (const [i, { kind, from, to, mention }] of references.entries()) {
    if (kind !== 'person') continue
    names.begins.set(Math.min(from, mentions[mention ?? -1]?.firstToken ?? from), i)
    names.ends.set(to, i)
  }
  const apart = new Map<number, number[]>()
  const add = (one: number, other: number) => apart.set(one, [...(apart.get(one) ?? []), other])
  for (const [i, { from, to }] of references.entries()) {
    if (to - from !== 1 || !/^(?:his|her|their)$/.test((tokens[from] as Token).lower)) continue
    const beside = findNameBeside(tokens, from, names)
    if (beside === null) continue
    add(i, beside)
    add(beside, i)
  }
  return apart
}

/** Quotation marks before each token, and before the end. */
function countMarks(tokens: readonly Token[]): Int32Array {
  const marks = new Int32Array(tokens.length + 1)
  for (const [i, { text }] of tokens.entries())
    marks[i + 1] = (marks[i] as number) + (text === '“' || text === '”' || text === '"' ? 1 : 0)
  return marks
}

function marksBetween(marks: Int32Array, from: number, to: number): number {
  return Math.max(0, (marks[to] as number) - (marks[from] as number))
}

function findGovernors(
  tokens: readonly Token[],
  references: readonly ArticleReference[],
  marks: Int32Array,
): ReadonlyMap<number, number> {
  const governors = new Map<number, number>()
  let open: { readonly description: number; readonly sentence: number; readonly to: number } | null = null
  for (const [i, { kind, from, to }] of references.entries()) {
    const { sentence, lower } = tokens[from] as Token
    if (open !== null && (open.sentence !== sentence || marksBetween(marks, open.to, from) > 0)) open = null
    if (kind === 'person' || kind === 'somebody') {
      const who = tokens[to]?.text === ',' ? to + 1 : to
      const isOwn = tokens[who]?.lower === 'who' || (isOneOfMany(tokens, from) && SAYS.test(tokens[to]?.lower ?? ''))
      open = kind === 'somebody' && isOwn ? { description: i, sentence, to } : null
    } else if (open !== null && (/^(?:s?he|his)$/.test(lower) || isHers(tokens, from)))
      governors.set(i, open.description)
  }
  return governors
}

function isSubject(tokens: readonly Token[], { from, to }: ArticleReference): boolean {
  return to - from === 1 && /^s?he$/.test((tokens[from] as Token).lower)
}

const SAYS_OR_THINKS =
  /^(?:said|says|say|added|adds|admitted|admits|argued|argues|believed|believes|claimed|claims|conceded|concedes|denied|denies|explained|explains|feared|fears|felt|feels|hoped|hopes|insisted|insists|knew|knows|recalled|recalls|thought|thinks)$/

/**
 * "Ann Bo said (that) she was ill", "Ann Bo said the plan, which she drew, was sound": the subjects of what somebody says in the
 * same sentence, as long as nobody else is spoken of.
 */
function findSpeakers(
  tokens: readonly Token[],
  references: readonly ArticleReference[],
  marks: Int32Array,
): ReadonlyMap<number, number> {
  const speakers = new Map<number, number>()
  let open: { readonly speaker: number; readonly sentence: number; readonly to: number } | null = null
  for (const [i, one] of references.entries()) {
    const { sentence } = tokens[one.from] as Token
    // A quotation that opens behind the verb is still open.
    if (open !== null && (open.sentence !== sentence || marksBetween(marks, open.to, one.from) % 2 === 1)) open = null
    if (one.kind === 'person' || one.kind === 'somebody') {
      const isSaying = one.kind === 'person' && SAYS_OR_THINKS.test(tokens[one.to]?.lower ?? '')
      open = isSaying ? { speaker: i, sentence, to: one.to } : null
    } else if (open !== null && isSubject(tokens, one)) speakers.set(i, open.speaker)
  }
  return speakers
}

/** "Lost **her** coat", but not "attacked **her**". */
function isHers(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'her' && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(tokens[at + 1]?.pos ?? '')
}

const SAYS = /^(?:said|says|told|tells)$/

/** "A woman said she saw it": the next to be named is another. */
function isOneOfMany(tokens: readonly Token[], from: number): boolean {
  return /^(?:an?|another|one)$/.test((tokens[from] as Token).lower)
}
