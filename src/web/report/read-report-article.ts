import { type Explanation, explainClaims } from '../../audit/explain.ts'
import type { ArticleRecord, ClaimRecord } from '../../domain/record.ts'
import { findVersions } from '../../store/queries/across/versions.ts'
import { readCorrectedRecord } from '../../store/queries/corrected-record.ts'
import { findInputs, findStagesDone } from '../../store/queries/runs.ts'
import { findAnonymous } from '../../store/queries/sources/anonymous.ts'
import type { AnonymousView, ClaimView, StoreDatabase } from '../../store/schema.ts'
import { readShownPlaces, type ShownPlaces } from '../page/article/told-places.ts'

/** A claim of the report as it stands, and all that is known of it. */
export interface ReportedClaim {
  readonly number: number
  readonly claim: ClaimRecord
  readonly row: ClaimView
  readonly explanation: Explanation
}

/** All that a report tells of one article. */
export interface ReportedArticle {
  readonly record: ArticleRecord
  readonly claims: readonly ReportedClaim[]
  /** Sources without a name that these claims rest on. */
  readonly ledger: readonly AnonymousView[]
  readonly origin: Pick<Explanation, 'article' | 'inputs' | 'versions' | 'stages'>
  /** Where it was read, with what each place says of it and what was left out of it there. */
  readonly places: ShownPlaces
}

/** Reads one article with those of its claims that were chosen. */
export async function readReportArticle(
  database: StoreDatabase,
  articleId: string,
  rows: readonly ClaimView[],
): Promise<ReportedArticle> {
  const record = await readCorrectedRecord(database, articleId)
  const rowOf = new Map(rows.map(row => [row.id, row]))
  const explanations = await explainClaims(
    database,
    record,
    rows.map(({ id }) => id),
  )
  const claims = explanations.flatMap(explanation => {
    const row = rowOf.get(explanation.claim.id)
    return row === undefined ? [] : [{ claim: explanation.claim, row, explanation }]
  })
  const restedOn = new Set(
    explanations.flatMap(({ claim, source, antecedents }) => [
      ...(claim.citedId === null ? [] : [claim.citedId]),
      ...(source === null ? [] : [source.id]),
      ...antecedents.map(({ id }) => id),
    ]),
  )
  const { text, ...article } = record.article
  return {
    record,
    claims: claims.map((claim, index) => ({ number: index + 1, ...claim })),
    ledger: (await findAnonymous(database, { article: articleId })).filter(({ source_id }) => restedOn.has(source_id)),
    origin: {
      article: { ...article, characters: Array.from(text).length },
      inputs: await findInputs(database, { articleId }),
      versions: await findVersions(database, articleId),
      stages: await findStagesDone(database, articleId),
    },
    places: await readShownPlaces(database, articleId),
  }
}
