import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafBytes, type SealedFacts, sealDigest } from './seal.ts'

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const digest = fc.integer({ min: 0, max: 9 }).map(number => sha256(String(number)))
const ledger = fc.record({ count: fc.nat(9), head: fc.option(digest) })
const facts: fc.Arbitrary<SealedFacts> = fc.record({
  kind: fc.constantFrom('run', 'later', 'merge'),
  sealedAt: fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
  run: fc.option(digest),
  size: fc.nat(),
  root: digest,
  corrections: ledger,
  previous: fc.array(digest, { maxLength: 2 }),
})

const KEYS = ['kind', 'sealedAt', 'run', 'size', 'root', 'corrections', 'previous'] as const

describe("a seal's digest", () => {
  it('is the SHA-256 of its row', () => {
    const root = sha256('')
    const facts: SealedFacts = {
      kind: 'run',
      sealedAt: '2026-11-30T12:00:00.000Z',
      run: null,
      size: 0,
      root,
      corrections: { count: 0, head: null },
      previous: [],
    }
    expect(sealDigest(facts)).toBe(sha256(`t4:seali7;t3:runt24:2026-11-30T12:00:00.000Zn;i0;t64:${root}i0;n;`))
  })

  it('is another as soon as anything in it is', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        expect(sealDigest(one) === sealDigest(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
    fc.assert(
      fc.property(facts, facts, fc.constantFrom(...KEYS), (a, b, key) => {
        const changed = { ...a, [key]: b[key] }
        expect(sealDigest(a) === sealDigest(changed)).toBe(JSON.stringify(a) === JSON.stringify(changed))
      }),
    )
  })
})

describe('leaves', () => {
  it('are hashed as rows', () => {
    expect(leafBytes({ kind: 'article', subject: 'é', digest: null }).toString()).toBe(
      't9:seal_leafi3;t7:articlet2:én;',
    )
  })
})
