import { describe, expect, it } from 'vitest'
import { buildArticleRecord, groundedIn } from '../../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import { findArticles } from './articles.ts'
import { findAnonymous } from './sources/anonymous.ts'
import { findSources } from './sources.ts'

const roy = { id: 'entity-roy', name: 'Arundhati Roy', kind: 'person' as const }
const asRoy = { name: { value: 'Arundhati Roy', span: null }, entityId: roy.id }

const ledgerText =
  'Two senior Indian officials familiar with the matter said talks had failed, not being authorised to speak. ' +
  'One of the officials said more would follow. Ms Roy said no.'
const ledger = buildLedger()
const later = buildArticleRecord(
  'Roy said yes. Officials said maybe.',
  [
    { source: 'Roy', cue: 'said', content: 'yes', describe: asRoy },
    { source: 'Officials', cue: 'said', content: 'maybe', from: 'Off', describe: { naming: 'unnamed', kind: 'group' } },
  ],
  { article: { uri: 'news/later.txt', publishedAt: '2026-06-02' }, entities: [roy] },
)

function buildLedger() {
  const record = buildArticleRecord(
    ledgerText,
    [
      {
        source: 'Two senior Indian officials familiar with the matter',
        cue: 'said',
        content: 'talks had failed',
        describe: {
          naming: 'anonymous',
          number: { value: 2, span: { start: 0, end: 3 } },
          role: groundedIn(ledgerText, 'officials'),
          affiliation: groundedIn(ledgerText, 'Indian'),
          knowledge: groundedIn(ledgerText, 'familiar with the matter'),
          reason: groundedIn(ledgerText, 'not being authorised to speak'),
        },
      },
      {
        source: 'One of the officials',
        cue: 'said',
        content: 'more would follow',
        from: 'One of',
        describe: { naming: 'unnamed' },
      },
      { source: 'Ms Roy', cue: 'said', content: 'no', from: 'Ms Roy', describe: asRoy },
    ],
    { article: { uri: 'news/ledger.txt', publishedAt: '2026-06-01' }, entities: [roy] },
  )
  const [officials, one, ...others] = record.sources
  if (officials === undefined || one === undefined) throw new Error('two sources were built')
  return { ...record, sources: [officials, { ...one, antecedentId: officials.id }, ...others] }
}

describe('findSources', () => {
  it('joins a named source across articles and keeps unnamed ones apart', async () => {
    const { database } = readUntilTestEnds(storeRecords([later, ledger]))
    const sources = await findSources(database)
    expect(sources[0]).toEqual({
      source: 'Arundhati Roy',
      naming: 'named',
      kind: 'person',
      entity_id: roy.id,
      claims: 2,
      articles: 2,
      first_published: '2026-06-01T00:00:00.000Z',
      last_published: '2026-06-02T00:00:00.000Z',
    })
    expect(sources.slice(1).map(source => source.source)).toEqual([
      'Officials',
      'One of the officials',
      'Two senior Indian officials familiar with the matter',
    ])
  })

  it('finds a source by words, naming and limit', async () => {
    const { database } = readUntilTestEnds(storeRecords([later, ledger]))
    expect(await findSources(database, { name: 'ROY' })).toHaveLength(1)
    expect(await findSources(database, { naming: ['anonymous'] })).toMatchObject([{ articles: 1, claims: 1 }])
    expect(await findSources(database, { limit: 2 })).toHaveLength(2)
  })
})

describe('findAnonymous', () => {
  it('gives one row a source and article, with the claims under its later words', async () => {
    const { database } = readUntilTestEnds(storeRecords([later, ledger]))
    const rows = await findAnonymous(database)
    expect(rows.map(row => [row.uri, row.source, row.claims])).toEqual([
      ['news/later.txt', 'Officials', 1],
      ['news/ledger.txt', 'Two senior Indian officials familiar with the matter', 2],
    ])
    expect(rows[1]).toMatchObject({
      naming: 'anonymous',
      number: 2,
      number_start: 0,
      number_end: 3,
      affiliation: 'Indian',
      knowledge: 'familiar with the matter',
      reason: 'not being authorised to speak',
    })
  })

  it('finds by naming, article, time and limit', async () => {
    const { database } = readUntilTestEnds(storeRecords([later, ledger]))
    expect(await findAnonymous(database, { naming: ['unnamed'] })).toMatchObject([{ uri: 'news/later.txt' }])
    expect(await findAnonymous(database, { article: 'ledger.txt' })).toMatchObject([{ naming: 'anonymous' }])
    expect(await findAnonymous(database, { since: '2026-06-02' })).toMatchObject([{ uri: 'news/later.txt' }])
    expect(await findAnonymous(database, { limit: 1 })).toHaveLength(1)
  })
})

describe('findArticles', () => {
  it('counts what each article holds', async () => {
    const { database } = readUntilTestEnds(storeRecords([later, ledger]))
    expect(await findArticles(database)).toMatchObject([
      { uri: 'news/later.txt', claims: 2, sources: 2, anonymous: 1, candidates: 0, run_id: 1 },
      { uri: 'news/ledger.txt', claims: 3, sources: 3, anonymous: 1, characters: ledgerText.length },
    ])
    expect(await findArticles(database, { since: '2026-06-02', limit: 5 })).toMatchObject([{ uri: 'news/later.txt' }])
  })
})
