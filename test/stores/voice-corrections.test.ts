import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { keptSealsOf } from '../../src/audit/manifest/kept-seals.ts'
import { verifyManifest } from '../../src/audit/manifest/verify-manifest.ts'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { GENDERS } from '../../src/domain/voice-labels.ts'
import { writeManifest } from '../../src/export/proofs/manifest.ts'
import { checkManifest } from '../../src/seal/manifest/check-manifest.ts'
import { type Manifest, readManifest } from '../../src/seal/manifest/manifest.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { appendVoiceCorrections, undoVoiceCorrection } from '../../src/store/correcting/correct-voices.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { openStore } from '../../src/store/open-store.ts'
import { findVoiceCorrections } from '../../src/store/queries/corrections/voice-corrections.ts'
import { readVoicesIn } from '../../src/store/queries/voices/voices-in-articles.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import type { VoiceColumns } from '../../src/voices/columns/voice-columns.ts'
import { loadVoices } from '../../src/voices/load-voices.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { articleOf } from '../support/voiced-article.ts'

const GROUP = { name: 'Two clerks', says: ['six'], voice: { name: null, naming: 'unnamed', kind: 'group' } } as const
const ONE = articleOf(
  [
    {
      name: 'Ada Brook',
      says: ['one', 'two'],
      voice: { gender: { value: 'man', confidence: 0.7 }, role: { value: 'clerk', span: null } },
    },
    { name: 'Eve Foss' },
    GROUP,
  ],
  { uri: 'news/one.txt', publisher: 'The Post' },
)
const TWO = articleOf([{ name: 'Ada Brook', says: ['three'] }], { uri: 'news/two.txt' })
const [BROOK, CLERKS, FOSS] = ['Ada Brook', null, 'Eve Foss'].map(
  name => ONE.voices.find(voice => voice.name === name)?.id as string,
) as [string, string, string]
const OTHER = TWO.voices[0]?.id as string
const BY = { correctedBy: 'eg' } as const

async function all(db: string, sql: string): Promise<unknown[][]> {
  const reader = await openReader(db)
  try {
    const found: unknown[][] = []
    for await (const row of (await reader.select(sql)).rows) found.push([...(row as unknown[])])
    return found
  } finally {
    await reader.close()
  }
}

async function ledger(db: string) {
  const reader = await openReader(db)
  try {
    return await findVoiceCorrections(reader.database)
  } finally {
    await reader.close()
  }
}

async function analyseAgain(db: string, record: ArticleRecord): Promise<void> {
  const store = await openStore(db)
  const run = await store.startRun(CONFIGURATION)
  await store.write(run, { records: [record], dead: [], skipped: [] })
  await store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 1, done: 1, claims: record.claims.length })
  await store.close()
}

const SHOWN = `SELECT gender, gender_confidence, source_type, function, role, affiliation, machine_gender, machine_role,
  corrected_by, note FROM v_person WHERE voice_id = '${BROOK}'`

/** The same in every store. */
async function correctAndLook(db: string): Promise<void> {
  const unsaid = ['man', 0.7, 'unknown', 'unknown', 'clerk', null, 'man', 'clerk', null, null]
  expect(await all(db, SHOWN)).toEqual([unsaid])
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'woman', role: '', note: 'asked her' })
  await appendVoiceCorrections(db, [BROOK], {
    correctedBy: null,
    sourceType: 'academic',
    function: 'expert',
    affiliation: 'the Weir Institute',
  })
  const both = ['woman', 1, 'academic', 'expert', null, 'the Weir Institute', 'man', 'clerk', null, 'asked her']
  expect(await all(db, SHOWN)).toEqual([both])
  await undoVoiceCorrection(db, BROOK, BY)
  expect(await all(db, SHOWN)).toEqual([
    ['woman', 1, 'unknown', 'unknown', null, null, 'man', 'clerk', 'eg', 'asked her'],
  ])
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'nonbinary' })
  await appendVoiceCorrections(db, [CLERKS], { ...BY, sourceType: 'worker' })
  expect(await all(db, "SELECT source_type, machine_source_type FROM v_voice WHERE kind = 'group'")).toEqual([
    ['worker', 'unknown'],
  ])
  await appendVoiceCorrections(db, [OTHER], { ...BY, sameAs: BROOK })
  expect((await ledger(db)).map(({ state, found, former_name }) => [former_name, state, found])).toEqual([
    ['Ada Brook', 'in force', true],
    ['Ada Brook', 'undone', true],
    ['Ada Brook', 'in force', true],
    ['Ada Brook', 'in force', true],
    ['Two clerks', 'in force', true],
    ['Ada Brook', 'in force', true],
  ])
  await refuse(db)
}

