import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareArticle } from '../../src/evaluate/compare.ts'
import { readGold } from '../../src/evaluate/gold/gold-file.ts'
import { toScoredArticle } from '../../src/evaluate/gold/scored-record.ts'
import { leaveOutAttitudes } from '../../src/evaluate/leave-out.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { hasRuntime } from '../support/has-runtime.ts'

const GOLD = '../shared/gold/india-us-defence-meeting.json'
const present = existsSync(GOLD)
if (!present) console.warn(`Skipped: ${GOLD} is not beside this checkout, so the seed article is not scored.`)

// How many claims it may list that the gold does not know.
const MOST_UNKNOWN = { encoder: 3, linear: 4 } as const
const engines = hasRuntime() ? (['encoder', 'linear'] as const) : (['linear'] as const)

describe.skipIf(!present).each(engines)('the seed article, by engine %s', async engine => {
  const pipeline = await createPipeline({ engine })
  const pair = async () => {
    const gold = readGold(GOLD)
    return { gold, predicted: toScoredArticle(await pipeline.analyse(gold.text)) }
  }

  it('has every required claim found, with its quotation and naming', async () => {
    const { pairs, gold, predicted } = compareArticle(await pair())
    const found = pairs.filter(({ agreement }) => agreement.relation)
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

  it('has its named sources resolved', async () => {
    const { entity } = scoreArticles([await pair()], { resamples: 0 }).labels
    expect(entity).toMatchObject({ hit: 4, total: 4 })
  })

  it('has its anonymity ledger, every field with its own words', async () => {
    const { text } = readGold(GOLD)
    const { sources } = await pipeline.analyse(text)
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

  it('lists few claims that the gold does not know, and none of what is no claim', async () => {
    const { unknown, notClaims } = scoreArticles(leaveOutAttitudes([await pair()]).pairs, { resamples: 0 })
    expect(unknown.count).toBeLessThanOrEqual(MOST_UNKNOWN[engine])
    expect(notClaims.violations).toBe(0)
  })
})
