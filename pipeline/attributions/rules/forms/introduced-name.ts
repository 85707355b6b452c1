import type { Token, TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import {
  isFirstName,
  isOrganisationWord,
  isPlaceName,
  isRole,
  isTime,
  isTitle,
  opensPersonName,
  PARTICLES,
} from '../../../word-classes.ts'

/** A name in a headline counts as much as so many below it. */
const IN_HEADING = 3
/** Before the name of who asks. */
const ASKS = /^(?:by|interviewer|reporter|correspondent|writer|editor|['’]s?|['’])$/u
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}/u

interface FullName {
  readonly span: Span
  readonly surname: string
}

/**
 * Whom an introduction is about: of the full names before a place in the text the one whose surname comes most often there; a headline
 * counts for more. Null where two are named as often, or another word with a capital comes more often.
 */
export function findIntroduced(layer: TokensLayer, { start }: Span): Span | null {
  const end = layer.tokens.findIndex(token => token.start >= start)
  const counts = countNames(layer, end)
  const names = listFullNames(layer.tokens, end)
  const countOf = ({ surname }: FullName) => counts.get(surname) ?? 0
  const [best, ...others] = names.toSorted((one, other) => countOf(other) - countOf(one))
  if (best === undefined) return null
  const next = others.find(({ surname }) => surname !== best.surname)
  const most = counts.values().reduce((sum, count) => Math.max(sum, count), 0)
  return (next !== undefined && countOf(next) >= countOf(best)) || most > countOf(best) ? null : best.span
}

function countNames({ tokens, sentences, paragraphs }: TokensLayer, end: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens.slice(0, end)) {
    if (!isNameWord(token)) continue
    const isHeading = paragraphs[sentences[token.sentence]?.paragraph ?? 0]?.heading === true
    counts.set(token.lower, (counts.get(token.lower) ?? 0) + (isHeading ? IN_HEADING : 1))
  }
  return counts
}

/** Runs of words with capitals, particles among them, without the titles that they begin with. */
function listFullNames(tokens: readonly Token[], end: number): FullName[] {
  const names: FullName[] = []
  for (let i = 0; i < end; i += 1) {
    if (!isNameWord(tokens[i])) continue
    const to = endOfRun(tokens, i, end)
    let from = i
    while (from < to - 1 && isLead(tokens[from] as Token)) from += 1
    const [first, last] = [tokens[from] as Token, tokens[to - 1] as Token]
    const words = tokens.slice(from, to).map(({ lower }) => lower)
    if (words.length > 1 && mayBePerson(first, last) && !isPlaceName(words.join(' ')))
      if (!ASKS.test(tokens[from - 1]?.lower ?? ''))
        names.push({ span: { start: first.start, end: last.end }, surname: last.lower })
    i = to - 1
  }
  return names
}

function endOfRun(tokens: readonly Token[], from: number, end: number): number {
  let to = from + 1
  for (let at = to; at < end && tokens[at]?.sentence === tokens[from]?.sentence; at += 1) {
    if (isNameWord(tokens[at])) to = at + 1
    else if (!PARTICLES.has(tokens[at]?.text ?? '')) break
  }
  return to
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'PROPN' && NAME_WORD.test(token.text)
}

/** "Chef", "Professor": what somebody is, before a name. */
function isLead(token: Token): boolean {
  return isTitle(token) || (isRole(token) && !isFirstName(token.lower))
}

/** Whether words may open and end somebody's name: no body, no time, no ordinary word first. */
function mayBePerson(first: Token, last: Token): boolean {
  return !isOrganisationWord(first) && !isOrganisationWord(last) && !isTime(last) && opensPersonName(first.lower)
}
