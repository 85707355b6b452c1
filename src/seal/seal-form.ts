import { hash } from 'node:crypto'
import { encodeRow, encodeText } from './canonical-form.ts'

/*
 * What a seal is made of. Every row that stands for itself is a leaf under the seal of who wrote it: an article with all
 * that hangs on it, an input with the passages left out of it, a dead letter, a run. Who changes one writes another leaf
 * of it, and the last one counts; who takes one away writes a leaf without a digest.
 *
 * The leaves of a seal make a Merkle tree as RFC 6962 has it, in the order in which they were written. The seal is the
 * digest of the tree's root and of the seals before it, so that it holds all that was ever sealed.
 */

export const LEAF_KINDS = ['article', 'input', 'dead_letter', 'run'] as const
export type LeafKind = (typeof LEAF_KINDS)[number]

export interface Leaf {
  readonly kind: LeafKind
  /** What tells it from others of its kind, the same in every store: see `subjects.ts`. */
  readonly subject: string
  /** 64 hexadecimal digits; null where it was taken away. */
  readonly digest: string | null
}

/** What is hashed, behind the byte 0, as a leaf of the tree. */
export function encodeLeaf({ kind, subject, digest }: Leaf): Buffer {
  return Buffer.from(encodeRow('leaf', [kind, subject, digest]))
}

/** `run`: by the run itself, at its end. `later`: of what had been written without seals. `merge`: of two stores made one. */
export const SEAL_KINDS = ['run', 'later', 'merge'] as const
export type SealKind = (typeof SEAL_KINDS)[number]

/** All digests are 64 hexadecimal digits. */
export interface SealContent {
  readonly kind: SealKind
  /** ISO 8601, in UTC. */
  readonly sealedAt: string
  /** How many leaves there are under the root. */
  readonly leaves: number
  readonly root: string
  /** The digest of the last correction by then; null where there was none. */
  readonly corrections: string | null
  /** Digests of the seals before it: none for the first, several where stores were merged. */
  readonly previous: readonly string[]
}

/** What digests of seals begin with. */
export const SEAL_FORM = 'hearsay seal 1'

/** SHA-256 of the form's name, as a text, and of the seal's content as a row in canonical form; 64 hexadecimal digits. */
export function digestSeal({ kind, sealedAt, leaves, root, corrections, previous }: SealContent): string {
  const cells = [kind, sealedAt, leaves, root, corrections, ...previous]
  return hash('sha256', encodeText(SEAL_FORM) + encodeRow('seal', cells))
}

/** SHA-256 of rows in canonical form that are sealed as one: an input with what was left out of it, say. */
export function digestRows(rows: readonly string[]): string {
  return hash('sha256', rows.join(''))
}
