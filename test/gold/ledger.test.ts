import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type LedgerField, scoreLedger } from '../support/ledger-score.ts'

const scores = await scoreLedger(readdirSync('corpus/gold').map(file => `corpus/gold/${file}`))

// Floors: they rise when the figures do and never fall, but for new articles, and for claims that were not found before, which count from then on.
it.each<[LedgerField, number]>([
  ['source_count', 0.85],
  ['role', 0.89],
  ['rank', 0.44],
  ['affiliation', 0.7],
  ['knowledge', 0.95],
  ['anonymity_reason', 0.91],
])('%s stays at its floor on corpus/', (field, floor) => {
  const { hit, total, misses } = scores[field]
  expect(hit / total, misses.join('\n')).toBeGreaterThanOrEqual(floor)
})
