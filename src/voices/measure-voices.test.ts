import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyVoices, type GivenVoice, type GivenVoices, toColumns } from '../../test/support/any-voices.ts'
import { proofSize } from '../../test/support/proof-size.ts'
import { wilsonInterval } from '../evaluate/figures/wilson.ts'
import { FEW, type Share, UNITS } from './audit-report.ts'
import { compareVoices } from './compare-voices.ts'
import { toFigures } from './figures.ts'
import { measureGroups, measureVoices } from './measure-voices.ts'
import { DIMENSIONS } from './voice-selection.ts'

const numRuns = proofSize(30, 150)

const plain: GivenVoice = {
  rowid: 1,
  article_rowid: 1,
  kind: 'person',
  naming: 'named',
  name: null,
  role: null,
  affiliation: null,
  gender: 'unknown',
  source_type: 'unknown',
  function: 'unknown',
  claims: 1,
  quoted_words: 0,
  first_voice: 0,
  last_voice: 0,
  reason: null,
}

/** Articles with these voices, whatever is not said of them being plain. */
function given(...articles: readonly (readonly Partial<GivenVoice>[])[]): GivenVoices {
  let rowid = 0
  return {
    articles: articles.map((_, index) => ({
      rowid: index + 1,
      id: String(index).padStart(64, '0'),
      publisher: index % 2 === 0 ? 'The Ledger' : 'Harbour Times',
      section: null,
      byline: null,
      published_utc: `2026-0${(index % 3) + 4}-10T00:00:00.000Z`,
    })),
    voices: articles.flatMap((voices, index) =>
      voices.map(voice => ({ ...plain, rowid: ++rowid, article_rowid: index + 1, ...voice })),
    ),
  }
}

