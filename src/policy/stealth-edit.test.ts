import { describe, expect, it } from 'vitest'
import { buildArticleRecord, type ClaimWords } from '../../test/support/article-record.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, readUntilTestEnds } from '../../test/support/stored-database.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { updateAcross } from '../families/update.ts'
import { originOf } from '../store/runs/origins.ts'
import { SqliteStore } from '../store/sqlite/sqlite-store.ts'
import { checkArticles } from './check-articles.ts'
import type { PolicyFinding } from './policy-finding.ts'
import { readPolicy } from './reading/read-policy.ts'

const URI = 'https://news.example/gates'

function version(text: string, claims: readonly ClaimWords[]): ArticleRecord {
  return buildArticleRecord(text, claims, { article: { uri: URI } })
}

/** A text with one direct quotation and whoever says it. */
function quoting(words: string, name: string | null, more = ''): ArticleRecord {
  const source = name ?? 'an engineer'
  return version(`The gates held.\n“${words}” said ${source}.${more}`, [
    {
      source,
      cue: 'said',
      content: `“${words}”`,
      claim: { quotation: 'direct' },
      describe: {
        name: name === null ? null : { value: name, span: null },
        naming: name === null ? 'unnamed' : 'named',
      },
    },
  ])
}

/** What is found in versions of one address, in their order. */
async function check(rule: string, versions: readonly ArticleRecord[]): Promise<PolicyFinding[]> {
  const path = `${makeFolder()}/claims.db`
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  const inputs = versions.map(({ article }, index) => ({
    articleId: article.id,
    origin: { ...originOf(article), location: `${URI}#${index}`, retrievedAt: `2026-05-0${index + 1}T08:00:00.000Z` },
  }))
  store.write(run, { records: versions, dead: [], skipped: [], inputs })
  const claims = versions.reduce((sum, one) => sum + one.claims.length, 0)
  store.endRun(run, 'finished', { ...NO_COUNTS, inputs: inputs.length, done: versions.length, claims })
  store.close()
  await updateAcross(path)
  const policy = readPolicy(
    `version: 1\nrules:\n  - { id: it, severity: error, check: stealth-edit${rule} }`,
    'policy.yaml',
  )
  const findings: PolicyFinding[] = []
  for await (const checked of checkArticles(readUntilTestEnds(path).database, policy))
    for (const finding of checked.findings) if (finding.article !== null) findings.push(finding)
  return findings
}

describe('a stealth edit', () => {
  it('is a number in a quotation that changed without a note, told in the later version', async () => {
    const [before, after] = [
      quoting('The gates held for nine hours,', 'Ruth Odhiambo'),
      quoting('The gates held for two hours,', 'Ruth Odhiambo'),
    ]
    const findings = await check('', [before, after])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      message:
        'Changed without a note: a number in a quotation; “The gates held for nine hours,” is now “The gates held for two hours,”.',
      article: { id: after.article.id },
      claims: [after.claims[0]?.id],
      span: { text: '“The gates held for two hours,”' },
    })
    expect(await check(', parameters: { of: [negation, speaker] }', [before, after])).toEqual([])
  })

  it('is none with a note, in that version or in a later one; unless the policy takes no such note', async () => {
    const [before, after] = [quoting('Nine hours,', 'Ruth Odhiambo'), quoting('Two hours,', 'Ruth Odhiambo')]
    const note = '\nThis article was corrected on 3 May.'
    const noted = quoting('Two hours,', 'Ruth Odhiambo', note)
    const updated = quoting('Two hours,', 'Ruth Odhiambo', '\nThis article was updated on 3 May.')
    expect(await check('', [before, noted])).toEqual([])
    expect(await check('', [before, after, noted])).toEqual([])
    expect(await check('', [before, updated])).toEqual([])
    expect(await check(', parameters: { notes: [correction] }', [before, updated])).toHaveLength(1)
    expect(await check(', parameters: { notes: [correction] }', [before, noted])).toEqual([])
    // A note that was there before tells of something else.
    const old = quoting('Nine hours,', 'Ruth Odhiambo', note)
    expect(await check('', [old, noted])).toHaveLength(1)
  })

  it('is another name for who says it, or none; a name where there was none is no edit', async () => {
    const named = quoting('Two hours,', 'Ruth Odhiambo')
    const facts = (findings: readonly PolicyFinding[]) => findings.map(({ message }) => message)
    expect(facts(await check('', [named, quoting('Two hours,', 'Rose Odhiambo')]))).toEqual([
      'Changed without a note: who says it; “Ruth Odhiambo” is now “Rose Odhiambo”.',
    ])
    expect(facts(await check('', [named, quoting('Two hours,', null)]))).toEqual([
      'Changed without a note: who says it; “Ruth Odhiambo” is now “an engineer”.',
    ])
    expect(await check('', [quoting('Two hours,', null), named])).toEqual([])
    // Whoever "she" is was changed where she is named.
    const meaning = (name: string) =>
      version(`${name} spoke. “Two hours,” she said.`, [
        {
          source: 'she',
          cue: 'said',
          content: '“Two hours,”',
          claim: { quotation: 'direct' },
          describe: { name: { value: name, span: null } },
        },
      ])
    expect(await check('', [meaning('Ruth Odhiambo'), meaning('Rose Achieng')])).toEqual([])
  })

  it('is told by what changed of a long quotation', async () => {
    const long = (day: string) =>
      quoting(
        `The gates held for two hours and then the river came over the wall on ${day}, as we had said,`,
        'Bo Lund',
      )
    const [finding] = await check('', [long('Monday'), long('Friday')])
    expect(finding?.message).toBe(
      'Changed without a note: a name in a quotation; “… came over the wall on Monday, as we had said,” is now “… came over the wall on Friday, as we had said,”.',
    )
  })

  it('is marks that were taken from quoted words', async () => {
    const held = (words: string, quotation: 'mixed' | 'indirect') =>
      version(`The board said it held ${words}.`, [
        { source: 'The board', cue: 'said', content: `it held ${words}`, claim: { quotation } },
      ])
    const [finding] = await check('', [held('“for hours”', 'mixed'), held('for hours', 'indirect')])
    expect(finding?.message).toBe(
      'Changed without a note: the quotation marks in “it held for hours”; a mixed quotation is now an indirect one.',
    )
  })

  it('is mended spelling, or a quotation that is gone, only where the policy asks for it', async () => {
    const [before, after] = [
      quoting('It was goverment money,', 'Ruth Odhiambo'),
      quoting('It was government money,', 'Ruth Odhiambo'),
    ]
    expect(await check('', [before, after])).toEqual([])
    expect(await check(', parameters: { typing: true }', [before, after])).toHaveLength(1)
    const without = version('The gates held.', [])
    expect(await check('', [before, without])).toEqual([])
    const gone = await check(', parameters: { of: [gone] }', [before, without])
    expect(gone.map(({ message, claims, span }) => [message, claims, span])).toEqual([
      ['Changed without a note: a quotation, which is gone; “It was goverment money,” is now gone.', [], null],
    ])
  })
})
