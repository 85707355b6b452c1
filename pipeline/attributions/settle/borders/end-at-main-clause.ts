import type { Token, TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

const CONDITION: ReadonlySet<string> = new Set(['if', 'unless'])
/** What the main clause of a condition has: "he **will** lose his job". */
const MAIN: ReadonlySet<string> = new Set(['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would'])
/** Words between the comma and that verb: its subject. */
const LONGEST_SUBJECT = 6

/**
 * Ends the content of a speech that is only supposed where the main clause begins: in "If he says that it leaks, the board
 * will resign" the board's resigning is the article's, not his.
 */
export function endAtMainClause({ tokens }: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const [source, cue, last] = [one.source[0], one.cue[0], one.content.at(-1)]
  if (source === undefined || cue === undefined || last === undefined || last.start < cue.end) return one
  if (!isSupposed(tokens, source, cue)) return one
  const from = firstTokenAfter(tokens, last.start)
  for (let i = from + 1; (tokens[i]?.start ?? last.end) < last.end; i += 1) {
    if (tokens[i]?.text !== ',' || !opensMainClause(tokens, i + 1)) continue
    const content = [...one.content.slice(0, -1), { start: last.start, end: (tokens[i - 1] as Token).end }]
    return { ...one, content }
  }
  return one
}

/** "If he says", "Had she said". */
function isSupposed(tokens: readonly Token[], source: Span, cue: Span): boolean {
  const first = firstTokenAfter(tokens, source.start)
  const before = tokens[first - 1]
  if (before === undefined || source.start > cue.start || before.sentence !== tokens[first]?.sentence) return false
  return CONDITION.has(before.lower) || (before.text === 'Had' && cue.start > before.end)
}

function opensMainClause(tokens: readonly Token[], at: number): boolean {
  const { sentence } = tokens[at] ?? { sentence: -1 }
  for (let i = at + 1; i < at + 1 + LONGEST_SUBJECT; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== sentence || token.pos === 'PUNCT' || token.pos === 'VERB')
      return false
    if (MAIN.has(token.lemma)) return true
  }
  return false
}
