import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord, ClaimRecord } from '../../src/domain/record.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { buildArticleRecord, spanOf } from '../support/article-record.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, storeRecords } from '../support/stored-database.ts'
import { analyseNewsroom } from './newsroom.ts'
import { startSite, startSiteOf, wordsOf } from './site.ts'

let records: readonly ArticleRecord[] = []
beforeAll(async () => {
  records = await analyseNewsroom(8)
})

/** A claim whose cue stands in the content of another. */
function firstNested(): { record: ArticleRecord; outer: ClaimRecord; inner: ClaimRecord } {
  for (const record of records)
    for (const outer of record.claims)
      for (const inner of record.claims) {
        const cue = inner.spans.find(({ role }) => role === 'cue')
        const holds = outer.spans.some(
          ({ role, start, end }) => role === 'content' && cue !== undefined && start < cue.start && cue.end < end,
        )
        if (holds && outer !== inner) return { record, outer, inner }
      }
  throw new Error('no sample article has a claim inside another')
}

describe('an article', () => {
  it('has all its text, whatever is marked in it', async () => {
    const site = await startSiteOf(records)
    for (const { article } of records) {
      const { body } = await site.get(`/articles/${article.id}`)
      expect(textOn(body)).toBe(article.text.replace(/\s+/g, ' ').trim())
    }
  })

  it('has its title once, as the heading of its text where that begins with it', async () => {
    const headed = records[0] as ArticleRecord
    const plain = buildArticleRecord('Ms Roy said so.', [{ source: 'Ms Roy', cue: 'said', content: 'so' }], {
      article: { title: 'Roy speaks' },
    })
    const site = await startSiteOf([headed, plain])
    for (const [{ article }, heading] of [
      [headed, headed.article.title],
      [plain, 'Roy speaks'],
    ] as const) {
      const { body } = await site.get(`/articles/${article.id}`)
      expect(body.match(/<h1[ >]/g)).toHaveLength(1)
      const main = wordsOf(withoutMarkup(body.slice(body.indexOf('<main'), body.indexOf('<ol class="margin"'))))
      expect(main.split(String(heading))).toHaveLength(2)
    }
  })

  it('marks each part of each claim by exactly its words', async () => {
    const site = await startSiteOf(records)
    for (const { article, claims } of records) {
      const { body } = await site.get(`/articles/${article.id}`)
      for (const claim of claims) {
        const stretches = stretchesOf(body, claim.id)
        const words = claim.spans
          .toSorted((a, b) => a.start - b.start)
          .map(({ text }) => text)
          .join('')
        expect(squeeze(stretches.join(''))).toBe(squeeze(words))
      }
    }
  })

  it('shows a claim inside another as part of both', async () => {
    const { record, outer, inner } = firstNested()
    const { body } = await (await startSiteOf(records)).get(`/articles/${record.article.id}`)
    expect(body).toMatch(
      new RegExp(
        `class="mark (?:source|cue|content) in-content[^"]*"[^>]* data-claims="claim-${outer.id} claim-${inner.id}"`,
      ),
    )
  })

  it('numbers the parts of a split content', async () => {
    const text = '"We agree," Ms Roy, who has chaired the board for years, said to all. "We sign."'
    const record = buildArticleRecord(text, [{ source: 'Ms Roy', cue: 'said', content: ['"We agree,"', '"We sign."'] }])
    const { body } = await (await startSiteOf([record])).get(`/articles/${record.article.id}`)
    expect(body).toContain('aria-label="claim 1, content, part 1 of 2"')
    expect(body).toContain('aria-label="claim 1, content, part 2 of 2"')
  })

  it('has a card for each claim, and on that of the chosen one all that explain knows', async () => {
    const record = records[0] as ArticleRecord
    const site = await startSiteOf(records)
    for (const claim of record.claims) {
      const { body } = await site.get(`/articles/${record.article.id}?claim=${claim.id}`)
      expect(body.match(/class="card[ "]/g)).toHaveLength(record.claims.length)
      const card = wordsOf(cardOf(body, claim.id))
      for (const { start, end } of claim.spans) expect(card).toContain(`${start}–${end}`)
      for (const { rule } of claim.evidence) expect(card).toContain(rule)
      if (claim.evidence.some(({ detail }) => 'probability' in detail)) {
        expect(card).toContain('The learned model holds it right with')
        expect(card).not.toContain('cueProbability')
      }
      for (const part of [record.article.id, record.article.rawSha256, 'Run 1', 'wink-nlp 2.4.0', 'Rejected nearby'])
        expect(card).toContain(part)
    }
  })

  it('shows rejected candidates only when asked', async () => {
    const record = records.find(({ candidates }) => candidates.length > 0) as ArticleRecord
    const site = await startSiteOf(records)
    expect((await site.get(`/articles/${record.article.id}`)).body).not.toContain('id="rejected-1"')
    const { body } = await site.get(`/articles/${record.article.id}?rejected=1`)
    expect(body.match(/<li id="rejected-/g)).toHaveLength(record.candidates.length)
    expect(body).toMatch(/class="mark [^"]*rejected/)
  })

  it('says so when it has no such claim as was asked for', async () => {
    const { body } = await (await startSiteOf(records)).get(`/articles/${records[0]?.article.id}?claim=zzz`)
    expect(wordsOf(body)).toContain('The article has no claim “zzz”')
  })

  it('is found by the end of its path', async () => {
    const { body } = await (await startSiteOf(records)).get('/articles/cocoa-price-row.txt')
    expect(body).toContain('corpus/cocoa-price-row.txt')
  })

  it('that is long comes in parts, the one with the chosen claim first', async () => {
    const filler = `${'Nothing was said about it by anybody. '.repeat(40)}\n\n`
    const text = `${filler.repeat(100)}Ms Roy said that rents rose.`
    const record = buildArticleRecord(text, [
      { source: 'Ms Roy', cue: 'said', content: 'that rents rose', from: 'Ms Roy' },
    ])
    const site = await startSiteOf([record])
    const first = await site.get(`/articles/${record.article.id}`)
    expect(first.body.includes('No claims in this part')).toBe(true)
    expect(textOn(first.body).length).toBeLessThan(70_000)
    const chosen = await site.get(`/articles/${record.article.id}?claim=${record.claims[0]?.id}`)
    expect(textOn(chosen.body).endsWith('rents rose.')).toBe(true)
    expect((await site.get(`/articles/${record.article.id}?part=9`)).status).toBe(400)
  })
})

