import type { Database, Statement } from 'better-sqlite3'
import type { Evidence } from '../../domain/layers.ts'
import type { ArticleRecord, ClaimRecord, GroundedField, SourceRecord, TextSpan } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { toUtc } from '../published.ts'

/** What stands between the parts of a text that was taken from several spans. */
export const PART_SEPARATOR = ' … '

const SOURCE_FIELDS = ['name', 'role', 'affiliation', 'number', 'reason', 'knowledge'] as const

/**
 * Writes articles with all that hangs on them, one prepared statement a table. An article that is there already is
 * replaced: its old rows go, the new ones come, and entities that nothing mentions any more go too.
 * Call inside a transaction.
 */
export class ArticleWriter {
  readonly #entitiesOfArticle: Statement<[string, string], string>
  readonly #deleteArticle: Statement<[string]>
  readonly #deleteLoneEntity: Statement<[string]>
  readonly #insertArticle: Statement
  readonly #insertEntity: Statement
  readonly #insertSource: Statement
  readonly #insertSourceSpan: Statement
  readonly #insertClaim: Statement
  readonly #insertClaimSpan: Statement
  readonly #insertMention: Statement
  readonly #insertCandidate: Statement
  readonly #insertEvidence: Statement
  readonly #insertDone: Statement

  constructor(database: Database) {
    this.#entitiesOfArticle = database
      .prepare<[string, string], string>(
        `SELECT entity_id FROM source WHERE article_id = ? AND entity_id IS NOT NULL
         UNION SELECT entity_id FROM mention WHERE article_id = ? AND entity_id IS NOT NULL`,
      )
      .pluck()
    this.#deleteArticle = database.prepare('DELETE FROM article WHERE id = ?')
    this.#deleteLoneEntity = database.prepare(
      `DELETE FROM entity WHERE id = ?
       AND NOT EXISTS (SELECT 1 FROM source WHERE entity_id = entity.id)
       AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_id = entity.id)`,
    )
    const insert = (table: string, columns: number, orIgnore = false): Statement =>
      database.prepare(
        `INSERT ${orIgnore ? 'OR IGNORE ' : ''}INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`,
      )
    this.#insertArticle = insert('article', 12)
    this.#insertEntity = insert('entity', 3, true)
    this.#insertSource = insert('source', 25)
    this.#insertSourceSpan = insert('source_span', 5)
    this.#insertClaim = insert(
      `claim (id, article_id, source_id, parent_id, quotation, act, negated, hedged, confidence, cue_lemma,
        start, end, context_start, context_end, content_text)`,
      15,
    )
    this.#insertClaimSpan = insert('claim_span', 6)
    this.#insertMention = insert('mention', 7)
    this.#insertCandidate = insert('candidate', 8)
    this.#insertEvidence = insert('evidence (claim_id, source_id, sequence, stage, version, rule, detail)', 7)
    this.#insertDone = insert('done', 5)
  }

  write(record: ArticleRecord, runId: number): void {
    const { article } = record
    const formerEntities = this.#entitiesOfArticle.all(article.id, article.id)
    this.#deleteArticle.run(article.id)
    this.#insertArticle.run(
      article.id,
      article.uri,
      article.rawSha256,
      article.title,
      article.byline,
      article.publisher,
      article.publishedAt,
      toUtc(article.publishedAt),
      article.language,
      article.decodedAs,
      JSON.stringify(article.warnings),
      article.text,
    )
    for (const entity of record.entities) this.#insertEntity.run(entity.id, entity.name, entity.kind)
    for (const source of record.sources) this.#writeSource(source, article.id)
    for (const claim of record.claims) this.#writeClaim(claim, article.id)
    for (const [sequence, mention] of record.mentions.entries())
      this.#insertMention.run(
        article.id,
        sequence,
        mention.start,
        mention.end,
        mention.text,
        mention.type,
        mention.entityId,
      )
    for (const [sequence, candidate] of record.candidates.entries())
      this.#insertCandidate.run(
        article.id,
        sequence,
        candidate.start,
        candidate.end,
        candidate.text,
        candidate.stage,
        candidate.rule,
        candidate.reason,
      )
    for (const [sequence, stage] of record.stages.entries())
      this.#insertDone.run(article.id, stage.name, stage.version, sequence, runId)
    for (const id of formerEntities) this.#deleteLoneEntity.run(id)
  }

  #writeSource(source: SourceRecord, articleId: string): void {
    this.#insertSource.run(
      source.id,
      articleId,
      joinParts(source.spans),
      source.naming,
      source.kind,
      ...SOURCE_FIELDS.flatMap(field => toColumns(source[field])),
      source.antecedentId,
      source.entityId,
    )
    for (const [sequence, span] of source.spans.entries())
      this.#insertSourceSpan.run(source.id, sequence, span.start, span.end, span.text)
    this.#writeEvidence(null, source.id, source.evidence)
  }

  #writeClaim(claim: ClaimRecord, articleId: string): void {
    const hull = coverAll(claim.spans, claim.context)
    const content = claim.spans.filter(span => span.role === 'content').sort((a, b) => a.sequence - b.sequence)
    this.#insertClaim.run(
      claim.id,
      articleId,
      claim.sourceId,
      claim.parentId,
      claim.quotation,
      claim.act,
      Number(claim.negated),
      Number(claim.hedged),
      claim.confidence,
      claim.cueLemma,
      hull.start,
      hull.end,
      claim.context.start,
      claim.context.end,
      content.length === 0 ? null : joinParts(content),
    )
    for (const span of claim.spans)
      this.#insertClaimSpan.run(claim.id, span.role, span.sequence, span.start, span.end, span.text)
    this.#writeEvidence(claim.id, null, claim.evidence)
  }

  #writeEvidence(claimId: string | null, sourceId: string | null, evidence: readonly Evidence[]): void {
    for (const [sequence, { stage, version, rule, detail }] of evidence.entries())
      this.#insertEvidence.run(claimId, sourceId, sequence, stage, version, rule, JSON.stringify(detail))
  }
}

function joinParts(spans: readonly TextSpan[]): string {
  return spans.map(span => span.text).join(PART_SEPARATOR)
}

function toColumns(field: GroundedField<string | number> | null): (string | number | null)[] {
  return [field?.value ?? null, field?.span?.start ?? null, field?.span?.end ?? null]
}

/** From the first character of any span to the last; `otherwise` when there are no spans. */
function coverAll(spans: readonly Span[], otherwise: Span): Span {
  if (spans.length === 0) return otherwise
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) }
}