async function refuse(db: string): Promise<void> {
  const before = (await ledger(db)).length
  const correct = (id: string, said: object) => appendVoiceCorrections(db, [id], { ...BY, ...said })
  await expect(correct(BROOK, {})).rejects.toThrow('Nothing to correct was given')
  await expect(correct('0000', { gender: 'man' })).rejects.toThrow('Voice 0000 has gone meanwhile')
  await expect(correct(BROOK, { sameAs: BROOK })).rejects.toThrow('compared with itself')
  await expect(correct(CLERKS, { sameAs: BROOK })).rejects.toThrow('(“Two clerks”) is no person with a name')
  await expect(correct(BROOK, { sameAs: OTHER, apartFrom: OTHER })).rejects.toThrow('same person and somebody else')
  await expect(undoVoiceCorrection(db, FOSS, BY)).rejects.toThrow('Nothing is said of voice')
  expect(await ledger(db)).toHaveLength(before)
}

it('shows what somebody says of a voice in the place of what the machine judged, which stands beside it', async () => {
  await correctAndLook(storeRecords([ONE, TWO]))
})

it('holds when the article is analysed anew, and is listed when its voice is found no more', async () => {
  const db = storeRecords([ONE])
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'woman' })
  await analyseAgain(db, ONE)
  expect((await all(db, SHOWN))[0]?.[0]).toBe('woman')
  await analyseAgain(db, { ...ONE, voices: ONE.voices.filter(({ id }) => id !== BROOK) })
  expect(await all(db, SHOWN)).toEqual([])
  expect(await ledger(db)).toMatchObject([{ voice_id: BROOK, former_name: 'Ada Brook', found: false }])
  await undoVoiceCorrection(db, BROOK, BY)
  await analyseAgain(db, ONE)
  expect((await all(db, SHOWN))[0]?.[0]).toBe('man')
})

it('only ever grows, and what is put into it past all programs moves nothing', async () => {
  const db = storeRecords([ONE])
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'woman' })
  const database = new Database(db)
  expect(() => database.exec("UPDATE voice_correction SET gender = 'man'")).toThrow('never edited')
  expect(() => database.exec('DELETE FROM voice_correction')).toThrow('never deleted')
  database.exec(`INSERT INTO voice_correction SELECT 9, voice_id, article_id, article_uri, former_name, former_start, former_end,
    'man', source_type, function, role, affiliation, same_as, apart_from, withdraws, note, corrected_by, '2100-01-01T00:00:00.000Z'
    FROM voice_correction`)
  database.close()
  expect((await all(db, SHOWN))[0]?.[0]).toBe('woman')
})

const HELD =
  'SELECT voice_id, gender, role, same_as, apart_from, withdraws, corrected_by, corrected_at FROM voice_correction ORDER BY corrected_at'
const IN_FORCE = 'SELECT * FROM v_voice_corrected ORDER BY voice_id'

it('counts in the audit, and decides who is the same person', async () => {
  const db = storeRecords([ONE, TWO])
  const speakerOf = (voices: VoiceColumns, id: string, ids: readonly string[]) => voices.speaker[ids.indexOf(id)]
  const load = async () => {
    const { database } = readUntilTestEnds(db)
    const voices = await loadVoices(database)
    const rows = await database.selectFrom('voice').select(['rowid', 'id']).execute()
    const ids = Array.from(voices.rowid, rowid => rows.find(row => row.rowid === rowid)?.id ?? '')
    const gender = GENDERS[voices.gender[ids.indexOf(BROOK)] as number]
    const who = [BROOK, OTHER, FOSS].map(id => speakerOf(voices, id, ids))
    return { gender, isOne: who[0] === who[1], isAll: new Set(who).size === 1 }
  }
  expect(await load()).toEqual({ gender: 'man', isOne: true, isAll: false })
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'woman', apartFrom: OTHER })
  expect(await load()).toEqual({ gender: 'woman', isOne: false, isAll: false })
  await appendVoiceCorrections(db, [FOSS], { ...BY, sameAs: OTHER })
  await appendVoiceCorrections(db, [FOSS], { ...BY, sameAs: BROOK })
  expect(await load()).toEqual({ gender: 'woman', isOne: true, isAll: true })
  await undoVoiceCorrection(db, BROOK, BY)
  expect(await load()).toEqual({ gender: 'man', isOne: true, isAll: true })
})

it('is what policies read', async () => {
  const db = storeRecords([ONE])
  await appendVoiceCorrections(db, [BROOK], {
    ...BY,
    gender: 'woman',
    role: '',
    sourceType: 'academic',
    function: 'expert',
  })
  const { database } = readUntilTestEnds(db)
  const { ofArticle } = await readVoicesIn(database, [{ rowid: 1, id: ONE.article.id }])
  expect(ofArticle.get(1)?.find(({ id }) => id === BROOK)).toMatchObject({
    gender: 'woman',
    type: 'academic',
    function: 'expert',
    role: null,
  })
})

