import { SPAN_ROLES } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { canonicalKey, canonicalSpans } from './canonical-spans.ts'
import type { ReadClaim } from './read-claim.ts'
import type { StandingClaim } from './standing-claims.ts'

/** How alike contents have to be where the cue is another. */
const LEAST_ALIKE = 0.5

/**
 * For each claim of a file the claim that it is: by its id, else the one that has the same words in every role, else the one
 * that is most like it. Null for one that nothing is like.
 */
export function pairClaims(
  text: CodePointText,
  read: readonly ReadClaim[],
  standing: readonly StandingClaim[],
): (readonly [ReadClaim, StandingClaim | null])[] {
  const found = new Map<ReadClaim, StandingClaim>()
  const free = new Set(standing)
  const take = (claim: ReadClaim, other: StandingClaim | undefined) => {
    if (other === undefined || found.has(claim) || !free.delete(other)) return
    found.set(claim, other)
  }
  for (const claim of read) take(claim, findById(claim.claimId, standing))
  const byWords = Map.groupBy(standing, ({ now }) => wordsKey(text, now.spans))
  for (const claim of read) {
    const same = byWords.get(wordsKey(text, claim.spans))?.filter(other => free.has(other)) ?? []
    take(claim, same.find(({ isRejected }) => !isRejected) ?? same[0])
  }
  const left = read.filter(claim => !found.has(claim))
  const alike = left.flatMap(claim =>
    [...free]
      .map(other => ({ claim, other, score: likeness(text, claim.spans, other) }))
      .filter(({ score }) => score > 0),
  )
  for (const { claim, other } of alike.toSorted((a, b) => b.score - a.score)) take(claim, other)
  return read.map(claim => [claim, found.get(claim) ?? null])
}

function findById(id: string | null, standing: readonly StandingClaim[]): StandingClaim | undefined {
  if (id === null) return undefined
  const matching = standing.filter(claim => claim.id.startsWith(id))
  return matching.length === 1 ? matching[0] : undefined
}

type Spans = ReadClaim['spans']

function wordsKey(text: CodePointText, spans: Spans): string {
  return SPAN_ROLES.map(role => canonicalKey(text, spans[role])).join('|')
}

/** From 0, which is another claim, to 4. */
function likeness(text: CodePointText, spans: Spans, { now, isRejected }: StandingClaim): number {
  if (isRejected) return 0
  const share = (role: keyof Spans) =>
    sharedOf(canonicalSpans(text, spans[role]), canonicalSpans(text, now.spans[role]))
  const [cue, content] = [share('cue'), share('content')]
  if (cue === 0 && content < LEAST_ALIKE) return 0
  return cue + content + share('source') + share('addressee')
}

/** Characters that both have as a share of those that either has; 1 where neither has any. */
function sharedOf(a: readonly Span[], b: readonly Span[]): number {
  const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const [own, other] = [lengthOf(a), lengthOf(b)]
  if (own + other === 0) return 1
  let shared = 0
  for (const one of a)
    for (const two of b) shared += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start))
  return shared / (own + other - shared)
}
