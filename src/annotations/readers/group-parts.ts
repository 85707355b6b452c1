import { SPAN_ROLES, type SpanRole } from '../../domain/labels.ts'
import { refuse } from '../refuse.ts'
import { emptyParts, type ReturnedClaim, type ReturnedPart } from '../returned-article.ts'

/** Words with a label, as tools for sequences of labels keep them. */
export interface LabelledPart extends ReturnedPart {
  readonly role: SpanRole
  /** For messages: `entity 17`. */
  readonly where: string
  /** Ids of the claims that it belongs to, where the tool keeps them. */
  readonly claims: readonly string[]
}

/** From a part of a claim to the part that stands for the claim: its first cue, or its content where it has no cue. */
export interface PartRelation {
  readonly from: LabelledPart
  readonly to: LabelledPart
  readonly where: string
}

/** The role that a label names, in whatever case; null for labels of other kinds. */
export function roleOf(label: unknown): SpanRole | null {
  return SPAN_ROLES.find(role => typeof label === 'string' && role === label.toLowerCase()) ?? null
}

/**
 * Puts together what relations join: a claim for each part that others lead to, and for each that leads to none and
 * that none leads to. Words that several claims have in common are one mark in some tools, which bears all their ids.
 */
export function groupParts(
  where: string,
  parts: readonly LabelledPart[],
  relations: readonly PartRelation[],
): ReturnedClaim[] {
  const leadingTo = Map.groupBy(relations, ({ from }) => from)
  for (const { from, to, where: at } of relations) {
    if (from === to) refuse(where, `has ${at}, which joins words to themselves`)
    if (leadingTo.has(to) && to.claims.length < 2)
      refuse(where, `has ${at} to words that lead on to others; each part has to lead to the cue of its claim`)
  }
  const joined = Map.groupBy(relations, ({ to }) => to)
  return parts.flatMap((head): ReturnedClaim[] => {
    const leadsTo = leadingTo.get(head) ?? []
    if (leadsTo.length > 0 && !joined.has(head)) return []
    if (head.role !== 'cue' && head.role !== 'content')
      return refuse(where, `has ${head.where}, a ${head.role} that no relation joins to its cue`)
    const own = [...new Set((joined.get(head) ?? []).map(({ from }) => from))]
    const ids = head.claims.filter(id => !leadsTo.some(({ to }) => to.claims.includes(id)))
    const at = `${where} ${head.where},`
    return ids.length === 0
      ? [{ where: at, claimId: null, parts: collect([head, ...own]) }]
      : ids.map(id => ({ where: at, claimId: id, parts: collect(partsOf(id, head, own, ids)) }))
  })
}

/** Of what leads to a mark of several claims, what one of them has: its own, and what is new where it has none. */
function partsOf(
  id: string,
  head: LabelledPart,
  own: readonly LabelledPart[],
  ids: readonly string[],
): readonly LabelledPart[] {
  const has = (claim: string, role: SpanRole) => own.some(part => part.role === role && part.claims.includes(claim))
  const isFor = ({ role, claims }: LabelledPart) => {
    if (claims.some(claim => ids.includes(claim))) return claims.includes(id)
    return !has(id, role) || ids.every(claim => has(claim, role))
  }
  return [head, ...own.filter(isFor)]
}

function collect(parts: readonly LabelledPart[]) {
  const collected = emptyParts()
  for (const part of parts) collected[part.role].push(part)
  return collected
}
