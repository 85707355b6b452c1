import { HearsayError } from '../domain/errors.ts'

/** A claim with who says it: by name or, where the source has none, in the article's words. */
export interface SpokenClaim {
  readonly id: string
  readonly name: string | null
  readonly source: string | null
}

/**
 * A joined claim has one source, so what one says would be said to be another's words. Sources of which one has no name, and
 * those that are not stated, may be the same.
 *
 * @throws HearsayError (2) naming both, where two claims are said by different sources
 */
export function requireOneSpeaker(kept: SpokenClaim, others: readonly SpokenClaim[]): void {
  const claims = [kept, ...others]
  for (const [place, one] of claims.entries()) {
    const other = claims.slice(place + 1).find(later => differ(one, later))
    if (other === undefined) continue
    throw new HearsayError(
      `Claim ${one.id.slice(0, 8)} is said by ${speakerOf(one)}, claim ${other.id.slice(0, 8)} by ${speakerOf(other)}, and a joined claim has one source; to join them all the same, say who says all of it (--source NAME on the command line), or correct the source of one first.`,
      'correction-impossible',
    )
  }
}

function differ(one: SpokenClaim, other: SpokenClaim): boolean {
  if (one.name !== null && other.name !== null) return fold(one.name) !== fold(other.name)
  if (one.name !== null || other.name !== null) return false
  return one.source !== null && other.source !== null && fold(one.source) !== fold(other.source)
}

/** Whether this is how the claim's source is called: there is nothing to correct then. */
export function isSaidBy(claim: SpokenClaim, name: string): boolean {
  return [claim.name, claim.name === null ? claim.source : null].some(own => own !== null && fold(own) === fold(name))
}

function speakerOf({ name, source }: SpokenClaim): string {
  return name ?? `“${source}”`
}

function fold(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
