import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import type { NewCorrection } from '../../src/store/ledger/new-correction.ts'
import { openReader } from '../../src/store/open-reader.ts'
import {
  addClaim,
  appendCorrections,
  joinClaims,
  openStore,
  splitClaim,
  undoCorrection,
} from '../../src/store/open-store.ts'
import { countLostCorrections } from '../../src/store/queries/corrections/corrections.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { proofSize } from '../support/proof-size.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, storeRecords } from '../support/stored-database.ts'

/** What is told in each article, one claim each: few long articles are read sooner than many short ones. */
const TOLD = ['rents rose', 'rents fell', 'it rained', 'no one came', 'they left'].flatMap(what =>
  ['', ' at night', ' in May', ' again'].map(when => `${what}${when}`),
)
const ARTICLES = proofSize(10, 500)
/** Claims that are added, joined, split and corrected and taken back again, one by one. */
const ONE_BY_ONE = proofSize(4, 25)
/** All of them take minutes. */
const LONGEST_MS = 1_800_000

/** Every text is laid out alike, so that one correction fits the same claim of each. */
function makeRecord(index: number, version: number): ArticleRecord {
  const number = String(index).padStart(5, '0')
  const sentences = TOLD.map(what => `Ms Roy ${number} told Bo that ${what} and “went on and on”.`)
  return buildArticleRecord(
    sentences.join('\n'),
    sentences.map(sentence => ({
      source: `Ms Roy ${number}`,
      cue: 'told',
      addressee: 'Bo',
      content: sentence.slice(sentence.indexOf('that'), -1),
      from: sentence,
    })),
    {
      article: { uri: `news/${number}.txt` },
      stages: [
        { name: 'tokens', version: 1 },
        { name: 'claims', version },
      ],
    },
  )
}

const NOTHING: NewCorrection = { verdict: null, source: null, note: null, correctedBy: 'desk' }

/** What is said of the n-th claim of each article. */
function sayOf(record: ArticleRecord, place: number): readonly NewCorrection[] {
  const spans = record.claims[place]?.spans ?? []
  const content = spans.find(({ role }) => role === 'content') ?? { start: 0, end: 1 }
  const cue = spans.find(({ role }) => role === 'cue') ?? { start: 0, end: 1 }
  const { start, end } = content
  return [
    [{ ...NOTHING, verdict: 'rejected', note: 'a film title' } as const],
    [{ ...NOTHING, verdict: 'accepted', source: 'Ada Mwale', role: 'minister', affiliation: 'the union' } as const],
    [
      { ...NOTHING, spans: { content: [{ start: start + 5, end }] }, act: 'denial', negated: true } as const,
      { ...NOTHING, spans: { source: [{ start: cue.start - 6, end: cue.start - 1 }] }, naming: 'anonymous' } as const,
    ],
    [
      { ...NOTHING, spans: { cue: [cue], addressee: [] }, quotation: 'mixed' } as const,
      { ...NOTHING, verdict: 'withdrawn' } as const,
      { ...NOTHING, act: 'promise' } as const,
    ],
    [
      {
        ...NOTHING,
        spans: {
          content: [
            { start, end: start + 9 },
            { start: start + 12, end },
          ],
        },
      } as const,
    ],
  ][place % 5] as readonly NewCorrection[]
}

async function correctAll(db: string, records: readonly ArticleRecord[]): Promise<void> {
  const model = records[0] as ArticleRecord
  for (let place = 0; place < TOLD.length; place += 1)
    for (const correction of sayOf(model, place))
      await appendCorrections(
        db,
        records.map(({ claims }) => claims[place]?.id as string),
        correction,
      )
  for (const { article, claims } of records.slice(0, ONE_BY_ONE)) {
    const [one, two, three] = claims.map(({ id }) => id) as [string, string, string]
    const by = { note: 'one by one', correctedBy: 'desk' }
    await addClaim(db, article.id, {
      ...NOTHING,
      spans: { cue: [{ start: 2, end: 6 }], content: [{ start: 7, end: 30 }] },
    })
    await joinClaims(db, one, [two], { ...by, source: 'Ada Mwale' })
    await splitClaim(db, three, [(claims[2]?.spans.at(-1)?.start ?? 0) + 20], by)
    await appendCorrections(db, [two], { ...NOTHING, source: 'Nobody' })
    await undoCorrection(db, two, by)
  }
}

