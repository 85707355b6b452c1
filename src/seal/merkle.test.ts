import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HashList, leafHash, MerkleTree, merkleRoot, RootBuilder, rootFromPath } from './merkle.ts'

const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })

describe('the Merkle tree', () => {
  // From the tests of Certificate Transparency, which RFC 6962 describes: roots over the first n of these leaves.
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(hex => Buffer.from(hex, 'hex'))
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i leaves has the root that others compute', (size, root) => {
    expect(merkleRoot(inputs.slice(0, size).map(leafHash)).toString('hex')).toBe(root)
  })

  it('is the tree that the RFC defines', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), all => {
        expect(merkleRoot(all.map(leafHash))).toEqual(asDefined(all))
      }),
    )
  })

  it('counts the leaves', () => {
    const builder = new RootBuilder()
    for (const leaf of inputs) builder.add(leafHash(leaf))
    expect(builder.size).toBe(8)
  })
})

describe('the path from a leaf', () => {
  it('leads to the root from every leaf', () => {
    fc.assert(
      fc.property(leaves, all => {
        const hashes = all.map(leafHash)
        for (const [index, hash] of hashes.entries()) {
          const path = treeOf(hashes).path(index)
          expect(rootFromPath(hash, index, all.length, path)).toEqual(merkleRoot(hashes))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leads elsewhere when any bit of leaf or path is another, or the leaf stands elsewhere', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), (all, chosen, bit) => {
        const hashes = all.map(leafHash)
        const root = merkleRoot(hashes)
        const index = chosen % all.length
        const path = treeOf(hashes).path(index)
        const parts = [hashes[index] as Buffer, ...path]
        const changed = parts.map((part, at) => (at === bit % parts.length ? flip(part, bit) : part))
        expect(rootFromPath(changed[0] as Buffer, index, all.length, changed.slice(1))).not.toEqual(root)
        expect(rootFromPath(hashes[index] as Buffer, index, all.length, path.slice(1))).toEqual(
          path.length === 0 ? root : null,
        )
        expect(rootFromPath(hashes[index] as Buffer, index, all.length, [...path, root])).toBeNull()
        for (const other of hashes.keys())
          if (!(hashes[other] as Buffer).equals(hashes[index] as Buffer))
            expect(rootFromPath(hashes[index] as Buffer, other, all.length, path)?.equals(root) ?? false).toBe(false)
      }),
    )
  })

  it('does not exist outside the tree', () => {
    expect(rootFromPath(leafHash(Buffer.of(1)), 3, 3, [])).toBeNull()
    expect(rootFromPath(leafHash(Buffer.of(1)), -1, 3, [])).toBeNull()
    expect(rootFromPath(leafHash(Buffer.of(1)), 0.5, 3, [])).toBeNull()
    expect(() => treeOf([]).path(0)).toThrow(RangeError)
    expect(() => treeOf([leafHash(Buffer.of(1))]).path(1)).toThrow('there is no leaf 1 among 1')
  })
})

/** MTH of RFC 6962, section 2.1, word for word. */
function asDefined(all: readonly Uint8Array[]): Buffer {
  const hash = (...parts: Uint8Array[]) =>
    parts.reduce((hashing, part) => hashing.update(part), createHash('sha256')).digest()
  if (all.length === 0) return hash()
  if (all.length === 1) return hash(Buffer.of(0), all[0] as Uint8Array)
  const k = 2 ** Math.ceil(Math.log2(all.length) - 1)
  return hash(Buffer.of(1), asDefined(all.slice(0, k)), asDefined(all.slice(k)))
}

function flip(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes)
  const at = bit % (bytes.length * 8)
  flipped.writeUInt8(flipped.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3)
  return flipped
}

function treeOf(hashes: readonly Buffer[]): MerkleTree {
  const list = new HashList()
  for (const hash of hashes) list.add(hash)
  return new MerkleTree(list)
}
