import { hash } from 'node:crypto'
import { z } from 'zod'
import { HearsayError } from '../domain/errors.ts'
import { digestArticle } from './article-digest.ts'
import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName, articleTable } from './article-tables.ts'
import type { NumberedSeal } from './chain.ts'
import { DIGEST } from './manifest/manifest-form.ts'
import { leafHash, rootFromPath } from './merkle.ts'
import { type Digest, leafBytes } from './seal.ts'

/*
 * An inclusion proof: all rows of one article, and the way from their digest to the root of a seal. With a manifest that
 * holds this seal it shows, without the database, that the article stood there so when the seal was made.
 */

export const PROOF_VERSION = 1

const CELLS = z.array(z.union([z.string(), z.number(), z.null()]))
const ROWS = Object.fromEntries(
  ARTICLE_TABLES.map(({ name, columns, firstCells, isLater }) => {
    const needed = `each row of ${name} has ${columns.length} cells`
    // Of columns that came when it had been made, a proof says nothing.
    const cells = CELLS.min(firstCells, needed).max(columns.length, needed)
    const rows = z.array(cells.transform(some => columns.map((_, place) => some[place] ?? null)))
    // A proof that was made before there was such a table says nothing of it.
    return [name, isLater ? rows.default([]) : rows]
  }),
) as unknown as Record<ArticleTableName, z.ZodArray<typeof CELLS>>

const PROOF = z.strictObject({
  version: z.literal(PROOF_VERSION),
  article: DIGEST,
  /** Digest of the rows. */
  digest: DIGEST,
  /** Digest of the seal, and the article's place among its leaves. */
  seal: DIGEST,
  index: z.int().nonnegative(),
  size: z.int().positive(),
  /** From the nearest to the root. */
  path: z.array(DIGEST),
  rows: z.strictObject(ROWS),
})

export interface Proof extends Omit<z.infer<typeof PROOF>, 'rows'> {
  readonly rows: ArticleRows
}

/**
 * Takes what was parsed from JSON for a proof. Nothing is checked but its form: {@link checkProof} does the rest.
 *
 * @param name of the file, for the error
 * @throws HearsayError (2) when it has another form
 */
export function readProof(value: unknown, name: string): Proof {
  const parsed = PROOF.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  throw new HearsayError(
    `${name} holds no proof that this Hearsay can read (${where}${issue?.message ?? 'unknown form'}); hearsay manifest ARTICLE prints one.`,
    'proof-invalid',
  )
}

/** A cell of the article's own row. */
export function cellOfArticle({ rows }: Pick<Proof, 'rows'>, column: string): string | number | null {
  return rows.article[0]?.[articleTable('article').columns.indexOf(column)] ?? null
}

/**
 * Checks a proof against the seals of a manifest that holds.
 *
 * @returns the seal that holds the article, or what is wrong, as clauses
 */
export function checkProof(proof: Proof, seals: readonly NumberedSeal[]): NumberedSeal | readonly string[] {
  const problems: string[] = []
  if (proof.rows.article.length !== 1 || cellOfArticle(proof, 'id') !== proof.article)
    problems.push('the rows are those of another article')
  if (hash('sha256', String(cellOfArticle(proof, 'text'))) !== proof.article)
    problems.push('the text is another than that which the id of the article stands for')
  if (digestRowsOf(proof) !== proof.digest)
    problems.push('a row was changed, added or taken away since it was sealed: the rows have another digest')
  const root = rootOf(proof)
  const seal = seals.find(({ digest }) => digest === proof.seal)
  if (seal === undefined) problems.push('the manifest does not hold the seal that it leads to')
  else if (root !== seal.root || proof.size !== seal.size)
    problems.push('its digest is not among those of the seal that it leads to')
  return problems.length === 0 && seal !== undefined ? seal : problems
}

function digestRowsOf({ rows }: Proof): Digest | null {
  try {
    return digestArticle(rows).toString('hex')
  } catch {
    // A number that cannot stand in that column.
    return null
  }
}

function rootOf({ article, digest, index, size, path }: Proof): Digest | null {
  const leaf = leafHash(leafBytes({ kind: 'article', subject: article, digest }))
  const hashes = path.map(digest => Buffer.from(digest, 'hex'))
  return rootFromPath(leaf, index, size, hashes)?.toString('hex') ?? null
}
