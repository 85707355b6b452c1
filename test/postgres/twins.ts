import { hostname } from 'node:os'
import { vi } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { appendVoiceCorrections, undoVoiceCorrection } from '../../src/store/correcting/correct-voices.ts'
import {
  addClaim,
  appendCorrections,
  joinClaims,
  openStore,
  splitClaim,
  undoCorrection,
} from '../../src/store/open-store.ts'
import type { Batch, InputOrigin, RunConfiguration } from '../../src/store/store.ts'
import { articleWith } from '../support/article.ts'
import { buildArticle, buildArticleRecord, groundedIn } from '../support/article-record.ts'
import { withVoices } from '../support/article-voices.ts'
import { CONFIGURATION, placeSaying } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'
import { analyseNewsroom } from '../web/newsroom.ts'

/** Stores on PostgreSQL note the host; here both do. */
const ON_THIS_HOST: RunConfiguration = { ...CONFIGURATION, options: { ...CONFIGURATION.options, host: hostname() } }

const FIRST_DAY = Date.UTC(2026, 3, 1, 8)

const HOSTILE =
  '“Ääkkösiä!” said ÉLAN d’Or. e\u0301te\u0301 — 100%_sure\\ said Élan. STRASSE, straße 👩‍👧 wow🥳great \u202eabc\u202c, said O\u2019Neill\u0301. Well-known U.S. rents rose 1.5e-3% at http://example.com/a-b, said "x\' OR 1=1 --". They said nul\ufffd.'

/** What is hard to compare, to sort, to search or to quote. */
function makeHostile(): ArticleRecord[] {
  const article = {
    uri: 'news/100%_sure\\"\'.txt',
    title: 'Élan — “x”\r\n\ttab',
    publisher: 'zeta',
    publishedAt: '2026-02-29',
  }
  return [
    buildArticleRecord(
      HOSTILE,
      [
        { source: 'ÉLAN d’Or', cue: 'said', content: '“Ääkkösiä!”' },
        { source: 'Élan', cue: 'said', content: ['e\u0301te\u0301', '100%_sure\\'], from: 'e\u0301te\u0301' },
        {
          source: 'O\u2019Neill\u0301',
          cue: 'said',
          content: ['STRASSE, straße 👩‍👧', 'wow🥳great \u202eabc\u202c'],
          from: 'STRASSE',
          describe: { name: groundedIn(HOSTILE, 'O\u2019Neill\u0301') },
        },
        {
          source: '"x\' OR 1=1 --"',
          cue: 'said',
          content: 'Well-known U.S. rents rose 1.5e-3% at http://example.com/a-b',
          from: 'Well-known',
          describe: { naming: 'unnamed', number: { value: 3, span: null } },
        },
        { source: 'They', cue: 'said', content: 'nul\ufffd', from: 'They', describe: { naming: 'anonymous' } },
      ],
      { article },
    ),
    // The same name in other cases, and addresses that other orders would sort otherwise.
    ...['a', 'B', 'ä', 'Z', '_', '😀', '\uffee'].map((name, index) =>
      buildArticleRecord(
        `${name} said that rents ${'rose and '.repeat(index * 12)}fell, ROY said.`,
        [
          {
            source: 'ROY',
            cue: 'said',
            content: `that rents ${'rose and '.repeat(index * 12)}fell`,
            from: 'said' === name ? name : 'that',
          },
        ],
        {
          article: {
            uri: `news/${name}.txt`,
            publishedAt: index % 2 === 0 ? null : `2026-03-0${index}T10:00:00+02:00`,
          },
        },
      ),
    ),
  ]
}

/** Fills a database with a few hostile texts only. */
export async function fillBriefly(db: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: FIRST_DAY })
  try {
    await runOnce(db, [{ records: [...makeVariety(), ...makeHostile()], dead: makeDead(), skipped: [] }])
  } finally {
    vi.useRealTimers()
  }
}

/** Adds a run of two articles of which one answers what the other tells of somebody. */
export async function addReplyElsewhere(db: string): Promise<void> {
  const accusing =
    'The Harbour Union accused Quayside Cranes Ltd of forging the safety certificates of eleven gantries. Its chairman, Owen Tarrant, said the company had lied to inspectors.\n\nPort fees will rise in June, officials said.'
  const answering =
    'Inspectors have accused Quayside Cranes Ltd of forging safety certificates of gantries.\n\nQuayside Cranes Ltd denied the allegation.'
  const records = [
    await analyseArticle({ ...articleWith(accusing, 'monday.txt'), publishedAt: '2026-05-04T08:00:00Z' }),
    await analyseArticle({ ...articleWith(answering, 'tuesday.txt'), publishedAt: '2026-05-05T08:00:00Z' }),
  ]
  vi.useFakeTimers({ toFake: ['Date'], now: FIRST_DAY + 2 * 86_400_000 })
  try {
    await runOnce(db, [{ records, dead: [], skipped: [] }])
  } finally {
    vi.useRealTimers()
  }
}

