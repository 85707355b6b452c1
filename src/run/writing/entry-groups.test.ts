import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FailedInputKind } from '../../domain/errors/failed-inputs.ts'
import type { ReadOutcome } from '../../read/format.ts'
import { countEntries } from '../../store/runs/count-entries.ts'
import { EntryGroups, type GatheredEntries } from './entry-groups.ts'

function entry(file: string, line: number, kind: FailedInputKind | 'skipped', words: string): ReadOutcome {
  const location = `${file}#L${line}`
  const origin = { location, file, decodedHow: null, rawSha256: null, retrievedAt: null }
  return kind === 'skipped'
    ? { outcome: 'skipped', uri: location, reason: words, origin }
    : { outcome: 'failed', uri: location, kind, error: words, origin }
}

function gather(outcomes: Iterable<ReadOutcome>, takeEvery = Number.POSITIVE_INFINITY): GatheredEntries[] {
  const groups = new EntryGroups()
  const taken: GatheredEntries[] = []
  let met = 0
  for (const outcome of outcomes) {
    groups.meet(outcome)
    met += 1
    if (met % takeEvery === 0) taken.push(groups.take())
  }
  groups.end()
  return [...taken, groups.take()]
}

describe('entries that gave no article', () => {
  it('are one row when they failed alike, with a count and the first ten places', () => {
    const lines = Array.from({ length: 5000 }, (_, index) =>
      entry('a.jsonl', index + 1, 'malformed', `bad at ${index}`),
    )
    const [{ dead, skipped, read } = { dead: [], skipped: [], read: [] }] = gather(lines)
    expect(skipped).toEqual([])
    expect(dead).toMatchObject([
      {
        uri: 'a.jsonl#L1',
        kind: 'malformed',
        error: 'bad at 0',
        entries: { file: 'a.jsonl', times: 5000, soFar: 5000 },
      },
    ])
    expect(dead[0]?.entries?.places).toEqual(lines.slice(0, 10).map(({ origin }) => origin?.location))
    expect(read).toEqual([{ file: 'a.jsonl', forms: ['malformed: bad at #'], isToEnd: true }])
  })

  it('are rows of their own when they are whole files', () => {
    const files = ['a.txt', 'b.txt'].map(uri => {
      const origin = { location: uri, file: uri, decodedHow: null, rawSha256: null, retrievedAt: null }
      return { outcome: 'failed', uri, kind: 'not-text', error: 'it is a picture', origin } as const
    })
    const [gathered] = gather(files)
    expect(gathered?.dead.map(({ uri, entries }) => [uri, entries])).toEqual([
      ['a.txt', undefined],
      ['b.txt', undefined],
    ])
    expect(gathered?.read).toEqual([
      { file: 'a.txt', forms: [''], isToEnd: true },
      { file: 'b.txt', forms: [''], isToEnd: true },
    ])
  })

  it('that come through standard input end no earlier one', () => {
    expect(gather([entry('-', 1, 'malformed', 'bad')])[0]?.read).toEqual([])
  })

  it('are counted all, in few rows, however they failed and however often they are taken', () => {
    const failure = fc.record({
      file: fc.constantFrom('a.jsonl', 'b.jsonl'),
      kind: fc.constantFrom('malformed', 'no-text', 'skipped'),
      words: fc.string({ maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(failure, { maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (failures, takeEvery) => {
        const ordered = failures.toSorted((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0))
        const taken = gather(
          ordered.map(({ file, kind, words }, index) => entry(file, index, kind, words)),
          takeEvery,
        )
        const rows = taken.flatMap(({ dead, skipped }) => [...dead, ...skipped])
        expect(countEntries(rows)).toBe(failures.length)
        const keys = new Set(rows.map(({ entries }) => `${entries?.file} ${entries?.form}`))
        // Twenty forms a file, and one for each of the three kinds.
        expect(keys.size).toBeLessThanOrEqual(2 * (20 + 3))
        for (const key of keys) {
          const ofKey = rows.filter(({ entries }) => `${entries?.file} ${entries?.form}` === key)
          expect(ofKey.at(-1)?.entries?.soFar).toBe(countEntries(ofKey))
          expect(ofKey.at(-1)?.entries?.places).toHaveLength(Math.min(10, countEntries(ofKey)))
        }
      }),
    )
  })
})
