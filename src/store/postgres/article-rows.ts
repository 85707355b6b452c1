import type { Evidence } from '../../domain/layers.ts'
import type { ArticleRecord, ClaimRecord, SourceRecord } from '../../domain/record.ts'
import { toSearchVector } from '../full-text/tsvector.ts'
import {
  articleColumns,
  claimColumns,
  contentText,
  groundedColumns,
  joinParts,
  lookUp,
  type Rowids,
} from '../record-columns.ts'
import { CopiedRows } from './copied-rows.ts'
import { TableRows } from './table-rows.ts'

const SOURCE_FIELDS = ['name', 'role', 'rank', 'affiliation', 'number', 'reason', 'knowledge', 'grantedBy'] as const

const SPAN = ['sequence', 'start', '"end"', 'text'] as const

/** The rows of several articles, by table, in an order in which they may be inserted. */
export class ArticleRows {
  readonly #runId: number
  readonly #source = new CopiedRows('source', [
    ...['rowid', 'id', 'article_rowid', 'text', 'naming', 'kind'],
    ...SOURCE_FIELDS.flatMap(namesOfGrounded),
    ...['antecedent_rowid', 'entity_rowid'],
  ])
  readonly #sourceSpan = new CopiedRows('source_span', ['source_rowid', ...SPAN])
  readonly #claim = new CopiedRows('claim', [
    ...['rowid', 'id', 'article_rowid', 'source_rowid', 'parent_rowid', 'quotation', 'act', 'negated', 'hedged'],
    ...['confidence', 'cue_lemma', 'start', '"end"', 'context_start', 'context_end', 'content_text'],
    ...['cited_rowid', 'corroborated_rowid', 'relayed_rowid'],
  ])
  readonly #claimSpan = new CopiedRows('claim_span', ['claim_rowid', 'role', ...SPAN])
  readonly #claimSearch = new CopiedRows('claim_search', ['rowid', 'words'])
  readonly #mention = new CopiedRows('mention', [
    ...['article_rowid', ...SPAN, 'type', 'entity_rowid', 'name_start', 'name_end', 'chain'],
  ])
  readonly #candidate = new CopiedRows('candidate', ['article_rowid', ...SPAN, 'stage', 'rule', 'reason'])
  readonly #evidence = new CopiedRows('evidence', [
    ...['claim_rowid', 'source_rowid', 'sequence', 'stage', 'version', 'rule', 'detail'],
  ])
  readonly #done = new CopiedRows('done', ['article_rowid', 'stage', 'version', 'sequence', 'run_id'])

  constructor(runId: number) {
    this.#runId = runId
  }

  /** All tables but those of articles and entities, which come before them. */
  get tables(): readonly CopiedRows[] {
    return [
      this.#source,
      this.#sourceSpan,
      this.#claim,
      this.#claimSpan,
      this.#claimSearch,
      this.#mention,
      this.#candidate,
      this.#evidence,
      this.#done,
    ]
  }

  /** @throws Error when something refers to what is not in the record */
  add(record: ArticleRecord, rowids: Rowids): void {
    for (const source of record.sources) this.#addSource(source, rowids)
    for (const claim of record.claims) this.#addClaim(claim, rowids)
    for (const [sequence, { start, end, text, type, entityId, name, chain }] of record.mentions.entries()) {
      const entity = lookUp(rowids.entity, entityId)
      const columns = [type, entity, name?.start ?? null, name?.end ?? null, chain]
      this.#mention.add(rowids.article, sequence, start, end, text, ...columns)
    }
    for (const [sequence, { start, end, text, stage, rule, reason }] of record.candidates.entries())
      this.#candidate.add(rowids.article, sequence, start, end, text, stage, rule, reason)
    for (const [sequence, stage] of record.stages.entries())
      this.#done.add(rowids.article, stage.name, stage.version, sequence, this.#runId)
  }

  #addSource(source: SourceRecord, rowids: Rowids): void {
    const rowid = lookUp(rowids.source, source.id)
    this.#source.add(
      rowid,
      source.id,
      rowids.article,
      joinParts(source.spans),
      source.naming,
      source.kind,
      ...SOURCE_FIELDS.flatMap(field => groundedColumns(source[field])),
      lookUp(rowids.source, source.antecedentId),
      lookUp(rowids.entity, source.entityId),
    )
    for (const [sequence, { start, end, text }] of source.spans.entries())
      this.#sourceSpan.add(rowid, sequence, start, end, text)
    this.#addEvidence(null, rowid, source.evidence)
  }

  #addClaim(claim: ClaimRecord, rowids: Rowids): void {
    const rowid = lookUp(rowids.claim, claim.id)
    const content = contentText(claim)
    this.#claim.add(...claimColumns(claim, rowids))
    if (content !== null) this.#claimSearch.add(rowid, toSearchVector(content))
    for (const { role, sequence, start, end, text } of claim.spans)
      this.#claimSpan.add(rowid, role, sequence, start, end, text)
    this.#addEvidence(rowid, null, claim.evidence)
  }

  #addEvidence(claim: number | null, source: number | null, evidence: readonly Evidence[]): void {
    for (const [sequence, { stage, version, rule, detail }] of evidence.entries())
      this.#evidence.add(claim, source, sequence, stage, version, rule, JSON.stringify(detail))
  }
}

/** The columns of the table `article` but for its `rowid`, in order. */
export function articleRows(): TableRows {
  return new TableRows('article', {
    rowid: 'bigint',
    id: 'text',
    uri: 'text',
    raw_sha256: 'text',
    title: 'text',
    byline: 'text',
    publisher: 'text',
    published_at: 'text',
    published_utc: 'text',
    language: 'text',
    decoded_as: 'text',
    warnings: 'text',
    text: 'text',
    claim_count: 'integer',
  })
}

export function addArticle(rows: TableRows, record: ArticleRecord, rowid: number): void {
  // Its id is the hash of what it is: another text would not be the one that was read. Reading leaves none.
  if (record.article.text.includes('\0')) throw new Error('its text holds U+0000, which PostgreSQL cannot keep')
  rows.add(rowid, ...articleColumns(record))
}

function namesOfGrounded(field: (typeof SOURCE_FIELDS)[number]): string[] {
  const name = field === 'grantedBy' ? 'granted_by' : field
  return [name, `${name}_start`, `${name}_end`]
}