describe('a claim', () => {
  it('is marked by its parts in its sentences, and not where others speak', async () => {
    const text = 'It rained. Ms Roy said to all that rents rose, and left. It was late.'
    const said = spanOf(text, 'Ms Roy said to all that rents rose, and left.')
    const record = buildArticleRecord(text, [
      {
        source: 'Ms Roy',
        cue: 'said',
        content: 'that rents rose',
        addressee: 'to all',
        claim: { context: { start: said.start, end: said.end } },
      },
    ])
    const { body } = await (await startSiteOf([record])).get(`/claims/${record.claims[0]?.id}`)
    const shown = /<p class="in-context">([\s\S]*?)<\/p>/.exec(body)?.[1] ?? ''
    expect(shown).toBe(
      '<span class="around">It rained. </span><span class="mark source">Ms Roy</span> <span class="mark cue">said</span> ' +
        '<span class="mark addressee">to all</span> <span class="mark content">that rents rose</span>, and left.' +
        '<span class="around"> It was late.</span>',
    )
  })

  it('tells of the model in the words of explain', async () => {
    const claims = records.flatMap(({ claims }) => claims)
    const learned = claims.find(({ evidence }) => evidence.some(({ detail }) => 'probability' in detail))
    const { body } = await (await startSiteOf(records)).get(`/claims/${learned?.id}`)
    expect(wordsOf(body)).toMatch(/The learned model holds it right with 0\.\d\d, its word for a cue with 0\.\d\d/)
    expect(wordsOf(body)).toMatch(/ for .* \(\+\d\.\d\d\)/)
    expect(wordsOf(body)).not.toMatch(/cueProbability|probability 0/)
  })

  it('has an address of its own, which leads into the article and to its source', async () => {
    const record = records[0] as ArticleRecord
    const claim = record.claims[0] as ClaimRecord
    const site = await startSiteOf(records)
    const { body } = await site.get(`/claims/${claim.id.slice(0, 10)}`)
    expect(body).toContain(`/articles/${record.article.id}?claim=${claim.id}#claim-${claim.id}`)
    const source = /href="(\/sources\/[0-9a-f]+)"/.exec(body)?.[1] as string
    expect((await site.get(source)).status).toBe(200)
  })
})

