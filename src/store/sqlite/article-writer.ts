import type { Database, Statement } from 'better-sqlite3'
import type { ArticleRecord, EntityRecord } from '../../domain/record.ts'
import { articleColumns, type Rowids } from '../record-columns.ts'
import {
  candidateRows,
  claimRows,
  claimSpanRows,
  doneRows,
  evidenceRows,
  mentionRows,
  sourceRows,
  sourceSpanRows,
  voiceClaimRows,
  voiceEvidenceRows,
  voiceRows,
} from '../record-rows.ts'
import { RowInserter } from './row-inserter.ts'

/**
 * Writes articles with all that hangs on them, one prepared statement a table. An article that is there already is
 * replaced: its old rows go, the new ones come, and entities that nothing mentions any more go too.
 * Call inside a transaction.
 */
export class ArticleWriter {
  readonly #findArticle: Statement<[string], number>
  readonly #entitiesOfArticle: Statement<[number, number, number], number>
  readonly #deleteArticle: Statement<[number]>
  readonly #deleteLoneEntity: Statement<[number]>
  readonly #lastSource: Statement<[], number>
  readonly #lastClaim: Statement<[], number>
  readonly #lastVoice: Statement<[], number>
  readonly #findEntity: Statement<[string], number>
  readonly #insertArticle: Statement
  readonly #insertEntity: Statement
  readonly #sources: RowInserter
  readonly #sourceSpans: RowInserter
  readonly #claims: RowInserter
  readonly #claimSpans: RowInserter
  readonly #indexClaims: Statement<[number]>
  readonly #mentions: RowInserter
  readonly #candidates: RowInserter
  readonly #evidence: RowInserter
  readonly #voices: RowInserter
  readonly #voiceEvidence: RowInserter
  readonly #voiceClaims: RowInserter
  readonly #done: RowInserter

  constructor(database: Database) {
    const pluck = <Parameters extends unknown[]>(sql: string) => database.prepare<Parameters, number>(sql).pluck()
    this.#findArticle = pluck('SELECT rowid FROM article WHERE id = ?')
    this.#entitiesOfArticle = pluck(
      `SELECT entity_rowid FROM source WHERE article_rowid = ? AND entity_rowid IS NOT NULL
       UNION SELECT entity_rowid FROM mention WHERE article_rowid = ? AND entity_rowid IS NOT NULL
       UNION SELECT entity_rowid FROM voice WHERE article_rowid = ? AND entity_rowid IS NOT NULL`,
    )
    this.#deleteArticle = database.prepare('DELETE FROM article WHERE rowid = ?')
    this.#deleteLoneEntity = database.prepare(
      `DELETE FROM entity WHERE rowid = ?
       AND NOT EXISTS (SELECT 1 FROM source WHERE entity_rowid = entity.rowid)
       AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_rowid = entity.rowid)
       AND NOT EXISTS (SELECT 1 FROM voice WHERE entity_rowid = entity.rowid)`,
    )
    this.#lastSource = pluck('SELECT coalesce(max(rowid), 0) FROM source')
    this.#lastClaim = pluck('SELECT coalesce(max(rowid), 0) FROM claim')
    this.#lastVoice = pluck('SELECT coalesce(max(rowid), 0) FROM voice')
    this.#findEntity = pluck('SELECT rowid FROM entity WHERE id = ?')
    this.#insertArticle = database.prepare(`INSERT INTO article VALUES (${Array(17).fill('?').join(', ')})`)
    this.#insertEntity = database.prepare('INSERT INTO entity (id, name, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    this.#sources = new RowInserter(database, 'source', 32)
    this.#sourceSpans = new RowInserter(database, 'source_span', 5)
    this.#claims = new RowInserter(database, 'claim', 19)
    this.#claimSpans = new RowInserter(database, 'claim_span', 6)
    this.#indexClaims = database.prepare(
      `INSERT INTO claim_search (rowid, content_text)
       SELECT rowid, content_text FROM claim WHERE article_rowid = ? AND content_text IS NOT NULL`,
    )
    this.#mentions = new RowInserter(database, 'mention', 10)
    this.#candidates = new RowInserter(database, 'candidate', 8)
    this.#evidence = new RowInserter(database, 'evidence', 8)
    this.#voices = new RowInserter(database, 'voice', 29)
    this.#voiceEvidence = new RowInserter(database, 'voice_evidence', 8)
    this.#voiceClaims = new RowInserter(database, 'voice_claim', 3)
    this.#done = new RowInserter(database, 'done', 7)
  }

  write(record: ArticleRecord, runId: number): void {
    const formerEntities = this.#deleteFormer(record.article.id)
    const rowids: Rowids<number> = {
      article: this.#writeArticle(record),
      entity: new Map(record.entities.map(entity => [entity.id, this.#writeEntity(entity)])),
      // Given out before anything is inserted: claims and sources may refer to ones that come later.
      source: numberFrom(record.sources, this.#lastSource.get() ?? 0),
      claim: numberFrom(record.claims, this.#lastClaim.get() ?? 0),
      voice: numberFrom(record.voices, this.#lastVoice.get() ?? 0),
    }
    this.#sources.insert(sourceRows(record, rowids))
    this.#sourceSpans.insert(sourceSpanRows(record, rowids))
    this.#claims.insert(claimRows(record, rowids))
    this.#claimSpans.insert(claimSpanRows(record, rowids))
    this.#indexClaims.run(rowids.article)
    this.#evidence.insert(evidenceRows(record, rowids).map(row => [null, ...row]))
    this.#mentions.insert(mentionRows(record, rowids))
    this.#candidates.insert(candidateRows(record, rowids))
    this.#voices.insert(voiceRows(record, rowids))
    this.#voiceEvidence.insert(voiceEvidenceRows(record, rowids))
    this.#voiceClaims.insert(voiceClaimRows(record, rowids))
    this.#done.insert(doneRows(record, rowids, runId))
    for (const rowid of formerEntities) this.#deleteLoneEntity.run(rowid)
  }

  /** Gives the entities that the former rows referred to. */
  #deleteFormer(articleId: string): readonly number[] {
    const former = this.#findArticle.get(articleId)
    if (former === undefined) return []
    const entities = this.#entitiesOfArticle.all(former, former, former)
    this.#deleteArticle.run(former)
    return entities
  }

  #writeArticle(record: ArticleRecord): number {
    return Number(this.#insertArticle.run(null, ...articleColumns(record)).lastInsertRowid)
  }

  #writeEntity(entity: EntityRecord): number {
    const inserted = this.#insertEntity.run(entity.id, entity.name, entity.kind)
    return inserted.changes === 1 ? Number(inserted.lastInsertRowid) : (this.#findEntity.get(entity.id) ?? 0)
  }
}

function numberFrom(rows: readonly { readonly id: string }[], last: number): Map<string, number> {
  return new Map(rows.map((row, index) => [row.id, last + 1 + index]))
}
