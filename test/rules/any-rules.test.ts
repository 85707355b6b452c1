import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { checkPhrase } from '../../src/rules/check-phrase.ts'
import { readRules } from '../../src/rules/read-rules.ts'
import type { EngineName } from '../../src/run/engines.ts'
import { loadAnalyser } from '../../src/run/open-analysis.ts'
import { articleWith } from '../support/article.ts'
import { proofSize } from '../support/proof-size.ts'

describe('whatever the rules of an engine', () => {
  const TEXT = readFileSync(join(import.meta.dirname, '../../corpus/hurricane-odessa-landfall.txt'), 'utf8')
  const WORDS = [...new Set(TEXT.match(/\p{L}[\p{L}-]+/gu) ?? [])].filter(word => checkPhrase(word, 'phrase') === null)
  const some = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 40 })

  it.each(['rules', 'linear'] as const satisfies readonly EngineName[])(
    'every span keeps its words, and the same file finds the same: %s',
    async engine => {
      await fc.assert(
        fc.asyncProperty(some, fc.nat(3), async (words, seed) => {
          const part = (index: number) => words.filter((_, i) => i % 4 === (index + seed) % 4)
          const text = stringify({
            version: 1,
            names: part(0).map((name, i) => ({ id: `n${i}`, name, kind: i % 2 === 0 ? 'person' : 'organisation' })),
            words: part(1).map((word, i) => ({
              id: `w${i}`,
              list: i % 2 === 0 ? 'title' : 'unnamed',
              add: [word],
              examples: { yes: ['[source x] y'] },
            })),
            cues: part(2).map((word, i) => ({
              id: `c${i}`,
              phrases: [word],
              like: 'bare-clause',
              reason: 'So.',
              examples: { yes: ['[cue x]'], no: ['x'] },
            })),
            sources: part(3).map((word, i) => ({
              id: `s${i}`,
              says: i % 2 === 0 ? 'withheld' : 'knowledge',
              phrases: [word],
              examples: { yes: ['[source x] y'], no: ['x'] },
            })),
          })
          // Nobody measured what such rules are good for: their examples are not run.
          const rules = { ...readRules(text, 'rules.yaml').rules, examples: [] }
          const [one, other] = [await loadAnalyser(engine, { rules }), await loadAnalyser(engine, { rules })]
          const record = await one.analyseArticle(articleWith(TEXT))
          const letters = [...TEXT]
          const spans = [
            ...record.claims.flatMap(claim => claim.spans),
            ...record.sources.flatMap(source => source.spans),
            ...record.mentions,
            ...record.candidates,
          ]
          for (const { start, end, text: words } of spans) expect(letters.slice(start, end).join('')).toBe(words)
          expect(await other.analyseArticle(articleWith(TEXT))).toEqual(record)
        }),
        { numRuns: proofSize(2, 50) },
      )
    },
  )
})
