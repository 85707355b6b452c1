import type { Token } from '../../../../src/domain/layers.ts'
import { isRole } from '../../../word-classes.ts'
import { LEXICON, type LexiconName } from '../../lexicon.ts'
import type { CueRule } from '../cue-rule.ts'
import type { Reading } from './reading.ts'

/** A place where a rule's cue words stand: tokens `[from, to)`. */
export interface Anchor {
  readonly rule: CueRule
  readonly from: number
  readonly to: number
}

interface Entry {
  readonly words: readonly string[]
  readonly rule: CueRule
  readonly order: number
}

/** What most tokens have: one array for all of them. */
const NONE: readonly Anchor[] = []

/** A rule for any verb but some. */
interface Open {
  readonly rule: CueRule
  readonly order: number
  readonly but: readonly ReadonlySet<string>[]
}

/** Rules by the first lemma of their cue, so that only tokens that can be a cue cost anything. */
export class AnchorIndex {
  /** Whether a newsroom's phrases are among them, which match by their words as well as by lemmas. */
  readonly #hasPhrases: boolean
  /** Entries of words whose own form opens a phrase, too; remembered, as few are. */
  readonly #joined = new Map<string, readonly Entry[]>()
  readonly #byLemma = new Map<string, Entry[]>()
  readonly #open: Open[] = []

  constructor(rules: readonly CueRule[]) {
    this.#hasPhrases = rules.some(({ rulesDigest }) => rulesDigest !== undefined)
    for (const [order, rule] of rules.entries()) {
      const { cue } = rule
      if (isOpen(cue)) {
        this.#open.push({ rule, order, but: cue.anyBut.map(name => LEXICON[name]) })
        continue
      }
      for (const phrase of typeof cue === 'string' ? LEXICON[cue] : cue) {
        const words = phrase.split(' ')
        const entries = this.#byLemma.get(words[0] as string) ?? []
        entries.push({ words, rule, order })
        this.#byLemma.set(words[0] as string, entries)
      }
    }
    for (const entries of this.#byLemma.values()) entries.sort(inOrder)
  }

  /** Anchors that begin at token `at`, in the order in which their rules are to be tried. */
  at(reading: Reading, at: number): readonly Anchor[] {
    const token = reading.tokens[at] as Token
    const entries = this.#entriesOf(token)
    const open = token.pos === 'VERB' ? this.#open.filter(({ but }) => !but.some(list => list.has(token.lemma))) : []
    if (entries === undefined && open.length === 0) return NONE
    const anchors: Anchor[] = []
    let next = 0
    const addOpen = (before: number) => {
      for (; next < open.length && (open[next] as Open).order < before; next += 1)
        anchors.push({ rule: (open[next] as Open).rule, from: at, to: at + 1 })
    }
    for (const { words, rule, order } of entries ?? []) {
      if (!fitsPos(reading, at, rule)) continue
      const to = matchWords(reading, at, words)
      if (words.length === 1) addOpen(order)
      if (to !== null) anchors.push({ rule, from: at, to })
    }
    addOpen(Number.POSITIVE_INFINITY)
    return anchors
  }

  #entriesOf({ lemma, lower }: Token): readonly Entry[] | undefined {
    const entries = this.#byLemma.get(lemma)
    if (!this.#hasPhrases || lower === lemma) return entries
    const byWord = this.#byLemma.get(lower)
    if (byWord === undefined) return entries
    const key = `${lower} ${lemma}`
    const known = this.#joined.get(key)
    if (known !== undefined) return known
    const own = byWord.filter(({ rule }) => rule.rulesDigest !== undefined)
    const joined = [...new Set([...own, ...(entries ?? [])])].sort(inOrder)
    this.#joined.set(key, joined)
    return joined
  }
}

/** Longer phrases first ("call on" before "call"), then the order of the rules. */
function inOrder(a: Entry, b: Entry): number {
  return b.words.length - a.words.length || a.order - b.order
}

/** Whether a cue may be any verb but some. */
export function isOpen(cue: CueRule['cue']): cue is { readonly anyBut: readonly LexiconName[] } {
  return typeof cue === 'object' && 'anyBut' in cue
}

function fitsPos(reading: Reading, at: number, { pos = 'verb' }: CueRule): boolean {
  const token = reading.tokens[at] as Token
  switch (pos) {
    case 'verb':
      return token.pos === 'VERB' || token.lower === 'says' || token.lower === 'said' || isMistaggedVerb(reading, at)
    case 'noun':
      return token.pos === 'NOUN'
    case 'adverb':
      return token.pos === 'ADV'
    case 'any':
      return true
  }
}

/** Matches lemmas one after the other; adverbs may stand between ("did not immediately respond"). */
function matchWords(reading: Reading, at: number, words: readonly string[]): number | null {
  let i = at + 1
  // The first word is the anchor's own token.
  for (let k = 1; k < words.length; k += 1) {
    const word = words[k] as string
    while (reading.tokens[i]?.pos === 'ADV' && reading.tokens[i]?.lemma !== word) i += 1
    const token = reading.tokens[i]
    if (
      token === undefined ||
      (token.lemma !== word && token.lower !== word && !(word === 'not' && token.lower === "n't"))
    )
      return null
    i += 1
  }
  return i
}

/** "Observers note that", "Ms Lee, a pilot, claims the": the tagger takes a verb of the present tense for a noun. */
function isMistaggedVerb({ tokens }: Reading, at: number): boolean {
  const token = tokens[at] as Token
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (token.pos !== 'NOUN' || before === undefined || next === undefined) return false
  const phrase = before.pos === 'NOUN' || before.pos === 'PROPN'
  if (token.lower === token.lemma) return phrase && before.lower.endsWith('s') && next.lower === 'that'
  if (!token.lower.endsWith('s')) return false
  if (next.lower === 'that') return phrase || before.text === ',' || before.text === ')' || before.pos === 'PRON'
  return before.text === ',' && (/^(?:DET|PRON|PROPN)$/.test(next.pos) || isRole(next))
}
