import { leafHash, RootBuilder } from '../../../seal/merkle.ts'
import { type Digest, type Leaf, leafBytes } from '../../../seal/seal.ts'
import type { SealLeafTable } from '../../tables/seal-tables.ts'
import { Database } from '../connection/sqlite.ts'

/** The leaf that counts of its subject. */
export interface LastLeaf extends Leaf {
  readonly sealId: number
  readonly sums: string | null
}

/**
 * All leaves of a store, to be looked up by what they are of while its rows are read. They lie in a file without a name
 * that SQLite takes away by itself, so that it does not matter how many there are.
 */
export class LeafLedger {
  readonly #database = new Database('')
  readonly #take: Database.Statement<
    [string, string],
    { readonly seal_id: number; readonly digest: Digest | null; readonly sums: string | null }
  >
  readonly #seals: Database.Statement<[string, string, string], number>

  /** @param leaves in the order in which they were written */
  static async read(leaves: AsyncIterable<readonly SealLeafTable[]>): Promise<LeafLedger> {
    const ledger = new LeafLedger()
    try {
      await ledger.#fill(leaves)
      return ledger
    } catch (error) {
      ledger.close()
      throw error
    }
  }

  private constructor() {
    this.#database.exec(`
      CREATE TABLE leaf (id INTEGER PRIMARY KEY, seal_id INTEGER, kind TEXT, subject TEXT, digest TEXT);
      CREATE TABLE last (
        kind TEXT, subject TEXT, seal_id INTEGER, digest TEXT, sums TEXT, is_seen INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (kind, subject)
      ) WITHOUT ROWID;`)
    this.#take = this.#database.prepare(
      'UPDATE last SET is_seen = 1 WHERE kind = ? AND subject = ? RETURNING seal_id, digest, sums',
    )
    this.#seals = this.#database
      .prepare<[string, string, string], number>(
        'SELECT DISTINCT seal_id FROM leaf WHERE kind = ? AND subject = ? AND digest = ?',
      )
      .pluck()
  }

  async #fill(pages: AsyncIterable<readonly SealLeafTable[]>): Promise<void> {
    const add = this.#database.prepare('INSERT INTO leaf VALUES (?, ?, ?, ?, ?)')
    const put = this.#database.prepare(
      `INSERT INTO last (kind, subject, seal_id, digest, sums) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
         seal_id = excluded.seal_id, digest = excluded.digest, sums = excluded.sums`,
    )
    this.#database.exec('BEGIN')
    for await (const page of pages)
      for (const { id, seal_id, kind, subject, digest, sums } of page) {
        add.run(id, seal_id, kind, subject, digest)
        put.run(kind, subject, seal_id, digest, sums)
      }
    this.#database.exec('CREATE INDEX leaf_subject ON leaf (kind, subject); COMMIT; BEGIN')
  }

  /** The trees of all seals that have leaves, by the numbers that the store knows the seals by. Of an open one, those of all leaves so far. */
  roots(): ReadonlyMap<number, RootBuilder> {
    const roots = new Map<number, RootBuilder>()
    const leaves = this.#database
      .prepare<[], Leaf & { readonly seal_id: number }>(
        'SELECT seal_id, kind, subject, digest FROM leaf ORDER BY seal_id, kind, subject, id',
      )
      .iterate()
    let builder = new RootBuilder()
    let seal: number | null = null
    for (const leaf of leaves) {
      if (leaf.seal_id !== seal) {
        seal = leaf.seal_id
        builder = new RootBuilder()
        roots.set(seal, builder)
      }
      builder.add(leafHash(leafBytes(leaf)))
    }
    return roots
  }

  /** The leaf that counts of a subject, which is noted as looked up; null where there is none. */
  take(kind: string, subject: string): LastLeaf | null {
    const found = this.#take.get(kind, subject)
    return found === undefined ? null : { kind, subject, sealId: found.seal_id, digest: found.digest, sums: found.sums }
  }

  /** The seals that have this very leaf. */
  sealsOf({ kind, subject, digest }: Leaf): readonly number[] {
    return this.#seals.all(kind, subject, digest ?? '')
  }

  /** What was sealed and not taken away, but looked up by nobody. */
  *unseen(): Generator<LastLeaf> {
    for (const { seal_id, ...leaf } of this.#database
      .prepare<[], Leaf & { readonly seal_id: number; readonly sums: string | null }>(
        'SELECT kind, subject, seal_id, digest, sums FROM last WHERE is_seen = 0 AND digest IS NOT NULL ORDER BY kind, subject',
      )
      .iterate())
      yield { ...leaf, sealId: seal_id }
  }

  close(): void {
    this.#database.close()
  }
}
