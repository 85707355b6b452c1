import { HearsayError } from '../../domain/errors.ts'
import { updateAcross } from '../../families/update.ts'
import { countCorrections } from '../../store/queries/corrections/count-corrections.ts'
import type { Site } from '../site.ts'

/** The last change that each site began. */
const last = new WeakMap<Site, Promise<unknown>>()

/** Where more articles wait, they are left to whoever has time for them. */
const MOST_ENTERED = 200

/**
 * Changes something when its turn has come, forms and programs alike: nobody comes between what it looks at and what it adds. What the
 * change makes of quotations in other articles is found at once; where that fails, it waits for the next time.
 */
export async function inTurn<Result>(site: Site, act: () => Promise<Result>): Promise<Result> {
  const turn = (last.get(site) ?? Promise.resolve()).then(async () => {
    const result = await act()
    await updateAcross(site.path, { atMost: MOST_ENTERED }).catch(() => {})
    return result
  })
  last.set(
    site,
    turn.catch(() => undefined),
  )
  return await turn
}

/**
 * Changes a claim in turn, unless it has had other corrections than whoever changes it saw.
 *
 * @param seen how many corrections the claim had when it was looked at; null where nothing is said of that
 * @throws HearsayError of code changed-meanwhile when it has had others since
 */
export async function changeInTurn<Result>(
  site: Site,
  claimId: string,
  seen: number | null,
  act: () => Promise<Result>,
): Promise<Result> {
  return await inTurn(site, async () => {
    if (seen !== null) requireUnchanged('Claim', claimId, await countCorrections(site.database, claimId), seen)
    return await act()
  })
}

/**
 * @param now how many corrections it has
 * @param seen how many it had when it was looked at, as a form or program says it; null where nothing is said of that
 * @throws HearsayError of code changed-meanwhile when these are others
 */
export function requireUnchanged(what: 'Claim' | 'Voice', id: string, now: number, seen: string | number | null): void {
  if (seen !== null && String(now) !== String(seen))
    throw new HearsayError(
      `${what} ${id.slice(0, 8)} was corrected by somebody else while you looked at it, and yours was not saved; see what they said, then say it again.`,
      'changed-meanwhile',
    )
}
