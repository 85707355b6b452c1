import { seededRandom } from '../../src/evaluate/figures/seeded-random.ts'
import { appendCorrections } from '../../src/store/correcting/correct-claims.ts'
import { buildArticleRecord, type ClaimWords } from '../support/article-record.ts'
import { storeRecordsAt } from '../support/stored-database.ts'

export interface DeskOptions {
  readonly articles: number
  readonly claimsEach: number
  /** How often a claim of that confidence is right. */
  readonly truth: (confidence: number) => number
}

/**
 * A desk that judged every claim of its articles: right ones were accepted, others rejected. Confidence is spread over 0.5 to 1.
 */
export async function storeDesk(path: string, { articles, claimsEach, truth }: DeskOptions): Promise<void> {
  const random = seededRandom(7)
  const [accepted, rejected]: [string[], string[]] = [[], []]
  const records = Array.from({ length: articles }, (_, article) => {
    const sentences = Array.from(
      { length: claimsEach },
      (_, claim) => `Roy${claim} said that item${claim} of ${article} rose. `,
    )
    const claims = sentences.map((_, claim): ClaimWords => {
      const confidence = 0.5 + Math.round(random() * 500) / 1000
      return {
        source: `Roy${claim}`,
        cue: 'said',
        content: `that item${claim} of ${article} rose`,
        from: `Roy${claim} said`,
        claim: { confidence },
      }
    })
    const record = buildArticleRecord(sentences.join(''), claims, {
      article: { uri: `news/${article}.txt`, publisher: article % 2 === 0 ? 'The Even' : null },
    })
    for (const { id, confidence } of record.claims) (random() < truth(confidence) ? accepted : rejected).push(id)
    return record
  })
  storeRecordsAt(path, records)
  const by = { source: null, note: null, correctedBy: 'eg' }
  if (accepted.length > 0) await appendCorrections(path, accepted, { ...by, verdict: 'accepted' })
  if (rejected.length > 0) await appendCorrections(path, rejected, { ...by, verdict: 'rejected' })
}
