import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { spanOf } from '../../test/support/article-record.ts'
import { correctNow } from '../../test/support/correct-now.ts'
import { readUntilTestEnds, storeRecordsAt } from '../../test/support/stored-database.ts'
import { articleOf, type Speaker } from '../../test/support/voiced-article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { NewCorrection } from '../store/ledger/new-correction.ts'
import type { ClaimFilter } from '../store/queries/claims.ts'
import { type CheckOptions, checkArticle, checkArticles } from './check-articles.ts'
import type { JointFinding, PolicyFinding } from './policy-finding.ts'
import { readPolicy } from './reading/read-policy.ts'
import { toSarif } from './sarif.ts'

const woman = { gender: { value: 'woman', confidence: 1 } } as const
const man = { gender: { value: 'man', confidence: 1 } } as const
const politician = { type: { value: 'politician', confidence: 1 } } as const

/** Three men and a woman with one claim each but for the last man, who has three, and a body. */
const COUNCIL: readonly Speaker[] = [
  { name: 'Ada Brook', says: ['one'], quoted: 2, voice: { ...woman, ...politician } },
  { name: 'Bert Cole', says: ['two'], quoted: 10, voice: { ...man, ...politician } },
  { name: 'Carl Dene', says: ['three'], quoted: 3, voice: { ...man, ...politician } },
  { name: 'Dan Eames', says: ['four', 'five', 'six'], quoted: 5, voice: { ...man, ...politician } },
  { name: 'The Council', says: ['seven'], voice: { kind: 'organisation' } },
  { name: 'Eve Foss', voice: woman },
]

type Finding = PolicyFinding | JointFinding

const folder = mkdtempSync(join(tmpdir(), 'hearsay-voices-'))
afterAll(() => rmSync(folder, { recursive: true }))
/** Databases by the articles that they hold: most rules are tried on the same. */
const kept = new Map<string, string>()

function open(articles: readonly ArticleRecord[], change?: (path: string) => void) {
  const key = JSON.stringify(articles)
  const known = change === undefined ? kept.get(key) : undefined
  const path = known ?? join(folder, `${randomUUID()}.db`)
  if (known === undefined) storeRecordsAt(path, articles)
  if (change === undefined) kept.set(key, path)
  else change(path)
  return readUntilTestEnds(path).database
}
const policyOf = (rule: string) =>
  readPolicy(`version: 1\nrules:\n  - { id: it, severity: warning, ${rule} }`, 'policy.yaml')

async function check(
  rule: string,
  articles: readonly ArticleRecord[],
  {
    filter = {},
    change,
    options,
  }: { filter?: ClaimFilter; change?: (path: string) => void; options?: CheckOptions } = {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const checked of checkArticles(open(articles, change), policyOf(rule), filter, options))
    findings.push(...checked.findings)
  return findings
}
const messagesOf = (findings: readonly Finding[]) => findings.map(({ message }) => message)

const correct = (claim: string | undefined, said: Partial<NewCorrection>) => (path: string) =>
  correctNow(path, [claim ?? ''], { verdict: null, source: null, note: null, correctedBy: null, ...said })