it('is taken over when files are merged, once, and whatever stood in either is undone by what took it back', async () => {
  const one = storeRecords([ONE])
  await appendVoiceCorrections(one, [BROOK], { ...BY, gender: 'woman' })
  const two = join(makeFolder(), 'two.db')
  await mergeFiles([one, storeRecords([TWO])], two)
  await undoVoiceCorrection(one, BROOK, BY)
  await appendVoiceCorrections(two, [BROOK], { ...BY, role: 'mayor' })
  const both = join(makeFolder(), 'both.db')
  const { corrections } = await mergeFiles([two, one], both)
  expect(corrections).toBe(3)
  await mergeFiles([both, one], two)
  for (const db of [both, two]) {
    expect(await all(db, IN_FORCE)).toMatchObject([[BROOK, null, null, null, 'mayor', null, null, 'eg', {}]])
    expect(await all(db, HELD)).toHaveLength(3)
    expect(await findingsIn(db)).toEqual([])
  }
})

it('is sealed with each run, and a manifest tells when one has gone with its link', async () => {
  const db = storeRecords([ONE])
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'woman' })
  await analyseAgain(db, ONE)
  await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'nonbinary' })
  expect(await findingsIn(db)).toEqual([])
  const manifest = await manifestOf(db)
  expect(manifest.voiceCorrections).toMatchObject({ count: 2 })
  expect(manifest.seals.map(({ voiceCorrections }) => voiceCorrections?.count)).toEqual([undefined, 1])
  expect(checkManifest(manifest)).toEqual([])
  removeLast(db)
  expect(await findingsIn(db)).toEqual([])
  expect(await findingsIn(db, manifest)).toEqual([
    expect.stringContaining('The manifest tells of 2 voice corrections, and the database has fewer'),
  ])
  removeLast(db)
  expect(await findingsIn(db)).toEqual([expect.stringContaining('There are 0 voice corrections, and seal 2')])
})

/** Somebody who may change everything. */
function removeLast(db: string): void {
  const database = new Database(db)
  database.exec(`DROP TRIGGER voice_correction_delete;
    DELETE FROM voice_correction_link WHERE correction_id = (SELECT max(id) FROM voice_correction);
    DELETE FROM voice_correction WHERE id = (SELECT max(id) FROM voice_correction);
    CREATE TRIGGER voice_correction_delete BEFORE DELETE ON voice_correction BEGIN
  SELECT raise(ABORT, 'corrections are never deleted: add another');
END;`)
  database.close()
}

async function manifestOf(db: string): Promise<Manifest> {
  const reader = await openReader(db)
  try {
    let text = ''
    const options = { leaves: true, key: null, madeAt: '2026-11-30T00:00:00.000Z', madeBy: 'a test' }
    await writeManifest(reader.database, options, part => {
      text += String(part)
    })
    return readManifest(text, 'seals.jsonl')
  } finally {
    await reader.close()
  }
}

async function findingsIn(db: string, manifest?: Manifest): Promise<string[]> {
  const reader = await openReader(db)
  try {
    const found: string[] = []
    await verify(reader, { onFinding: ({ message }) => found.push(message) })
    if (manifest !== undefined)
      for await (const { message } of verifyManifest(manifest, keptSealsOf(reader.database))) found.push(message)
    return found
  } finally {
    await reader.close()
  }
}

describePostgres('on PostgreSQL', server => {
  it('is copied there and back, chained anew and once', async () => {
    const db = storeRecords([ONE, TWO])
    await appendVoiceCorrections(db, [BROOK], { ...BY, gender: 'woman', sameAs: OTHER })
    await appendVoiceCorrections(db, [BROOK], { ...BY, role: '' })
    await undoVoiceCorrection(db, BROOK, BY)
    const [url, back] = [await server().createDatabase(), join(makeFolder(), 'back.db')]
    for (let times = 0; times < 2; times++) {
      await copyDatabase(db, url)
      await copyDatabase(url, back)
    }
    for (const copy of [url, back]) {
      for (const query of [HELD, IN_FORCE, SHOWN]) expect(await all(copy, query)).toEqual(await all(db, query))
      expect(await findingsIn(copy)).toEqual([])
    }
    expect((await manifestOf(url)).voiceCorrections).toEqual((await manifestOf(db)).voiceCorrections)
  })

  it('is the same', async () => {
    const url = await server().createDatabase()
    await copyDatabase(storeRecords([ONE, TWO]), url)
    await correctAndLook(url)
  })
})
