import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { alignTexts } from '../../src/families/versions/aligning/align-texts.ts'
import { readUnits } from '../../src/families/versions/aligning/read-units.ts'
import type { VersionChange } from '../../src/families/versions/change.ts'
import { compareVersions } from '../../src/families/versions/comparing/compare-versions.ts'
import { toVersionText, type VersionText } from '../../src/families/versions/version-text.ts'
import { toArticleWithClaims } from '../../src/policy/article-of-record.ts'
import { proofSize } from '../support/proof-size.ts'
import { analyseNewsroom } from '../web/newsroom.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')
const TEXTS = readdirSync(CORPUS)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(join(CORPUS, name), 'utf8'))

/** Sentences of corpus/ of some words. */
const SENTENCES = [
  ...new Set(
    TEXTS.flatMap(text => {
      const { units } = readUnits(text)
      return units.filter(({ first, last }) => last - first >= 6).map(({ start, end }) => text.slice(start, end).trim())
    }),
  ),
]

/** Whether so many words of the shorter sentence are in the other that one may be the other's edited form, or a part of it. */
function areAlike(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  return few.intersection(many).size >= 0.4 * few.size
}

function wordsOf(sentence: string): Set<string> {
  return new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** What a change is, seen from the other side. */
function turn({ change, field, before, after, claimBefore, claimAfter }: VersionChange) {
  const turned = {
    added: 'gone',
    gone: 'added',
    changed: 'changed',
    renamed: 'source',
    anonymised: 'source',
    noted: null,
  }
  const kind = field === 'source' ? 'source' : turned[change]
  return JSON.stringify([kind, field, after, before, claimAfter, claimBefore])
}

function keep({ change, field, before, after, claimBefore, claimAfter }: VersionChange) {
  const kind = field === 'source' ? 'source' : change
  return JSON.stringify([kind, field, before, after, claimBefore, claimAfter])
}

/** Texts of the words of each kind, without blanks. */
function wordsOfKind(before: string, after: string, kind: 'gone' | 'new'): string {
  const text = kind === 'gone' ? before : after
  return alignTexts(before, after)
    .units.flatMap(({ parts }) => parts.filter(part => part.kind === kind))
    .map(part => (kind === 'gone' ? part.before : part.after))
    .toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0))
    .map(span => text.slice(span?.start, span?.end))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

describe('of any two texts', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...TEXTS))

  it('one has no difference with itself', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { units } = alignTexts(text, text)
        expect(units.every(({ kind, isMoved }) => kind === 'same' && !isMoved)).toBe(true)
        expect(compareVersions(plain(text), plain(text)).changes).toEqual([])
      }),
      { numRuns: proofSize(30, 1_000) },
    )
  })

  it('the words of each are its parts, whole and in order of their sentences', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const { units, before: earlier, after: later } = alignTexts(before, after)
        for (const [side, text] of [
          ['before', earlier],
          ['after', later],
        ] as const) {
          const spans = units
            .flatMap(({ parts }) => parts.flatMap(part => (part[side] === null ? [] : [part[side]])))
            .toSorted((a, b) => a.start - b.start || a.end - b.end)
          const covered = spans.map(({ start, end }) => text.text.slice(start, end)).join('')
          expect(covered.replaceAll(/\s+/gu, '')).toBe(text.units.length === 0 ? '' : text.text.replaceAll(/\s+/gu, ''))
        }
      }),
      { numRuns: proofSize(20, 1_000) },
    )
  })

  it('words that are one another’s are so from both sides', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const [forward, back] = [alignTexts(before, after), alignTexts(after, before)]
        expect([...forward.wordAfter]).toEqual([...back.wordBefore])
        for (const [word, other] of forward.wordAfter.entries())
          if (other !== -1) expect(forward.wordBefore[other]).toBe(word)
      }),
      { numRuns: proofSize(20, 1_000) },
    )
  })
})

describe('of sentences of corpus/ in any order', () => {
  const sentences = fc.uniqueArray(fc.constantFrom(...SENTENCES), {
    comparator: areAlike,
    minLength: 4,
    maxLength: 24,
  })

  it('those that are taken out and put in are found, and nothing else', () => {
    fc.assert(
      fc.property(sentences, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (all, fates) => {
        const [before, after, gone, added]: [string[], string[], string[], string[]] = [[], [], [], []]
        for (const sentence of all) {
          const fate = fates.next().value
          if (fate !== 1) before.push(sentence)
          if (fate !== 2) after.push(sentence)
          if (fate === 1) added.push(sentence)
          if (fate === 2) gone.push(sentence)
        }
        const [earlier, later] = [before.join('\n\n'), after.join('\n\n')]
        const words = (some: readonly string[]) => some.join(' ').replaceAll(/\s+/gu, ' ')
        expect(wordsOfKind(earlier, later, 'gone')).toBe(words(gone))
        expect(wordsOfKind(earlier, later, 'new')).toBe(words(added))
      }),
      { numRuns: proofSize(60, 3_000) },
    )
  })

  it('none is found to have changed that only moved', () => {
    fc.assert(
      fc.property(
        sentences.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const { changes } = compareVersions(plain(all.join('\n')), plain(shuffled.join('\n')))
          expect(changes).toEqual([])
        },
      ),
      { numRuns: proofSize(40, 2_000) },
    )
  })
})

describe('of versions with claims', () => {
  let versions: VersionText[]
  beforeAll(async () => {
    versions = (await analyseNewsroom(8)).map(record => toVersionText(toArticleWithClaims(record)))
  })

  it('one has no change with itself', () => {
    for (const version of versions) {
      const { changes, readOtherwise } = compareVersions(version, version)
      expect(changes).toEqual([])
      expect(readOtherwise).toBe(0)
    }
  })

  it('what is added from one side is gone from the other', () => {
    const some = versions.slice(0, proofSize(3, 8))
    for (const one of some)
      for (const other of some) {
        const forward = compareVersions(one, other).changes
        const back = compareVersions(other, one).changes
        expect(back.filter(isNoNote).map(turn).toSorted()).toEqual(forward.filter(isNoNote).map(keep).toSorted())
      }
  })

  it('a claim of an article goes with its words, and only it', () => {
    for (const version of versions.slice(0, proofSize(1, 8)))
      for (const claim of version.claims) {
        const others = { ...version, id: 'other', claims: version.claims.filter(({ id }) => id !== claim.id) }
        // Its words are all there still: the article says what it said.
        expect(compareVersions(version, others)).toMatchObject({ changes: [], readOtherwise: 1 })
      }
  })
})

function isNoNote({ change }: VersionChange): boolean {
  return change !== 'noted'
}

function plain(text: string): VersionText {
  return { id: text, title: null, text, claims: [], leftOut: [] }
}