/** How somebody who reads the claims corrects the n-th of them. */
const CORRECTIONS = [
  [0, { verdict: 'rejected', source: null, note: 'no claim “at all”', correctedBy: 'Ann' }],
  [1, { verdict: 'accepted', source: null, note: null, correctedBy: null }],
  [2, { verdict: null, source: 'Nobody Known 😀', note: null, correctedBy: 'Bo' }],
  [3, { verdict: null, source: 'Anna Berg', note: 'other', correctedBy: 'Bo' }],
  [3, { verdict: 'withdrawn', source: null, note: 'sorry', correctedBy: 'Bo' }],
  [4, { verdict: 'rejected', source: null, note: null, correctedBy: 'Ann' }],
  [4, { verdict: 'accepted', source: null, note: 'after all', correctedBy: 'Cy' }],
] as const

/**
 * Fills a database with two runs: the corpus as the pipeline reads it, hostile texts, several versions and places of one
 * article, failures, what was passed over, and corrections, one of a claim that is found no more. Whatever the store, the
 * same is written in the same order at the same times.
 */
export async function fill(db: string): Promise<void> {
  const newsroom = await analyseNewsroom()
  const versions = ['rents rose', 'rents fell'].map(content =>
    buildArticleRecord(
      `Ms Roy said that ${content}.`,
      [{ source: 'Ms Roy', cue: 'said', content: `that ${content}` }],
      {
        article: { uri: 'news/versions.txt' },
      },
    ),
  )
  const [former, latter] = versions as [ArticleRecord, ArticleRecord]
  vi.useFakeTimers({ toFake: ['Date'], now: FIRST_DAY })
  try {
    await runOnce(db, [
      { records: newsroom.slice(0, 10), dead: [], skipped: [{ uri: 'news/empty.txt', reason: 'empty file' }] },
      { records: [...newsroom.slice(10), ...makeVariety().map(one => withVoices(one))], dead: makeDead(), skipped: [] },
      { records: [...makeHostile(), former], dead: [], skipped: [], inputs: [placeOf(former, 'news/versions.txt')] },
    ])
    const claims = newsroom.flatMap(record => record.claims.map(({ id }) => id))
    for (const [index, correction] of CORRECTIONS) {
      vi.setSystemTime(Date.now() + 60_000)
      await appendCorrections(db, [claims[index * 3] as string], correction)
    }
    await correctInFull(db, newsroom[0] as ArticleRecord)
    await correctVoices(db, newsroom)
    const [lost] = former.claims
    await appendCorrections(db, [lost?.id ?? ''], { verdict: null, source: 'Ms Roy', note: null, correctedBy: null })
    vi.setSystemTime(FIRST_DAY + 86_400_000)
    // Newer stages find the same cue with more content: the corrected claim is found no more.
    const text = former.article.text
    const found = buildArticleRecord(text, [{ source: 'Ms Roy', cue: 'said', content: 'rents rose' }], {
      article: { uri: 'news/versions.txt' },
      stages: [
        { name: 'tokens', version: 2 },
        { name: 'claims', version: 2 },
      ],
    })
    await runOnce(db, [
      {
        records: [found, latter],
        dead: makeDead().slice(0, 1),
        skipped: [{ uri: 'news/Empty.txt', reason: 'empty file' }],
        inputs: [
          placeOf(found, 'news/versions.txt'),
          placeOf(latter, 'news/versions.txt'),
          placeOf(latter, 'copies/versions.jsonl#L2', 'https://news.example/versions'),
        ],
      },
    ])
  } finally {
    vi.useRealTimers()
  }
}

