/**
 * How well quotation families are found, and at what cost: `npm run bench:families -- ARTICLES`. Generates so many articles (100,000 unless
 * told) of four claims with known families, once of the half of words, sentences and ways to alter that rules were chosen on
 * and once of the half that no rule was chosen on, and tells of each how many pairs of claims were put together rightly, how many of them
 * were found, and how many altered variants were told as such. `--cost` measures instead what a hundredth of the articles and all of them
 * take; `--pairs POLNEAR/train` tells how pairs that people judged are tied. Exits with 1 where a figure is worse than what is promised.
 */
import process from 'node:process'
import { findFamilies } from '../../src/families/grouping/find-families.ts'
import type { Member } from '../../src/families/grouping/member.ts'
import { speakerOf } from '../../src/families/grouping/speaker.ts'
import { normaliseWords } from '../../src/families/wording/words/normalise-words.ts'
import { countAltered } from './families/altered.ts'
import { type GeneratedClaim, generate } from './families/generate.ts'
import { countGoldPairs } from './families/gold-pairs.ts'
import { countPairs, trueFamilies } from './families/truth.ts'
import type { Half } from './families/words.ts'

const LEAST = { precision: 98, recall: 95, altered: 95 } as const
const MOST = { wrong: 2, exponent: 1.15 } as const
const SEEDS: Readonly<Record<Half, number>> = { shown: 1, 'held-out': 7_919 }

const articles = Number(process.argv.slice(2).find(given => /^\d+$/.test(given)) ?? 100_000)
const write = (text: string) => process.stdout.write(`${text}\n`)
const percent = (part: number, all: number) => (part / all) * 100
const worse: string[] = []

const pairsAt = process.argv.indexOf('--pairs')
if (pairsAt > 0) measurePairs(process.argv[pairsAt + 1] as string)
else if (process.argv.includes('--cost')) measureCost()
else for (const half of ['shown', 'held-out'] as const) measureHalf(half)
for (const line of worse) write(`WORSE: ${line}`)
process.exitCode = worse.length > 0 ? 1 : 0

function measureHalf(half: Half): void {
  const claims = generate(articles, SEEDS[half], half)
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  const { families, seconds } = find(claims)
  write(
    `${half}: ${articles} articles, ${claims.length} claims, ${families.length} families in ${seconds.toFixed(1)} s of processor`,
  )
  const ids = families.map(({ members }) => members.map(({ id }) => id))
  const pairs = countPairs(trueFamilies(claims), ids)
  report(half, 'precision', pairs.precision * 100, LEAST.precision, `of ${pairs.found} pairs found`)
  report(half, 'recall', pairs.recall * 100, LEAST.recall, `of ${pairs.true} true pairs`)
  const altered = countAltered(ids.map(family => family.map(id => byId.get(id) as GeneratedClaim)))
  const kinds = [...altered.of].map(([kind, { expected, found }]) => `${kind} ${found} of ${expected}`)
  const told = [...altered.of].filter(([kind]) => kind !== 'speaker').map(([, count]) => count)
  const [found, expected] = [sum(told.map(one => one.found)), sum(told.map(one => one.expected))]
  report(half, 'altered', percent(found, expected), LEAST.altered, kinds.join(', '))
  const wrong = percent(altered.wrong, altered.looked)
  write(`  wrongly told ${wrong.toFixed(2)} % of ${altered.looked} variants`)
  if (wrong > MOST.wrong) worse.push(`${half}: ${wrong.toFixed(2)} % wrongly told`)
}

function report(half: Half, figure: keyof typeof LEAST, value: number, least: number, note: string): void {
  write(`  ${figure} ${value.toFixed(2)} % (${note})`)
  if (value < least) worse.push(`${half}: ${figure} ${value.toFixed(2)} below ${least}`)
}

function measurePairs(folder: string): void {
  for (const { lot, pairs, same, tied, right } of countGoldPairs(folder))
    write(
      `${lot}: ${pairs} pairs, ${same} of them the same; ${tied} tied, ${right} of these the same (${percent(right, tied).toFixed(1)} %)`,
    )
}

/** Of few and of all articles; the exponent is the slope of log time over log claims. */
function measureCost(): void {
  const points = [articles / 100, articles].map(count => {
    const { members, seconds: forWords } = readGenerated(count)
    const before = process.memoryUsage().rss
    const began = process.cpuUsage()
    const families = findFamilies(members)
    const { user, system } = process.cpuUsage(began)
    const seconds = forWords + (user + system) / 1e6
    const megabytes = [before, process.memoryUsage().rss].map(bytes => Math.round(bytes / 2 ** 20))
    write(
      `${members.length} claims: ${families.length} families in ${seconds.toFixed(1)} s of processor, ${forWords.toFixed(1)} s of them for words; ${megabytes.join(' MB before, ')} MB after`,
    )
    return { claims: members.length, seconds }
  })
  const [few, many] = points as [(typeof points)[number], (typeof points)[number]]
  const exponent = Math.log(many.seconds / few.seconds) / Math.log(many.claims / few.claims)
  write(`exponent ${exponent.toFixed(2)}`)
  if (exponent > MOST.exponent) worse.push(`exponent ${exponent.toFixed(2)} above ${MOST.exponent}`)
}

/** Generated claims as members, without what only the generator needs. */
function readGenerated(count: number) {
  const claims = generate(count, SEEDS.shown, 'shown')
  const began = process.cpuUsage()
  const members = claims.map(toMember)
  return { members, seconds: process.cpuUsage(began).user / 1e6 }
}

/** Words and families, in seconds of processor. */
function find(claims: readonly GeneratedClaim[]) {
  const began = process.cpuUsage()
  const families = findFamilies(claims.map(toMember))
  const { user, system } = process.cpuUsage(began)
  return { families, seconds: (user + system) / 1e6 }
}

function toMember({ id, article, content, speaker, seenAt, quotation }: GeneratedClaim): Member {
  return { id, article, wording: normaliseWords(content), speaker: speakerOf(speaker), seenAt, quotation }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
