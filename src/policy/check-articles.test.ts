import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { OWNERSHIP } from '../../pipeline/attributions/quoted/ownership.ts'
import { buildArticleRecord, type ClaimWords, groundedIn, spanOf } from '../../test/support/article-record.ts'
import { correctNow } from '../../test/support/correct-now.ts'
import { readUntilTestEnds, storeRecords } from '../../test/support/stored-database.ts'
import type { Article } from '../domain/article.ts'
import type { ArticleRecord, SourceRecord } from '../domain/record.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import type { ClaimFilter } from '../store/queries/claims.ts'
import { checkArticles } from './check-articles.ts'
import { INFERRING_RULES } from './kinds/inferred-speaker.ts'
import type { PolicyFinding } from './policy-finding.ts'
import { readPolicy } from './reading/read-policy.ts'

const TEXT = [
  '😀 Two aides, who asked not to be named because talks go on, said the port would close.\r\n',
  'An officer who asked not to be named said the crane was broken. The officer blamed the board.\n',
  'A clerk familiar with the accounts said the money was gone. Mara Quist said the money was gone.\n',
  '“It was dark.” Residents accused the council of sleeping. It was described as “a hole”.\n',
].join('')

const anonymous = (more: Partial<SourceRecord> = {}): Partial<SourceRecord> => ({ naming: 'anonymous', ...more })
const counting = (value: number): Partial<SourceRecord> => ({ number: { value, span: null } })

/** The sources that later words of the article refer to are joined after the claims are built. */
function portArticle(article: Partial<Article> = {}): ArticleRecord {
  const claims: ClaimWords[] = [
    {
      source: 'Two aides',
      cue: 'said',
      content: 'the port would close',
      describe: anonymous({ ...counting(2), reason: groundedIn(TEXT, 'talks go on') }),
    },
    {
      source: 'An officer',
      cue: 'said',
      content: 'the crane was broken',
      from: 'An officer',
      describe: anonymous(counting(1)),
    },
    {
      source: 'The officer',
      cue: 'blamed',
      content: 'the board',
      from: 'The officer',
      claim: { act: 'accusation' },
      describe: anonymous(counting(1)),
    },
    {
      source: 'A clerk',
      cue: 'said',
      content: 'the money was gone',
      from: 'A clerk',
      describe: anonymous(counting(1)),
    },
    {
      source: 'Mara Quist',
      cue: 'said',
      content: 'the money was gone',
      from: 'Mara',
      describe: { name: groundedIn(TEXT, 'Mara Quist') },
    },
    {
      source: 'Residents',
      cue: 'accused',
      content: 'the council of sleeping',
      claim: { act: 'accusation' },
      describe: { naming: 'unnamed', kind: 'group' },
    },
    { cue: 'described', content: 'as “a hole”', claim: { quotation: 'mixed' } },
  ]
  const record = buildArticleRecord(TEXT, claims, { article: { uri: 'news/port.txt', ...article } })
  const [, officer, again] = record.sources
  const clerks = record.claims[3]
  const marasId = record.claims[4]?.id ?? null
  return {
    ...record,
    claims: record.claims.map(claim => (claim === clerks ? { ...claim, corroboratedById: marasId } : claim)),
    sources: record.sources.map(source =>
      source === again ? { ...source, antecedentId: officer?.id ?? null } : source,
    ),
    candidates: [
      { ...spanOf(TEXT, '“It was dark.”'), stage: 'attributions', rule: 'quotation-speech', reason: 'No cue.' },
      { ...spanOf(TEXT, '“a hole”'), stage: 'attributions', rule: 'quotation-speech', reason: 'No cue.' },
      { ...spanOf(TEXT, 'the board'), stage: 'attributions', rule: 'quotation-scare', reason: 'A phrase.' },
    ],
  }
}

const idOf = (index: number) => portArticle().claims[index]?.id as string
const [aides, crane, board, clerk, mara, residents, hole] = [0, 1, 2, 3, 4, 5, 6].map(idOf)

type Change = string | ((path: string) => void)

async function check(rule: string, filter: ClaimFilter = {}, change: Change = '', articles = [portArticle()]) {
  const path = storeRecords(articles)
  if (typeof change === 'string') {
    const database = new Database(path)
    database.exec(change)
    database.close()
  } else change(path)
  const policy = readPolicy(`version: 1\nrules:\n  - { id: it, severity: error, ${rule} }`, 'p.yaml')
  const findings: PolicyFinding[] = []
  for await (const checked of checkArticles(readUntilTestEnds(path).database, policy, filter))
    if (checked.articles === 1) findings.push(...checked.findings)
  return findings
}

const claimsOf = (findings: readonly PolicyFinding[]) => findings.map(({ claims }) => claims)

const correct =
  (claim: string | undefined, set: 'verdict' | 'source', value: string): Change =>
  path =>
    correctNow(path, [claim ?? ''], { verdict: null, source: null, note: null, correctedBy: null, [set]: value })

