import type { Cell, Reals } from './canonical-form.ts'

/*
 * What of an article its digest covers: every column but the numbers that a store gives its rows for itself. A column
 * that refers to a row names it by its id, which is the same in every store: `source` here for `source_rowid` there. The
 * run that wrote the article is left out, so that the same article has the same digest whoever analysed it.
 */

export interface SealedTable {
  readonly name: string
  /** In the order of the cells. Those first that tell the rows of one article apart. */
  readonly columns: readonly string[]
  readonly reals?: Reals
  /** Came when articles had been sealed without it. */
  readonly isLater?: true
}

const SPAN = ['sequence', 'start', 'end', 'text'] as const
const grounded = (field: string) => [field, `${field}_start`, `${field}_end`]

/** In the order in which they are digested. */
export const ARTICLE_TABLES = [
  {
    name: 'article',
    columns: [
      ...['id', 'uri', 'raw_sha256', 'title', 'byline', 'publisher', 'published_at', 'published_utc', 'language'],
      ...['decoded_as', 'warnings', 'text', 'claim_count', 'modified_at', 'section', 'origins'],
    ],
  },
  { name: 'entity', columns: ['id', 'name', 'kind'] },
  {
    name: 'source',
    columns: [
      ...['id', 'article', 'text', 'naming', 'kind'],
      ...['name', 'role', 'affiliation', 'number', 'reason', 'knowledge'].flatMap(grounded),
      ...['antecedent', 'entity'],
      ...['rank', 'granted_by'].flatMap(grounded),
    ],
  },
  { name: 'source_span', columns: ['source', ...SPAN] },
  {
    name: 'claim',
    columns: [
      ...['id', 'article', 'source', 'parent', 'quotation', 'act', 'negated', 'hedged', 'confidence', 'cue_lemma'],
      ...['start', 'end', 'context_start', 'context_end', 'content_text', 'cited', 'corroborated', 'relayed'],
    ],
    // Its confidence.
    reals: new Set([8]),
  },
  { name: 'claim_span', columns: ['claim', 'role', ...SPAN] },
  { name: 'mention', columns: ['article', ...SPAN, 'type', 'entity', 'name_start', 'name_end', 'chain'] },
  { name: 'candidate', columns: ['article', ...SPAN, 'stage', 'rule', 'reason'] },
  { name: 'evidence', columns: ['claim', 'source', 'sequence', 'stage', 'version', 'rule', 'detail'] },
  { name: 'done', columns: ['article', 'stage', 'version', 'sequence', 'engine', 'model'] },
  // A table that came later stands behind all others. Where an article has no rows in it, nothing of it is digested.
  {
    name: 'voice',
    columns: [
      ...['id', 'article', 'sequence', 'name', 'kind', 'naming', 'start', 'end', 'text', 'chain', 'entity'],
      ...['role', 'affiliation'].flatMap(grounded),
      ...['gender', 'gender_confidence', 'source_type', 'source_type_confidence', 'function', 'function_confidence'],
      ...['claims', 'quoted_words', 'first_voice', 'last_voice', 'mentions'],
    ],
    // How likely gender, type and function are right.
    reals: new Set([18, 20, 22]),
    isLater: true,
  },
  {
    name: 'voice_evidence',
    columns: ['voice', 'sequence', 'field', 'value', 'start', 'end', 'rule', 'reason'],
    isLater: true,
  },
  { name: 'voice_claim', columns: ['claim', 'voice', 'quoted_words'], isLater: true },
] as const satisfies readonly SealedTable[]

export type ArticleTableName = (typeof ARTICLE_TABLES)[number]['name']

/** An article's rows, table by table; in which order the rows of a table come does not matter. */
export type ArticleRows = Readonly<Record<ArticleTableName, readonly (readonly Cell[])[]>>