describe('share-of-voice', () => {
  const women = (more: string) => `check: share-of-voice, parameters: { gender: [woman], atLeast: 4, ${more} }`

  it('tells the share of claims with its interval, of those whose gender the text gives', async () => {
    const record = articleOf(COUNCIL)
    const [finding, ...others] = await check(women('min: 40'), [record])
    expect(others).toEqual([])
    expect(finding).toMatchObject({ span: null, claims: [record.claims[0]?.id] })
    // Of six claims half are one man's: they count for three trials.
    expect(finding?.message).toBe(
      'Share of gender woman: 1 of 6 claims (16.7 %, 95 % interval 1.8–69 %), 4 sources in 1 article; at least 40 % is asked for.',
    )
  })

  it('counts sources or words in quotation marks instead', async () => {
    const record = articleOf(COUNCIL)
    expect(messagesOf(await check(women('min: 40, of: sources'), [record]))[0]).toMatch(
      /^Share of gender woman: 1 of 4 sources \(25 %, 95 % interval 4\.6–69\.9 %\)/,
    )
    expect(messagesOf(await check(women('min: 40, of: quoted-words'), [record]))[0]).toMatch(
      /^Share of gender woman: 2 of 30 quoted words \(6\.7 %/,
    )
  })

  it('finds what is above its bound, and lets exactly the bound pass', async () => {
    const record = articleOf(COUNCIL)
    const men = 'check: share-of-voice, parameters: { gender: [man], of: sources, atLeast: 4'
    expect(messagesOf(await check(`${men}, max: 74 }`, [record]))[0]).toContain('at most 74 % is asked for')
    expect(await check(`${men}, max: 75, min: 75 }`, [record])).toEqual([])
    expect(await check(`${men}, max: 74, unknown: true }`, [record])).toEqual([])
  })

  it('asks for several labels at once, and for those of naming', async () => {
    const record = articleOf(COUNCIL)
    const both = 'check: share-of-voice, parameters: { gender: [woman], type: [politician, law], min: 50, atLeast: 1 }'
    expect(messagesOf(await check(both, [record]))[0]).toContain('gender woman, type politician or law: 1 of 6')
    const named = 'check: share-of-voice, parameters: { naming: [named], max: 90 }'
    expect(messagesOf(await check(named, [record]))[0]).toContain('naming named: 7 of 7 claims (100 %')
  })

  it('is silent where few sources are known, and counts only the claims that the rule looks at', async () => {
    const record = articleOf(COUNCIL)
    expect(await check(women('min: 40').replace('atLeast: 4', 'atLeast: 5'), [record])).toEqual([])
    const denials = women('min: 40').replace('atLeast: 4', 'atLeast: 1')
    expect(await check(`${denials}, where: { act: [denial] }`, [record])).toEqual([])
  })

  it('counts over all articles together, after them', async () => {
    const all = women('min: 40, over: all').replace('atLeast: 4', 'atLeast: 8')
    const articles = [articleOf(COUNCIL, { uri: 'a.txt' }), articleOf(COUNCIL, { uri: 'b.txt', publisher: 'Courier' })]
    const findings = await check(all, articles)
    expect(findings).toEqual([
      {
        rule: 'it',
        severity: 'warning',
        article: null,
        span: null,
        claims: [],
        // As wide as of two trials: each article could be all women or none.
        message:
          'Share of gender woman: 2 of 12 claims (16.7 %, 95 % interval 1.3–75.9 %), 8 sources in 2 articles; at least 40 % is asked for.',
      },
    ])
    expect(await check(all, articles, { filter: { article: 'a.txt' } })).toEqual([])
    expect(await check(all, articles, { filter: { text: 'four' } })).toEqual([])
    expect(await check(`${all}, where: { publisher: [courier] }`, articles)).toEqual([])
    expect(await checkArticle(open(articles), policyOf(all), 'a.txt')).toEqual([])
    const [run] = (toSarif(findings, policyOf(all), '0.1.0') as { runs: [{ results: unknown[] }] }).runs
    expect(run.results).toEqual([expect.objectContaining({ ruleId: 'it', locations: [] })])
  })

  it('counts of several versions of an article the newest over all articles, unless every text is to count', async () => {
    const all = women('min: 40, over: all').replace('atLeast: 4', 'atLeast: 2')
    const again = articleOf([...COUNCIL, { name: 'Gus Hall', says: ['eight'], voice: man }], { uri: 'a.txt' })
    const articles = [articleOf(COUNCIL, { uri: 'a.txt' }), again]
    expect(messagesOf(await check(all, articles))).toEqual([
      expect.stringContaining(
        '1 of 7 claims (14.3 %, 95 % interval 0.5–84.7 %), 5 sources in 1 article (1 older version left out);',
      ),
    ])
    expect(messagesOf(await check(all, articles, { options: { allVersions: true } }))).toEqual([
      expect.stringContaining('2 of 13 claims'),
    ])
  })

  it('follows corrections: a rejected claim is nobody’s, and a claim given to another source is that one’s', async () => {
    const record = articleOf(COUNCIL)
    const of = async (change: (path: string) => void) =>
      messagesOf(await check(women('min: 60'), [record], { change }))[0]
    expect(await of(correct(record.claims[5]?.id, { verdict: 'rejected' }))).toContain('1 of 5 claims')
    expect(await of(correct(record.claims[5]?.id, { source: 'Ada Brook' }))).toContain('2 of 6 claims')
    expect(await of(correct(record.claims[5]?.id, { source: 'Eve Foss' }))).toContain(
      '2 of 6 claims (33.3 %, 95 % interval',
    )
    expect(await of(correct(record.claims[5]?.id, { source: 'Nobody Known' }))).toContain('1 of 5 claims')
    expect(await of(correct(record.claims[5]?.id, { naming: 'unstated' }))).toContain('1 of 5 claims')
  })
})

describe('single-type', () => {
  it('finds articles that hear more sources than allowed, and all of one type', async () => {
    const politicians = COUNCIL.slice(0, 4)
    const record = articleOf(politicians)
    const [finding] = await check('check: single-type', [record])
    expect(finding?.message).toMatch(/^All 4 sources are of one type, politician: elected or standing for office/)
    expect(finding?.claims).toHaveLength(6)
    expect(await check('check: single-type, parameters: { sources: 4 }', [record])).toEqual([])
    expect(await check('check: single-type, parameters: { type: [business] }', [record])).toEqual([])
  })

  it('says nothing where one is of another type, or nobody knows of which', async () => {
    expect(await check('check: single-type', [articleOf(COUNCIL)])).toEqual([])
    const unknown = COUNCIL.slice(0, 4).map(speaker => ({ ...speaker, voice: man }))
    expect(await check('check: single-type', [articleOf(unknown)])).toEqual([])
  })
})

describe('no-woman-quoted', () => {
  const men = COUNCIL.slice(1)

  it('names the counts, and does not count a woman who is named only', async () => {
    const [finding] = await check('check: no-woman-quoted', [
      articleOf([...men, { name: 'Kim Lund', says: ['eight'] }]),
    ])
    expect(finding?.message).toBe(
      'None of 3 people whose gender the text gives is a woman: 3 men, 0 nonbinary, 1 more unknown.',
    )
  })

  it('is silent where a woman is quoted, or fewer people are known', async () => {
    expect(await check('check: no-woman-quoted', [articleOf(COUNCIL)])).toEqual([])
    expect(await check('check: no-woman-quoted, parameters: { people: 4 }', [articleOf(men)])).toEqual([])
  })

  it('looks only at the claims that the rule asks for', async () => {
    const record = articleOf(
      COUNCIL.map(speaker => (speaker.name === 'Ada Brook' ? speaker : { ...speaker, claim: { quotation: 'direct' } })),
    )
    const rule = 'check: no-woman-quoted, where: { quotation: [direct, mixed] }'
    expect(await check(rule, [record])).toHaveLength(1)
  })
})

describe('expert-without-affiliation', () => {
  const expert = { function: { value: 'expert', confidence: 1 } } as const
  const role = { value: 'an economist', span: null }

  it('is located at the source, once, with all of its claims', async () => {
    const record = articleOf([
      { name: 'Ada Brook', says: ['one', 'two'], voice: { ...expert, role } },
      { name: 'Bert Cole', says: ['three'], voice: { ...expert, affiliation: { value: 'Leeds', span: null } } },
      { name: 'Carl Dene', says: ['four'] },
      { name: 'Dan Eames', voice: expert },
    ])
    const findings = await check('check: expert-without-affiliation', [record])
    expect(messagesOf(findings)).toEqual([
      'The article does not say to which body the expert “Ada Brook” belongs (2 claims).',
    ])
    expect(findings[0]).toMatchObject({
      claims: record.claims.slice(0, 2).map(({ id }) => id),
      span: { ...spanOf(record.article.text, 'Ada Brook'), startLine: 1, startColumn: 1, endLine: 1, endColumn: 10 },
    })
    expect(await check('check: expert-without-affiliation', [record], { filter: { text: 'three' } })).toEqual([])
  })

  it('leaves bodies and groups alone, unless asked', async () => {
    const record = articleOf([
      { name: 'The Institute', says: ['one'], voice: { ...expert, kind: 'organisation' } },
      { name: 'Analysts', says: ['two'], voice: { ...expert, name: null, naming: 'unnamed', kind: 'group' } },
    ])
    expect(await check('check: expert-without-affiliation', [record])).toEqual([])
    const asked = 'check: expert-without-affiliation, parameters: { kind: [group] }'
    expect((await check(asked, [record])).map(({ span }) => span?.text)).toEqual(['Analysts'])
  })

  it('leaves those alone whose identity is withheld, unless asked', async () => {
    const record = articleOf([
      { name: 'An analyst', says: ['one'], voice: { ...expert, name: null, naming: 'anonymous' } },
    ])
    expect(await check('check: expert-without-affiliation', [record])).toEqual([])
    const asked = 'check: expert-without-affiliation, parameters: { naming: [anonymous] }'
    expect(await check(asked, [record])).toHaveLength(1)
  })
})
