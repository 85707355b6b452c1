import { changedFields, isJudged, type StandingClaim } from '../annotations/comparing/standing-claims.ts'
import type { Act, Naming } from '../domain/labels.ts'
import { compareRoles } from '../evaluate/compare.ts'
import { type TokenTable, tokenise, tokensOf } from '../evaluate/words/tokenise.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { type JudgedArticle, streamJudgedArticles } from './judged-articles.ts'

/** What of a claim can be wrong by itself. */
export const JUDGED_FIELDS = [
  'cue',
  'content',
  'source',
  'addressee',
  'act',
  'negated',
  'quotation',
  'naming',
  'name',
  'role',
  'affiliation',
] as const
export type JudgedField = (typeof JUDGED_FIELDS)[number]

/** A claim that the machine found and somebody judged; labels as the machine has them. */
export interface JudgedClaim {
  readonly id: string
  readonly articleId: string
  readonly publisher: string | null
  readonly act: Act
  readonly naming: Naming
  readonly confidence: number
  readonly isRejected: boolean
  /** What somebody changed. */
  readonly changed: readonly JudgedField[]
  /**
   * In the sense of `eval` and of confidence: it is a claim, its cue and source overlap with the corrected ones, and the
   * contents share at least half of their tokens.
   */
  readonly isRight: boolean
}

export interface Judged {
  readonly claims: readonly JudgedClaim[]
  readonly articles: number
  /** Claims that somebody added, which the machine missed. */
  readonly missed: number
  /** Claims of the same articles that nobody judged. */
  readonly unjudged: number
}

/** Everything that editors said of the machine's claims. */
export async function readJudged(database: StoreDatabase): Promise<Judged> {
  const claims: JudgedClaim[] = []
  const counts = { articles: 0, missed: 0, unjudged: 0 }
  for await (const article of streamJudgedArticles(database)) {
    counts.articles++
    let table: TokenTable | null = null
    for (const claim of article.claims) {
      if (claim.machine === null) counts.missed += claim.isRejected ? 0 : 1
      else if (isJudged(article.text, claim)) {
        table ??= tokenise(article.text.slice({ start: 0, end: article.text.length }))
        claims.push(judge(article, claim, table))
      } else counts.unjudged++
    }
  }
  return { claims, ...counts }
}

function judge(article: JudgedArticle, claim: StandingClaim, table: TokenTable): JudgedClaim {
  const { id, isRejected, now, machine, confidence } = claim
  const found = machine ?? now
  const tokens = ({ source, cue, content }: typeof now.spans) => ({
    source: tokensOf(table, source),
    cue: tokensOf(table, cue),
    content: tokensOf(table, content),
  })
  return {
    id,
    articleId: article.id,
    publisher: article.publisher,
    act: found.act,
    naming: found.naming,
    confidence: confidence ?? 0,
    isRejected,
    changed: isRejected ? [] : changedFields(article.text, claim),
    isRight: !isRejected && compareRoles(tokens(now.spans), tokens(found.spans)).relation,
  }
}