describe('a source', () => {
  it('shows its claims over time, the ways it was named and its articles', async () => {
    const site = await startSiteOf(records)
    const address = /<th scope="row"><a href="(\/sources\/[0-9a-f]+)">/.exec((await site.get('/sources')).body)?.[1]
    const { body } = await site.get(address as string)
    expect(body).toMatch(/<svg [^>]*role="img"[\s\S]*<rect class="bar"/)
    expect(wordsOf(body)).toMatch(/Claims over time.*Figures.*Named as.*Articles.*Latest claims/)
  })

  it('without a name has a page too', async () => {
    const site = await startSiteOf(records)
    const address = /<th scope="row"[^>]*><a href="(\/sources\/[0-9a-f]+)">/.exec(
      (await site.get('/anonymous')).body,
    )?.[1]
    const { body } = await site.get(address as string)
    expect(wordsOf(body)).toContain('Source of one article')
  })
})

describe('the ledger', () => {
  it('says by which column it is sorted, and turns round', async () => {
    const site = await startSiteOf(records)
    const { body } = await site.get('/anonymous?order=claims&descending=1')
    expect(body).toMatch(/aria-sort="descending"><a href="\/anonymous\?order=claims">Claims/)
    const counts = [...body.matchAll(/data-label="claims">(\d+)</g)].map(([, n]) => Number(n))
    expect(counts.length).toBeGreaterThan(10)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })
})

describe('a run', () => {
  it('says once what became of it, and its options in words', async () => {
    const options = {
      rules: false,
      model: 'b77cf0fb',
      threads: 2,
      timeoutMs: 60_000,
      format: null,
      fields: {},
      anyLanguage: false,
      limits: { maxBytes: 20_000_000, maxDepth: 512 },
      somethingNew: { maxWords: 5 },
    }
    const path = join(makeFolder(), 'claims.db')
    const store = SqliteStore.open(path)
    store.endRun(store.startRun({ ...CONFIGURATION, options }), 'finished', NO_COUNTS)
    store.close()
    const { body } = await (await startSite(path)).get('/runs/1')
    const words = wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main')))
    expect(words.match(/Run 1\b/g)).toHaveLength(1)
    expect(words).toMatch(/time for an article 60 s/)
    expect(words).toMatch(/languages English only/)
    expect(words).toMatch(/largest input 20 MB/)
    expect(words).toMatch(/something new maxWords: 5/)
    expect(words).not.toMatch(/[{}"]/)
  })
})

describe('the console', () => {
  it('gives a table, and the same rows as CSV and JSON', async () => {
    const site = await startSiteOf(records)
    const query = encodeURIComponent(`SELECT '=1+1' AS "a", 2 AS b, NULL AS c`)
    expect(wordsOf((await site.get(`/sql?q=${query}`)).body)).toContain('1 row in')
    expect((await site.get(`/sql.csv?q=${query}`)).body).toBe(`a,b,c\r\n'=1+1,2,\r\n`)
    expect(JSON.parse((await site.get(`/sql.json?q=${query}`)).body)).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [['=1+1', 2, null]],
      cut: null,
    })
    expect((await site.get('/sql.csv?q=DROP+TABLE+claim')).status).toBe(400)
  })

  it('says when the first row alone is larger than an answer may be', async () => {
    const site = await startSiteOf([])
    const { body } = await site.get(`/sql?q=${encodeURIComponent("SELECT printf('%.*c', 3000000, 'x') AS x")}`)
    expect(wordsOf(body)).toContain('The first row alone has more than the 2 MB')
    expect(wordsOf(body)).not.toMatch(/\b0 rows/)
    const rows = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n'
    const many = await site.get(`/sql?q=${encodeURIComponent(rows)}`)
    expect(wordsOf(many.body)).toContain('there are more, but an answer ends after 1,000 rows')
  })

  it('lists every view and table with its columns', async () => {
    const words = wordsOf((await (await startSiteOf([])).get('/sql')).body)
    for (const name of ['v_claim', 'v_anonymous', 'article', 'claim_span', 'cue_lemma', 'published_utc'])
      expect(words).toContain(name)
  })
})

