import type { Database, Statement } from 'better-sqlite3'
import type { Rowids } from '../../../catalogue/rowids.ts'
import type { ArticleRecord, EntityRecord } from '../../../domain/record.ts'
import { RECORD_TABLES, type RecordTable } from '../../rows/record-rows.ts'
import { RowInserter } from './row-inserter.ts'

/** As tables refer to one another. Entities are shared by articles, and found or made one by one. */
const ORDER = (Object.keys(RECORD_TABLES) as RecordTable[]).filter(name => name !== 'entity')

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
  readonly #lastArticle: Statement<[], number>
  readonly #lastSource: Statement<[], number>
  readonly #lastClaim: Statement<[], number>
  readonly #lastVoice: Statement<[], number>
  readonly #findEntity: Statement<[string], number>
  readonly #insertEntity: Statement
  readonly #indexClaims: Statement<[number]>
  readonly #tables: readonly (readonly [RecordTable, RowInserter])[]

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
    this.#lastArticle = pluck('SELECT coalesce(max(rowid), 0) FROM article')
    this.#lastSource = pluck('SELECT coalesce(max(rowid), 0) FROM source')
    this.#lastClaim = pluck('SELECT coalesce(max(rowid), 0) FROM claim')
    this.#lastVoice = pluck('SELECT coalesce(max(rowid), 0) FROM voice')
    this.#findEntity = pluck('SELECT rowid FROM entity WHERE id = ?')
    this.#insertEntity = database.prepare('INSERT INTO entity (id, name, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    this.#indexClaims = database.prepare(
      `INSERT INTO claim_search (rowid, content_text)
       SELECT rowid, content_text FROM claim WHERE article_rowid = ? AND content_text IS NOT NULL`,
    )
    this.#tables = ORDER.map(name => [name, new RowInserter(database, name, RECORD_TABLES[name].columns)])
  }

  write(record: ArticleRecord, runId: number): void {
    const formerEntities = this.#deleteFormer(record.article.id)
    const rowids: Rowids<number> = {
      // Given out before anything is inserted: claims and sources may refer to ones that come later.
      article: (this.#lastArticle.get() ?? 0) + 1,
      entity: new Map(record.entities.map(entity => [entity.id, this.#writeEntity(entity)])),
      source: numberFrom(record.sources, this.#lastSource.get() ?? 0),
      claim: numberFrom(record.claims, this.#lastClaim.get() ?? 0),
      voice: numberFrom(record.voices, this.#lastVoice.get() ?? 0),
    }
    for (const [name, inserter] of this.#tables) inserter.insert(RECORD_TABLES[name].toRows(record, rowids, runId))
    this.#indexClaims.run(rowids.article)
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

  #writeEntity(entity: EntityRecord): number {
    const inserted = this.#insertEntity.run(entity.id, entity.name, entity.kind)
    return inserted.changes === 1 ? Number(inserted.lastInsertRowid) : (this.#findEntity.get(entity.id) ?? 0)
  }
}

function numberFrom(rows: readonly { readonly id: string }[], last: number): Map<string, number> {
  return new Map(rows.map((row, index) => [row.id, last + 1 + index]))
}