describe('lone-anonymous', () => {
  it('finds claims of one anonymous person whom nobody with a name bears out', async () => {
    const findings = await check('check: lone-anonymous')
    expect(claimsOf(findings)).toEqual([[crane], [board]])
    expect(findings[1]?.message).toBe(
      'Rests on an anonymous source alone, “The officer” (An officer): nobody who is named says the same.',
    )
  })

  it('counts as many people as one as it is told', async () => {
    expect(claimsOf(await check('check: lone-anonymous, parameters: { people: 2 }'))).toEqual([
      [aides],
      [crane],
      [board],
    ])
  })

  it('takes one person where the text counts none, and several where it speaks of several', async () => {
    const uncounted = 'UPDATE source SET number = NULL, number_start = NULL, number_end = NULL;'
    expect(claimsOf(await check('check: lone-anonymous', {}, uncounted))).toEqual([[aides], [crane], [board]])
    const group = `${uncounted} UPDATE source SET kind = 'group';`
    expect(await check('check: lone-anonymous', {}, group)).toEqual([])
  })

  it('follows corrections: of the claim, of its source, and of the claim that bears it out', async () => {
    expect(claimsOf(await check('check: lone-anonymous', {}, correct(crane, 'verdict', 'rejected')))).toEqual([[board]])
    expect(claimsOf(await check('check: lone-anonymous', {}, correct(crane, 'source', 'Leo Falk')))).toEqual([[board]])
    const alone = await check('check: lone-anonymous', {}, correct(mara, 'verdict', 'rejected'))
    expect(claimsOf(alone)).toEqual([[crane], [board], [clerk]])
  })
})

describe('inferred-speaker', () => {
  const inferred = (rule: string) =>
    `UPDATE evidence SET rule = '${rule}' WHERE claim_rowid = (SELECT rowid FROM claim WHERE id = '${mara}')`

  it('finds claims that no cue of their own gave to their speaker', async () => {
    expect(await check('check: inferred-speaker')).toEqual([])
    const [finding, ...others] = await check('check: inferred-speaker', {}, inferred('quotation-goes-on'))
    expect(finding?.claims).toEqual([mara])
    expect(finding?.message).toBe('That “Mara Quist” said “the money was gone” follows only from what stands around.')
    expect(others).toEqual([])
  })

  it('asks for the ways that it is told', async () => {
    const manner = 'check: inferred-speaker, parameters: { rules: [quotation-after-manner] }'
    expect(await check(manner, {}, inferred('quotation-goes-on'))).toEqual([])
    expect(claimsOf(await check(manner, {}, inferred('quotation-after-manner')))).toEqual([[mara]])
  })

  it('knows every way in which the pipeline infers', () => {
    const inferring = Object.keys(OWNERSHIP).filter(rule => rule !== 'quotation-unstated')
    expect([...INFERRING_RULES].sort()).toEqual(inferring.sort())
  })
})

describe('no-reason', () => {
  it('finds each source once, with all claims that rest on it', async () => {
    const findings = await check('check: no-reason')
    expect(claimsOf(findings)).toEqual([[crane, board], [clerk]])
    expect(findings[0]?.message).toContain('“An officer” is not named (2 claims resting on it)')
  })

  it('takes the reason that the words give to which a source refers', async () => {
    const given = `UPDATE source SET reason = 'talks go on' WHERE text = 'An officer'`
    expect(claimsOf(await check('check: no-reason', {}, given))).toEqual([[clerk]])
  })
})

describe('anonymous-accusation', () => {
  it('finds who blames without a name, by the namings that it is given', async () => {
    expect(claimsOf(await check('check: anonymous-accusation'))).toEqual([[board]])
    const wider = await check('check: anonymous-accusation, parameters: { naming: [anonymous, unnamed] }')
    expect(claimsOf(wider)).toEqual([[board], [residents]])
    expect(wider[1]).toMatchObject({ message: 'An accusation by a source that is unnamed: “Residents”.' })
  })
})

describe('unsourced-quotation', () => {
  it('finds quotations of nobody: those with a cue, and those that read like speech and have none', async () => {
    const findings = await check('check: unsourced-quotation')
    expect(claimsOf(findings)).toEqual([[], [hole]])
    expect(findings.map(({ span }) => span?.text)).toEqual(['“It was dark.”', 'as “a hole”'])
    expect(findings[0]?.message).toBe('The article does not say whose words these are: “It was dark.”')
  })

  it('keeps to the types of quotation that it is given, and to claims when told so', async () => {
    const parameters = '{ quotation: [direct], unattributed: false }'
    expect(await check(`check: unsourced-quotation, parameters: ${parameters}`)).toEqual([])
  })

  it('leaves words alone that a claim attributes after all', async () => {
    const said = buildArticleRecord('“It was dark.” Mara Quist said.', [
      { source: 'Mara Quist', cue: 'said', content: '“It was dark.”', claim: { quotation: 'direct' } },
    ])
    const candidate = {
      ...spanOf(said.article.text, 'It was'),
      stage: 'attributions',
      rule: 'quotation-speech',
      reason: '',
    }
    expect(await check('check: unsourced-quotation', {}, '', [{ ...said, candidates: [candidate] }])).toEqual([])
  })
})

