import type { LeftOutRow } from '../store/queries/articles/left-out.ts'
import { type Place, placeOf } from './columns/place.ts'
import type { Finding } from './finding.ts'

/**
 * Checks what was left out of an article in each place: every passage has a reason and words, and none between two others
 * is missing.
 *
 * @param passages of one place after the other
 */
export function verifyLeftOut(
  { id, uri }: { readonly id: string; readonly uri: string },
  passages: readonly LeftOutRow[],
): Finding[] {
  const problems = [...Map.groupBy(passages, ({ location }) => location).values()].flatMap(checkPlace)
  return problems.map(({ message, place }) => {
    return {
      level: 'mismatch',
      kind: 'left-out',
      articleId: id,
      uri,
      claimIds: [],
      span: null,
      places: [place],
      message,
    }
  })
}

function checkPlace(passages: readonly LeftOutRow[]): { readonly message: string; readonly place: Place }[] {
  return passages.flatMap(({ location, sequence, reason, text }, index) => {
    const what = `Passage ${sequence + 1} that was left out of ${location}`
    const problem = (message: string, column: string) => {
      return [{ message, place: placeOf({ table: 'left_out', row: `${location}, sequence ${sequence}` }, [column]) }]
    }
    if (sequence !== index)
      return problem(`${what} stands where passage ${index + 1} should: another one has gone.`, 'sequence')
    if (reason.trim() === '') return problem(`${what} has no reason.`, 'reason')
    return text === '' ? problem(`${what} has no words.`, 'text') : []
  })
}