/** What is said of voices, taken back and said of who is the same person. */
async function correctVoices(db: string, records: readonly ArticleRecord[]): Promise<void> {
  const people = records.flatMap(({ voices }) => voices.filter(({ kind, name }) => kind === 'person' && name !== null))
  const [one = '', two = '', three = ''] = people.map(({ id }) => id)
  const by = { correctedBy: 'Dé' }
  const later = () => vi.setSystemTime(Date.now() + 60_000)
  const sayings = [
    [one, { gender: 'nonbinary', role: 'chair “at large”', note: 'she said so 😀' }],
    [one, { gender: 'woman' }],
    [two, { sourceType: 'law', function: 'witness', affiliation: '' }],
    [two, { sameAs: three }],
    [three, { apartFrom: one }],
  ] as const
  for (const [id, said] of sayings) {
    later()
    await appendVoiceCorrections(db, [id], { ...by, ...said })
  }
  later()
  await undoVoiceCorrection(db, one, by)
}

/** Corrections of words and of all else, claims that are added, joined and split, and what is taken back again. */
async function correctInFull(db: string, { article, claims }: ArticleRecord): Promise<void> {
  const nothing = { verdict: null, source: null, note: null, correctedBy: 'Dé' } as const
  const by = { note: 'seen at the desk', correctedBy: 'Dé' }
  const withContent = claims.filter(({ spans }) => spans.some(({ role }) => role === 'content'))
  const [one, two, three, four, five] = withContent.slice(4).map(({ id }) => id) as string[]
  const later = () => vi.setSystemTime(Date.now() + 60_000)
  const content = withContent[5]?.spans.find(({ role }) => role === 'content') ?? { start: 0, end: 9 }
  const doings = [
    () =>
      appendCorrections(db, [one as string], {
        ...{ ...nothing, act: 'denial', negated: true, naming: 'anonymous', role: 'aide', affiliation: 'the palace' },
        spans: { content: [{ start: 3, end: 40 }], source: [{ start: 41, end: 50 }], addressee: [] },
      }),
    () => splitClaim(db, two as string, [Math.ceil((content.start + content.end) / 2)], by),
    () => joinClaims(db, three as string, [four as string], { ...by, source: 'One Voice' }),
    () => appendCorrections(db, [five as string], { ...nothing, spans: { cue: [{ start: 60, end: 70 }] } }),
    () => undoCorrection(db, five as string, by),
    () =>
      addClaim(db, article.id, {
        ...{ ...nothing, act: 'promise', source: 'Somebody New' },
        spans: { cue: [{ start: 10, end: 14 }], content: [{ start: 20, end: 80 }] },
      }),
    () => addClaim(db, article.id, { ...nothing, spans: { content: [{ start: 90, end: 120 }] } }),
  ]
  for (const doing of doings) {
    later()
    await doing()
  }
}

function placeOf({ article }: ArticleRecord, location: string, uri = article.uri) {
  const origin: InputOrigin = {
    location,
    uri,
    rawSha256: article.rawSha256,
    decodedHow: 'text; charset=utf-8',
    retrievedAt: null,
  }
  const { told } = placeSaying(article, location, `Said in “${location}” 😀`, [
    'More on this\nRents',
    'Comments \u202e',
  ])
  return { articleId: article.id, origin, told }
}

function makeDead() {
  const article = buildArticle('An article “that” hangs 😀.', { uri: 'news/hangs.txt' })
  return [
    {
      articleId: article.id,
      uri: article.uri,
      stage: 'claims',
      stageVersion: 1,
      kind: 'timeout',
      error: 'took longer than 10 seconds',
      article,
    },
    {
      articleId: null,
      uri: 'news/binary.txt',
      stage: 'read',
      stageVersion: 1,
      kind: 'not-text',
      error: 'holds control characters',
      article: null,
    },
  ]
}

async function runOnce(db: string, batches: readonly Batch[]): Promise<void> {
  const store = await openStore(db)
  try {
    const run = await store.startRun(ON_THIS_HOST)
    for (const batch of batches) {
      vi.setSystemTime(Date.now() + 1_000)
      await store.write(run, batch)
    }
    const records = batches.flatMap(batch => batch.records)
    const dead = batches.reduce((sum, batch) => sum + batch.dead.length, 0)
    const skipped = batches.reduce((sum, batch) => sum + batch.skipped.length, 0)
    const places = batches.flatMap(({ inputs = [] }) => inputs)
    const withPlaces = new Set(places.map(({ articleId }) => articleId))
    const done = places.length + records.filter(({ article }) => !withPlaces.has(article.id)).length
    await store.endRun(run, 'finished', {
      inputs: done + dead + skipped,
      done: records.length,
      unchanged: done - records.length,
      skipped,
      dead,
      claims: records.reduce((sum, { claims }) => sum + claims.length, 0),
    })
  } finally {
    await store.close()
  }
}
