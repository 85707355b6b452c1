import { refuse } from './refuse.ts'
import type { ReturnedArticle } from './returned-article.ts'

/** Fewer claims than these are deleted by hand, however few there were. */
const MANY = 3

/**
 * Refuses a file that seems to have lost claims rather than that somebody deleted them: half of a file looks like an
 * article of which most was wrong.
 *
 * @param article as people know it, for the message
 * @param deleted claims that would be rejected because they are missing
 * @param expected claims that are looked for in the file
 * @throws HearsayError (2)
 */
export function requireMeant(
  { where, isEmpty = false, withoutEvent = [] }: ReturnedArticle,
  article: string,
  { deleted, expected }: { readonly deleted: number; readonly expected: number },
): void {
  const otherwise = 'export it again or, where that is meant, say --allow-many-deletions'
  const [trigger] = withoutEvent
  if (trigger !== undefined)
    refuse(where, `has ${trigger}, an attribution in “${article}”, without its event (a line E was lost): ${otherwise}`)
  if (isEmpty && deleted > 0)
    refuse(
      where,
      `is empty, and ${expected === 1 ? 'the claim' : `all ${expected} claims`} of “${article}” would be rejected: ${otherwise}`,
    )
  if (deleted >= MANY && deleted * 2 > expected)
    refuse(where, `lacks ${deleted} of ${expected} claims of “${article}”, which would be rejected: ${otherwise}`)
}