describe('corrections', () => {
  it('are added to the ledger and show at once, everywhere', async () => {
    const record = records[0] as ArticleRecord
    const claim = record.claims[0] as ClaimRecord
    const path = storeRecords(records)
    const site = await startSite(path, { isEditable: true })
    const correct = (fields: Record<string, string>) => site.post(`/claims/${claim.id}/correct`, fields)
    const done = await correct({ verdict: 'reject', note: 'a film title', by: 'EG' })
    expect([done.status, done.headers.location]).toEqual([303, `/claims/${claim.id}?did=rejected`])
    const { body } = await site.get(`/claims/${claim.id}`)
    expect(wordsOf(body)).toMatch(/rejected: “a film title” EG, .*, in force/)
    expect(wordsOf((await site.get('/claims?rejected=1')).body)).toContain('1 rejected claim')
    await correct({ verdict: 'withdraw' })
    expect(wordsOf((await site.get('/claims?rejected=1')).body)).toContain('0 rejected claims')
    await correct({ verdict: 'save', source: 'Ada Mwale' })
    expect(wordsOf((await site.get('/claims?by=mwale')).body)).toContain('1 claim')
  })

  it.each([
    [{ verdict: 'save' }, /Nothing was said/],
    [{ verdict: '__proto__' }, /Nothing was said/],
    [{ verdict: 'withdraw', source: 'X' }, /withdrawal takes all back/],
    [{ verdict: 'accept', note: 'x'.repeat(1001) }, /longer than 1000/],
  ])('that say nothing or too much are refused: %j', async (fields, words) => {
    const record = records[0] as ArticleRecord
    const site = await startSiteOf(records, { isEditable: true })
    const { status, body } = await site.post(`/claims/${record.claims[0]?.id}/correct`, fields)
    expect(status).toBe(400)
    expect(wordsOf(body)).toMatch(words)
  })

  it.each(['application/json', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain'])(
    'that are no form are refused: %s',
    async type => {
      const site = await startSiteOf(records, { isEditable: true })
      const headers = { 'content-type': type }
      const { status } = await site.post(`/claims/${records[0]?.claims[0]?.id}/correct`, { verdict: 'accept' }, headers)
      expect(status).toBe(400)
    },
  )

  it('larger than a form can be are refused', async () => {
    const site = await startSiteOf(records, { isEditable: true })
    const { status } = await site.post(`/claims/${records[0]?.claims[0]?.id}/correct`, { note: 'x'.repeat(50_000) })
    expect(status).toBe(413)
  })
})

/** The article's own text on its page: without the numbers of the marks. */
function textOn(body: string): string {
  const paragraphs = [...body.matchAll(/<(p|h1) data-at="[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text]) => text as string)
  return wordsOf(paragraphs.map(withoutMarkup).join(' ')).trim()
}

function withoutMarkup(text: string): string {
  return text.replace(/<(sup|a) [^>]*data-apart[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')
}

function stretchesOf(body: string, claimId: string): string[] {
  const stretches = body.matchAll(
    new RegExp(
      `<(?:a|span) class="mark[^"]*"[^>]* data-claims="[^"]*claim-${claimId}[^"]*"[^>]*>([\\s\\S]*?)</(?:a|span)>`,
      'g',
    ),
  )
  return [...stretches].map(([, words]) => wordsOf(words as string))
}

function cardOf(body: string, claimId: string): string {
  const from = body.indexOf(`id="claim-${claimId}"`)
  return body.slice(from, body.indexOf('</details>', from))
}

function squeeze(words: string): string {
  return words.replace(/\s+/g, '')
}
