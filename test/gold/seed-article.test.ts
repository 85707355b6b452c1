import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareArticle } from '../../src/evaluate/compare.ts'
import { readGold } from '../../src/evaluate/gold-file.ts'
import { leaveOutAttitudes } from '../../src/evaluate/leave-out.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { toScoredArticle } from '../../src/evaluate/scored-record.ts'
import { analyseArticle } from '../../src/run/analyse.ts'
import { articleWith } from '../support/article.ts'

const GOLD = '../shared/gold/india-us-defence-meeting.json'
const present = existsSync(GOLD)
if (!present) console.warn(`Skipped: ${GOLD} is not beside this checkout, so the seed article is not scored.`)

describe.skipIf(!present)('the seed article', () => {
  const pair = () => {
    const gold = readGold(GOLD)
    return { gold, predicted: toScoredArticle(analyseArticle(articleWith(gold.text))) }
  }

  it('has every required claim found, with its quotation and naming', () => {
    const found = compareArticle(pair()).pairs.filter(({ agreement }) => agreement.relation)
    const { gold, predicted } = compareArticle(pair())
    const required = gold.flatMap(({ attribution }, i) => (attribution.required ? [i] : []))
    expect(required).toHaveLength(15)
    for (const i of required) {
      const match = found.find(one => one.gold === i)
      expect(match, `claim ${gold[i]?.attribution.id}`).toBeDefined()
      const { quotation, naming } = (predicted[match?.predicted ?? -1] as (typeof predicted)[number]).attribution
      expect({ quotation, naming }).toEqual({
        quotation: gold[i]?.attribution.quotation,
        naming: gold[i]?.attribution.naming,
      })
    }
  })

  it('has its named sources resolved', () => {
    const { entity } = scoreArticles([pair()], { resamples: 0 }).labels
    expect(entity).toMatchObject({ hit: 4, total: 4 })
  })

  it('has its anonymity ledger, every field with its own words', () => {
    const { text } = readGold(GOLD)
    const { sources } = analyseArticle(articleWith(text))
    const sourceOf = (words: string) => sources.find(({ spans }) => spans[0]?.text === words)
    const said = (field: { value: unknown; span: { start: number; end: number } | null } | null | undefined) => [
      field?.value,
      field?.span == null ? null : text.slice(field.span.start, field.span.end),
    ]
    const officials = sourceOf('Two senior Indian officials familiar with the matter')
    expect(officials?.naming).toBe('anonymous')
    expect(said(officials?.number)).toEqual([2, 'Two'])
    expect(said(officials?.rank)).toEqual(['senior', 'senior'])
    expect(said(officials?.affiliation)).toEqual(['Indian', 'Indian'])
    expect(said(officials?.knowledge)).toEqual(['familiar with the matter', 'familiar with the matter'])
    const reason = 'not authorised to speak to the media'
    expect(said(officials?.reason)).toEqual([reason, reason])
    expect(sourceOf('one of the officials')?.antecedentId).toBe(officials?.id)
    expect(said(sourceOf('He')?.name)).toEqual(['Donald Trump', 'Donald Trump'])
    expect(sourceOf('U.S. President Trump')?.entityId).toBe(sourceOf('U.S. President Donald Trump')?.entityId)
    expect(said(sourceOf('Washington')?.name)).toEqual(['the United States government', 'Washington'])
  })

  it('lists at most four claims that the gold does not know, and none of what is no claim', () => {
    const { unknown, notClaims } = scoreArticles(leaveOutAttitudes([pair()]).pairs, { resamples: 0 })
    expect(unknown.count).toBeLessThanOrEqual(4)
    expect(notClaims.violations).toBe(0)
  })
})
