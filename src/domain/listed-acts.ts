import { ACTS, type Act, ATTITUDES } from './labels.ts'

/** What somebody asks of the acts of claims. */
export interface AskedActs {
  /** Only these. */
  readonly act?: readonly Act[] | undefined
  /** Belief, intention and feeling too, which are no speech. */
  readonly attitudes?: boolean | undefined
}

/**
 * The acts of the claims that are listed and counted: those that are asked for by name, else what was said, and attitudes
 * only on request. It is the one definition for the command line, the site, reports, policies and assistants.
 */
export function listedActs({ act, attitudes = false }: AskedActs = {}): readonly Act[] {
  return act ?? (attitudes ? ACTS : ACTS.filter(one => !ATTITUDES.includes(one)))
}

/** Whether a claim of that act is listed. */
export function isListed(act: Act, asked?: AskedActs): boolean {
  return listedActs(asked).includes(act)
}