describe('measureVoices', () => {
  it('counts what a plain count of the rows counts', () => {
    fc.assert(
      fc.property(anyVoices(), rows => {
        const report = measureVoices(toColumns(rows), {}, { breakdowns: DIMENSIONS })
        const speaking = rows.voices.filter(({ claims }) => claims > 0)
        const people = rows.voices.filter(({ kind, name }) => kind === 'person' && name !== null)
        expect(report.counts).toMatchObject({
          articles: rows.articles.length,
          sources: speaking.length,
          claims: speaking.reduce((sum, { claims }) => sum + claims, 0),
          quotedWords: speaking.reduce((sum, { quoted_words: words }) => sum + words, 0),
          people: people.length,
          peopleQuoted: people.filter(({ claims }) => claims > 0).length,
        })
        for (const { dimension, rows: labels } of report.breakdowns) {
          for (const { label, all } of labels) {
            const own = speaking.filter(voice => labelOf(rows, voice, dimension) === label)
            expect(all.sources.hits, `${dimension} ${label}`).toBe(own.length)
            expect(all.claims.hits).toBe(own.reduce((sum, { claims }) => sum + claims, 0))
            expect(all.quotedWords.hits).toBe(own.reduce((sum, { quoted_words: words }) => sum + words, 0))
            expect(all.first.hits).toBe(own.filter(({ first_voice: first }) => first === 1).length)
          }
        }
      }),
      { numRuns },
    )
  })

  it('counts of an article the newest version alone, as if the others were not there, unless all are asked for', () => {
    const anyOlder = fc.tuple(anyVoices(), fc.uniqueArray(fc.integer({ min: 1, max: 30 })))
    fc.assert(
      fc.property(anyOlder, ([rows, numbers]) => {
        const older = new Set(numbers.filter(number => number <= rows.articles.length))
        const isNewest = (rowid: number) => !older.has(rowid)
        const newest = {
          articles: rows.articles.filter(({ rowid }) => isNewest(rowid)),
          voices: rows.voices.filter(({ article_rowid: rowid }) => isNewest(rowid)),
        }
        const columns = toColumns(rows, older)
        // Who is one person across articles is told by all texts; what lies in articles is not.
        const { concentration: _, counts, ...report } = measureVoices(columns, {}, { breakdowns: DIMENSIONS })
        const alone = measureVoices(toColumns(newest), {}, { breakdowns: DIMENSIONS })
        const { concentration: _alone, counts: countsAlone, ...reportAlone } = alone
        expect(report).toEqual(reportAlone)
        expect({ ...counts, speakers: 0 }).toEqual({ ...countsAlone, speakers: 0, olderVersions: older.size })
        const all = measureVoices(columns, { allVersions: true })
        expect({ ...all, selection: {} }).toEqual(measureVoices(toColumns(rows)))
        const groups = [...measureGroups(columns, {}, ['outlet', 'month'])]
        const inGroups = groups.reduce((sum, { report }) => sum + report.counts.olderVersions, 0)
        expect(inGroups).toBeLessThanOrEqual(older.size)
      }),
      { numRuns },
    )
  })

  it('gives shares that add up to one, each within its interval', () => {
    fc.assert(
      fc.property(anyVoices(60), rows => {
        const report = measureVoices(toColumns(rows), {}, { breakdowns: DIMENSIONS })
        for (const { rows: labels } of report.breakdowns)
          for (const unit of UNITS)
            for (const shares of [labels.map(({ all }) => all), labels.flatMap(({ known }) => known ?? [])]) {
              const sum = shares.reduce((total, own) => total + (own[unit].share ?? 0), 0)
              if (shares.some(own => own[unit].n > 0)) expect(sum).toBeCloseTo(1, 9)
            }
        for (const { value, low, high, n, small, unit } of toFigures(report)) {
          // Claims and words come by the article, of which there may be fewer.
          if (n < FEW || (unit !== 'claims' && unit !== 'quotedWords')) expect(small).toBe(n < FEW)
          if (value === null || low === null || high === null) continue
          expect(low).toBeLessThanOrEqual(value)
          expect(high).toBeGreaterThanOrEqual(value)
        }
      }),
      { numRuns },
    )
  })

  it('does not depend on the order in which a store gives its rows', () => {
    fc.assert(
      fc.property(anyVoices(60), fc.integer(), (rows, salt) => {
        const mixed = (key: number) => Math.imul(key ^ salt, 0x9e3779b1) >>> 0
        const articles = rows.articles.toSorted((a, b) => mixed(a.rowid) - mixed(b.rowid))
        // Rows of one article keep their order, which is that of the text.
        const voices = rows.voices.toSorted((a, b) => mixed(a.article_rowid) - mixed(b.article_rowid))
        const whole = measureVoices(toColumns(rows), {}, { breakdowns: DIMENSIONS })
        expect(measureVoices(toColumns({ articles, voices }), {}, { breakdowns: DIMENSIONS })).toEqual(whole)
      }),
      { numRuns },
    )
  })

  it('calls few what comes from few articles, however many claims these have', () => {
    const articles = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        Array.from({ length: 6 }, (_, voice) => ({
          naming: ['named', 'unnamed'][(at + voice) % 2] as 'named',
          claims: 9,
        })),
      )
    const small = (count: number) =>
      Object.fromEntries(
        [...toFigures(measureVoices(toColumns(given(...articles(count)))))]
          .filter(({ dimension, label, known }) => dimension === 'naming' && label === 'unnamed' && !known)
          .map(figure => [figure.unit, figure.small]),
      )
    expect(small(FEW - 1)).toMatchObject({ sources: false, claims: true })
    expect(small(FEW)).toMatchObject({ sources: false, claims: false })
  })

  it('says how many have as many claims as the last of the ten who have most', () => {
    const tiedOf = (...claims: number[]) => {
      const voices = claims.map((own, at) => ({ name: `Ann Lee${String.fromCharCode(97 + at)}`, claims: own }))
      return measureVoices(toColumns(given(voices))).concentration
    }
    expect(tiedOf(...Array<number>(13).fill(2)).tied).toBe(3)
    expect(tiedOf(5, ...Array<number>(9).fill(2), 1, 1).tied).toBe(0)
    expect(tiedOf(...Array<number>(4).fill(2)).tied).toBe(0)
  })

  it('counts only people by gender, and shows that nobody is a woman', () => {
    const report = measureVoices(
      toColumns(given([{ gender: 'man' }, { kind: 'organisation', name: 'Port Authority' }])),
    )
    const gender = report.breakdowns.find(({ dimension }) => dimension === 'gender')
    const woman = gender?.rows.find(({ label }) => label === 'woman')?.all.sources
    expect(woman).toEqual({ hits: 0, n: 1, share: 0, ...wilsonInterval(0, 1), few: true })
  })

  it('takes claims of few articles for no more than these articles tell', () => {
    const talker = { gender: 'man', claims: 50 } as const
    const report = measureVoices(toColumns(given([talker], [talker])))
    const claims = report.breakdowns[0]?.rows.find(({ label }) => label === 'man')?.all.claims as Share
    expect(claims).toEqual({ hits: 100, n: 100, share: 1, ...wilsonInterval(2, 2), few: true })
  })

  it('says of how many articles one source has the word alone', () => {
    const { singleSource, sourcesPerArticle, counts } = measureVoices(toColumns(given([{}], [{}, {}], [], [{}])))
    expect(singleSource).toMatchObject({ hits: 2, n: 3 })
    expect(sourcesPerArticle).toMatchObject({ mean: 1, n: 4 })
    expect(counts).toMatchObject({ articles: 4, articlesWithSources: 3 })
  })

  it('finds concentration from one who says all to many alike', () => {
    const alone = measureVoices(toColumns(given([{ name: 'Ann Lee' }], [{ name: 'Ann Lee', claims: 3 }]))).concentration
    expect(alone.herfindahl.value).toBe(1)
    expect(alone.top).toEqual([{ name: 'Ann Lee', speaker: 0, articles: 2, claims: 4 }])
    const twenty = given(...Array.from({ length: 20 }, (_, at) => [{ name: `Person Number${at}`, claims: 2 }]))
    const many = measureVoices(toColumns(twenty)).concentration
    expect(many.herfindahl.value).toBeCloseTo(1 / 20, 12)
    expect(many.topTen).toMatchObject({ hits: 20, n: 40, share: 0.5 })
    expect(many.top).toHaveLength(10)
  })

  it('lists reasons for anonymity, and who is named but not quoted', () => {
    const rows = given(
      [
        { naming: 'anonymous', reason: 'fear of losing the job' },
        { name: 'Ann Lee', gender: 'woman', claims: 0 },
      ],
      [
        { naming: 'anonymous', reason: 'fear of losing the job' },
        { naming: 'anonymous' },
        { name: 'Max Roth', gender: 'man' },
      ],
    )
    const { anonymity, unquoted } = measureVoices(toColumns(rows))
    expect(anonymity.sources).toMatchObject({ hits: 3, n: 4 })
    expect(anonymity.explained).toMatchObject({ hits: 2, n: 3 })
    expect(anonymity.reasons).toEqual([{ reason: 'fear of losing the job', sources: 2 }])
    expect(unquoted.people).toMatchObject({ hits: 1, n: 2 })
    expect(unquoted.gender.map(({ label, share: { hits, n } }) => [label, hits, n])).toEqual([
      ['woman', 1, 1],
      ['man', 0, 1],
    ])
  })

  it('says of experts what they are and whether they belong somewhere', () => {
    const expert = { function: 'expert', source_type: 'academic' } as const
    const rows = given([
      { ...expert, gender: 'woman', affiliation: 'Ghent University' },
      { ...expert, gender: 'man' },
      {},
    ])
    const { experts } = measureVoices(toColumns(rows))
    expect(experts.sources).toMatchObject({ hits: 2, n: 3 })
    expect(experts.withoutAffiliation).toMatchObject({ hits: 1, n: 2 })
    expect(experts.gender.map(({ label }) => label)).toEqual(['woman', 'man'])
  })
})

