import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkQuotation } from '../../src/quote/check-quotation.ts'
import type { QuotationQuestion, QuotedPartKind } from '../../src/quote/quotation-check.ts'
import { openReader } from '../../src/store/open-reader.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { makeGeneric, readQuotations, type Said, SPEAKERS, toRecords } from '../quote/archive.ts'
import { proofSize } from '../support/proof-size.ts'
import { storeRecordsAt } from '../support/stored-database.ts'

const QUOTATIONS = readQuotations()
const GENERIC = makeGeneric(2_000)
const ALL = [...QUOTATIONS, ...GENERIC]
const RUNS = { numRuns: proofSize(25, 120) }

const folder = mkdtempSync(join(tmpdir(), 'hearsay-quotations-'))
let reader: StoreReader
beforeAll(async () => {
  const path = join(folder, 'claims.db')
  storeRecordsAt(path, toRecords(ALL))
  reader = await openReader(path)
})
afterAll(async () => {
  await reader?.close()
  rmSync(folder, { recursive: true, force: true })
})

const check = (words: string, question: QuotationQuestion = {}) => checkQuotation(reader.database, words, question)

/** Small letters, figures and apostrophes alone: all that could be the same, and more. */
const bare = (text: string) =>
  ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()} `
const STORED = ALL.map(({ words }) => bare(words))
const isStored = (words: string) => STORED.some(stored => stored.includes(bare(words)))
const timesStored = (words: string) => STORED.filter(stored => stored.includes(bare(words))).length

interface Part extends Said {
  readonly list: readonly string[]
}

/** Consecutive words of something that was said, without what closes them. */
const partOf = (said: readonly Said[], least: number) =>
  fc.record({ one: fc.constantFrom(...said), at: fc.nat(), length: fc.nat() }).map(({ one, at, length }): Part => {
    const list = one.words.split(/\s+/)
    const from = at % (list.length - least + 1)
    const own = list.slice(from, from + least + (length % (list.length - from - least + 1)))
    return { ...one, list: own, words: own.join(' ').replace(/[.,;:?!—–-]+$/, '') }
  })

/** Other ways to write the same words. */
const WRITINGS: readonly ((words: string) => string)[] = [
  words => words,
  words => `“${words}”`,
  words => `"${words},"`,
  words => `…${words} ...`,
  words => words.normalize('NFD'),
  words => words.replaceAll("'", '’'),
  words => words.replaceAll('’', "'"),
  words => words.replaceAll(' ', '  \n'),
  words => words.charAt(0).toUpperCase() + words.slice(1),
  words => words.charAt(0).toLowerCase() + words.slice(1),
  words => words.replaceAll('—', ' – '),
]

const kindsOf = (parts: readonly { readonly kind: QuotedPartKind }[] = []) => new Set(parts.map(({ kind }) => kind))

/** Inside one sentence: no mark in it that could end one. */
const isOneSentence = ({ list }: Part) => !list.slice(0, -1).some(word => /[.?!:;]['’]?$/.test(word))

describe('a quotation made from what is stored', () => {
  it('is exact where its words are the same, however they are written, among thousands of generic ones', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(partOf(QUOTATIONS, 4), partOf(GENERIC, 9)),
        fc.constantFrom(...WRITINGS),
        async (part, write) => {
          // A question that ends with a comma asks no more.
          fc.pre(!/[?!]['’]?$/.test(part.list.at(-1) ?? ''))
          const found = await check(write(part.words), { by: part.by })
          expect(found).toMatchObject({ verdict: 'exact', speaker: 'agrees', is_attributed: true })
          expect(found.places[0]?.spans.length).toBe(1)
          expect(bare(found.places[0]?.text ?? '')).toContain(bare(part.words))
        },
      ),
      RUNS,
    )
  })

  it('is another speaker’s where somebody else says all of it', async () => {
    await fc.assert(
      fc.asyncProperty(partOf(QUOTATIONS, 6), fc.constantFrom(...SPEAKERS), async (part, by) => {
        fc.pre(by !== part.by && timesStored(part.words) === 1)
        expect(await check(part.words, { by })).toMatchObject({ verdict: 'other-speaker', speaker: 'differs' })
        expect(await check(part.words, { by: part.by.split(' ')[1] ?? '' })).toMatchObject({ verdict: 'exact' })
      }),
      RUNS,
    )
  })

  it('is altered where words are left out, and says which', async () => {
    await fc.assert(
      fc.asyncProperty(partOf(QUOTATIONS, 8), fc.nat(), fc.integer({ min: 1, max: 2 }), async (part, at, count) => {
        fc.pre(isOneSentence(part))
        const from = 3 + (at % (part.list.length - 5 - count + 1))
        const words = part.list.toSpliced(from, count).join(' ')
        fc.pre(!isStored(words))
        const found = await check(words)
        expect(found).toMatchObject({ verdict: 'altered', is_announced: false })
        expect(kindsOf(found.places[0]?.parts)).toContain('cut')
      }),
      RUNS,
    )
  })

  it('is altered where a word is another, a number, or a negation', async () => {
    await fc.assert(
      fc.asyncProperty(
        partOf(QUOTATIONS, 8),
        fc.nat(),
        fc.constantFrom('zebra', '17', 'not', 'never', '$5', 'wouldn’t'),
        fc.boolean(),
        async (part, at, word, isAdded) => {
          const words = part.list.toSpliced(1 + (at % (part.list.length - 2)), isAdded ? 0 : 1, word).join(' ')
          fc.pre(!isStored(words))
          const found = await check(words)
          expect(found).toMatchObject({ verdict: 'altered', is_announced: false })
          expect([...kindsOf(found.places[0]?.parts)].some(kind => kind === 'added' || kind === 'changed')).toBe(true)
        },
      ),
      RUNS,
    )
  })

  it('is spliced where it joins words of two claims', async () => {
    await fc.assert(
      fc.asyncProperty(partOf(QUOTATIONS, 6), partOf(QUOTATIONS, 6), async (one, other) => {
        const words = `${one.words} ${other.words}`
        fc.pre(
          !isStored(words) &&
            STORED.every(stored => !(stored.includes(bare(one.words)) && stored.includes(bare(other.words)))),
        )
        const found = await check(words)
        expect(found.verdict).toBe('spliced')
        expect(found.places.slice(0, 2).map(({ source }) => source?.name)).toEqual([one.by, other.by])
      }),
      RUNS,
    )
  })

  it('is altered, and says so, where an ellipsis stands for words', async () => {
    await fc.assert(
      fc.asyncProperty(
        partOf(QUOTATIONS, 9),
        fc.nat(),
        fc.constantFrom('…', ' … ', '...', ' [...] ', '. . .', ' (…) '),
        async (part, at, ellipsis) => {
          const from = 3 + (at % (part.list.length - 8))
          const [before, behind] = [part.list.slice(0, from).join(' '), part.list.slice(from + 2).join(' ')]
          const words = `${before.replace(/[.,;:?!]$/, '')}${ellipsis}${behind}`
          fc.pre(!isStored(words))
          const found = await check(words)
          expect(found).toMatchObject({ verdict: 'altered', is_announced: true })
          expect(kindsOf(found.places[0]?.parts)).toContain('ellipsis')
        },
      ),
      RUNS,
    )
  })

  it('is altered, and says so, where brackets hold a word', async () => {
    await fc.assert(
      fc.asyncProperty(partOf(QUOTATIONS, 8), fc.nat(), fc.boolean(), async (part, at, isAdded) => {
        const words = part.list
          .toSpliced(1 + (at % (part.list.length - 2)), isAdded ? 0 : 1, '[the regulator]')
          .join(' ')
        const found = await check(words)
        expect(found.verdict).toBe('altered')
        expect(kindsOf(found.places[0]?.parts)).toContain('brackets')
      }),
      RUNS,
    )
  })

  it('is not found where the words are nobody’s', async () => {
    const words = fc.array(fc.stringMatching(/^[bcdfg]{2}[aeiou]{2}[klmnp]{2,5}$/), { minLength: 4, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(words, async list => {
        expect((await check(list.join(' '))).verdict).toBe('not-found')
      }),
      RUNS,
    )
  })
})

it('is never exact where its words stand nowhere together', async () => {
  const word = fc.constantFrom(...new Set(ALL.slice(0, 400).flatMap(({ words }) => words.split(/\s+/))))
  const mixed = fc.oneof(
    fc.array(word, { minLength: 2, maxLength: 6 }).map(list => list.join(' ')),
    fc.tuple(partOf(ALL, 3), fc.nat(), word).map(([{ list }, at, word]) => list.with(at % list.length, word).join(' ')),
    fc.tuple(partOf(ALL, 4), fc.nat()).map(([{ list }, at]) => list.toSpliced(at % list.length, 1).join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(mixed, async words => {
      fc.pre(/[\p{L}\p{N}]/u.test(words))
      const { verdict } = await check(words)
      if (!isStored(words)) expect(verdict).not.toBe('exact')
    }),
    { numRuns: proofSize(40, 400) },
  )
})
