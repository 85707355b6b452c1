import { expect, it } from 'vitest'
import type { Article } from '../src/domain/article.ts'
import { analyseArticle } from '../src/run/analyse-linear.ts'
import { readArticleRecord } from '../src/store/queries/article-record.ts'
import { findAnonymous } from '../src/store/queries/sources/anonymous.ts'
import { findSaidBy } from '../src/store/queries/sources/said-by.ts'
import { findSources } from '../src/store/queries/sources.ts'
import { articleWith } from './support/article.ts'
import { readUntilTestEnds, storeRecords } from './support/stored-database.ts'

const analyse = (uri: string, publishedAt: string, text: string) =>
  analyseArticle({ ...(articleWith(text) as Article), uri, publishedAt })

const first = await analyse(
  'may.txt',
  '2026-05-01T00:00:00Z',
  'Finance Minister Anita Mensah spoke. Mensah said the levy will rise.',
)
const second = await analyse('june.txt', '2026-06-01T00:00:00Z', 'Anita Mensah said the levy will not rise.')
const third = await analyse('july.txt', '2026-07-01T00:00:00Z', 'The levy fell. Mr Mensah said the harvest was lost.')

it('a later article changes no row of an earlier one', async () => {
  const alone = readUntilTestEnds(storeRecords([first]))
  const among = readUntilTestEnds(storeRecords([first], [second, third]))
  const { id } = first.article
  expect(await readArticleRecord(among.database, id)).toEqual(await readArticleRecord(alone.database, id))
})

it('joins sources by full name, never by a surname', async () => {
  const { database } = readUntilTestEnds(storeRecords([first, second, third]))
  const named = await findSources(database, { naming: ['named'] })
  expect(named.map(({ source, articles }) => [source, articles])).toEqual([
    ['Anita Mensah', 2],
    ['Mensah', 1],
  ])
})

it('shows all that a source has said, newest first', async () => {
  const { database } = readUntilTestEnds(storeRecords([first, second, third]))
  const said = await findSaidBy(database, { name: 'Anita Mensah' })
  expect(said.map(({ uri }) => uri)).toEqual(['june.txt', 'may.txt'])
})

it('follows a claim from whom a source cites to the article', async () => {
  const record = await analyse(
    'bank.txt',
    '2026-05-01',
    'Reuters reported that the bank will close, citing two officials.',
  )
  const { database } = readUntilTestEnds(storeRecords([record]))
  const claim = record.claims.find(({ citedId }) => citedId !== null)
  const hops = await database
    .selectFrom('v_chain')
    .select(['hop', 'teller', 'source'])
    .where('claim_id', '=', claim?.id ?? '')
    .orderBy('hop')
    .execute()
  expect(hops).toEqual([
    { hop: 0, teller: 'cited', source: 'two officials' },
    { hop: 1, teller: 'source', source: 'Reuters' },
    { hop: 2, teller: 'article', source: 'bank.txt' },
  ])
  const [officials] = await findAnonymous(database)
  expect(officials).toMatchObject({ source: 'two officials', number: 2, claims: 1 })
})

it.each([
  [
    'The agency quoted a spokesman as saying that the bank will close.',
    'quoted … as saying',
    'a spokesman',
    'The agency',
  ],
  [
    'Witnesses were quoted by state radio as saying the bank had closed.',
    'were quoted by … as saying',
    'Witnesses',
    'state radio',
  ],
] as const)('follows what somebody quotes another as saying: %s', async (text, cue, source, relay) => {
  const record = await analyse('bank.txt', '2026-05-01', text)
  const { database } = readUntilTestEnds(storeRecords([record]))
  const hops = await database.selectFrom('v_chain').select(['hop', 'teller', 'source', 'cue']).orderBy('hop').execute()
  expect(hops).toEqual([
    { hop: 0, teller: 'source', source, cue },
    { hop: 1, teller: 'relay', source: relay, cue: null },
    { hop: 2, teller: 'article', source: 'bank.txt', cue: null },
  ])
})

it('gives to who is quoted what they said besides', async () => {
  const text =
    'It rained on Monday. The agency quoted a guard as saying that the bank will close, adding that its staff will leave.'
  const { claims } = await analyse('bank.txt', '2026-05-01', text)
  const sources = claims.map(({ spans }) => spans.find(({ role }) => role === 'source'))
  expect(sources.map(source => source?.text)).toEqual(['a guard', 'a guard'])
})

it('makes no claim of whom a source cites', async () => {
  const text = 'The paper, citing two officials, reported that the bank will close.'
  const { claims } = await analyse('bank.txt', '2026-05-01', text)
  expect(claims.map(({ cueLemma }) => cueLemma)).toEqual(['report'])
})

it('says whether a named source makes the same claim as one without a name', async () => {
  const record = await analyse(
    'mine.txt',
    '2026-05-01',
    'Officials said the northern mine will close in June. Anita Mensah said the northern mine will close in June.',
  )
  const { database } = readUntilTestEnds(storeRecords([record]))
  expect(await findAnonymous(database)).toMatchObject([{ source: 'Officials', claims: 1, corroborated: 1 }])
})
