import './run/require-node.ts'

export type { Explanation } from './audit/explain.ts'
export type { Finding } from './audit/finding.ts'
export type { VerifyCounts, VerifyOptions } from './audit/verify.ts'
export type { Article } from './domain/article.ts'
export { type ErrorCode, EXIT, type ExitCode, HearsayError } from './domain/errors.ts'
export type * from './domain/labels.ts'
export {
  ACT_GLOSSARY,
  ACTS,
  ATTITUDES,
  MENTION_TYPES,
  NAMING_GLOSSARY,
  NAMINGS,
  QUOTATION_GLOSSARY,
  QUOTATION_TYPES,
  SOURCE_KINDS,
  SPAN_ROLES,
} from './domain/labels.ts'
export type { Evidence, Grounded } from './domain/layers.ts'
export type { NewsroomRules } from './domain/newsroom-rules.ts'
export type * from './domain/record.ts'
export type { SourceFacts } from './domain/source-fields.ts'
export type { Span } from './domain/span.ts'
export type { StageInfo } from './domain/stage.ts'
export type { ExportedClaim } from './export/exported-claim.ts'
export { type AnalyseIntoOptions, type AnalysisReport, analyseInto } from './library/analyse-into.ts'
export { type Database, openDatabase, type Stoppable, type Write } from './library/database.ts'
export { type ReadInputsOptions, readInputs } from './library/read-inputs.ts'
export type { CheckedArticle, CheckedTogether, CheckOptions } from './policy/check-articles.ts'
export { loadPolicy } from './policy/load-policy.ts'
export type { Policy, Rule } from './policy/policy.ts'
export type { ArticleOfFinding, JointFinding, PolicyFinding } from './policy/policy-finding.ts'
export type { QuotationCheck, QuotationQuestion } from './quote/quotation-check.ts'
export type { ArticleMetadata } from './read/article/create-article.ts'
export type { InputOutcome, ReadOutcome } from './read/format.ts'
export { type ReadRules, readRules } from './rules/read-rules.ts'
export { createPipeline, type Pipeline, type PipelineOptions } from './run/create-pipeline.ts'
export type { NewCorrection } from './store/ledger/new-correction.ts'
export type { ClaimFilter } from './store/queries/claims.ts'
export type { SourceFilter, SourceSummary } from './store/queries/sources.ts'
export type { ArticleView, ClaimStatus, Verdict } from './store/schema.ts'
export type { RunCounts } from './store/store.ts'