describe('share', () => {
  it('finds articles with more than the share that is allowed, and names the claims', async () => {
    const [finding, ...others] = await check('check: share')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      span: null,
      claims: [aides, crane, board, clerk, residents],
      message: '5 of 7 claims (71.4 %) are by sources that are unnamed or anonymous; 50 % are allowed.',
    })
  })

  it('lets exactly the share pass, and leaves short articles alone', async () => {
    const half = 'check: share, where: { act: [accusation] }, parameters: { naming: [anonymous], claims: 2 }'
    expect(await check(half)).toEqual([])
    expect(await check(half.replace('claims: 2', 'claims: 2, percent: 49'))).toHaveLength(1)
    expect(await check('check: share, parameters: { claims: 8 }')).toEqual([])
  })

  it('counts whole articles although the filter asks for some claims only', async () => {
    const [finding] = await check('check: share', { text: 'crane' })
    expect(finding?.message).toContain('5 of 7 claims')
    expect(await check('check: share', { source: 'Mara' })).toEqual([])
  })
})

describe('a finding', () => {
  it('names article, rule, claim, and the words by code points, lines and columns', async () => {
    const article = portArticle({ title: 'Port' })
    const [finding] = await check('check: anonymous-accusation, message: "{source}: {act}"', {}, '', [article])
    const span = finding?.span
    expect(finding).toEqual({
      rule: 'it',
      severity: 'error',
      message: '“The officer” (An officer): accusation',
      article: { id: article.article.id, uri: 'news/port.txt', title: 'Port', sha256: article.article.rawSha256 },
      claims: [board],
      span: {
        ...spanOf(TEXT, 'The officer'),
        startLine: 2,
        startColumn: 65,
        endLine: 2,
        endColumn: 76,
      },
    })
    expect(new CodePointText(TEXT).slice(span ?? { start: 0, end: 0 })).toBe('The officer')
  })

  it('does not make a template of what the article says', async () => {
    const text = 'Crew {act} blamed the port.'
    const words = { source: 'Crew {act}', cue: 'blamed', content: 'the port', describe: anonymous() }
    const record = buildArticleRecord(text, [{ ...words, claim: { act: 'accusation' } }])
    const [finding] = await check('check: anonymous-accusation', {}, '', [record])
    expect(finding?.message).toContain('“Crew {act}”')
  })
})

describe('selection', () => {
  it('of a rule: by act, quotation, kind, publisher and confidence', async () => {
    const lone = async (where: string, publisher: string | null = null) =>
      claimsOf(await check(`check: lone-anonymous, where: ${where}`, {}, '', [portArticle({ publisher })]))
    expect(await lone('{ act: [accusation] }')).toEqual([[board]])
    expect(await lone('{ quotation: [direct] }')).toEqual([])
    expect(await lone('{ kind: [document] }')).toEqual([])
    expect(await lone('{ confidence: 0.9 }')).toHaveLength(2)
    expect(await lone('{ confidence: 0.91 }')).toEqual([])
    expect(await lone('{ publisher: [the courier] }', 'The Courier')).toHaveLength(2)
    expect(await lone('{ publisher: [the courier] }', 'The Herald')).toEqual([])
    expect(await lone('{ publisher: [the courier] }')).toEqual([])
  })

  it('leaves attitudes out unless it asks for them', async () => {
    const believes = `UPDATE claim SET act = 'belief' WHERE id = '${crane}'`
    expect(claimsOf(await check('check: lone-anonymous', {}, believes))).toEqual([[board]])
    expect(claimsOf(await check('check: lone-anonymous, where: { act: [belief] }', {}, believes))).toEqual([[crane]])
  })

  it('of claims: what concerns none of them is not printed', async () => {
    expect(claimsOf(await check('check: lone-anonymous', { text: 'crane' }))).toEqual([[crane]])
    expect(claimsOf(await check('check: unsourced-quotation', { act: ['statement'] }))).toEqual([[hole]])
    expect(claimsOf(await check('check: no-reason', { act: ['accusation'] }))).toEqual([[crane, board]])
  })

  it('of articles: by name and by date', async () => {
    const later = buildArticleRecord('A guard blamed them.', [
      { source: 'A guard', cue: 'blamed', content: 'them', claim: { act: 'accusation' }, describe: anonymous() },
    ])
    const dated = { ...later, article: { ...later.article, uri: 'news/a.txt', publishedAt: '2026-11-01T00:00:00Z' } }
    const uris = async (filter: ClaimFilter) =>
      (await check('check: anonymous-accusation', filter, '', [portArticle(), dated])).map(({ article }) => article.uri)
    expect(await uris({})).toEqual(['news/a.txt', 'news/port.txt'])
    expect(await uris({ article: 'port.txt' })).toEqual(['news/port.txt'])
    expect(await uris({ since: '2026-10-01' })).toEqual(['news/a.txt'])
    await expect(uris({ article: 'nowhere.txt' })).rejects.toMatchObject({ exitCode: 2 })
    await expect(uris({ since: 'soon' })).rejects.toMatchObject({ exitCode: 2 })
  })
})
