import type { Article } from '../../../src/domain/article.ts'
import type { ArticleRecord } from '../../../src/domain/record.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import { analyseArticle as analyse, STAGES as TODAY } from '../../../src/run/analyse-rules.ts'

/*
 * The analyser of a later release: its last stage has a higher version, and finds the first claim of an article no more.
 */

export const STAGES: readonly StageInfo[] = TODAY.map((stage, index) =>
  index === TODAY.length - 1 ? { ...stage, version: stage.version + 1 } : stage,
)

export async function analyseArticle(article: Article, onStage?: (stage: StageInfo) => void): Promise<ArticleRecord> {
  const record = await analyse(article, onStage)
  const gone = record.claims[0]?.id
  const without = (id: string | null) => (id === gone ? null : id)
  const claims = record.claims
    .slice(1)
    .map(claim => ({ ...claim, parentId: without(claim.parentId), corroboratedById: without(claim.corroboratedById) }))
  // Who only said that is no voice any more, but a person who is named.
  const voices = record.voices
    .map(voice => ({ ...voice, claims: voice.claims.filter(({ claimId }) => claimId !== gone) }))
    .filter(({ claims, kind, name }) => claims.length > 0 || (kind === 'person' && name !== null))
  return { ...record, claims, voices, stages: STAGES }
}
