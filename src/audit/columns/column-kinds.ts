/** What columns are about, so that whoever reads of a change knows what it means. */
export type ColumnKind =
  /** What a row goes by on every machine. */
  | 'id'
  /** Which other row it belongs to or names. */
  | 'reference'
  /** Words of the article, of what was left out of it, or of an editor. */
  | 'words'
  /** Where words stand, in code points. */
  | 'offset'
  /** Its place among others, or which of them mean the same. */
  | 'order'
  /** One of a closed set: act, naming, kind, role, status, yes or no. */
  | 'label'
  /** A count or a measure. */
  | 'number'
  /** A moment. */
  | 'time'
  /** What an input says of its article, and where it lay. */
  | 'metadata'
  /** What is known of a source. */
  | 'description'
  /** By which stage, rule, model or program, and how. */
  | 'method'
  /** A SHA-256, or sums of rows. */
  | 'digest'

const BY_NAME: Readonly<Record<ColumnKind, string>> = {
  id: 'id rowid article_id claim_id',
  reference:
    'source claim voice voice_id parent cited corroborated relayed antecedent entity run first_run run_id seal_id correction_id input_id first_run_id',
  words: 'text content_text former_source former_cue former_content former_name note',
  offset: 'start end context_start context_end cue_start name_start name_end',
  order: 'sequence chain',
  label:
    'naming kind quotation act negated hedged type status verdict gender source_type function field first_voice last_voice',
  number:
    'confidence claim_count times attempts inputs done unchanged skipped dead claims number size corrections voice_corrections gender_confidence source_type_confidence function_confidence quoted_words mentions',
  time: 'published_at published_utc modified_at retrieved_at seen_at failed_at started_at ended_at corrected_at sealed_at process_started',
  metadata:
    'uri article_uri location title byline publisher section language origins places form file article corrected_by',
  description: 'name role affiliation reason knowledge rank granted_by',
  method:
    'stage rule version engine model detail decoded_as decoded_how warnings error process hearsay node libraries stages options cue_lemma',
  digest: 'raw_sha256 digest root run_digest corrections_head voice_corrections_head previous sums',
}

const KIND_OF = new Map(
  Object.entries(BY_NAME).flatMap(([kind, names]) => names.split(' ').map(name => [name, kind as ColumnKind] as const)),
)

/** Tables whose rows hang on an article refer to rows by these names with `_rowid` behind them. */
const OF_ARTICLE = new Set([
  'entity',
  'source',
  'source_span',
  'claim',
  'claim_span',
  'mention',
  'candidate',
  'evidence',
  'done',
  'voice',
  'voice_evidence',
  'voice_claim',
])
const REFERENCES = new Set([...BY_NAME.reference.split(' ').filter(name => !name.endsWith('_id')), 'article'])
const ELSEWHERE: Readonly<Record<string, ColumnKind>> = {
  'claim_span.role': 'label',
  'candidate.reason': 'method',
  'left_out.reason': 'metadata',
  'input.reason': 'method',
  'correction.source': 'description',
  'correction.spans': 'offset',
  'correction.adds': 'label',
  'correction.part_of': 'reference',
  'correction.source_id': 'reference',
  'correction.undoes': 'digest',
  'voice_correction.same_as': 'reference',
  'voice_correction.apart_from': 'reference',
  'voice_correction.withdraws': 'digest',
  'voice_correction_link.entry': 'digest',
  'standing.source': 'description',
  'standing.source_id': 'reference',
  'source.number': 'description',
  'voice_evidence.value': 'description',
  'voice_evidence.reason': 'method',
  'done.stage': 'method',
  'dead_letter.kind': 'method',
  'seal_leaf.subject': 'id',
}

/** @param column as it is sealed */
export function kindOf(table: string, column: string): ColumnKind {
  const known = ELSEWHERE[`${table}.${column}`]
  if (known !== undefined) return known
  if (OF_ARTICLE.has(table) && REFERENCES.has(column)) return 'reference'
  return KIND_OF.get(column) ?? (/_(start|end)$/.test(column) ? 'offset' : 'description')
}

/** A column as the store names it: what is sealed by the id of a row is a number there. */
export function storedName(table: string, column: string): string {
  if (OF_ARTICLE.has(table)) return REFERENCES.has(column) ? `${column}_rowid` : column
  return column === 'run' || column === 'first_run' ? `${column}_id` : column
}
