/**
 * How well quotation families are found, and at what cost: `npm run bench:families -- ARTICLES`. Generates so many articles (100,000 unless
 * told) with known families, once of the half of words, sentences and ways to alter that rules were chosen on and once of the half
 * that no rule was looked at with, and tells of each how many pairs of claims were put together rightly, how many of them were found, and
 * how many altered variants were told as such. Exits with 1 where a figure is below what is promised.
 */
import process from 'node:process'
import { findFamilies } from '../../src/families/grouping/find-families.ts'
import type { Member } from '../../src/families/grouping/member.ts'
import { speakerOf } from '../../src/families/grouping/speaker.ts'
import { normaliseWords } from '../../src/families/wording/normalise-words.ts'
import { type GeneratedClaim, generate } from './families/generate.ts'
import { countPairs, trueFamilies } from './families/truth.ts'

const articles = Number(process.argv[2] ?? 100_000)
const write = (text: string) => process.stdout.write(`${text}\n`)
for (const half of ['shown', 'held-out'] as const) {
  const claims = generate(articles, half === 'shown' ? 1 : 7_919, half)
  const began = process.cpuUsage()
  const members = claims.map(toMember)
  const normalised = process.cpuUsage(began)
  const families = findFamilies(members)
  const { user, system } = process.cpuUsage(began)
  const figures = countPairs(
    trueFamilies(claims),
    families.map(family => family.members.map(({ id }) => id)),
  )
  write(
    `${half}: ${articles} articles, ${claims.length} claims, ${families.length} families, ${((user + system) / 1e6).toFixed(1)} s (${(normalised.user / 1e6).toFixed(1)} s for words), ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  )
  write(
    `  precision ${(figures.precision * 100).toFixed(2)} recall ${(figures.recall * 100).toFixed(2)} of ${figures.true} pairs`,
  )
}

function toMember({ id, article, content, speaker, seenAt, quotation }: GeneratedClaim): Member {
  return { id, article, wording: normaliseWords(content), speaker: speakerOf(speaker), seenAt, quotation }
}
