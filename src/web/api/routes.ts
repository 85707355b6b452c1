import type { ApiRoute } from './api-route.ts'
import { getArticleReplies } from './routes/article-replies.ts'
import { getArticleChanges, getArticleVersions } from './routes/article-versions.ts'
import { getAudit } from './routes/audit.ts'
import { checkOneQuotation } from './routes/check-quotation.ts'
import {
  addMissedClaim,
  correctOneClaim,
  joinSomeClaims,
  splitOneClaim,
  undoLastCorrection,
} from './routes/correct-claims.ts'
import { listArticles } from './routes/list-articles.ts'
import { listClaims } from './routes/list-claims.ts'
import { listFindings } from './routes/list-findings.ts'
import { getArticle, getArticleClaims, getArticleLeftOut, getArticleText } from './routes/one-article.ts'
import { explainOneClaim, getClaim, getCorrections } from './routes/one-claim.ts'
import { getPerson, listPeople } from './routes/people.ts'
import { getQuotation, listQuotations } from './routes/quotation-families.ts'
import { getSource, listSources } from './routes/sources.ts'
import { getSubmission, keepSubmission, submitArticle } from './routes/submit-articles.ts'

/** Every route of the API, in the order of its document. */
export const ROUTES: readonly ApiRoute[] = [
  listArticles,
  submitArticle,
  getSubmission,
  keepSubmission,
  getArticle,
  getArticleText,
  getArticleClaims,
  getArticleLeftOut,
  getArticleVersions,
  getArticleChanges,
  getArticleReplies,
  addMissedClaim,
  listClaims,
  getClaim,
  explainOneClaim,
  getCorrections,
  correctOneClaim,
  joinSomeClaims,
  splitOneClaim,
  undoLastCorrection,
  listSources,
  getSource,
  listPeople,
  getPerson,
  getAudit,
  listFindings,
  checkOneQuotation,
  listQuotations,
  getQuotation,
]
