import type { StoreSchema } from '../schema.ts'
import { TOLD_COLUMNS } from '../told-columns.ts'

type Columns<Table extends keyof StoreSchema> = readonly (keyof StoreSchema[Table] & string)[]

const SPAN = ['sequence', 'start', 'end', 'text'] as const
const PLACE = ['name', 'role', 'affiliation', 'number', 'reason', 'knowledge', 'rank', 'granted_by'] as const

/**
 * What goes from one store to another: every column of every table but numbers that a store gives out for itself and
 * nothing refers to. Tables stand in the order in which they refer to one another.
 */
export const COLUMNS = {
  run: [
    'id',
    'status',
    'note',
    'process',
    'process_started',
    'started_at',
    'ended_at',
    'hearsay',
    'node',
    'libraries',
    'stages',
    'options',
    'inputs',
    'done',
    'unchanged',
    'skipped',
    'dead',
    'claims',
  ],
  article: [
    'rowid',
    'id',
    'uri',
    'raw_sha256',
    'title',
    'byline',
    'publisher',
    'published_at',
    'published_utc',
    'language',
    'decoded_as',
    'warnings',
    'text',
    'claim_count',
    'modified_at',
    'section',
    'origins',
  ],
  entity: ['rowid', 'id', 'name', 'kind'],
  source: [
    'rowid',
    'id',
    'article_rowid',
    'text',
    'naming',
    'kind',
    ...PLACE.flatMap(field => [field, `${field}_start`, `${field}_end`] as const),
    'antecedent_rowid',
    'entity_rowid',
  ],
  source_span: ['source_rowid', ...SPAN],
  claim: [
    'rowid',
    'id',
    'article_rowid',
    'source_rowid',
    'parent_rowid',
    'cited_rowid',
    'relayed_rowid',
    'corroborated_rowid',
    'quotation',
    'act',
    'negated',
    'hedged',
    'confidence',
    'cue_lemma',
    'start',
    'end',
    'context_start',
    'context_end',
    'content_text',
  ],
  claim_span: ['claim_rowid', 'role', ...SPAN],
  mention: ['article_rowid', ...SPAN, 'type', 'entity_rowid', 'name_start', 'name_end', 'chain'],
  candidate: ['article_rowid', ...SPAN, 'stage', 'rule', 'reason'],
  evidence: ['claim_rowid', 'source_rowid', 'sequence', 'stage', 'version', 'rule', 'detail'],
  done: ['article_rowid', 'stage', 'version', 'sequence', 'run_id', 'engine', 'model'],
  dead_letter: [
    'article_id',
    'uri',
    'stage',
    'version',
    'kind',
    'error',
    'attempts',
    'run_id',
    'failed_at',
    'article',
    'file',
    'form',
    'times',
    'places',
  ],
  input: [
    'location',
    'uri',
    'retrieved_at',
    'seen_at',
    'raw_sha256',
    'decoded_how',
    'status',
    'reason',
    'article_id',
    'first_run_id',
    'run_id',
    'times',
    'form',
    'places',
    ...TOLD_COLUMNS,
  ],
  left_out: ['input_id', 'sequence', 'reason', 'text'],
  correction: [
    'claim_id',
    'verdict',
    'source',
    'note',
    'corrected_by',
    'corrected_at',
    'article_id',
    'uri',
    'former_source',
    'former_cue',
    'former_content',
    'cue_start',
  ],
  seal: [
    'id',
    'number',
    'kind',
    'run_id',
    'sealed_at',
    'run_digest',
    'size',
    'root',
    'corrections',
    'corrections_head',
    'previous',
    'digest',
  ],
  seal_leaf: ['id', 'seal_id', 'kind', 'subject', 'digest', 'sums'],
} as const satisfies { readonly [Table in keyof StoreSchema]?: Columns<Table> }

export type TransferredTable = keyof typeof COLUMNS

/** The columns as SQL; `end` is a word of its own in PostgreSQL. */
export function list(columns: readonly string[], of?: string): string {
  return columns.map(column => (of === undefined ? quote(column) : `${of}.${quote(column)}`)).join(', ')
}

export function quote(column: string): string {
  return `"${column}"`
}
