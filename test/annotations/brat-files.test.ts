import { describe, expect, it } from 'vitest'
import { at, cut, DENIED, differences, NAME, refusal, storeOneArticle, TEXT, TOLD, take } from './one-article.ts'

storeOneArticle()

/** As brat's server writes a text and what was annotated in it: words over a line end in parts, and roles with numbers. */
const BRAT_TEXT = TEXT.replaceAll('\r', ' ')
const brat = (...lines: readonly string[]) => ({ [`${NAME}.ann`]: `${lines.join('\n')}\n`, [`${NAME}.txt`]: BRAT_TEXT })
const t = (id: string, type: string, ...parts: readonly string[]) => {
  const spans = parts.map(part => at(part))
  return `${id}\t${type} ${spans.map(({ start, end }) => `${start} ${end}`).join(';')}\t${parts.join(' ')}`
}
const BRAT = [
  t('T1', 'Attribution', 'told'),
  t('T2', 'Source', 'Rene\u0301e Roy'),
  t('T3', 'Content', '“It 🌧\ufe0f rained.', '“It poured.”'),
  t('T4', 'Addressee', 'reporters'),
  'E1\tAttribution:T1 Source:T2 Content:T3 Addressee:T4',
  'A1\tAct E1 statement',
  'A2\tQuotation E1 direct',
  'A3\tNaming E1 named',
  `#1\tAnnotatorNotes E1\tclaim ${TOLD}`,
]

describe('brat', () => {
  it('reads what its server writes, without the other claim of which nothing says that it went out', async () => {
    const [taken] = await take(brat(...BRAT))
    expect(taken).toMatchObject({ differences: [], unchanged: 1, absent: 1 })
    expect(await differences(brat(...BRAT), { complete: true })).toEqual([{ kind: 'rejected', claimId: DENIED }])
    const listed = { ...brat(...BRAT), 'hearsay.json': JSON.stringify({ claims: { [NAME]: [TOLD, DENIED] } }) }
    expect(await differences(listed)).toEqual([{ kind: 'rejected', claimId: DENIED }])
    expect(await differences(brat(...BRAT), { accept: true })).toEqual([{ kind: 'accepted', claimId: TOLD }])
  })

  it('joins words again that only a line end parts, and takes a second part of a role by its number', async () => {
    const lines = BRAT.map(line => line.replace(/^T3.*$/, t('T3', 'Content', 'It 🌧\ufe0f rained.', '“It poured.”')))
    const content = [{ start: at('It 🌧').start, end: at('poured.”').end }]
    expect(await differences(brat(...lines))).toEqual([
      { kind: 'changed', claimId: TOLD, says: { spans: { content } } },
    ])
    const two = BRAT.map(line => line.replace('Content:T3', 'Content:T5 Content2:T6'))
    const parts = [t('T5', 'Content', '“It 🌧\ufe0f rained.'), t('T6', 'Content', '“It poured.”')]
    expect(await differences(brat(...two, ...parts))).toEqual([])
  })

  it('takes labels, flags and a name in the note', async () => {
    const lines = BRAT.map(line =>
      line.replace('statement', 'promise').replace(`claim ${TOLD}`, `claim ${TOLD}, Renée Roy`),
    )
    expect(await differences(brat(...lines, 'A4\tNegated E1'))).toEqual([
      { kind: 'changed', claimId: TOLD, says: { spans: {}, act: 'promise', negated: true, name: 'Renée Roy' } },
    ])
  })

  it('takes a new event, with its trigger as cue', async () => {
    const lines = [t('T9', 'Attribution', 'poured'), t('T8', 'Source', 'reporters'), 'E7\tAttribution:T9 Source:T8 ']
    expect(await differences(brat(...BRAT, ...lines))).toEqual([
      {
        kind: 'added',
        where: `${NAME}.ann, E7,`,
        says: {
          spans: { source: [cut(at('reporters'))], cue: [cut(at('poured'))], content: [], addressee: [] },
          negated: false,
        },
      },
    ])
  })

  it.each([
    ['an event of words that are not there', ['E2\tAttribution:T77'], /E2, names T77, which is not there/],
    ['offsets beyond the text', ['T7\tCue 900 905\ttold', 'E2\tAttribution:T7'], /marks 900 to 905, which are no code/],
    [
      'offsets of other words',
      ['T7\tCue 1 5\ttold', 'E2\tAttribution:T7'],
      /gives 1 to 5 as "told", where the article/,
    ],
    ['an unknown label', ['A9\tAct E1 rumour'], /E1, has "rumour", which is none of statement, /],
    ['an id given twice', ['T1\tCue 1 2\tx'], /line 10, gives T1 a second time/],
    ['lines of something else', ['<html>'], /line 10, is no annotation of brat/],
    ['offsets that are none', ['T7\tCue a b\tx'], /line 10, has no offsets as brat writes them/],
    ['another role', ['E2\tAttribution:T1 Theme:T2'], /has "Theme:T2" where source, cue/],
  ])('refuses %s', async (_, lines, message) => {
    expect(await refusal(brat(...BRAT, ...lines))).toMatch(message)
  })

  it('refuses a text that changed, and an article that is not there', async () => {
    const changed = { ...brat(...BRAT), [`${NAME}.txt`]: BRAT_TEXT.replace('poured', 'snowed') }
    expect(await refusal(changed)).toMatch(/has another text than "news\/article\.txt" .*: ".*snowed.*" where it was/)
    const other = { 'other-0123456789abcdef.ann': 'T1\tCue 0 1\tx\n' }
    expect(await refusal(other)).toMatch(/does not hold as 0123456789abcdef/)
  })
})
