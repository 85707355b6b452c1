import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { hashVoice } from '../../src/domain/record-id.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { addClaim, appendCorrections, openStore, undoCorrection } from '../../src/store/open-store.ts'
import { readArticleRecord } from '../../src/store/queries/article-record.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { buildArticleRecord, groundedIn, spanOf } from '../support/article-record.ts'
import { withVoices } from '../support/article-voices.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, storeRecords } from '../support/stored-database.ts'

const TEXT =
  '😀 “We lost,” said Ada Roy. Ada Roy denied it. It rained, officials said on condition of anonymity. Jo Lee was there: no.'
const named = (name: string) => ({ name: groundedIn(TEXT, name) })
const BUILT = buildArticleRecord(
  TEXT,
  [
    {
      source: 'Ada Roy',
      cue: 'said',
      content: '“We lost,”',
      claim: { quotation: 'direct' },
      describe: named('Ada Roy'),
    },
    {
      source: 'Ada Roy',
      cue: 'denied',
      content: 'it',
      from: 'Ada Roy denied',
      claim: { act: 'denial' },
      describe: named('Ada Roy'),
    },
    {
      source: 'officials',
      cue: 'said',
      content: 'It rained',
      from: 'It rained',
      describe: { naming: 'anonymous', kind: 'group', reason: groundedIn(TEXT, 'on condition of anonymity') },
    },
  ],
  { article: { uri: 'news/rain.txt', publisher: 'The Post', section: 'World', byline: 'By Bo' } },
)
const SAID = withVoices(BUILT, {
  'Ada Roy': {
    gender: { value: 'woman', confidence: 0.9 },
    evidence: [
      { field: 'gender', value: 'woman', span: spanOf(TEXT, 'Ada'), rule: 'first-name', reason: 'a list' },
      { field: 'gender', value: 'man', span: null, rule: 'first-name', reason: 'another list' },
      { field: 'role', value: 'loser', span: null, rule: 'role', reason: 'not of gender' },
    ],
  },
})
const LEE = spanOf(TEXT, 'Jo Lee')
const RECORD: ArticleRecord = {
  ...SAID,
  voices: [
    ...SAID.voices,
    {
      ...(SAID.voices[0] as (typeof SAID.voices)[number]),
      id: hashVoice(BUILT.article.id, LEE, true),
      name: 'Jo Lee',
      first: LEE,
      evidence: [],
      claims: [],
    },
  ],
}
const [LOST, DENIED, RAINED] = RECORD.claims.map(({ id }) => id) as [string, string, string]
const SAYS_NOTHING = { verdict: null, source: null, note: null, correctedBy: 'eg' } as const

async function rows(db: string, sql: string): Promise<unknown[][]> {
  const reader = await openReader(db)
  try {
    const found: unknown[][] = []
    for await (const row of (await reader.select(sql)).rows) found.push([...(row as unknown[])])
    return found
  } finally {
    await reader.close()
  }
}

/** Who says how much, and who comes first and last. */
async function voicesIn(db: string): Promise<unknown[][]> {
  return await rows(
    db,
    'SELECT mention, claims, quoted_words, first_voice, last_voice FROM v_voice ORDER BY article_id, start',
  )
}

it('shows every voice with its article, and every person whom the article names', async () => {
  const db = storeRecords([RECORD])
  expect(await voicesIn(db)).toEqual([
    ['Ada Roy', 2, 3, 1, 0],
    ['officials', 1, 0, 0, 1],
  ])
  const persons =
    'SELECT name, claims, gender, gender_evidence, publisher, section, byline FROM v_person ORDER BY start'
  expect(await rows(db, persons)).toEqual([
    ['Ada Roy', 2, 'woman', 'woman: Ada; man: another list', 'The Post', 'World', 'By Bo'],
    ['Jo Lee', 0, 'woman', null, 'The Post', 'World', 'By Bo'],
  ])
  expect(await rows(db, "SELECT naming, reason FROM v_voice WHERE kind = 'group'")).toEqual([
    ['anonymous', 'on condition of anonymity'],
  ])
})

it('gives a corrected claim to whom it was given, and a rejected one to nobody', async () => {
  const db = storeRecords([RECORD])
  await appendCorrections(db, [LOST], { ...SAYS_NOTHING, verdict: 'rejected' })
  expect(await voicesIn(db)).toEqual([
    ['Ada Roy', 1, 0, 1, 0],
    ['officials', 1, 0, 0, 1],
  ])
  await appendCorrections(db, [DENIED], { ...SAYS_NOTHING, act: 'belief' })
  expect(await voicesIn(db)).toEqual([['officials', 1, 0, 1, 1]])
  await appendCorrections(db, [RAINED], { ...SAYS_NOTHING, source: 'Jo Lee' })
  expect(await voicesIn(db)).toEqual([['Jo Lee', 1, 0, 1, 1]])
  for (const id of [LOST, DENIED, RAINED]) await undoCorrection(db, id, { correctedBy: 'eg' })
  expect(await voicesIn(db)).toEqual(await voicesIn(storeRecords([RECORD])))
})

