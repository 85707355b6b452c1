import type pg from 'pg'
import { sealArticle } from '../../../seal/article-digest.ts'
import type { ArticleRows } from '../../../seal/article-tables.ts'
import type { Leaf, SealKind } from '../../../seal/seal.ts'
import { type NumberedRow, toInputLeaves, toLetterLeaves } from '../../seals/sealed-rows.ts'
import { selectInputs, selectLeftOut, selectLetters } from '../../seals/sealed-sql.ts'
import { CopiedRows, sendRows } from './copied-rows.ts'

export interface WrittenLeaf extends Leaf {
  /** Of an article. */
  readonly sums?: string | null
}

/** What a batch wrote and took away, to be sealed as it stands at the batch's end. */
export class TouchedRows {
  readonly #leaves: WrittenLeaf[] = []
  readonly #inputs = new Set<number>()
  readonly #letters = new Set<number>()
  readonly #goneInputs = new Set<string>()
  readonly #goneLetters = new Set<string>()

  addArticle(id: string, rows: ArticleRows): void {
    this.#leaves.push({ kind: 'article', subject: id, ...sealArticle(rows) })
  }

  touchInputs(rows: readonly { readonly id: number }[]): void {
    for (const { id } of rows) this.#inputs.add(id)
  }

  touchLetters(rows: readonly { readonly id: number }[]): void {
    for (const { id } of rows) this.#letters.add(id)
  }

  loseInputs(subjects: readonly string[]): void {
    for (const subject of subjects) this.#goneInputs.add(subject)
  }

  loseLetters(subjects: readonly string[]): void {
    for (const subject of subjects) this.#goneLetters.add(subject)
  }

  get isEmpty(): boolean {
    const touched = [this.#inputs, this.#letters, this.#goneInputs, this.#goneLetters]
    return this.#leaves.length === 0 && touched.every(({ size }) => size === 0)
  }

  /** Writes a leaf of each under the open seal of this run. Call in the transaction that wrote them. */
  async seal(client: pg.ClientBase, runId: number): Promise<void> {
    const inputs = await read(client, selectInputs('own.id = ANY ($1::bigint[])'), this.#inputs)
    const leftOut = await read(client, selectLeftOut('own.input_id = ANY ($1::bigint[])'), this.#inputs)
    const letters = await read(client, selectLetters('own.id = ANY ($1::bigint[])'), this.#letters)
    const leaves = [
      ...this.#leaves,
      ...withGone('input', toInputLeaves(inputs, leftOut), this.#goneInputs),
      ...withGone('dead_letter', toLetterLeaves(letters), this.#goneLetters),
    ]
    if (leaves.length > 0) await addLeaves(client, await findOpenSeal(client, runId), leaves)
  }
}

function withGone(kind: string, leaves: readonly Leaf[], gone: ReadonlySet<string>): Leaf[] {
  const present = new Set(leaves.map(({ subject }) => subject))
  const lost = [...gone].filter(subject => !present.has(subject)).map(subject => ({ kind, subject, digest: null }))
  return [...lost, ...leaves]
}

async function read(client: pg.ClientBase, text: string, ids: ReadonlySet<number>): Promise<NumberedRow[]> {
  if (ids.size === 0) return []
  return await selectRows(client, text, [...ids])
}

/** Rows as arrays. */
export async function selectRows(client: pg.ClientBase, text: string, ids?: readonly number[]): Promise<NumberedRow[]> {
  const query: pg.QueryArrayConfig = { text, values: ids === undefined ? [] : [ids], rowMode: 'array' }
  const { rows } = await client.query<unknown[]>(query)
  return rows as unknown as NumberedRow[]
}

/** The number of the open seal of a run; one is opened where there is none. */
export async function findOpenSeal(client: pg.ClientBase, runId: number, kind: SealKind = 'run'): Promise<number> {
  const find = () => client.query<{ id: number }>('SELECT id FROM seal WHERE run_id = $1 AND number IS NULL', [runId])
  const found = await find()
  if (found.rows[0] !== undefined) return found.rows[0].id
  await client.query('INSERT INTO seal (kind, run_id) VALUES ($2, $1) ON CONFLICT DO NOTHING', [runId, kind])
  return (await find()).rows[0]?.id as number
}

export async function addLeaves(client: pg.ClientBase, seal: number, leaves: readonly WrittenLeaf[]): Promise<void> {
  const rows = new CopiedRows('seal_leaf', ['seal_id', 'kind', 'subject', 'digest', 'sums'])
  rows.add(leaves.map(({ kind, subject, digest, sums = null }) => [seal, kind, subject, digest, sums]))
  await (await sendRows(client, rows.encode())).stored
}
