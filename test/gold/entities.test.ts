import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toNamedArticle } from '../../src/evaluate/entities/named-record.ts'
import { readNamedGold } from '../../src/evaluate/entities/read-named-gold.ts'
import { scoreEntities } from '../../src/evaluate/entities/score-entities.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { articleWith } from '../support/article.ts'

const GOLD = '../shared/gum-news'
const present = existsSync(GOLD)
if (!present) console.warn(`Skipped: ${GOLD} is not beside this checkout, so names and pronouns are not scored.`)

describe.skipIf(!present)('names and chains', async () => {
  const golds = present ? readNamedGold([GOLD]) : []
  const { names, joined, pronouns } = scoreEntities(
    await Promise.all(
      golds.map(async gold => ({ gold, predicted: toNamedArticle(await analyseArticle(articleWith(gold.text))) })),
    ),
  )

  // Floors: they rise when the figures do and never fall.
  it.each([
    ['F1 of people', names.person.f1, 0.88],
    ['F1 of places', names.place.f1, 0.84],
    ['F1 of organisations', names.organisation.f1, 0.8],
    ['precision of joined names', joined.person.precision, 0.97],
    ['recall of joined names', joined.person.recall, 0.97],
    ['personal pronouns', pronouns.share, 0.85],
  ] as const)('%s stays at its floor', (_, figure, floor) => {
    expect(figure).toBeGreaterThanOrEqual(floor)
  })
})