it('counts claims that somebody added, and words that were given to a source', async () => {
  const db = storeRecords([RECORD])
  const cue = [spanOf(TEXT, ': ')].map(({ start, end }) => ({ start, end }))
  await addClaim(db, RECORD.article.id, { ...SAYS_NOTHING, source: 'Jo Lee', spans: { cue } })
  await appendCorrections(db, [DENIED], { ...SAYS_NOTHING, spans: { source: [spanOf(TEXT, 'officials')] } })
  expect(await voicesIn(db)).toEqual([
    ['Ada Roy', 1, 3, 1, 0],
    ['officials', 2, 0, 0, 0],
    ['Jo Lee', 1, 0, 0, 1],
  ])
})

it('leaves a claim with nobody where its source is somebody without a voice, or is to have no name', async () => {
  const db = storeRecords([RECORD])
  await appendCorrections(db, [LOST], { ...SAYS_NOTHING, source: 'Somebody Else' })
  await appendCorrections(db, [DENIED], { ...SAYS_NOTHING, naming: 'anonymous' })
  await appendCorrections(db, [RAINED], { ...SAYS_NOTHING, naming: 'unnamed' })
  expect(await voicesIn(db)).toEqual([['officials', 1, 0, 1, 1]])
})

it('has the voices of the last analysis alone, and none of an article that is analysed without', async () => {
  const db = storeRecords([RECORD])
  const [roy] = RECORD.voices as [(typeof RECORD.voices)[number]]
  await writeAgain(db, { ...RECORD, voices: [{ ...roy, name: 'Roy', claims: [] }] })
  expect(await rows(db, 'SELECT count(*) FROM voice UNION ALL SELECT count(*) FROM voice_claim')).toEqual([[1], [0]])
  await writeAgain(db, BUILT)
  for (const table of ['voice', 'voice_evidence', 'voice_claim'])
    expect(await rows(db, `SELECT count(*) FROM ${table}`)).toEqual([[0]])
  expect(await findingsIn(db)).toEqual([])
})

it('takes voices over when files are merged', async () => {
  const other = withVoices(buildArticleRecord('Bo Li said no.', [{ source: 'Bo Li', cue: 'said', content: 'no' }]))
  const [one, two, both] = [storeRecords([RECORD]), storeRecords([other, BUILT]), join(makeFolder(), 'both.db')]
  await mergeFiles([two, one], both)
  expect(await readIn(both, RECORD)).toEqual(await readIn(one, RECORD))
  expect(await readIn(both, other)).toEqual(await readIn(two, other))
  expect(await findingsIn(both)).toEqual([])
})

describePostgres('a copy on PostgreSQL', server => {
  it('has the same voices and the same views of them, corrected and deleted alike', async () => {
    const db = storeRecords([RECORD])
    await appendCorrections(db, [LOST], { ...SAYS_NOTHING, verdict: 'rejected' })
    await appendCorrections(db, [RAINED], { ...SAYS_NOTHING, source: 'Jo Lee' })
    const url = await server().createDatabase()
    await copyDatabase(db, url)
    expect(await readIn(url, RECORD)).toEqual(await readIn(db, RECORD))
    for (const view of ['v_person', 'v_voice']) {
      const all = `SELECT * FROM ${view} ORDER BY voice_id`
      expect(await rows(url, all)).toEqual(await rows(db, all))
    }
    expect(await findingsIn(url)).toEqual([])
    await writeAgain(url, BUILT)
    for (const table of ['voice', 'voice_evidence', 'voice_claim'])
      expect(await rows(url, `SELECT count(*) FROM ${table}`)).toEqual([[0]])
  })
})

async function readIn(db: string, { article }: ArticleRecord): Promise<ArticleRecord> {
  const reader = await openReader(db)
  try {
    return await readArticleRecord(reader.database, article.id)
  } finally {
    await reader.close()
  }
}

async function writeAgain(db: string, record: ArticleRecord): Promise<void> {
  const store = await openStore(db)
  try {
    const run = await store.startRun(CONFIGURATION)
    await store.write(run, { records: [record], dead: [], skipped: [] })
    await store.endRun(run, 'failed', NO_COUNTS, 'ended by hand')
  } finally {
    await store.close()
  }
}

async function findingsIn(db: string): Promise<string[]> {
  const reader = await openReader(db)
  try {
    const messages: string[] = []
    await verify(reader, { onFinding: ({ message }) => messages.push(message) })
    return messages
  } finally {
    await reader.close()
  }
}