describe('measureGroups', () => {
  it('divides all articles, and none twice', () => {
    fc.assert(
      fc.property(anyVoices(), rows => {
        const columns = toColumns(rows)
        const groups = [...measureGroups(columns, {}, ['outlet', 'month'])]
        const { counts } = measureVoices(columns)
        for (const count of ['articles', 'sources', 'claims', 'people'] as const)
          expect(groups.reduce((sum, { report }) => sum + report.counts[count], 0)).toBe(counts[count])
        for (const { report, part } of groups) {
          expect(measureVoices(columns, report.selection).counts).toEqual(report.counts)
          expect(part.sources).toMatchObject({ hits: report.counts.sources, n: counts.sources })
        }
      }),
      { numRuns },
    )
  })
})

describe('compareVoices', () => {
  const outlets = { a: { outlet: 'The Ledger' }, b: { outlet: 'Harbour Times' } }

  it('turned round gives the differences turned round', () => {
    fc.assert(
      fc.property(anyVoices(), rows => {
        const columns = toColumns(rows)
        const there = compareVoices(columns, outlets).differences
        const back = compareVoices(columns, { a: outlets.b, b: outlets.a }).differences
        expect(back).toHaveLength(there.length)
        for (const [at, { difference, low, high }] of there.entries()) {
          if (difference === null || low === null || high === null) continue
          expect(low).toBeLessThanOrEqual(difference + 1e-12)
          expect(high).toBeGreaterThanOrEqual(difference - 1e-12)
          expect(back[at]?.difference).toBeCloseTo(-difference, 12)
          expect(back[at]?.low).toBeCloseTo(-high, 12)
        }
      }),
      { numRuns },
    )
  })

  it('is of what either has, with none of the other', () => {
    const rows = given([{ gender: 'woman', source_type: 'sport' }], [{ gender: 'man' }])
    const { differences } = compareVoices(toColumns(rows), outlets)
    const sport = differences.find(({ a }) => a.label === 'sport' && a.measure === 'share' && a.unit === 'sources')
    expect(sport).toMatchObject({ a: { hits: 1, n: 1 }, b: { hits: 0, n: 1 }, difference: -1 })
  })

  it('refuses parts that have articles in common', () => {
    const columns = toColumns(given([{}], [{}]))
    expect(() => compareVoices(columns, { a: {}, b: { outlet: 'The Ledger' } })).toThrow('have an article in common')
  })
})

function labelOf(
  { articles }: GivenVoices,
  voice: GivenVoice,
  dimension: (typeof DIMENSIONS)[number],
): string | null | undefined {
  const article = articles[voice.article_rowid - 1]
  switch (dimension) {
    case 'gender':
      return voice.kind === 'person' ? voice.gender : undefined
    case 'type':
      return voice.source_type
    case 'month':
      return article?.published_utc?.slice(0, 7) ?? null
    case 'outlet':
      return article?.publisher
    case 'section':
    case 'byline':
      return article?.[dimension]
    default:
      return voice[dimension]
  }
}
