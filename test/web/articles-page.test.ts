import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { checkArticles } from '../../src/policy/check-articles.ts'
import { loadPolicy } from '../../src/policy/load-policy.ts'
import { countClaims } from '../../src/store/queries/claims.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { analyseNewsroom } from './newsroom.ts'
import { startSite, startSiteOf, wordsOf } from './site.ts'

let records: readonly ArticleRecord[] = []
beforeAll(async () => {
  records = await analyseNewsroom(12)
})

/** The rows of the list, each as its words. */
function rowsOn(body: string): readonly { readonly id: string; readonly words: string }[] {
  return [...body.matchAll(/<tr role="row">\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => ({
    id: /\/articles\/([0-9a-f]+)/.exec(row)?.[1] ?? '',
    words: wordsOf(row),
  }))
}

describe('articles', () => {
  it('has of each article its claims, the share of sources without a name, and what the policy finds', async () => {
    const path = storeRecords(records)
    const { database } = readUntilTestEnds(path)
    const { body } = await (await startSite(path)).get('/articles')
    const rows = rowsOn(body)
    expect(rows.map(({ id }) => id).toSorted()).toEqual(records.map(({ article }) => article.id).toSorted())
    const found = new Map<string, number>()
    const policy = loadPolicy(undefined, '.')
    for await (const { findings } of checkArticles(database, policy))
      for (const { article } of findings) if (article !== null) found.set(article.id, (found.get(article.id) ?? 0) + 1)
    for (const { id, words } of rows) {
      const claims = await countClaims(database, { article: id, attitudes: false })
      const anonymous = await countClaims(database, { article: id, attitudes: false, naming: ['anonymous'] })
      expect(words).toMatch(new RegExp(` ${claims} \\d+% ${Math.round((100 * anonymous) / Math.max(1, claims))}% `))
      const counts = [...words.matchAll(/(\d+) (?:error|warning|note)/g)].map(([, count]) => Number(count))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(found.get(id) ?? 0)
    }
    const withFindings = rowsOn((await (await startSite(path)).get('/articles?findings=with')).body)
    expect(withFindings.map(({ id }) => id).toSorted()).toEqual([...found.keys()].toSorted())
  })

  it('sorts by every column, both ways', async () => {
    const site = await startSiteOf(records)
    for (const order of ['published', 'title', 'publisher', 'claims', 'unnamed', 'anonymous']) {
      const up = rowsOn((await site.get(`/articles?order=${order}`)).body).map(({ id }) => id)
      const down = rowsOn((await site.get(`/articles?order=${order}&descending=1`)).body).map(({ id }) => id)
      expect(up.toSorted()).toEqual(down.toSorted())
      expect(up).not.toEqual(down)
    }
    const titles = rowsOn((await site.get('/articles?order=title')).body).map(
      ({ id }) =>
        records
          .find(({ article }) => article.id === id)
          ?.article.title?.toLowerCase()
          .replace(/[^a-z0-9]+/g, ' ')
          .trim() ?? '',
    )
    expect(titles).toEqual(titles.toSorted())
    const undatedLast = rowsOn((await site.get('/articles?order=published')).body).at(-1)?.id
    expect(records.find(({ article }) => article.id === undatedLast)?.article.publishedAt).toBeNull()
  })

  it('narrows by publisher, month and words, and counts what each would leave', async () => {
    const site = await startSiteOf(records)
    const { body } = await site.get('/articles')
    for (const [, link = '', count] of body.matchAll(
      /href="(\/articles\?(?:publisher|since)=[^"]*)"><span class="value">[^<]*<\/span> <span class="number">(\d+)</g,
    ))
      expect(rowsOn((await site.get(link.replaceAll('&amp;', '&'))).body)).toHaveLength(Number(count))
    const word = /[A-Za-z]{5,}/.exec(records[3]?.article.title ?? '')?.[0] ?? ''
    const found = rowsOn((await site.get(`/articles?q=${word}`)).body)
    expect(found.map(({ id }) => id)).toContain(records[3]?.article.id)
    expect((await site.get(`/articles?q=${word}`)).body).toContain(`<mark>${word}</mark>`)
    expect(rowsOn((await site.get('/articles?q=harbour+courier')).body)).toHaveLength(3)
  })

  it('says what to do first where there is nothing', async () => {
    const site = await startSiteOf([])
    for (const path of ['/articles', '/claims'])
      expect(wordsOf((await site.get(path)).body)).toContain(
        'No article has been read yet. Read some from the command line',
      )
  })
})
