import type { Proposal } from './read-arguments.ts'

/** A proposal with how likely it is right. */
export interface Rated {
  readonly proposal: Proposal
  readonly confidence: number
}

/** A proposal that gives way, and why. */
export interface Passed extends Rated {
  readonly reason: string
}

const NOBODY = -1
/** Of the shorter content, more than this may not belong to another attribution. */
const MOST_SHARED = 0.5
/** Tokens that stand for a clause by themselves, and how far behind a cue they may begin. */
const LEAST_OWN = 3
const MOST_BEHIND = 2

/**
 * The likeliest proposals that can all be true: no token is of two cues, no cue stands in the content of another, and no two
 * contents are mostly the same words. The training articles mark no attribution inside another. Linear in their tokens.
 */
export function chooseProposals(
  rated: readonly Rated[],
  least: number,
): { readonly chosen: readonly Rated[]; readonly passed: readonly Passed[] } {
  const chosen: Rated[] = []
  const passed: Passed[] = []
  /** By token: the chosen proposal whose cue or content it is of. */
  const cueOf = new Map<number, number>()
  const contentOf = new Map<number, number>()
  for (const whole of rated.toSorted((a, b) => b.confidence - a.confidence || tokenOf(a) - tokenOf(b))) {
    const one = withOwnContent(whole, contentOf)
    const reason = findObstacle(one, least, chosen, cueOf, contentOf)
    if (reason !== null) {
      passed.push({ ...one, reason })
      continue
    }
    const content = one.proposal.content.filter(token => !cueOf.has(token))
    const index = chosen.push({ ...one, proposal: { ...one.proposal, content } }) - 1
    for (const token of cueTokens(one.proposal)) cueOf.set(token, index)
    for (const token of content) contentOf.set(token, index)
  }
  return { chosen: chosen.toSorted((a, b) => tokenOf(a) - tokenOf(b)), passed }
}

/**
 * "He said **he was late. “We left,”**" where the quotation is another's: what stands beside the cue, when most of the content is
 * not its own and this is.
 */
function withOwnContent(one: Rated, contentOf: ReadonlyMap<number, number>): Rated {
  const { content } = one.proposal
  const own = content.filter(token => !contentOf.has(token))
  if (content.length - own.length <= MOST_SHARED * content.length) return one
  const behind = (own[0] ?? 0) - Math.max(...cueTokens(one.proposal))
  const beside = own.filter((token, i) => token - i === own[0])
  if (beside.length < LEAST_OWN || behind < 1 || behind > MOST_BEHIND) return one
  return { ...one, proposal: { ...one.proposal, content: beside } }
}

/** Tokens of a proposal's cue: the anchor where the labels name none. */
export function cueTokens({ cue, anchor }: Proposal): readonly number[] {
  return cue.length > 0 ? cue : [anchor.token]
}

function tokenOf({ proposal }: Rated): number {
  return proposal.anchor.token
}

function findObstacle(
  { proposal, confidence }: Rated,
  least: number,
  chosen: readonly Rated[],
  cueOf: ReadonlyMap<number, number>,
  contentOf: ReadonlyMap<number, number>,
): string | null {
  const { content, anchor } = proposal
  if (confidence < least) return `The model gives it ${confidence.toFixed(2)}.`
  if (content.length === 0) return 'The model finds no content.'
  if ([anchor.token, ...cueTokens(proposal)].some(token => cueOf.has(token)))
    return 'A likelier attribution has words of its cue.'
  if (contentOf.has(anchor.token)) return 'It stands in the content of a likelier attribution.'
  const shared = new Map<number, number>()
  for (const token of content) {
    const other = contentOf.get(token) ?? NOBODY
    if (other !== NOBODY) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  for (const [other, count] of shared) {
    const shorter = Math.min(content.length, (chosen[other] as Rated).proposal.content.length)
    if (count > MOST_SHARED * shorter) return 'A likelier attribution has most of its content.'
  }
  return null
}
