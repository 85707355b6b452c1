import type { Cell } from './canonical-form.ts'
import { type SealedTable, sealedTable } from './sealed-columns.ts'

/*
 * What of an article its digest covers: every column of its rows but the numbers that a store gives them for itself. The run
 * that wrote the article is left out, so that the same article has the same digest whoever analysed it.
 */

/** In the order in which they are digested. One that came later stands behind all others. */
export const ARTICLE_TABLE_NAMES = [
  ...([
    'article',
    'entity',
    'source',
    'source_span',
    'claim',
    'claim_span',
    'mention',
    'candidate',
    'evidence',
  ] as const),
  ...(['done', 'voice', 'voice_evidence', 'voice_claim'] as const),
] as const

export type ArticleTableName = (typeof ARTICLE_TABLE_NAMES)[number]

/** Where an article has no rows in one of these, nothing of it is digested. */
const LATER: ReadonlySet<ArticleTableName> = new Set(['voice', 'voice_evidence', 'voice_claim'])

export const ARTICLE_TABLES: readonly SealedTable<ArticleTableName>[] = ARTICLE_TABLE_NAMES.map(name =>
  sealedTable(name, { without: ['run'], isLater: LATER.has(name) }),
)

const BY_NAME = new Map(ARTICLE_TABLES.map(table => [table.name, table]))

export function articleTable(name: ArticleTableName): SealedTable<ArticleTableName> {
  return BY_NAME.get(name) as SealedTable<ArticleTableName>
}

/** An article's rows, table by table; in which order the rows of a table come does not matter. */
export type ArticleRows = Readonly<Record<ArticleTableName, readonly (readonly Cell[])[]>>
