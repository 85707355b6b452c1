import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDoing, doIt } from '../../test/support/any-corrections.ts'
import { anyRecord, anyText } from '../../test/support/any-record.ts'
import { proofSize } from '../../test/support/proof-size.ts'
import { makeFolder, readUntilTestEnds, storePlaces, storeRecords } from '../../test/support/stored-database.ts'
import { articleOf } from '../../test/support/voiced-article.ts'
import { NAMINGS, SOURCE_KINDS } from '../domain/labels.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../domain/voice-labels.ts'
import { appendVoiceCorrections } from '../store/correcting/correct-voices.ts'
import { findOlderVersions } from '../store/queries/across/older-versions.ts'
import { originOf, toldBy } from '../store/runs/origins.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { openForReading } from '../store/sqlite/open-for-reading.ts'
import type { VoiceColumns } from './columns/voice-columns.ts'
import { loadVoices } from './load-voices.ts'
import { measureVoices } from './measure-voices.ts'

/** The voices that the views show, whoever speaks and every named person, by id. */
async function viewed(database: StoreDatabase) {
  const speaking = await database.selectFrom('v_voice').selectAll().execute()
  const silent = await database.selectFrom('v_person').selectAll().where('claims', '=', 0).execute()
  return [...speaking, ...silent]
    .map(voice => [
      ...[voice.voice_id, voice.article_id, voice.publisher, voice.section, voice.byline, voice.name, voice.reason],
      ...[voice.kind, voice.naming, voice.gender, voice.source_type, voice.function, voice.affiliation !== null],
      ...[voice.claims, voice.quoted_words, voice.first_voice, voice.last_voice],
    ])
    .toSorted()
}

async function loaded(database: StoreDatabase, voices: VoiceColumns) {
  const rows = await database.selectFrom('voice').select(['rowid', 'id']).execute()
  const idOf = new Map(rows.map(({ rowid, id }) => [rowid, id]))
  const { articles } = voices
  return Array.from(voices.rowid, (rowid, row) => {
    const article = voices.article[row] as number
    const text = (column: VoiceColumns['name'], at: number) => column.texts[column.number[at] as number]
    return [
      ...[idOf.get(rowid), articles.id.at(article), text(articles.outlet, article), text(articles.section, article)],
      ...[text(articles.byline, article), text(voices.name, row), text(voices.reason, row)],
      ...[SOURCE_KINDS[voices.kind[row] as number], NAMINGS[voices.naming[row] as number]],
      ...[GENDERS[voices.gender[row] as number], SOURCE_TYPES[voices.type[row] as number]],
      ...[VOICE_FUNCTIONS[voices.function[row] as number], voices.hasAffiliation[row] === 1],
      ...[voices.claims[row], voices.quotedWords[row], voices.first[row], voices.last[row]],
    ]
  }).toSorted()
}

const records = fc
  .tuple(anyText, anyText)
  .chain(([one, other]) => fc.tuple(anyRecord(`1 ${one}`), anyRecord(`2 ${other}`)))

const sayings = fc.array(
  fc.record({
    gender: fc.constantFrom(...GENDERS),
    sourceType: fc.constantFrom(...SOURCE_TYPES, null),
    affiliation: fc.constantFrom('', 'the union', null),
  }),
  { maxLength: 3 },
)

it('columns hold what the views show, whatever was corrected', async () => {
  await fc.assert(
    fc.asyncProperty(records, fc.array(anyDoing(12), { maxLength: 6 }), sayings, async (all, doings, said) => {
      const db = join(makeFolder(), 'claims.db')
      copyFileSync(storeRecords(all), db)
      const { database, close } = openForReading(db)
      try {
        for (const [n, doing] of doings.entries())
          await doIt(db, database, (all[n % 2] as (typeof all)[0]).article.id, doing)
        const known = await database.selectFrom('voice').select('id').orderBy('id').execute()
        for (const [n, one] of known.length === 0 ? [] : said.entries())
          await appendVoiceCorrections(db, [known[(n * 5) % known.length]?.id ?? ''], { ...one, correctedBy: null })
        const voices = await loadVoices(database)
        expect(await loaded(database, voices)).toEqual(await viewed(database))
        const { count, claims } = await database
          .selectFrom('v_voice')
          .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('claims').as('claims')])
          .executeTakeFirstOrThrow()
        expect(measureVoices(voices, { allVersions: true }).counts).toMatchObject({
          articles: 2,
          sources: count,
          claims: claims ?? 0,
        })
      } finally {
        await close()
      }
    }),
    { numRuns: proofSize(4, 60) },
  )
})

it('columns of one article are those of it among all', async () => {
  const isHeard = ({ voices }: ArticleRecord) => voices.some(({ name, kind }) => name !== null && kind === 'person')
  const all = fc.sample(records, { seed: 7, numRuns: 100 }).find(pair => pair.every(isHeard)) ?? []
  const { database } = readUntilTestEnds(storeRecords([...all]))
  const id = all[1]?.article.id
  const own = (await loaded(database, await loadVoices(database))).filter(([, article]) => article === id)
  expect(await loaded(database, await loadVoices(database, { article: id }))).toEqual(own)
  expect(own.length).toBeGreaterThan(0)
})

it('older versions are the texts that are the last one under none of their addresses', async () => {
  const texts = ['a one', 'a two', 'b three', 'b four'].map(words =>
    articleOf([{ name: 'Ada Brook', says: [words] }], { uri: words.charAt(0) }),
  )
  const read = fc.record({
    text: fc.nat(3),
    uri: fc.constantFrom('a', 'b', 'c'),
    location: fc.constantFrom('x', 'y', '-'),
  })
  const counts = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.array(read, { maxLength: 8 }), async reads => {
      const path = storeRecords(texts)
      storePlaces(
        path,
        reads.map(({ text, uri, location }, place) => {
          const { article } = texts[text] as ArticleRecord
          const retrievedAt = `2026-05-0${place + 1}T00:00:00.000Z`
          const origin = {
            ...originOf(article),
            location: location === '-' ? '-' : `${uri}${location}`,
            uri,
            retrievedAt,
          }
          return { articleId: article.id, origin, told: toldBy(article, []) }
        }),
      )
      const { database, close } = openForReading(path)
      const viewed = await database
        .selectFrom('v_version')
        .select('article_id')
        .groupBy('article_id')
        .having(({ fn }) => fn.max('is_current'), '=', 0)
        .execute()
      const found = (await findOlderVersions(database)).map(({ id }) => id)
      expect(found.toSorted()).toEqual(viewed.map(({ article_id: id }) => id).toSorted())
      const { counts: measured } = measureVoices(await loadVoices(database))
      expect([measured.articles, measured.olderVersions]).toEqual([4 - found.length, found.length])
      counts.add(found.length)
      await close()
    }),
    // One of the first two is the older under their address, and the last under another.
    { numRuns: proofSize(10, 200), examples: [0, 1].map(text => [[{ text, uri: 'c', location: 'x' }]]) },
  )
  expect(counts.size).toBeGreaterThan(1)
})
