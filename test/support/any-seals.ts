import fc from 'fast-check'
import type { NumberedSeal } from '../../src/seal/chain.ts'
import { leafHash, merkleRoot } from '../../src/seal/merkle.ts'
import { type Leaf, leafBytes, type SealedFacts, sealDigest } from '../../src/seal/seal.ts'

/** Seals of one database, with the leaves of each. */
export interface SealedLeaves {
  readonly seal: NumberedSeal
  readonly leaves: readonly Leaf[]
}

/** The order of leaves under a root: by kind and subject as UTF-8. */
export function compareLeaves(a: Leaf, b: Leaf): number {
  return compareText(a.kind, b.kind) || compareText(a.subject, b.subject)
}

function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}

const anyDigest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))

const anyLeaves: fc.Arbitrary<readonly Leaf[]> = fc
  .uniqueArray(
    fc.record({
      kind: fc.constantFrom('article', 'input', 'dead_letter'),
      subject: fc.string({ unit: 'binary' }).map(text => text.toWellFormed().replaceAll('\0', '')),
      digest: fc.option(anyDigest, { freq: 9 }),
    }),
    { selector: ({ kind, subject }) => `${kind} ${subject}`, maxLength: 20 },
  )
  .map(leaves => leaves.toSorted(compareLeaves))

/** A chain of runs' seals, which may be empty. */
export const anySeals: fc.Arbitrary<readonly SealedLeaves[]> = fc
  .array(fc.record({ leaves: anyLeaves, run: anyDigest, day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 6 })
  .map(runs => {
    const sealed: SealedLeaves[] = []
    for (const [index, { leaves, run, day }] of runs.entries()) {
      const before = sealed.at(-1)?.seal.digest
      sealed.push({
        leaves,
        seal: makeSeal(index + 1, leaves, {
          kind: 'run',
          sealedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
          run,
          corrections: { count: 0, head: null },
          previous: before === undefined ? [] : [before],
        }),
      })
    }
    return sealed
  })

export function makeSeal(
  number: number,
  leaves: readonly Leaf[],
  facts: Omit<SealedFacts, 'size' | 'root'>,
): NumberedSeal {
  const root = merkleRoot(leaves.map(leaf => leafHash(leafBytes(leaf)))).toString('hex')
  const sealed: SealedFacts = { ...facts, size: leaves.length, root }
  return { ...sealed, digest: sealDigest(sealed), number, runId: number }
}
