import type { LeftOutTable, StoreDatabase } from '../store/schema.ts'
import type { Finding } from './finding.ts'

type Passage = Pick<LeftOutTable, 'sequence' | 'reason' | 'text'> & { readonly location: string }

/**
 * Checks what was left out of an article in each place: every passage has a reason and words, and none between two others
 * is missing.
 */
export async function verifyLeftOut(
  database: StoreDatabase,
  { id, uri }: { readonly id: string; readonly uri: string },
): Promise<Finding[]> {
  const passages = await database
    .selectFrom('left_out')
    .innerJoin('input', 'input.id', 'left_out.input_id')
    .select(['input.location', 'left_out.sequence', 'left_out.reason', 'left_out.text'])
    .where('input.article_id', '=', id)
    .orderBy('left_out.input_id')
    .orderBy('left_out.sequence')
    .execute()
  const problems = [...Map.groupBy(passages, ({ location }) => location).values()].flatMap(checkPlace)
  return problems.map(message => {
    return { level: 'mismatch', kind: 'left-out', articleId: id, uri, claimIds: [], span: null, message }
  })
}

function checkPlace(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ location, sequence, reason, text }, index) => {
    const what = `Passage ${sequence + 1} that was left out of ${location}`
    if (sequence !== index) return [`${what} stands where passage ${index + 1} should: another one has gone.`]
    if (reason.trim() === '') return [`${what} has no reason.`]
    return text === '' ? [`${what} has no words.`] : []
  })
}
