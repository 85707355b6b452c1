import { expect, it } from 'vitest'
import { findFamilies } from '../../src/families/grouping/find-families.ts'
import { speakerOf } from '../../src/families/grouping/speaker.ts'
import { normaliseWords } from '../../src/families/wording/words/normalise-words.ts'
import { countAltered } from '../bench/families/altered.ts'
import { type GeneratedClaim, generate } from '../bench/families/generate.ts'
import { countPairs, trueFamilies } from '../bench/families/truth.ts'

/** Of a seed of its own: `npm run bench:families` measures many more. */
const claims = generate(600, 5, 'shown')
const byId = new Map(claims.map(claim => [claim.id, claim]))
const families = findFamilies(
  claims.map(({ content, speaker, ...claim }) => ({
    ...claim,
    wording: normaliseWords(content),
    speaker: speakerOf(speaker),
  })),
).map(({ members }) => members.map(({ id }) => id))

it('puts together what generated articles say of one utterance, and nothing else', () => {
  const { precision, recall } = countPairs(trueFamilies(claims), families)
  expect(precision).toBeGreaterThanOrEqual(0.98)
  expect(recall).toBeGreaterThanOrEqual(0.93)
})

it('tells what was altered, and seldom what was not', () => {
  const { of, wrong, looked } = countAltered(families.map(ids => ids.map(id => byId.get(id) as GeneratedClaim)))
  const counts = [...of.values()]
  const share = (key: 'found' | 'expected') => counts.reduce((sum, count) => sum + count[key], 0)
  expect(share('found') / share('expected')).toBeGreaterThanOrEqual(0.95)
  expect(wrong / looked).toBeLessThanOrEqual(0.02)
})
