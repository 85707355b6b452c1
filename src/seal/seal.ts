import { hash } from 'node:crypto'
import { encodeRow } from './canonical-form.ts'

/** A SHA-256: 64 lower-case hexadecimal digits. */
export type Digest = string

/** What a seal says of one subject: the digest of its rows, or null when they were removed. */
export interface Leaf {
  /** What the subject is: an article, an input, … */
  readonly kind: string
  /** What it goes by on every machine: an article's id, an input's location and article, … */
  readonly subject: string
  readonly digest: Digest | null
}

/** `run`: of what a run wrote; `later`: of what stood there before there were seals; `merge`: of databases put together. */
export type SealKind = 'run' | 'later' | 'merge'

/** How far the ledger of corrections had come: how many there were, and the digest of the last of their chain. */
export interface LedgerHead {
  readonly count: number
  /** Null when there were none. */
  readonly head: Digest | null
}

/** All that a seal's digest depends on, so that it can be computed again from this alone. */
export interface SealedFacts {
  readonly kind: SealKind
  /** ISO 8601. */
  readonly sealedAt: string
  /** Digest of the run's own row, without its number; null where no run is sealed. */
  readonly run: Digest | null
  /** How many leaves there are, and the root of the Merkle tree over them. */
  readonly size: number
  readonly root: Digest
  readonly corrections: LedgerHead
  /** The same of corrections of voices, where there were any. */
  readonly voiceCorrections?: LedgerHead
  /** Digests of the seals before it: none for the first, two where two chains meet. */
  readonly previous: readonly Digest[]
}

export interface Seal extends SealedFacts {
  readonly digest: Digest
}

/** Over these bytes a leaf is hashed. Under a root leaves stand by kind and subject as UTF-8, in whatever order they were written. */
export function leafBytes({ kind, subject, digest }: Leaf): Uint8Array {
  return Buffer.from(encodeRow('seal_leaf', [kind, subject, digest]), 'utf8')
}

/** What tells of corrections of voices is another form, so that seals from before there were such keep their digests. */
const SEAL_FORMS = ['seal', 'seal 2'] as const

export function sealDigest(facts: SealedFacts): Digest {
  const { kind, sealedAt, run, size, root, corrections, voiceCorrections, previous } = facts
  const [first, second] = SEAL_FORMS
  const cells = [kind, sealedAt, run, size, root, corrections.count, corrections.head]
  if (voiceCorrections === undefined) return hash('sha256', encodeRow(first, [...cells, ...previous]))
  const { count, head } = voiceCorrections
  return hash('sha256', encodeRow(second, [...cells, count, head, ...previous]))
}
