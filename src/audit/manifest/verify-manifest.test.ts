import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySeals, type SealedLeaves } from '../../../test/support/any-seals.ts'
import { collect } from '../../../test/support/collect.ts'
import type { Manifest } from '../../seal/manifest/manifest.ts'
import { leafHash, merkleRoot } from '../../seal/merkle.ts'
import { type Leaf, leafBytes, sealDigest } from '../../seal/seal.ts'
import { type KeptSeals, verifyManifest } from './verify-manifest.ts'

const CONTENTS = { articles: 0, root: '0'.repeat(64) }

/** A database of these seals and nothing else. */
function keep(sealed: readonly SealedLeaves[], corrections: readonly string[] = [], contents = CONTENTS): KeptSeals {
  return {
    async *seals() {
      yield* sealed.map(({ seal }) => seal)
    },
    async *leaves(number) {
      yield* sealed.find(({ seal }) => seal.number === number)?.leaves ?? []
    },
    correctionAt: async position => corrections[position - 1] ?? null,
    voiceCorrectionAt: async () => null,
    contents: async () => contents,
  }
}

function manifestOf(
  sealed: readonly SealedLeaves[],
  withLeaves: boolean,
  corrections: readonly string[] = [],
): Manifest {
  return {
    seals: sealed.map(({ seal }) => seal),
    leaves: new Map(withLeaves ? sealed.map(({ seal, leaves }) => [seal.number, leaves]) : []),
    corrections: { count: corrections.length, head: corrections.at(-1) ?? null },
    voiceCorrections: { count: 0, head: null },
    contents: CONTENTS,
    madeAt: '2026-11-30T12:00:00Z',
    signature: null,
    signed: Buffer.alloc(0),
  }
}

/** The chain as who may write to the database can make it, so that it agrees with itself again. */
function chainAnew(sealed: readonly SealedLeaves[]): SealedLeaves[] {
  const anew: SealedLeaves[] = []
  for (const { seal, leaves } of sealed) {
    const root = merkleRoot(leaves.map(leaf => leafHash(leafBytes(leaf)))).toString('hex')
    const previous = anew.slice(-1).map(({ seal }) => seal.digest)
    const facts = { ...seal, root, size: leaves.length, previous }
    anew.push({ seal: { ...facts, digest: sealDigest(facts) }, leaves })
  }
  return anew
}

const messages = async (manifest: Manifest, kept: KeptSeals) =>
  (await collect(verifyManifest(manifest, kept))).map(({ message }) => message)

describe('a manifest', () => {
  it('agrees with the database that it is of, and with all that it becomes', async () => {
    await fc.assert(
      fc.asyncProperty(anySeals, fc.nat(), fc.boolean(), async (sealed, at, withLeaves) => {
        const manifest = manifestOf(sealed.slice(0, at % (sealed.length + 1)), withLeaves, ['a'])
        expect(await messages(manifest, keep(sealed, ['a', 'b']))).toEqual([])
      }),
    )
  })

  it('names the seal whose run was deleted, or that an older copy does not have', async () => {
    await fc.assert(
      fc.asyncProperty(anySeals, fc.nat(), fc.boolean(), async (sealed, chosen, withLeaves) => {
        fc.pre(sealed.length > 0)
        const at = chosen % sealed.length
        const gone = sealed[at]?.seal
        const found = await messages(manifestOf(sealed, withLeaves), keep(chainAnew(sealed.toSpliced(at, 1))))
        // Where another run wrote the same, in the same process at the same time, it is the chain that is another.
        fc.pre(new Set(sealed.map(({ seal: { run, sealedAt } }) => `${run}${sealedAt}`)).size === sealed.length)
        fc.pre(new Set(sealed.flatMap(({ seal: { run, sealedAt } }) => [run, sealedAt])).size === 2 * sealed.length)
        expect(found).toContainEqual(
          expect.stringMatching(
            `^The database does not have seal ${gone?.number} \\(run ${gone?.number}, .* was deleted`,
          ),
        )
        const old = await messages(manifestOf(sealed, withLeaves), keep(sealed.slice(0, at)))
        expect(old).toHaveLength(sealed.length - at)
      }),
    )
  })

  it('names the seal, and with leaves the article, of which everything was rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(anySeals, fc.nat(), fc.boolean(), async (sealed, chosen, withLeaves) => {
        const at = sealed.findIndex(({ leaves }) => leaves.length > 0)
        fc.pre(at >= 0)
        const { seal, leaves } = sealed[at] as SealedLeaves
        const place = chosen % leaves.length
        const leaf = leaves[place] as Leaf
        const changed = leaves.with(place, { ...leaf, digest: 'f'.repeat(64) })
        const found = await collect(
          verifyManifest(manifestOf(sealed, withLeaves), keep(chainAnew(sealed.with(at, { seal, leaves: changed })))),
        )
        expect(found[0]?.message).toMatch(
          /^The database has another seal \d \(run \d, .*\) than the manifest: what it wrote was rewritten and sealed anew/,
        )
        expect(found).toHaveLength(withLeaves ? 2 : 1)
        if (!withLeaves) return
        expect(found[1]?.message).toContain(`${leaf.subject} was changed since seal ${seal.number}`)
        expect(found[1]?.articleId).toBe(leaf.kind === 'article' ? leaf.subject : null)
      }),
    )
  })

  it('sees that the chain alone was made anew', async () => {
    const [sealed = []] = fc.sample(
      anySeals.filter(sealed => sealed.length > 2),
      { numRuns: 1, seed: 1 },
    )
    const [first, ...rest] = sealed as [SealedLeaves, ...SealedLeaves[]]
    const anew = chainAnew([first, ...rest].map(({ seal, leaves }) => ({ seal, leaves })))
    expect(await messages(manifestOf(sealed, false), keep(anew))).toEqual([])
    const facts = { ...first.seal, previous: ['0'.repeat(64)] }
    const moved = { leaves: first.leaves, seal: { ...facts, digest: sealDigest(facts) } }
    const found = await messages(manifestOf([moved], false), keep([first]))
    expect(found).toEqual([expect.stringMatching(/^The chain of seals was made anew: 1 seal of the manifest/)])
  })

  it('sees corrections that were deleted or changed', async () => {
    const manifest = manifestOf([], false, ['a', 'b'])
    expect(await messages(manifest, keep([], ['a', 'b', 'c']))).toEqual([])
    expect(await messages(manifest, keep([], ['a']))).toEqual([
      expect.stringMatching(/^The manifest tells of 2 corrections, and the database has fewer/),
    ])
    expect(await messages(manifest, keep([], ['a', 'x', 'y']))).toEqual([
      expect.stringMatching(/^Of the first 2 corrections that the manifest tells of, one at least was changed/),
    ])
  })

  it('sees that articles are others although no run came after it', async () => {
    const found = await messages(manifestOf([], false), keep([], [], { ...CONTENTS, articles: 2 }))
    expect(found).toEqual([expect.stringMatching(/^The manifest tells of 0 articles/)])
  })
})
