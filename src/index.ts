import './run/require-node.ts'

export type { Article } from './domain/article.ts'
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
export type { Evidence } from './domain/layers.ts'
export type { NewsroomRules } from './domain/newsroom-rules.ts'
export type * from './domain/record.ts'
export type { Span } from './domain/span.ts'
export type { StageInfo } from './domain/stage.ts'
export type { ArticleMetadata } from './read/create-article.ts'
export { type ReadRules, readRules } from './rules/read-rules.ts'
export { createPipeline, type Pipeline, type PipelineOptions } from './run/create-pipeline.ts'
