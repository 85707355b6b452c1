import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discover } from '../../src/read/discover.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { EntryGroups } from '../../src/run/writing/entry-groups.ts'
import { countEntries } from '../../src/store/runs/count-entries.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { proofSize } from '../support/proof-size.ts'
import { readHere } from '../support/read-inputs.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS } from '../support/stored-database.ts'
import { httpResponse, webArchive } from '../support/web-archive.ts'

/*
 * Whatever a container without a single article holds, its failures and skipped entries are counted one by one and kept
 * in few rows: the database takes at most three times the container and 1 MB.
 */

const SLACK = 1_000_000

/** Something that no article can be made of, in JSON: an empty object, other fields, another type, an empty text. */
const junk = fc.oneof(
  fc.constant({}),
  fc.dictionary(fc.string({ unit: 'binary', maxLength: 12 }), fc.nat(), { maxKeys: 3 }),
  fc.nat(),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.record({ text: fc.constantFrom('', '  ', 7, null, ['']) }),
)
const word = fc.stringMatching(/^[a-z ;"'(]{0,12}$/)
const line = fc.oneof(
  junk.map(value => JSON.stringify(value)),
  word.map(text => `{"text": ${text}`),
  word,
)

interface Container {
  readonly name: string
  readonly make: fc.Arbitrary<(count: number) => string | Uint8Array>
}

/** `count` of some entries, over and over. */
const repeated = <Entry>(entries: readonly Entry[], count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => entries[index % entries.length] as Entry)

const several = { minLength: 1, maxLength: 60 }
const CONTAINERS: readonly Container[] = [
  {
    name: 'a.jsonl',
    make: fc.array(line, several).map(lines => count => repeated(lines, count).join('\n')),
  },
  {
    name: 'a.json',
    make: fc.array(junk, several).map(values => count => JSON.stringify([{}, ...repeated(values, count)])),
  },
  {
    name: 'a.csv',
    make: fc.tuple(fc.constantFrom('text', 'id', 'title,text'), fc.array(fc.nat(), several)).map(
      ([heading, numbers]) =>
        count =>
          `${heading},n\n${repeated(numbers, count)
            .map(number => (heading === 'id' ? `${number},1` : `,,${number}`))
            .join('\n')}`,
    ),
  },
  {
    name: 'a.rss',
    make: fc.array(word, several).map(
      titles => count =>
        `<rss version="2.0"><channel>${repeated(titles, count)
          .map(title => `<item><title>${title}</title></item>`)
          .join('')}</channel></rss>`,
    ),
  },
  {
    name: 'a.warc',
    make: fc
      .array(
        fc.record({ type: fc.constantFrom('response', 'revisit', 'x'), word, status: fc.nat({ max: 999 }) }),
        several,
      )
      .map(
        records => count =>
          webArchive(
            repeated(records, count).map(({ type, word, status }, index) => ({
              type,
              uri: `https://x.example/${index}`,
              block: httpResponse('', { 'Content-Type': `image/${word}` }, `${status}`),
            })),
          ),
      ),
  },
]

/** Reads the container into the database as a run does, and says what was counted. */
async function storeContainer(path: string, folder: string, name: string) {
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  const groups = new EntryGroups()
  const reader = readHere({ limits: { maxElements: 1_000_000 } })
  const counts = { ...NO_COUNTS, dead: 0, skipped: 0 }
  const write = () => {
    const gathered = groups.take()
    counts.dead += countEntries(gathered.dead)
    counts.skipped += countEntries(gathered.skipped)
    store.write(run, { records: [], ...gathered })
  }
  let inputs = 0
  for await (const outcome of readArticles(discover([name], folder, undefined), reader, { keepNotText: true })) {
    if (outcome.outcome === 'article') continue
    inputs += 1
    groups.meet(outcome)
    if (groups.size >= 100) write()
  }
  groups.end()
  write()
  store.endRun(run, 'finished', { ...counts, inputs })
  store.close()
  return { inputs, dead: counts.dead, skipped: counts.skipped }
}

function inspect(path: string) {
  const database = new Database(path, { readonly: true })
  try {
    const all = (sql: string) => database.prepare<[], Record<string, number>>(sql).all()
    return {
      rows: all('SELECT (SELECT count(*) FROM input) AS inputs, (SELECT count(*) FROM dead_letter) AS letters'),
      entries: all(
        `SELECT (SELECT coalesce(sum(times), 0) FROM dead_letter) AS dead,
           (SELECT coalesce(sum(times), 0) FROM input WHERE status = 'dead') AS deadInputs,
           (SELECT coalesce(sum(times), 0) FROM input WHERE status = 'skipped') AS skipped`,
      ),
    }
  } finally {
    database.close()
  }
}

describe.each(CONTAINERS)('a container without an article, such as $name', ({ name, make }) => {
  it('leaves little more than its size, counts every entry, and adds nothing when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(make, fc.integer({ min: 1, max: proofSize(300, 2_000) }), async (container, count) => {
        const folder = makeFolder()
        const path = join(folder, 'claims.db')
        writeFileSync(join(folder, name), container(count))
        const counted = await storeContainer(path, folder, name)
        const first = inspect(path)
        expect(first.entries).toEqual([{ dead: counted.dead, deadInputs: counted.dead, skipped: counted.skipped }])
        expect(counted.inputs).toBe(counted.dead + counted.skipped)
        expect(statSync(path).size).toBeLessThanOrEqual(3 * statSync(join(folder, name)).size + SLACK)

        expect(await storeContainer(path, folder, name)).toEqual(counted)
        expect(inspect(path)).toEqual(first)
        expect(statSync(path).size).toBeLessThanOrEqual(3 * statSync(join(folder, name)).size + SLACK)
      }),
      { numRuns: proofSize(4, 10) },
    )
  })
})
