import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLeaves, makeSeal } from '../../test/support/any-seals.ts'
import { digestArticle } from './article-digest.ts'
import { ARTICLE_TABLES, type ArticleRows } from './article-tables.ts'
import { HashList, leafHash, MerkleTree } from './merkle.ts'
import { checkProof, type Proof, readProof } from './proof.ts'
import { type Leaf, leafBytes } from './seal.ts'

const tables: readonly (typeof ARTICLE_TABLES)[number][] = ARTICLE_TABLES
const anyCell = fc.oneof(fc.string(), fc.integer(), fc.constant(null))

/** Rows of an article, of which its id is that of its text and all else anything. */
const anyRows: fc.Arbitrary<ArticleRows> = fc
  .record(
    Object.fromEntries(
      tables.map(({ name, columns }) => {
        const row = fc.tuple(...columns.map(() => anyCell))
        return [name, fc.array(row, name === 'article' ? { minLength: 1, maxLength: 1 } : { maxLength: 3 })]
      }),
    ),
  )
  .map(rows => {
    const text = String(rows.article?.[0]?.[11])
    const [own = []] = rows.article ?? []
    return {
      ...(rows as unknown as ArticleRows),
      article: [[hash('sha256', text), ...own.slice(1, 11), text, ...own.slice(12)]],
    }
  })

const anyProven = fc
  .tuple(anyRows, fc.uniqueArray(fc.string(), { maxLength: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([rows, others, place]) => prove(rows, others, place))

function prove(rows: ArticleRows, others: readonly string[], number: number) {
  const article = rows.article[0]?.[0] as string
  const digest = digestArticle(rows).toString('hex')
  const leaves: Leaf[] = [
    { kind: 'article', subject: article, digest },
    ...others.map(subject => ({ kind: 'input', subject, digest: hash('sha256', subject) })),
  ].toSorted(compareLeaves)
  const seal = makeSeal(number + 1, leaves, {
    kind: 'run',
    sealedAt: '2026-11-30T12:00:00Z',
    run: hash('sha256', ''),
    corrections: { count: 0, head: null },
    previous: [],
  })
  const hashes = leaves.map(leaf => leafHash(leafBytes(leaf)))
  const index = leaves.findIndex(({ subject }) => subject === article)
  const path = treeOf(hashes)
    .path(index)
    .map(hash => hash.toString('hex'))
  const proof: Proof = { version: 1, article, digest, seal: seal.digest, index, size: leaves.length, path, rows }
  return { proof, seal }
}

describe('a proof', () => {
  it('leads to its seal, also after it was written and read', () => {
    fc.assert(
      fc.property(anyProven, proven => {
        const { proof, seal } = proven
        expect(checkProof(readProof(JSON.parse(JSON.stringify(proof)), 'p'), [seal])).toEqual(seal)
        expect(checkProof(proof, [])).toEqual(['the manifest does not hold the seal that it leads to'])
      }),
    )
  })

  it('leads to it although it was made before there were voices', () => {
    const later = { voice: [], voice_evidence: [], voice_claim: [] }
    fc.assert(
      fc.property(anyRows, rows => {
        const { proof, seal } = prove({ ...rows, ...later }, [], 0)
        const older = { ...proof, rows: Object.fromEntries(Object.entries(proof.rows).slice(0, -3)) }
        expect(Object.keys(older.rows)).not.toContain('voice')
        expect(checkProof(readProof(JSON.parse(JSON.stringify(older)), 'p'), [seal])).toEqual(seal)
      }),
      { numRuns: 20 },
    )
  })

  it('leads to no seal when any character of it is another', () => {
    fc.assert(
      fc.property(anyProven, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (proven, chosen, other) => {
        const { proof, seal } = proven
        const written = JSON.stringify(proof)
        const at = chosen % written.length
        const changed = `${written.slice(0, at)}${other}${written.slice(at + 1)}`
        const value = parse(changed)
        // Another way to write the same, such as a capital in an escape.
        fc.pre(value === undefined || JSON.stringify(value) !== written)
        expect(value === undefined || !isAccepted(value, seal)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('leads to no seal when a row is gone, there twice or of another article', () => {
    fc.assert(
      fc.property(anyProven, anyProven, fc.constantFrom(...tables), fc.nat(), (proven, more, { name }, n) => {
        const [{ proof, seal }, other] = [proven, more]
        const rows = proof.rows[name]
        const at = n % Math.max(1, rows.length)
        const row = rows[at] ?? []
        for (const changed of [rows.toSpliced(at, 1), [...rows, row], other.proof.rows[name]]) {
          if (JSON.stringify(changed) === JSON.stringify(rows)) continue
          if (changed.length > rows.length && row.length === 0) continue
          const problems = checkProof({ ...proof, rows: { ...proof.rows, [name]: changed } }, [seal])
          expect(problems).toContainEqual(expect.stringMatching(/a row was changed/))
        }
      }),
    )
  })

  it.each<[string, (proof: Proof) => unknown, string]>([
    ['of a later version', proof => ({ ...proof, version: 2 }), 'version: '],
    ['without a table', ({ rows: { claim: _, ...rows }, ...proof }) => ({ ...proof, rows }), 'rows.claim: '],
    [
      'with rows too short',
      proof => ({ ...proof, rows: { ...proof.rows, article: [['a']] } }),
      'each row of article has 16 cells',
    ],
    ['something else', () => 'hello', 'expected object'],
  ])('is refused when it is %s', (_, change, message) => {
    const [rows] = fc.sample(anyRows, { numRuns: 1, seed: 1 }) as [ArticleRows]
    const { proof } = prove(rows, [], 0)
    expect(() => readProof(change(proof), 'proof.json')).toThrow(
      /^proof\.json holds no proof that this Hearsay can read/,
    )
    expect(() => readProof(change(proof), 'proof.json')).toThrow(message)
  })
})

function isAccepted(value: unknown, seal: ReturnType<typeof makeSeal>): boolean {
  try {
    return !Array.isArray(checkProof(readProof(value, 'p'), [seal]))
  } catch {
    return false
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function treeOf(hashes: readonly Buffer[]): MerkleTree {
  const list = new HashList()
  for (const hash of hashes) list.add(hash)
  return new MerkleTree(list)
}
