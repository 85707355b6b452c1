import type { Database, Statement } from 'better-sqlite3'
import type { ArticleRecord } from '../../../domain/record.ts'
import { sealArticle } from '../../../seal/article-digest.ts'
import type { ArticleRows } from '../../../seal/article-tables.ts'
import type { Leaf, SealKind } from '../../../seal/seal.ts'
import { sealedRows } from '../../seals/sealed-article.ts'
import { type NumberedRow, toInputLeaves, toLetterLeaves } from '../../seals/sealed-rows.ts'
import { selectInputs, selectLeftOut, selectLetters } from '../../seals/sealed-sql.ts'

/**
 * Writes leaves under the open seal of a run. Articles are sealed as they are written; of inputs and dead letters, which
 * are changed by many statements, it is noted which ones were touched, and `flush` seals them as they stand then. Call
 * inside a transaction.
 */
export class SealWriter {
  readonly #find: Statement<[number], number>
  readonly #open: Statement<[SealKind, number | null]>
  readonly #add: Statement<[number, string, string, string | null, string | null]>
  readonly #inputs: Statement<[string], NumberedRow>
  readonly #leftOut: Statement<[string], NumberedRow>
  readonly #letters: Statement<[string], NumberedRow>
  readonly #touchedInputs = new Set<number>()
  readonly #touchedLetters = new Set<number>()
  /** Subjects of rows that were taken away. */
  readonly #goneInputs = new Set<string>()
  readonly #goneLetters = new Set<string>()
  #seal = 0

  constructor(database: Database) {
    const rows = (sql: string) => database.prepare<[string], NumberedRow>(sql).raw()
    this.#find = database.prepare<[number], number>('SELECT id FROM seal WHERE run_id = ? AND number IS NULL').pluck()
    this.#open = database.prepare('INSERT INTO seal (kind, run_id) VALUES (?, ?)')
    this.#add = database.prepare('INSERT INTO seal_leaf (seal_id, kind, subject, digest, sums) VALUES (?, ?, ?, ?, ?)')
    const listed = (column: string) => `${column} IN (SELECT value FROM json_each(?))`
    this.#inputs = rows(`${selectInputs(listed('own.id'))} ORDER BY own.id`)
    this.#leftOut = rows(selectLeftOut(listed('own.input_id')))
    this.#letters = rows(`${selectLetters(listed('own.id'))} ORDER BY own.id`)
  }

  /** Takes up the open seal of this run, or opens one. What was touched and not flushed was rolled back. */
  begin(runId: number, kind: SealKind = 'run'): void {
    for (const noted of [this.#touchedInputs, this.#touchedLetters, this.#goneInputs, this.#goneLetters]) noted.clear()
    this.#seal = this.#find.get(runId) ?? this.open(kind, runId)
  }

  /** Opens a seal, under which leaves go from now on. */
  open(kind: SealKind, runId: number | null): number {
    this.#seal = Number(this.#open.run(kind, runId).lastInsertRowid)
    return this.#seal
  }

  /** @param seal the number of an open one; else that which was begun last */
  add({ kind, subject, digest }: Leaf, seal = this.#seal): void {
    this.#add.run(seal, kind, subject, digest, null)
  }

  addRecord(record: ArticleRecord): void {
    this.addArticle(record.article.id, sealedRows(record))
  }

  addArticle(id: string, rows: ArticleRows, seal = this.#seal): void {
    const { digest, sums } = sealArticle(rows)
    this.#add.run(seal, 'article', id, digest, sums)
  }

  touchInputs(ids: readonly number[]): void {
    for (const id of ids) this.#touchedInputs.add(id)
  }

  touchLetters(ids: readonly number[]): void {
    for (const id of ids) this.#touchedLetters.add(id)
  }

  loseInputs(subjects: readonly string[]): void {
    for (const subject of subjects) this.#goneInputs.add(subject)
  }

  loseLetters(subjects: readonly string[]): void {
    for (const subject of subjects) this.#goneLetters.add(subject)
  }

  flush(): void {
    const inputs = JSON.stringify([...this.#touchedInputs])
    this.#addAll('input', toInputLeaves(this.#inputs.all(inputs), this.#leftOut.all(inputs)), this.#goneInputs)
    const letters = toLetterLeaves(this.#letters.all(JSON.stringify([...this.#touchedLetters])))
    this.#addAll('dead_letter', letters, this.#goneLetters)
  }

  #addAll(kind: string, leaves: readonly Leaf[], gone: ReadonlySet<string>): void {
    const present = new Set(leaves.map(({ subject }) => subject))
    for (const subject of gone) if (!present.has(subject)) this.add({ kind, subject, digest: null })
    for (const leaf of leaves) this.add(leaf)
  }
}
