import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import { type ClaimFilter, countClaims, findClaims } from './claims.ts'

const budget = buildArticleRecord(
  'Ms Roy told reporters the 100% tariff was dead. “It is over,” she said. Officials hope for shared values.',
  [
    {
      source: 'Ms Roy',
      cue: 'told',
      content: 'the 100% tariff was dead',
      addressee: 'reporters',
      claim: { cueLemma: 'tell' },
    },
    {
      source: 'she',
      cue: 'said',
      content: 'It is over,',
      claim: { quotation: 'direct' },
      describe: { name: { value: 'Arundhati Roy', span: null } },
    },
    {
      source: 'Officials',
      cue: 'hope',
      content: 'for shared values',
      claim: { act: 'feeling' },
      describe: { naming: 'unnamed', kind: 'group' },
    },
  ],
  { article: { uri: 'news/budget.txt', title: 'Budget', publishedAt: '2026-05-31T23:00:00-05:00' } },
)
const storm = buildArticleRecord(
  'The storm reportedly cut off values of pressure in two places.',
  [{ cue: 'reportedly', content: ['The storm', 'cut off values of pressure'], claim: { act: 'statement' } }],
  { article: { uri: 'news/storm.txt', publishedAt: '2026-05-31' } },
)

async function contentOf(filter: ClaimFilter): Promise<(string | null)[]> {
  const { database } = readUntilTestEnds(storeRecords([storm, budget]))
  const claims = await findClaims(database, filter)
  expect(await countClaims(database, filter)).toBe(claims.length)
  return claims.map(claim => claim.content)
}

const tariff = 'the 100% tariff was dead'
const over = 'It is over,'
const values = 'for shared values'
const storms = 'The storm … cut off values of pressure'

describe('findClaims', () => {
  it.each<[string, ClaimFilter, string[]]>([
    ['everything, in the order of URI and text', {}, [tariff, over, values, storms]],
    ['no attitudes', { attitudes: false }, [tariff, over, storms]],
    ['an attitude that is asked for', { attitudes: false, act: ['feeling'] }, [values]],
    ['a source as the text has it, whatever the case', { source: 'roy' }, [tariff, over]],
    ['a source by its resolved name', { source: 'Arundhati' }, [over]],
    ['a source with a wildcard in it', { source: '%' }, []],
    ['a naming', { naming: ['unnamed'] }, [values]],
    ['claims without a source', { naming: ['unstated'] }, [storms]],
    ['several namings', { naming: ['unstated', 'unnamed'] }, [values, storms]],
    ['a quotation', { quotation: ['direct'] }, [over]],
    ['a cue by its lemma', { cue: 'tell' }, [tariff]],
    ['a cue as the text has it', { cue: 'Told' }, [tariff]],
    ['words of the content', { text: 'values' }, [values, storms]],
    ['a phrase of the content', { text: '"shared values"' }, [values]],
    ['the beginning of a word', { text: 'tar*' }, [tariff]],
    ['an article', { article: 'storm.txt' }, [storms]],
    ['a time in another zone', { since: '2026-06-01T04:00:00Z' }, [tariff, over, values]],
    ['a day', { since: '2026-05-31' }, [tariff, over, values, storms]],
    ['conditions together', { source: 'Roy', quotation: ['direct'] }, [over]],
  ])('finds %s', async (_, filter, expected) => {
    expect(await contentOf(filter)).toEqual(expected)
  })

  it('gives one flat row a claim', async () => {
    const { database } = readUntilTestEnds(storeRecords([budget]))
    const [first] = await findClaims(database, { limit: 1 })
    expect(first).toMatchObject({
      id: budget.claims[0]?.id,
      article_id: budget.article.id,
      uri: 'news/budget.txt',
      title: 'Budget',
      published_at: '2026-05-31T23:00:00-05:00',
      published_utc: '2026-06-01T04:00:00.000Z',
      status: 'accepted',
      naming: 'named',
      source: 'Ms Roy',
      cue: 'told',
      cue_lemma: 'tell',
      content: tariff,
      addressee: 'reporters',
      parent_id: null,
      start: 0,
      source_start: 0,
      cue_start: 7,
      content_start: 22,
      context: `Ms Roy told reporters ${tariff}`,
    })
  })

  it('gives a claim without source or addressee', async () => {
    const { database } = readUntilTestEnds(storeRecords([storm]))
    expect(await findClaims(database)).toMatchObject([
      { naming: 'unstated', source: null, kind: null, name: null, addressee: null, source_start: null },
    ])
  })

  it('says what is wrong with a date or an article', async () => {
    const { database } = readUntilTestEnds(storeRecords([storm]))
    const usage = (words: string) => expect.objectContaining({ exitCode: 2, message: expect.stringContaining(words) })
    await expect(findClaims(database, { since: 'May' })).rejects.toThrow(usage('"May" is no date'))
    await expect(findClaims(database, { article: 'rain.txt' })).rejects.toThrow(
      usage('No article is known as "rain.txt"'),
    )
  })
})
