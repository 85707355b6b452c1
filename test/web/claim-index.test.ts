import { beforeAll, describe, expect, it } from 'vitest'
import { ACTS, NAMINGS, QUOTATION_TYPES } from '../../src/domain/labels.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { addClaim, appendCorrections } from '../../src/store/correcting/correct-claims.ts'
import { searchTerms } from '../../src/store/full-text/search-terms.ts'
import { findArticles } from '../../src/store/queries/articles.ts'
import { findClaimsByRowid } from '../../src/store/queries/claims/claims-by-rowid.ts'
import { countClaims, findClaims } from '../../src/store/queries/claims.ts'
import { findAnonymous } from '../../src/store/queries/sources/anonymous.ts'
import { findSourcesByRowid } from '../../src/store/queries/sources/sources-by-rowid.ts'
import { findSources } from '../../src/store/queries/sources.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { countArticles } from '../../src/web/claim-index/article-counts.ts'
import { type ClaimIndex, loadClaimIndex } from '../../src/web/claim-index/claim-index.ts'
import { CurrentIndex } from '../../src/web/claim-index/current-index.ts'
import { findContents, findMatches } from '../../src/web/claim-index/find-matches.ts'
import { LEDGER_ORDERS, selectLedger } from '../../src/web/claim-index/ledger.ts'
import { FoldedTexts } from '../../src/web/claim-index/loading/folded-texts.ts'
import { countEntities, profileEntity } from '../../src/web/claim-index/profile.ts'
import { type ClaimSelection, selectClaims } from '../../src/web/claim-index/select-claims.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { correctNow } from '../support/correct-now.ts'
import { CONFIGURATION, NO_COUNTS, readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { analyseNewsroom } from './newsroom.ts'

let records: readonly ArticleRecord[] = []
beforeAll(async () => {
  records = await analyseNewsroom()
})

/** The sample articles with one claim rejected and one given to another source. */
function storeCorrected(): string {
  const path = storeRecords(records)
  const claims = records.flatMap(({ claims }) => claims)
  const unnamed = records.flatMap(({ claims, sources }) => {
    const withheld = new Set(sources.filter(({ naming }) => naming === 'anonymous').map(({ id }) => id))
    return claims.filter(({ sourceId }) => sourceId !== null && withheld.has(sourceId))
  })
  const correct = (id: string | undefined, verdict: 'rejected' | null, source: string | null) =>
    correctNow(path, id === undefined ? [] : [id], { verdict, source, note: null, correctedBy: null })
  correct(claims[3]?.id, 'rejected', null)
  correct(unnamed[0]?.id, 'rejected', null)
  correct(unnamed[1]?.id, null, 'Renato Salcedo')
  correct(unnamed[2]?.id, null, 'Somebody New')
  return path
}

/** The same, with corrections of words and of all else, and claims that were added. */
async function storeCorrectedInFull(): Promise<string> {
  const path = storeCorrected()
  const nothing = { verdict: null, source: null, note: null, correctedBy: null } as const
  const [first, second] = records as readonly [ArticleRecord, ArticleRecord]
  const [one, two, three] = first.claims.slice(4)
  const words = first.sources.find(({ naming }) => naming === 'unnamed' || naming === 'anonymous')?.spans ?? []
  await appendCorrections(path, [one?.id as string], { ...nothing, act: 'denial', naming: 'anonymous' })
  await appendCorrections(path, [two?.id as string], {
    ...nothing,
    spans: { content: [{ start: 10, end: 60 }], source: words },
  })
  await appendCorrections(path, [three?.id as string], { ...nothing, spans: { source: [{ start: 3, end: 9 }] } })
  await addClaim(path, first.article.id, { ...nothing, spans: { cue: [{ start: 100, end: 104 }], source: words } })
  await addClaim(path, first.article.id, {
    ...nothing,
    source: 'Somebody New',
    spans: { content: [{ start: 9, end: 70 }] },
  })
  await addClaim(path, second.article.id, { ...nothing, act: 'promise', spans: { content: [{ start: 2, end: 90 }] } })
  return path
}

const ALL = { size: 1_000_000 }

async function idsOf(database: StoreDatabase, index: ClaimIndex, ranks: readonly number[]): Promise<string[]> {
  const claims = await findClaimsByRowid(
    database,
    ranks.map(rank => index.claims.rowid[rank] as number),
  )
  return claims.map(({ id }) => id).toSorted()
}

describe('the index', () => {
  it('finds the claims that the database finds, whatever is asked', async () => {
    const { database } = readUntilTestEnds(await storeCorrectedInFull())
    const index = await loadClaimIndex(database)
    const asked: ClaimSelection[] = [
      {},
      ...NAMINGS.map(naming => ({ naming: [naming] })),
      ...ACTS.map(act => ({ act: [act] })),
      ...QUOTATION_TYPES.map(quotation => ({ quotation: [quotation] })),
      { attitudes: true },
      { by: 'salcedo' },
      { by: 'officials', naming: ['anonymous', 'unnamed'] },
      { since: '2024-06-01' },
      { since: '2025-01-01', act: ['statement'], quotation: ['direct', 'mixed'] },
    ]
    for (const selection of asked) {
      const { by, since, naming, act, quotation, attitudes = false } = selection
      const found = (await findClaims(database, { source: by, since, naming, act, quotation, attitudes })).filter(
        ({ status }) => status === 'accepted',
      )
      const { total, ranks } = selectClaims(index, selection, null, ALL)
      expect({ selection, total }).toEqual({ selection, total: found.length })
      expect(await idsOf(database, index, ranks)).toEqual(found.map(({ id }) => id).toSorted())
    }
  })

  it('finds what a search asks for in contents, sources, names, titles and bylines together', async () => {
    const { database } = readUntilTestEnds(storeCorrected())
    const index = await loadClaimIndex(database)
    const claims = await findClaims(database, { rejected: true })
    const bylines = new Map(records.map(({ article }) => [article.id, article.byline]))
    for (const text of [
      'water',
      'Salcedo',
      '"Renato Salcedo"',
      'ferry coast* said',
      'nowhere',
      'salcedo ferry',
      'Somebody',
    ]) {
      const terms = searchTerms(text)
      const expected = claims.filter(({ content, source, name, machine_name, title, article_id }) => {
        // Words that a correction took the claim from say no longer who it is.
        const who = name === machine_name ? [source, name] : [name]
        const texts = [content, ...who, title, bylines.get(article_id) ?? null]
        const places = FoldedTexts.of(texts.map(text => [text]))
        return terms.every(term => places.find(term).next().done !== true)
      })
      const found = await findMatches(database, index, text)
      const ranks = [...Array(index.claims.length).keys()].filter(rank => found.has(rank))
      expect(await idsOf(database, index, ranks)).toEqual(expected.map(({ id }) => id).toSorted())
    }
  })

  it('counts of each article the claims that are listed, and those by sources without a name', async () => {
    const { database } = readUntilTestEnds(storeCorrected())
    const index = await loadClaimIndex(database)
    for (const attitudes of [false, true]) {
      const counts = countArticles(index, attitudes)
      for (const { id } of await findArticles(database)) {
        const claims = await findClaims(database, { article: id, attitudes })
        const [rowid] = await database.selectFrom('article').select('rowid').where('id', '=', id).execute()
        const rank = index.articles.rankOf(rowid?.rowid ?? -1)
        const by = (naming: string) => claims.filter(claim => claim.naming === naming).length
        expect([counts.claims[rank], counts.unnamed[rank], counts.anonymous[rank]]).toEqual([
          claims.length,
          by('unnamed'),
          by('anonymous'),
        ])
      }
    }
  })

  it('finds rejected claims only when these are asked for', async () => {
    const { database } = readUntilTestEnds(storeCorrected())
    expect(selectClaims(await loadClaimIndex(database), { rejected: true }, null, ALL).total).toBe(2)
  })

  it('counts of each facet what choosing the value would give', async () => {
    const { database } = readUntilTestEnds(storeCorrected())
    const index = await loadClaimIndex(database)
    const chosen: ClaimSelection = { naming: ['named', 'unnamed'], quotation: ['direct'], until: '2025-06-30' }
    const { facets } = selectClaims(index, chosen, null, ALL)
    const total = (selection: ClaimSelection) => selectClaims(index, selection, null, ALL).total
    for (const { value, claims } of facets.naming) expect(total({ ...chosen, naming: [value] })).toBe(claims)
    for (const { value, claims } of facets.act) expect(total({ ...chosen, act: [value] })).toBe(claims)
    for (const { value, claims } of facets.publisher) expect(total({ ...chosen, publisher: [value] })).toBe(claims)
    for (const { value, claims } of facets.source) expect(total({ ...chosen, source: [value] })).toBe(claims)
    for (const { value, claims } of facets.month)
      expect(total({ ...chosen, since: `${value}-01`, until: `${value}-28` })).toBe(claims)
  })

  it('searches the contents as the database does', async () => {
    const { database } = readUntilTestEnds(await storeCorrectedInFull())
    const index = await loadClaimIndex(database)
    for (const text of ['water', '"the first"', 'the', 'warn*', 'nowhere to be found', '"', '']) {
      const { total } = selectClaims(index, { attitudes: true }, await findContents(database, index, text), ALL)
      expect({ text, total }).toEqual({ text, total: await countClaims(database, { text }) })
    }
  })

  it('pages forwards and backwards over the same claims, each once', async () => {
    const { database } = readUntilTestEnds(storeRecords(records))
    const index = await loadClaimIndex(database)
    const selection: ClaimSelection = { quotation: ['direct'] }
    const all = selectClaims(index, selection, null, ALL).ranks
    const forwards: number[] = []
    for (let after: number | undefined; ; after = forwards.at(-1)) {
      const page = selectClaims(index, selection, null, { size: 7, after })
      expect(page.before).toBe(forwards.length)
      if (page.ranks.length === 0) break
      forwards.push(...page.ranks)
    }
    expect(forwards).toEqual(all)
    const backwards: number[] = []
    for (let before = index.claims.length; ; before = backwards[0] as number) {
      const page = selectClaims(index, selection, null, { size: 7, before })
      if (page.ranks.length === 0) break
      backwards.unshift(...page.ranks)
      expect(page.before).toBe(all.length - backwards.length)
    }
    expect(backwards).toEqual(all)
  })

  it('lists the newest article first, those without a date last, and claims in the order of the text', async () => {
    const { database } = readUntilTestEnds(storeRecords(records))
    const index = await loadClaimIndex(database)
    const rowids = selectClaims(index, {}, null, ALL).ranks.map(rank => index.claims.rowid[rank] as number)
    const claims = await findClaimsByRowid(database, rowids)
    const keys = claims.map(({ published_utc, uri, start }) => ({ published_utc, uri, start }))
    const sorted = keys.toSorted(
      (a, b) =>
        Number(a.published_utc === null) - Number(b.published_utc === null) ||
        (b.published_utc ?? '').localeCompare(a.published_utc ?? '') ||
        (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
        a.start - b.start,
    )
    expect(keys).toEqual(sorted)
  })

  it('counts entities as the list of sources does', async () => {
    const { database } = readUntilTestEnds(storeRecords(records))
    const counted = countEntities(await loadClaimIndex(database), undefined)
    const listed = (await findSources(database)).filter(({ entity_id }) => entity_id !== null)
    const pairs = (rows: readonly { claims: number; articles: number; id: string | null }[]) =>
      rows.map(({ id, claims, articles }) => `${id} ${claims} ${articles}`).toSorted()
    expect(pairs(counted)).toEqual(pairs(listed.map(row => ({ ...row, id: row.entity_id }))))
  })
})

describe('a profile', () => {
  it('names each way of naming once, however it is capitalised, and no pronoun', async () => {
    const says = ['The minister', 'the minister', 'She', 'she', 'Roy', 'THE MINISTER', 'the minister']
    const text = says.map((who, index) => `${who} said so ${index}.`).join('\n')
    const record = buildArticleRecord(
      text,
      says.map((who, index) => ({
        source: who,
        cue: 'said',
        content: `so ${index}`,
        from: `${who} said so ${index}.`,
        describe: { entityId: 'roy' },
      })),
      { entities: [{ id: 'roy', name: 'Ada Roy', kind: 'person' }] },
    )
    const { database } = readUntilTestEnds(storeRecords([record]))
    const index = await loadClaimIndex(database)
    const { claims, wordings, byPronoun } = profileEntity(index, index.entityOf('roy'), 3)
    expect({ claims, wordings, byPronoun }).toEqual({
      claims: 7,
      wordings: [
        { words: 'the minister', claims: 4 },
        { words: 'Roy', claims: 1 },
      ],
      byPronoun: 2,
    })
  })
})

describe('the ledger', () => {
  it('has the entries and counts of v_anonymous, corrections counted in', async () => {
    const { database } = readUntilTestEnds(await storeCorrectedInFull())
    const { sources, ledger } = await loadClaimIndex(database)
    const { entries } = selectLedger(sources, ledger, { order: 'source', descending: false, offset: 0, size: 10_000 })
    const rows = await findSourcesByRowid(
      database,
      entries.map(({ rowid }) => rowid),
    )
    const idOf = new Map(rows.map(({ rowid, id }) => [rowid, id]))
    const shown = entries.map(({ rowid, claims, corroborated }) => ({ id: idOf.get(rowid), claims, corroborated }))
    const view = (await findAnonymous(database)).map(({ source_id, claims, corroborated }) => ({
      id: source_id,
      claims,
      corroborated,
    }))
    const byId = (a: { id: string | undefined }, b: { id: string | undefined }) =>
      (a.id ?? '') < (b.id ?? '') ? -1 : 1
    expect(shown.toSorted(byId)).toEqual(view.toSorted(byId))
  })

  it.each(LEDGER_ORDERS)('sorted by %s turns round', async order => {
    const { database } = readUntilTestEnds(storeRecords(records))
    const { sources, ledger } = await loadClaimIndex(database)
    const rows = async (descending: boolean) => {
      const { entries } = selectLedger(sources, ledger, { order, descending, offset: 0, size: 10_000 })
      const found = await findSourcesByRowid(
        database,
        entries.map(({ rowid }) => rowid),
      )
      return found.map((row, place) => {
        const entry = entries[place] as (typeof entries)[number]
        const keys = { claims: entry.claims, corroborated: entry.corroborated, published: row.published_utc ?? '' }
        return {
          ...keys,
          naming: row.naming,
          number: row.number ?? 0,
          source: row.text,
          reason: Number(row.reason !== null),
        }[order]
      })
    }
    const ascending = await rows(false)
    expect(ascending.length).toBeGreaterThan(10)
    expect(await rows(true)).toEqual(ascending.toReversed())
  })
})

describe('a database that changes', () => {
  it('is read anew, while the former index still serves', async () => {
    const path = storeRecords([
      buildArticleRecord('Ms Roy said no.', [{ source: 'Ms Roy', cue: 'said', content: 'no' }]),
    ])
    const { database } = readUntilTestEnds(path)
    const current = await CurrentIndex.load(database)
    expect((await current.get()).claims.length).toBe(1)
    const store = SqliteStore.open(path)
    const run = store.startRun(CONFIGURATION)
    const added = buildArticleRecord('Mr Ito said yes.', [{ source: 'Mr Ito', cue: 'said', content: 'yes' }])
    store.write(run, { records: [added], dead: [], skipped: [] })
    store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 1, done: 1, claims: 1 })
    store.close()
    let length = 0
    while (length < 2) length = (await current.get()).claims.length
    expect(length).toBe(2)
  })
})
