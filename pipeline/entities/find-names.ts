import type { Token, TokensLayer } from '../../src/domain/layers.ts'
import { isCommon, isOrganisationWord, isPeople, isPlaceName, isRole } from '../word-classes.ts'
import { findRuns, isTitleCase } from './find-runs.ts'
import { keyOf, type Name } from './name.ts'
import { splitRun } from './split-run.ts'

/** Longest listed name of a headline, in words. */
const LONGEST = 5

/**
 * Finds the names of an article, in text order. A capital at a sentence's start or in a headline in title case proves
 * nothing: there a name needs to stand elsewhere in the article, or in a list.
 *
 * @param seenSmall Words that the article has in small letters.
 */
export function findNames(layer: TokensLayer, seenSmall: ReadonlySet<string>): Name[] {
  const { tokens } = layer
  const runs = findRuns(layer)
  const alone = collectParts(tokens, runs)
  const whole = new Set(runs.filter(run => !run.initial).map(({ from, to }) => keyOf(tokens, { nameFrom: from, to })))
  const found = runs.flatMap(run => splitRun(tokens, run, { seenSmall, alone, whole }))
  const sure = new Set(found.filter(name => !name.initial).map(name => keyOf(tokens, name)))
  const words = new Set(
    found.flatMap(name => (name.initial ? [] : tokens.slice(name.nameFrom, name.to).map(({ lower }) => lower))),
  )
  const kept = found.filter(name => !name.initial || isProved(tokens, name, sure, words, seenSmall))
  // A headline has the surname alone of who is named in full below it.
  const known = new Set(
    kept.flatMap(name => [keyOf(tokens, name), keyOf(tokens, { nameFrom: name.to - 1, to: name.to })]),
  )
  return [...kept, ...findInHeadlines(layer, known)].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Single words that are names by themselves, and the last words of longer ones. */
function collectParts(tokens: readonly Token[], runs: readonly { from: number; to: number }[]): Set<string> {
  const parts = new Set<string>()
  for (const { from, to } of runs) {
    const last = tokens[to - 1] as Token
    if (to - from === 1 || (tokens[to - 2] as Token).text !== '-') parts.add(last.lower)
  }
  return parts
}

function isProved(
  tokens: readonly Token[],
  name: Name,
  sure: ReadonlySet<string>,
  words: ReadonlySet<string>,
  seenSmall: ReadonlySet<string>,
): boolean {
  const first = tokens[name.nameFrom] as Token
  if (name.nameFrom > name.from) return true
  // "Image: …" is a label.
  if (tokens[name.to]?.text === ':' && name.to - name.from === 1) return sure.has(keyOf(tokens, name))
  if (name.to - name.nameFrom > 1) return true
  if (isPeople(first) || seenSmall.has(first.lower)) return false
  if (sure.has(keyOf(tokens, name)) || words.has(first.lower) || isPlaceName(first.lower)) return true
  return first.pos === 'PROPN' && !isCommon(first.lower) && !isRole(first) && !isOrganisationWord(first)
}

/** Names that the running text or the place list has, in sentences where every word has a capital. */
function findInHeadlines({ tokens, sentences, paragraphs }: TokensLayer, known: ReadonlySet<string>): Name[] {
  const names: Name[] = []
  for (const sentence of sentences) {
    if (!isTitleCase(tokens, sentence, paragraphs[sentence.paragraph]?.heading === true)) continue
    for (let i = sentence.firstToken; i < sentence.endToken; i += 1) {
      for (let to = Math.min(i + LONGEST, sentence.endToken); to > i; to -= 1) {
        const name = { from: i, nameFrom: i, to, initial: false, office: false, nested: false }
        const key = keyOf(tokens, name)
        if (!/^\p{Lu}/u.test((tokens[i] as Token).text) || !(known.has(key) || isPlaceName(key))) continue
        names.push(name)
        i = to - 1
        break
      }
    }
  }
  return names
}
