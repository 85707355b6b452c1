import { describe, expect, it } from 'vitest'
import { writeReport } from '../../src/web/report/write-report.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { placeSaying, readUntilTestEnds, storePlaces, storeRecords } from '../support/stored-database.ts'
import { startSite, wordsOf } from './site.ts'

const record = buildArticleRecord(
  'Ms Ode said the lock was shut.',
  [{ source: 'Ms Ode', cue: 'said', content: 'the lock was shut' }],
  {
    article: {
      uri: 'news/lock.html',
      publisher: 'Courier',
      section: 'Harbour',
      publishedAt: '2026-03-04T10:00:00Z',
      modifiedAt: '2026-03-05T10:00:00Z',
      origins: { publisher: 'og:site_name', section: 'breadcrumbs', modifiedAt: 'JSON-LD dateModified' },
    },
  },
)
const { article } = record

/** The article's page, and a report of it. */
async function show(path: string): Promise<readonly string[]> {
  const site = await startSite(path)
  const { body } = await site.get(`/articles/${article.id}`)
  const { database } = readUntilTestEnds(path)
  let report = ''
  const options = {
    filter: {},
    isWhole: true,
    chosen: '',
    database: 'a.db',
    version: '0',
    madeAt: '2026-04-01T00:00:00Z',
  }
  await writeReport(database, options, piece => {
    report += piece
  })
  return [body, report]
}

describe('the page of an article, and its report', () => {
  it('say its section and when it was changed, and by what that is known', async () => {
    for (const page of await show(storeRecords([record]))) {
      expect(wordsOf(page)).toMatch(/Courier · Harbour · 4 Mar 2026 · changed 5 Mar 2026/)
      expect(page).toContain('<span title="Known by: breadcrumbs">Harbour</span>')
      expect(page).toContain('title="Known by: JSON-LD dateModified"')
    }
  })

  it('hold what each place says and what was left out there, folded', async () => {
    const path = storeRecords([record])
    storePlaces(path, [placeSaying(article, 'wire/lock.xml', 'Lock shut', ['More on this\nFerry times', 'Comments'])])
    for (const page of await show(path)) {
      const folded = [...page.matchAll(/<details><summary>What .*?<\/details>/gs)].map(([details]) => wordsOf(details))
      expect(folded).toEqual([
        expect.stringMatching(/What news\/lock\.html says, and 0 passages left out.*section Harbour breadcrumbs/s),
        expect.stringMatching(
          /What wire\/lock\.xml says, and 2 passages left out.*title Lock shut Lock shut.*More on this\s+Ferry times.*Comments/s,
        ),
      ])
      expect(page).not.toMatch(/<details open/)
    }
  })

  it('hold no more of them than somebody reads, and say how many there are', async () => {
    const path = storeRecords([record])
    const many = Array.from({ length: 120 }, (_, n) => `Passage number ${n}.`)
    storePlaces(path, [
      placeSaying(article, 'a.html', 'One', many),
      ...Array.from({ length: 20 }, (_, n) => placeSaying(article, `mirror/${n}.html`, 'Other', [])),
    ])
    for (const page of await show(path)) {
      expect(wordsOf(page)).toContain('and 120 passages left out')
      expect(page.match(/Passage number/g)).toHaveLength(50)
      expect(wordsOf(page)).toMatch(/70 more; hearsay show --left-out prints all/)
      expect(page.match(/<summary>What/g)).toHaveLength(10)
      expect(wordsOf(page)).toContain('It was read in 12 more places, too.')
    }
  })
})
