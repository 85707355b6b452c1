import type { Kind, Referring } from '../../../pipeline/coreference/reference.ts'
import { firstTokenAfter } from '../../../pipeline/positions/token-search.ts'
import {
  isFirstName,
  isGenitive,
  isPeople,
  isPlaceName,
  isRole,
  isTitle,
  PARTICLES,
} from '../../../pipeline/word-classes.ts'
import type { Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import type { MarkedReference } from './annotated.ts'

export interface LearnedReference extends Referring {
  readonly chain: string | null
}

/** What stands behind the head of a description. */
const BEHIND_HEAD: ReadonlySet<string> = new Set(
  'of in who that which with from at for on to , ( whose whom — – - by as and or where when about : ; [ against'.split(
    ' ',
  ),
)

/**
 * Marked words as tokens: names without titles and genitives, descriptions up to their heads. Of two of one kind that overlap the
 * inner name and the outer description stay.
 */
export function toReferences(
  tokens: readonly Token[],
  marked: readonly MarkedReference[],
  moved: (span: Span) => Span,
): LearnedReference[] {
  const found = marked.flatMap(({ kind, chain, trimmed, ...span }): LearnedReference[] => {
    const { start, end } = moved(span)
    let from = firstTokenAfter(tokens, start)
    let to = from
    while (to < tokens.length && (tokens[to] as Token).start < end) to += 1
    if (to === from) return []
    if (kind === 'somebody' || kind === 'body') to = endOfHead(tokens, from, to)
    else {
      // "Korean Central News Agency (KCNA)" are two names of one.
      for (let i = from + 1; i < to; i += 1) if ((tokens[i] as Token).text === '(') to = i
      while (to - from > 1 && isMark(tokens[to - 1] as Token)) to -= 1
      if (trimmed === false) from = startOfName(tokens, from, to)
    }
    return [{ kind, from, to, chain }]
  })
  const kept: LearnedReference[] = []
  const taken = new Map<Kind, Set<number>>()
  const sizeOf = ({ kind, from, to }: LearnedReference) =>
    kind === 'somebody' || kind === 'body' ? from - to : to - from
  for (const one of found.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const own = taken.get(one.kind) ?? new Set<number>()
    taken.set(one.kind, own)
    const indexes = Array.from({ length: one.to - one.from }, (_, i) => one.from + i)
    if (indexes.some(i => own.has(i))) continue
    for (const i of indexes) own.add(i)
    kept.push(one)
  }
  return kept.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

function isMark(token: Token): boolean {
  return isGenitive(token) || !/[\p{L}\p{N}]/u.test(token.text)
}

function endOfHead(tokens: readonly Token[], from: number, to: number): number {
  let end = from + 1
  while (end < to && !BEHIND_HEAD.has((tokens[end] as Token).lower) && !isGenitive(tokens[end])) end += 1
  return end
}

/** Where a person's name begins behind title, office and country. */
function startOfName(tokens: readonly Token[], from: number, to: number): number {
  let start = from
  for (let i = from; i < to - 1 && i - start <= 2; i += 1) {
    const token = tokens[i] as Token
    const { lower, text } = token
    if (isTitle(lower) || isRole(token) || isPeople(token) || isGenitive(token) || isPlaceName(lower)) {
      if (isFirstName(lower) && !isTitle(lower) && i === start) break
      start = i + 1
    } else if (isFirstName(lower)) break
    else if (text === lower && !PARTICLES.has(lower)) start = i + 1
  }
  return start
}
