import { ARTICLE } from './article.ts'
import { DEAD_LETTER, INPUT, LEFT_OUT, RUN, SEAL, SEAL_LEAF } from './bookkeeping.ts'
import { CLAIM, CLAIM_SPAN } from './claim.ts'
import type { Column, Columns } from './column.ts'
import { DONE, EVIDENCE } from './evidence.ts'
import { CORRECTION, VOICE_CORRECTION } from './ledger.ts'
import { CANDIDATE, ENTITY, MENTION } from './mention.ts'
import { SOURCE, SOURCE_SPAN } from './source.ts'
import { VOICE, VOICE_CLAIM, VOICE_EVIDENCE } from './voice.ts'

export interface Table {
  readonly gloss: string
  readonly columns: Columns
}

/**
 * Every table that cannot be made anew from the others, in the order in which they refer to one another. Their columns stand
 * in the order of their seals, which is a promise: one that comes later stands behind all others.
 */
export const TABLES = {
  run: { gloss: 'Runs, with the versions of all that their claims depend on.', columns: RUN },
  article: { gloss: 'Articles as they were read.', columns: ARTICLE },
  entity: { gloss: 'Who is named, the same in all articles.', columns: ENTITY },
  source: { gloss: 'Who says it: one row a distinct source expression and article.', columns: SOURCE },
  source_span: { gloss: 'The words of sources.', columns: SOURCE_SPAN },
  claim: { gloss: 'Who said what, as the machine found it.', columns: CLAIM },
  claim_span: { gloss: 'The words of claims, by their role.', columns: CLAIM_SPAN },
  mention: { gloss: 'Mentions of people, bodies and places, with the pronouns that mean them.', columns: MENTION },
  candidate: { gloss: 'What was considered and rejected, with the reason.', columns: CANDIDATE },
  evidence: { gloss: 'By which rules and models claims and sources were found.', columns: EVIDENCE },
  voice: { gloss: 'Whoever is the source of a claim, and every person whom an article names.', columns: VOICE },
  voice_evidence: { gloss: 'What a field of a voice rests on.', columns: VOICE_EVIDENCE },
  voice_claim: { gloss: 'Whose each claim is.', columns: VOICE_CLAIM },
  done: { gloss: 'Which stages an article went through, and in which run.', columns: DONE },
  dead_letter: { gloss: 'What failed.', columns: DEAD_LETTER },
  input: { gloss: 'The places that were read, with what became of each.', columns: INPUT },
  left_out: { gloss: 'Passages of an input that are no part of its article.', columns: LEFT_OUT },
  correction: { gloss: 'What people said of claims.', columns: CORRECTION },
  voice_correction: { gloss: 'What people said of voices.', columns: VOICE_CORRECTION },
  seal: { gloss: 'Digests of what each run wrote, chained.', columns: SEAL },
  seal_leaf: { gloss: 'Digest of each article, input and failure, by seal.', columns: SEAL_LEAF },
} as const satisfies Readonly<Record<string, Table>>

export type TableName = keyof typeof TABLES
export type ColumnName<Name extends TableName> = Name extends unknown
  ? keyof (typeof TABLES)[Name]['columns'] & string
  : never

export function columnsOf(table: TableName): (readonly [name: string, column: Column])[] {
  return Object.entries<Column>(TABLES[table].columns)
}

/** The names of a table's columns, but for a number that the store gives by itself and nothing refers to. */
export function namesOf<Name extends TableName>(table: Name): readonly ColumnName<Name>[] {
  return columnsOf(table).flatMap(([name, { isGiven }]) => (isGiven ? [] : [name as ColumnName<Name>]))
}
