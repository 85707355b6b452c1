import { type Digest, type Seal, sealDigest } from './seal.ts'

/** A seal with the number that it has in one database, and that of its run there. */
export interface NumberedSeal extends Seal {
  readonly number: number
  /** Null where it seals no run. */
  readonly runId: number | null
}

/**
 * Follows seals in the order of their numbers: whether each has the digest of what it says, and is chained to those
 * before it. It keeps digests alone.
 */
export class ChainCheck {
  readonly #known = new Set<Digest>()
  /** Ends of chains that no later seal goes on with yet, with their names. */
  readonly #ends = new Map<Digest, string>()

  /** What is wrong with the next seal, as clauses. */
  add(seal: NumberedSeal): string[] {
    const own = sealDigest(seal) === seal.digest ? [] : [`${nameSeal(seal)} does not have the digest of what it says`]
    return [...own, ...this.follow(seal)]
  }

  /** The same without a look at whether its digest is that of what it says. */
  follow(seal: NumberedSeal): string[] {
    const name = nameSeal(seal)
    const problems: string[] = []
    const unknown = seal.previous.filter(digest => !this.#known.has(digest))
    if (unknown.length > 0) problems.push(`${name} goes on from a seal that is not there before it`)
    for (const digest of seal.previous) this.#ends.delete(digest)
    if (this.#known.has(seal.digest)) problems.push(`${name} stands there twice`)
    this.#known.add(seal.digest)
    this.#ends.set(seal.digest, name)
    return problems
  }

  /** What is wrong when there are no more: all must hang together in the last one. */
  end(): string[] {
    return [...this.#ends.values()].slice(0, -1).map(name => `no later seal goes on from ${name}`)
  }
}

/** `seal 3 (run 3, 2026-11-30T12:00:00.000Z)` */
export function nameSeal({
  number,
  runId,
  kind,
  sealedAt,
}: Pick<NumberedSeal, 'number' | 'runId' | 'kind' | 'sealedAt'>): string {
  const what = runId === null ? (kind === 'run' ? [] : [kind]) : [`run ${runId}`]
  return `seal ${number} (${[...what, sealedAt].join(', ')})`
}
