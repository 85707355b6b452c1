import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { countClaims } from '../../src/store/queries/claims.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { analyseNewsroom } from './newsroom.ts'
import { startSite, startSiteOf, wordsOf } from './site.ts'

let records: readonly ArticleRecord[] = []
beforeAll(async () => {
  records = await analyseNewsroom(8)
})

describe('claims', () => {
  it('finds words, marks them and says how many there are', async () => {
    const site = await startSiteOf(records)
    const { body, status } = await site.get('/claims?q=the')
    expect(status).toBe(200)
    expect(wordsOf(body)).toMatch(/\d+ claims on the/)
    expect(body).toMatch(/<mark>the<\/mark>/i)
  })

  it('lists what the command line lists, and attitudes on request', async () => {
    const path = storeRecords(records)
    const { database } = readUntilTestEnds(path)
    const [listed, all] = [await countClaims(database, { attitudes: false }), await countClaims(database)]
    expect(all).toBeGreaterThan(listed)
    const site = await startSite(path)
    const { body } = await site.get('/claims')
    expect(wordsOf(body)).toContain(` ${listed} claims `)
    expect(wordsOf(body)).toContain(`List ${all - listed} of belief, intention, feeling too`)
    const more = /href="([^"]*attitudes=1)"/.exec(body)?.[1] ?? ''
    expect(wordsOf((await site.get(more)).body)).toContain(` ${all} claims `)
    const articles = wordsOf((await site.get('/articles?order=title')).body)
    expect(articles).toContain('Claims count without belief, intention, feeling.')
  })

  it('finds sources, titles and bylines too, and marks what was found', async () => {
    const record = buildArticleRecord(
      'Ms Roy said that rents rose.',
      [{ source: 'Ms Roy', cue: 'said', content: 'that rents rose' }],
      {
        article: { title: 'Housing in Vale', byline: 'Ida Holm' },
      },
    )
    const site = await startSiteOf([record])
    for (const [words, marked] of [
      ['roy', 'Roy'],
      ['holm', 'Holm'],
      ['vale', 'Vale'],
      ['"rents rose"', 'rents rose'],
      ['roy holm rents', 'Holm'],
    ] as const) {
      const { body } = await site.get(`/claims?q=${encodeURIComponent(words)}`)
      expect(wordsOf(body)).toContain(' 1 claim on ')
      expect(body).toContain(`<mark>${marked}</mark>`)
    }
    expect(wordsOf((await site.get('/claims?q=roy+nobody')).body)).toContain(' 0 claims on ')
  })

  it('leads from page to page by what stands on them, and back', async () => {
    const site = await startSiteOf(records)
    const first = await site.get('/claims')
    const next = /rel="next" href="([^"]+)"/.exec(first.body)?.[1] as string
    const second = await site.get(next)
    expect(wordsOf(second.body)).toContain('26–50 of')
    const previous = /rel="prev" href="([^"]+)"/.exec(second.body)?.[1] as string
    expect(claimsOn((await site.get(previous)).body)).toEqual(claimsOn(first.body))
    expect(claimsOn(second.body).filter(id => claimsOn(first.body).includes(id))).toEqual([])
  })

  it('says so when there is no such claim to go on from, and begins anew', async () => {
    const site = await startSiteOf(records)
    const first = claimsOn((await site.get('/claims')).body)
    for (const where of ['after', 'before']) {
      const { status, body } = await site.get(`/claims?${where}=zzz`)
      expect(status).toBe(200)
      expect(wordsOf(body)).toContain('There is no claim “zzz” to go on from')
      expect(claimsOn(body)).toEqual(first)
    }
    expect(wordsOf((await site.get(`/claims?after=${first[0]}`)).body)).not.toContain('There is no claim')
  })

  it('finds nothing of a source that is unknown', async () => {
    const { body } = await (await startSiteOf(records)).get('/claims?source=zzz')
    expect(wordsOf(body)).toMatch(/\b0 claims/)
    expect(claimsOn(body)).toEqual([])
  })

  it('keeps what was chosen in every address', async () => {
    const site = await startSiteOf(records)
    const { body } = await site.get('/claims?naming=named&quotation=direct&q=the')
    const links = [...body.matchAll(/href="(\/claims\?[^"]*act=[^"]*)"/g)].map(([, link]) => link as string)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(link).toMatch(/q=the&amp;naming=named&amp;quotation=direct/)
    expect(body).toContain('<input type="hidden" name="naming" value="named"')
  })

  it.each([
    ['/claims?act=shouting', /"shouting" is no act; choose from statement/],
    ['/claims?since=2024-02-30', /"2024-02-30" is no date of the calendar/],
    ['/claims?until=yesterday', /is no date/],
    ['/anonymous?order=mood', /cannot be sorted by "mood"/],
    ['/anonymous?naming=named', /no kind of source without a name; choose from anonymous/],
    ['/anonymous?from=x', /is no place in the list/],
    ['/anonymous?sort=zz', /knows no parameter "sort"; it takes order, descending, naming/],
    ['/anonymous?lone=yes', /"yes" is no value of lone; write lone=1/],
    ['/claims?rejected=true', /"true" is no value of rejected/],
    ['/claims?after=1&before=2', /give after or before, not both/],
    ['/articles?order=mood', /cannot be sorted by "mood"; choose from published/],
    ['/articles?findings=some', /"some" is no value of findings/],
    ['/articles?since=soon', /is no date/],
    ['/claims?attitudes=all', /is no value of attitudes/],
    ['/claims?page=3', /knows no parameter "page"/],
    ['/sources?order=name', /knows no parameter "order"; it takes q, from/],
    ['/runs?limit=1', /knows no parameter "limit"/],
    ['/sql?query=SELECT+1', /knows no parameter "query"; it takes q/],
    ['/sql.csv?query=SELECT+1', /knows no parameter "query"/],
  ])('%s is answered with 400 and one sentence', async (path, words) => {
    const { status, body } = await (await startSiteOf([])).get(path)
    expect(status).toBe(400)
    expect(wordsOf(body)).toMatch(words)
  })

  it('a list goes back to its last page from a place beyond its end', async () => {
    const site = await startSiteOf(records)
    const { body } = await site.get('/sources?from=99999')
    expect(wordsOf(body)).toMatch(/none here of \d/)
    const back = /rel="prev" href="([^"]+)"/.exec(body)?.[1]
    const last = wordsOf((await site.get(back ?? '')).body)
    const [, end, total] = /\d+–(\d+) of (\d+)/.exec(last) ?? []
    expect(end).toBeDefined()
    expect(end).toBe(total)
  })

  it.each(['/claims/ffffff', '/articles/nowhere.txt', '/sources/ffff', '/runs/99', '/nowhere'])(
    '%s is answered with 404',
    async path => {
      expect((await (await startSiteOf(records)).get(path)).status).toBe(404)
    },
  )

  it('an empty database has pages too', async () => {
    const site = await startSiteOf([])
    for (const path of [
      '/claims',
      '/articles',
      '/articles?q=x&findings=with',
      '/sources',
      '/anonymous',
      '/quote?q=x',
      '/runs',
      '/sql',
      '/claims?q=x',
    ])
      expect((await site.get(path)).status).toBe(200)
  })
})

function claimsOn(body: string): string[] {
  return [...body.matchAll(/<p class="what">\s*<a href="\/claims\/([0-9a-f]+)"/g)].map(([, id]) => id as string)
}
