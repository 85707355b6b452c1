import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { updateAcross } from '../../src/families/update.ts'
import { isPostgres } from '../../src/store/database-name.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { openStore } from '../../src/store/open-store.ts'
import { originOf } from '../../src/store/runs/origins.ts'
import type { ArticleInput } from '../../src/store/store.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { correctNow } from '../support/correct-now.ts'
import { proofSize } from '../support/proof-size.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, storeRecords } from '../support/stored-database.ts'

/** A text with one claim, as it was found under some addresses. */
interface Found {
  readonly record: ArticleRecord
  readonly inputs: readonly ArticleInput[]
}

function found(number: number, toll: number, name: string, uris: readonly string[], note = ''): Found {
  const text = `Ferry sinks\n${name} said that ${toll} people had drowned off Talisay.${note}`
  const record = buildArticleRecord(
    text,
    [
      {
        source: name,
        cue: 'said',
        content: `that ${toll} people had drowned off Talisay`,
        describe: { name: { value: name, span: null } },
      },
    ],
    { article: { uri: uris[0] as string } },
  )
  const inputs = uris.map(uri => ({
    articleId: record.article.id,
    origin: {
      ...originOf(record.article),
      location: `${uri}#${number}`,
      uri,
      retrievedAt: `2026-05-0${number}T08:00:00.000Z`,
    },
  }))
  return { record, inputs }
}

const [ONE, OTHER] = ['https://news.example/ferry', 'https://m.news.example/ferry']
const VERSIONS: readonly Found[] = [
  found(1, 12, 'Ana Roy', [ONE]),
  found(2, 14, 'Ana Roy', [ONE, OTHER]),
  found(3, 14, 'Ana Ray', [ONE], '\nThis article was corrected on 3 May.'),
  found(4, 19, 'Ana Ray', [OTHER]),
  found(5, 7, 'Bo Lund', ['https://news.example/other']),
]

/** What is kept of changes, without the numbers of rows. */
async function readChanges(db: string) {
  const reader = await openReader(db)
  try {
    return await reader.database
      .selectFrom('v_version_change')
      .selectAll()
      .orderBy('earlier_at')
      .orderBy('uri')
      .orderBy('later_at')
      .orderBy('sequence')
      .execute()
  } finally {
    await reader.close()
  }
}

/** Stores texts with a run of their own. */
async function store(db: string, some: readonly Found[]): Promise<void> {
  const opened = await openStore(db)
  const run = await opened.startRun(CONFIGURATION)
  await opened.write(run, {
    records: some.map(({ record }) => record),
    dead: [],
    skipped: [],
    inputs: some.flatMap(({ inputs }) => inputs),
  })
  const inputs = some.reduce((sum, one) => sum + one.inputs.length, 0)
  await opened.endRun(run, 'finished', {
    ...NO_COUNTS,
    inputs,
    done: some.length,
    unchanged: inputs - some.length,
    claims: some.length,
  })
  await opened.close()
}

function makeDatabase(): string {
  return `${makeFolder()}/claims.db`
}

describe('changes between versions', () => {
  it('are kept with both claims, both times, and whether there is a note', async () => {
    const db = makeDatabase()
    await store(db, VERSIONS)
    expect(await updateAcross(db)).toEqual({ entered: 5, isHeld: false, isStopped: false })
    const rows = await readChanges(db)
    const short = rows.map(({ change, field, before, after, noted, uri }) => [uri, change, field, before, after, noted])
    expect(short).toEqual([
      [
        ONE,
        'changed',
        'content',
        'that 12 people had drowned off Talisay',
        'that 14 people had drowned off Talisay',
        0,
      ],
      [
        OTHER,
        'changed',
        'content',
        'that 14 people had drowned off Talisay',
        'that 19 people had drowned off Talisay',
        0,
      ],
      [OTHER, 'renamed', 'source', 'Ana Roy', 'Ana Ray', 0],
      [ONE, 'renamed', 'source', 'Ana Roy', 'Ana Ray', 1],
      [ONE, 'noted', null, null, 'This article was corrected on 3 May.', 1],
    ])
    const [first] = VERSIONS
    expect(rows[0]).toMatchObject({
      earlier_id: first?.record.article.id,
      earlier_at: '2026-05-01T08:00:00.000Z',
      later_at: '2026-05-02T08:00:00.000Z',
      claim_before: first?.record.claims[0]?.id,
      claim_after: VERSIONS[1]?.record.claims[0]?.id,
    })
  })

  it('are the same in whatever order and batches the texts came, and made anew from nothing', async () => {
    const all = makeDatabase()
    await store(all, VERSIONS)
    await updateAcross(all)
    const expected = await readChanges(all)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...VERSIONS], { minLength: VERSIONS.length }),
        fc.integer({ min: 1, max: 4 }),
        async (order, first) => {
          const db = makeDatabase()
          for (const batch of [order.slice(0, first), order.slice(first, first + 1), order.slice(first + 1)]) {
            await store(db, batch)
            await updateAcross(db)
          }
          expect(await readChanges(db)).toEqual(expected)
          await updateAcross(db, { rebuild: true })
          expect(await readChanges(db)).toEqual(expected)
        },
      ),
      { numRuns: proofSize(2, 30) },
    )
  })

  it('go where a claim is rejected, and come back with another version between', async () => {
    const db = makeDatabase()
    const [first, second, third] = VERSIONS as [Found, Found, Found]
    await store(db, [first, third])
    await updateAcross(db)
    expect((await readChanges(db)).map(({ change }) => change)).toEqual(['changed', 'renamed', 'noted'])
    await store(db, [second])
    await updateAcross(db)
    expect((await readChanges(db)).map(({ change }) => change)).toEqual(['changed', 'renamed', 'noted'])
    correctNow(db, [second.record.claims[0]?.id as string], {
      verdict: 'rejected',
      source: null,
      note: null,
      correctedBy: 'Kim',
    })
    await updateAcross(db)
    expect((await readChanges(db)).map(({ change, field }) => [change, field])).toEqual([
      ['gone', null],
      ['changed', 'text'],
      ['added', null],
      ['changed', 'text'],
      ['noted', null],
    ])
  })

  it('are none where every article has one version', async () => {
    const db = storeRecords(VERSIONS.map(({ record }) => record).slice(0, 1))
    await updateAcross(db)
    expect(await readChanges(db)).toEqual([])
  })
})

describePostgres('changes between versions on a server', server => {
  it('are those of a file', async () => {
    const db = makeDatabase()
    const url = await server().createDatabase()
    expect(isPostgres(url)).toBe(true)
    for (const one of [db, url]) {
      await store(one, VERSIONS.slice(2))
      await updateAcross(one)
      await store(one, VERSIONS.slice(0, 2))
      await updateAcross(one)
    }
    expect(await readChanges(url)).toEqual(await readChanges(db))
  })
})
