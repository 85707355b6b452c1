import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { analyseArticle as analyseByLinear } from '../../src/run/analyse-linear.ts'
import { analyseArticle as analyseByRules } from '../../src/run/analyse-rules.ts'
import { anyArticleText } from '../support/any-article-text.ts'
import { articleWith } from '../support/article.ts'
import { proofSize } from '../support/proof-size.ts'

const UNSEEN = ['\u00ad', '\u200b', '\u2060', '\u200e']
/** Between two letters. */
const INSIDE = /(?<=\p{L})(?=\p{L})/gu

/** The text with characters inside its words that nobody sees, and for each of its code points where it then stands. */
function disguise(text: string, seed: readonly number[]): { text: string; places: readonly number[] } {
  const inside = new Set([...text.matchAll(INSIDE)].map(({ index }) => index))
  const places: number[] = []
  const disguised: string[] = []
  let at = 0
  let taken = 0
  for (const character of text) {
    if (inside.has(at)) {
      disguised.push(...(UNSEEN[seed[taken % seed.length] ?? 0] ?? ''))
      taken += 1
    }
    places.push(disguised.length)
    disguised.push(character)
    at += character.length
  }
  return { text: disguised.join(''), places }
}

/** Claims without their ids, which are made of where they stand, at the places of the disguised text. */
function claimsOf({ claims, sources, candidates }: ArticleRecord, placeOf: (start: number) => number) {
  const byId = new Map(sources.map(source => [source.id, source]))
  return {
    claims: claims.map(({ spans, sourceId, act, quotation, negated, hedged, confidence, cueLemma }) => {
      const source = sourceId === null ? undefined : byId.get(sourceId)
      const { naming, kind, name } = source ?? {}
      const words = spans.map(({ start, end, role }) => ({ start: placeOf(start), last: placeOf(end - 1), role }))
      return { words, act, quotation, negated, hedged, confidence, cueLemma, naming, kind, name: name?.value }
    }),
    candidates: candidates.map(({ start, rule, reason }) => ({ start: placeOf(start), rule, reason })),
  }
}

it.each([
  ['rules', analyseByRules],
  ['linear', analyseByLinear],
] as const)('what nobody sees inside words changes no claim but by where it stands: %s', async (_, analyse) => {
  const seeds = fc.array(fc.nat(12), { minLength: 3, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(anyArticleText, seeds, async (text, seed) => {
      const disguised = disguise(text, seed)
      const [plain, other] = await Promise.all([text, disguised.text].map(one => analyse(articleWith(one))))
      const moved = claimsOf(plain as ArticleRecord, start => disguised.places[start] ?? disguised.text.length)
      expect(claimsOf(other as ArticleRecord, start => start)).toEqual(moved)
    }),
    { numRuns: proofSize(30, 120) },
  )
})
