import type { LeftOutRow } from '../store/queries/left-out.ts'
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
  return problems.map(message => {
    return { level: 'mismatch', kind: 'left-out', articleId: id, uri, claimIds: [], span: null, message }
  })
}

function checkPlace(passages: readonly LeftOutRow[]): string[] {
  return passages.flatMap(({ location, sequence, reason, text }, index) => {
    const what = `Passage ${sequence + 1} that was left out of ${location}`
    if (sequence !== index) return [`${what} stands where passage ${index + 1} should: another one has gone.`]
    if (reason.trim() === '') return [`${what} has no reason.`]
    return text === '' ? [`${what} has no words.`] : []
  })
}
