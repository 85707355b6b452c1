import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEntityScores } from '../../src/evaluate/entities/report-entities.ts'
import { scoreEntities } from '../../src/evaluate/entities/score-entities.ts'
import { type NamedPair, tallyEntities } from '../../src/evaluate/entities/tally-entities.ts'
import { formatPooled, nameOf, readTallies, splitIntoFolds } from './cross-validation.ts'

const filesOf = (...names: string[]) => names.map(name => `gold/${name}.json`)

describe('folds', () => {
  it('take every fifth document by the order of names', () => {
    const folds = splitIntoFolds(filesOf('g', 'a', 'f', 'c', 'b', 'e', 'd'))
    expect(folds.map(({ number, files }) => [number, files.map(nameOf).join('')])).toEqual([
      [1, 'af'],
      [2, 'bg'],
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
    ])
  })

  it('hold every document once, are alike in size, and the same in whatever order', () => {
    const anyFiles = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(anyFiles, names => {
        const files = filesOf(...names)
        const folds = splitIntoFolds(files)
        expect(folds.flatMap(fold => fold.files).toSorted()).toEqual(files.toSorted())
        const sizes = folds.map(fold => fold.files.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(splitIntoFolds(files.toReversed())).toEqual(folds)
      }),
    )
  })
})

describe('the pooled report', () => {
  const text = 'Ann Lee met Bo Roy. Lee left.'
  /** One article, in which the name of the end was found, or not. */
  const pairOf = (name: string, found: boolean): NamedPair => {
    const gold = {
      ...{ name, text, pronouns: [] },
      names: [
        { start: 0, end: 7, type: 'person', chain: '1' },
        { start: 20, end: 23, type: 'person', chain: '1' },
      ] as const,
    }
    return { gold, predicted: found ? gold : { ...gold, names: gold.names.slice(0, 1) } }
  }
  const [ash, elm, oak] = [pairOf('ash', true), pairOf('elm', false), pairOf('oak', false)]
  const printed = (...pairs: NamedPair[]) => JSON.stringify({ articles: 2, by_article: pairs.map(tallyEntities) })

  it('is that of all documents scored at once, with intervals over them', () => {
    const [first, second] = [
      readTallies(printed(ash, oak), { number: 1, files: filesOf('oak', 'ash') }),
      readTallies(printed(elm), { number: 2, files: filesOf('elm') }),
    ]
    expect(formatPooled([first, second])).toBe(formatEntityScores(scoreEntities([ash, elm, oak]), null))
    expect(formatPooled([first, second])).toMatch(/^people +100\.0 +66\.7 +80\.0 +\d+\.\d–\d+\.\d +4 +4 +6$/m)
  })

  it('is of no other documents than those of the folds', () => {
    const fold = { number: 1, files: filesOf('ash', 'oak') }
    expect(() => readTallies(printed(ash, elm), fold)).toThrow('fold 1 is ash, oak, but scores are of ash, elm')
    expect(() => readTallies(printed(ash), fold)).toThrow('scores are of ash')
  })
})
