import type { ClaimRecord, ClaimSpan, TextSpan } from '../../domain/record.ts'
import { areWords, liesInText, type TellBroken } from './broken.ts'
import { knownId } from './close-sources.ts'
import { findCycleLinks } from './cycle-links.ts'

/** The claims that stand in the text, each with the links that hold. `length` counts code points. */
export function closeClaims(
  claims: readonly ClaimRecord[],
  sourceIds: ReadonlySet<string>,
  length: number,
  tell: TellBroken,
): readonly ClaimRecord[] {
  const byId = new Map<string, ClaimRecord>()
  for (const claim of claims) {
    const fault = describeFault(claim, length)
    if (fault !== null) tell('claims', fault, cueOf(claim, length))
    else if (byId.has(claim.id)) tell('claims', 'A second claim with the same cue and content.', cueOf(claim, length))
    else byId.set(claim.id, withSoundSpans(claim, length, tell))
  }
  const circular = findCycleLinks(byId.keys(), id => knownId(byId.get(id)?.parentId, byId))
  return [...byId.values()].map(claim => {
    const lost: string[] = []
    const keep = (id: string | null, holds: boolean, what: string) => {
      if (id === null || holds) return id
      lost.push(what)
      return null
    }
    const { id, parentId, corroboratedById: other, sourceId, citedId, relayedById } = claim
    const isSource = (one: string | null) => one !== null && sourceIds.has(one)
    const links = {
      parentId: keep(
        parentId,
        knownId(parentId, byId) !== null && !circular.has(id),
        'What holds it is no claim, or is held by it',
      ),
      corroboratedById: keep(other, knownId(other, byId) !== null, 'What says the same is no claim'),
      sourceId: keep(sourceId, isSource(sourceId), 'Who says it is no source'),
      citedId: keep(citedId, isSource(citedId), 'Whom its source cites is no source'),
      relayedById: keep(relayedById, isSource(relayedById), 'Who passes it on is no source'),
    }
    if (lost.length === 0) return claim
    for (const what of lost) tell('claims', `${what}.`, cueOf(claim, length))
    return { ...claim, ...links }
  })
}

/** Why it cannot be kept: its id stands for its cue and content, so that it has to have all of them. */
function describeFault({ spans, context, confidence }: ClaimRecord, length: number): string | null {
  const own = spans.filter(({ role }) => role === 'cue' || role === 'content')
  if (!own.some(({ role }) => role === 'cue')) return 'A claim without a cue.'
  if (!own.every(span => areWords(span, length))) return 'A claim that does not stand in the text.'
  if (!liesInText(context, length)) return 'A claim whose context does not stand in the text.'
  return confidence >= 0 && confidence <= 1 ? null : 'A claim whose confidence is no probability.'
}

function withSoundSpans(claim: ClaimRecord, length: number, tell: TellBroken): ClaimRecord {
  const spans = claim.spans.filter(span => areWords(span, length))
  if (spans.length === claim.spans.length) return claim
  tell('claims', 'Its source or addressee does not stand in the text.', cueOf(claim, length))
  const counts = new Map<string, number>()
  const numbered = spans.map((span): ClaimSpan => {
    const sequence = counts.get(span.role) ?? 0
    counts.set(span.role, sequence + 1)
    return { ...span, sequence }
  })
  return { ...claim, spans: numbered }
}

function cueOf({ spans }: ClaimRecord, length: number): TextSpan | undefined {
  return spans.find(span => span.role === 'cue' && areWords(span, length))
}