/** All that stands, and the whole ledger, without the numbers that a store gives its rows. */
async function contentOf(db: string) {
  const reader = await openReader(db)
  try {
    const findings: string[] = []
    await verify(reader, { onFinding: ({ message }) => findings.push(message) })
    const { database } = reader
    const ledger = await database.selectFrom('correction').selectAll().execute()
    return {
      findings,
      lost: await countLostCorrections(database),
      // As texts, which compare in a fraction of the time.
      claims: await textsOf(database.selectFrom('v_claim').selectAll().orderBy('id').execute()),
      spans: await textsOf(
        database.selectFrom('v_audit').selectAll().orderBy('claim_id').orderBy('role').orderBy('sequence').execute(),
      ),
      ledger: ledger.map(({ id: _, ...entry }) => JSON.stringify(entry)).sort(),
    }
  } finally {
    await reader.close()
  }
}

async function textsOf(rows: Promise<readonly object[]>): Promise<string[]> {
  return (await rows).map(row => JSON.stringify(row))
}

/** Analyses all anew by a newer stage, as `run --upgrade` does. */
async function upgrade(db: string): Promise<void> {
  const store = await openStore(db)
  try {
    const run = await store.startRun(CONFIGURATION)
    for (let from = 0; from < ARTICLES; from += 100) {
      const some = Array.from({ length: Math.min(100, ARTICLES - from) }, (_, i) => makeRecord(from + i, 2))
      await store.write(run, { records: some, dead: [], skipped: [] })
    }
    await store.endRun(run, 'failed', NO_COUNTS, 'ended by hand')
  } finally {
    await store.close()
  }
}

describePostgres('corrections of all claims of a database', server => {
  it(
    'survive newer stages, a copy to PostgreSQL and back, and merging in any order, and none is lost',
    async () => {
      const records = Array.from({ length: ARTICLES }, (_, index) => makeRecord(index, 1))
      const original = storeRecords(records)
      const folder = makeFolder()
      const at = (name: string) => join(folder, `${name}.db`)
      const halves = [records.slice(0, ARTICLES / 2), records.slice(ARTICLES / 2)] as const
      for (const [name, half] of [
        ['one', halves[0]],
        ['two', halves[1]],
      ] as const) {
        copyFileSync(original, at(name))
        await correctAll(at(name), half)
      }
      await mergeFiles([at('one'), at('two')], at('merged'))
      const expected = await contentOf(at('merged'))
      expect(expected.findings).toEqual([])
      expect(expected.lost).toBe(0)
      expect(expected.claims.length).toBe(ARTICLES * TOLD.length + 2 * 2 * ONE_BY_ONE)
      expect(new Set(expected.ledger.map(entry => JSON.parse(entry).claim_id)).size).toBe(expected.claims.length)

      await mergeFiles([at('two')], at('other'))
      await mergeFiles([at('one')], at('other'))
      expect(await contentOf(at('other'))).toEqual(expected)

      await upgrade(at('merged'))
      expect(await contentOf(at('merged'))).toEqual(expected)

      const postgres = await server().createDatabase()
      await copyDatabase(at('merged'), postgres)
      expect(await contentOf(postgres)).toEqual(expected)
      await copyDatabase(postgres, at('back'))
      expect(await contentOf(at('back'))).toEqual(expected)
      console.log(
        `${expected.claims.length} claims with ${expected.ledger.length} corrections: ${expected.lost} lost, ${expected.findings.length} findings`,
      )
    },
    LONGEST_MS,
  )
})
