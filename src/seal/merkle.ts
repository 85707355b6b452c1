import { hash } from 'node:crypto'

/*
 * The Merkle tree of RFC 6962: leaves and nodes are hashed with different prefixes, so that no node passes for a leaf,
 * and a tree of any number of leaves has one shape.
 */

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** The hash of a leaf of these bytes. */
export function leafHash(bytes: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, bytes]), 'buffer')
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer')
}

/** Takes leaves' hashes one after another; it holds one hash for each level of the tree. */
export class RootBuilder {
  /** Roots of whole subtrees, each of a power of two of leaves, the largest first. */
  readonly #subtrees: Buffer[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  add(leaf: Buffer): void {
    let subtree = leaf
    // As in counting: each 1 at the end of the number so far is a subtree that the new one completes.
    for (let left = this.#size; left % 2 === 1; left = (left - 1) / 2)
      subtree = nodeHash(this.#subtrees.pop() as Buffer, subtree)
    this.#subtrees.push(subtree)
    this.#size++
  }

  /** Of no leaves: the hash of nothing, as RFC 6962 has it. */
  root(): Buffer {
    if (this.#size === 0) return hash('sha256', '', 'buffer')
    return this.#subtrees.reduceRight((right, left) => nodeHash(left, right))
  }
}

/** The root over leaves' hashes. */
export function merkleRoot(leaves: Iterable<Buffer>): Buffer {
  const builder = new RootBuilder()
  for (const leaf of leaves) builder.add(leaf)
  return builder.root()
}

const BYTES = 32

/** Hashes one behind the other in as few bytes as they have. */
export class HashList {
  #bytes = Buffer.allocUnsafe(64 * BYTES)
  #size = 0

  get size(): number {
    return this.#size
  }

  add(hash: Buffer): void {
    if (this.#size * BYTES === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafe(this.#bytes.length)])
    hash.copy(this.#bytes, this.#size * BYTES)
    this.#size++
  }

  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size * BYTES)
  }
}

/** A whole tree, of 64 bytes a leaf, for the ways from many of its leaves to the root. */
export class MerkleTree {
  /** Hashes of the leaves, of the nodes above them, and so on to the root. */
  readonly #levels: Buffer[]

  constructor(leaves: HashList) {
    this.#levels = [leaves.bytes()]
    for (let level = leaves.bytes(); level.length > BYTES; this.#levels.push(level)) level = levelAbove(level)
  }

  get size(): number {
    return (this.#levels[0] as Buffer).length / BYTES
  }

  /**
   * The hashes that lead from the leaf at `index` to the root, the nearest first.
   *
   * @throws RangeError when there is no such leaf
   */
  path(index: number): Buffer[] {
    if (!isPlace(index, this.size)) throw new RangeError(`there is no leaf ${index} among ${this.size}`)
    return this.#levels.flatMap((level, height) => {
      const sibling = Math.floor(index / 2 ** height) ^ 1
      // The last of an odd number has none: it goes up as it is.
      return (sibling + 1) * BYTES <= level.length && level.length > BYTES ? [hashAt(level, sibling)] : []
    })
  }
}

function levelAbove(level: Buffer): Buffer {
  const above = new HashList()
  for (let left = 0; left < level.length / BYTES; left += 2) {
    const isAlone = (left + 1) * BYTES === level.length
    above.add(isAlone ? hashAt(level, left) : nodeHash(hashAt(level, left), hashAt(level, left + 1)))
  }
  return above.bytes()
}

function hashAt(level: Buffer, place: number): Buffer {
  return level.subarray(place * BYTES, (place + 1) * BYTES)
}

/** The root that a leaf leads to, or null where the path has not the length that its place asks for. */
export function rootFromPath(leaf: Buffer, index: number, size: number, path: readonly Uint8Array[]): Buffer | null {
  if (!isPlace(index, size)) return null
  const siblings = siblingsOf(index, size)
  if (siblings.length !== path.length) return null
  return path.reduce<Buffer>(
    (hash, sibling, level) =>
      (siblings[level]?.to as number) <= index ? nodeHash(sibling, hash) : nodeHash(hash, sibling),
    leaf,
  )
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The subtrees beside the way from a leaf to the root, the nearest first, by the leaves that they cover. */
function siblingsOf(index: number, size: number): Range[] {
  if (!isPlace(index, size)) throw new RangeError(`there is no leaf ${index} among ${size}`)
  const siblings: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from)
    if (index < middle) {
      siblings.unshift({ from: middle, to })
      to = middle
    } else {
      siblings.unshift({ from, to: middle })
      from = middle
    }
  }
  return siblings
}

function isPlace(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
}

/** The largest power of two that is less than `size`, which is 2 or more. */
function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
