import { createHash } from 'node:crypto'

/*
 * The Merkle tree of RFC 6962: leaves and nodes are hashed with different prefixes, so that no node passes for a leaf,
 * and a tree of any number of leaves has one shape.
 */

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** The hash of a leaf of these bytes. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest()
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
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
    if (this.#size === 0) return createHash('sha256').digest()
    return this.#subtrees.reduceRight((right, left) => nodeHash(left, right))
  }
}

/** The root over leaves' hashes. */
export function merkleRoot(leaves: Iterable<Buffer>): Buffer {
  const builder = new RootBuilder()
  for (const leaf of leaves) builder.add(leaf)
  return builder.root()
}

/**
 * The hashes that lead from the leaf at `index` to the root, the nearest first, from one reading of all leaves' hashes.
 *
 * @throws RangeError when there is no such leaf among `size`, or they are not so many
 */
export async function inclusionPath(
  leaves: Iterable<Buffer> | AsyncIterable<Buffer>,
  index: number,
  size: number,
): Promise<Buffer[]> {
  const siblings = siblingsOf(index, size).map(range => ({ ...range, builder: new RootBuilder() }))
  const inOrder = siblings.toSorted((a, b) => a.from - b.from)
  let position = 0
  let next = 0
  for await (const leaf of leaves) {
    while (next < inOrder.length && position >= (inOrder[next]?.to as number)) next++
    const sibling = inOrder[next]
    if (sibling !== undefined && position >= sibling.from) sibling.builder.add(leaf)
    position++
  }
  if (position !== size) throw new RangeError(`${size} leaves were to come, ${position} came`)
  return siblings.map(({ builder }) => builder.root())
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
