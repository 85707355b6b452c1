import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../../../test/support/stored-database.ts'
import { resolveArticle } from './resolve-article.ts'
import { resolveClaim } from './resolve-claim.ts'

const at = (uri: string, text: string, id?: string) =>
  buildArticleRecord(text, [{ cue: 'said' }], { article: { uri, ...(id === undefined ? {} : { id }) } })
const usage = (words: string) => expect.objectContaining({ exitCode: 2, message: expect.stringContaining(words) })

describe('resolveArticle', () => {
  const first = at('news/a.txt', 'A said.', 'abc111')
  const second = at('news/b.txt', 'B said.', 'abc222')
  const { article } = second

  it.each([
    ['its URI', 'news/b.txt'],
    ['the end of its URI', 'b.txt'],
    ['its id', article.id],
    ['the beginning of its id', 'abc2'],
    ['the beginning of its id in capitals', 'ABC2'],
  ])('knows an article by %s', async (_, reference) => {
    const { database } = readUntilTestEnds(storeRecords([first, second]))
    expect(await resolveArticle(database, reference)).toBe(article.id)
  })

  it('refuses what is unknown or could be several', async () => {
    const elsewhere = at('archive/b.txt', 'Another B said.')
    const { database } = readUntilTestEnds(storeRecords([first, second, elsewhere]))
    await expect(resolveArticle(database, 'c.txt')).rejects.toThrow(usage('No article'))
    await expect(resolveArticle(database, '')).rejects.toThrow(usage('No article'))
    await expect(resolveArticle(database, '.txt')).rejects.toThrow(usage('No article'))
    await expect(resolveArticle(database, 'abc')).rejects.toThrow(usage('more than one article'))
    await expect(resolveArticle(database, 'b.txt')).rejects.toThrow(usage('more than one article'))
  })

  it('does not take the middle of a name for its end', async () => {
    const { database } = readUntilTestEnds(storeRecords([at('news/verbb.txt', 'V said.'), second]))
    expect(await resolveArticle(database, 'b.txt')).toBe(article.id)
  })
})

describe('resolveClaim', () => {
  const record = at('news/a.txt', 'A said.')
  const [claim] = record.claims
  const withIds = (...ids: string[]) => ({
    ...record,
    claims: ids.map(id => ({ ...claim, id }) as NonNullable<typeof claim>),
  })

  it('knows a claim by its id and by the beginning of it', async () => {
    const { database } = readUntilTestEnds(storeRecords([withIds('aa11', 'aa22')]))
    expect(await resolveClaim(database, 'aa11')).toEqual({ id: 'aa11', articleId: record.article.id })
    expect(await resolveClaim(database, 'AA2')).toEqual({ id: 'aa22', articleId: record.article.id })
  })

  it('prefers a whole id to a longer one that begins with it', async () => {
    const { database } = readUntilTestEnds(storeRecords([withIds('aa', 'aa22')]))
    expect(await resolveClaim(database, 'aa')).toMatchObject({ id: 'aa' })
  })

  it('refuses what is unknown or could be several', async () => {
    const { database } = readUntilTestEnds(storeRecords([withIds('aa11', 'aa22')]))
    await expect(resolveClaim(database, 'bb')).rejects.toThrow(usage('No claim is known as "bb"'))
    await expect(resolveClaim(database, '')).rejects.toThrow(usage('No claim'))
    await expect(resolveClaim(database, 'aa')).rejects.toThrow(usage('aa11, aa22'))
  })
})
