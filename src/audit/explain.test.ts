import { expect, it } from 'vitest'
import { buildArticleRecord, spanOf } from '../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../test/support/stored-database.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { explainClaim } from './explain.ts'

const text = [
  'A 😀 heading',
  'Two officials said the talks had failed. One of them said that Ms Roy had said “no”. They left by car.',
  `${'Far away. '.repeat(60)}A “scare quote” closed it.`,
].join('\n\n')
const record = buildNested()

function buildNested(): ArticleRecord {
  const built = buildArticleRecord(
    text,
    [
      { source: 'Two officials', cue: 'said', content: 'the talks had failed' },
      { source: 'One of them', cue: 'said', content: 'that Ms Roy had said “no”', from: 'One of' },
      { source: 'Ms Roy', cue: 'had said', content: 'no', from: 'Ms Roy' },
    ],
    {
      article: { uri: 'news/talks.txt', warnings: ['1 NUL character became U+FFFD'] },
      candidates: [
        { ...spanOf(text, '“scare quote”'), stage: 'quotations', rule: 'scare-quote', reason: 'two words, no cue' },
        { ...spanOf(text, 'They left'), stage: 'attributions', rule: 'no-cue', reason: 'to leave attributes nothing' },
        { ...spanOf(text, '“no”'), stage: 'quotations', rule: 'too-short', reason: 'one word' },
      ],
    },
  )
  const [two, one, ms] = built.claims
  const [twoOfficials, oneOfThem, msRoy] = built.sources
  if (!two || !one || !ms || !twoOfficials || !oneOfThem || !msRoy) throw new Error('three claims were built')
  return {
    ...built,
    claims: [two, one, { ...ms, parentId: one.id }],
    sources: [twoOfficials, { ...oneOfThem, antecedentId: twoOfficials.id }, msRoy],
  }
}

async function explain(index: number) {
  const { database } = readUntilTestEnds(storeRecords([record]))
  return await explainClaim(database, record.claims[index]?.id.slice(0, 12) ?? '')
}

it('shows the claim, each span checked against the text, and where it came from', async () => {
  const { claim, spans, source, article } = await explain(0)
  expect(claim).toMatchObject({
    cueLemma: 'said',
    evidence: [{ stage: 'attributions', version: 1, rule: 'source-cue-content', detail: { reason: 'built by hand' } }],
  })
  expect(spans).toMatchObject([
    { role: 'source', text: 'Two officials', start: 13, end: 26, agrees: true },
    { role: 'cue', text: 'said', agrees: true },
    { role: 'content', text: 'the talks had failed', agrees: true },
  ])
  expect(source).toMatchObject({ naming: 'named', evidence: [{ rule: 'as-stated' }] })
  expect(article).toMatchObject({
    id: record.article.id,
    uri: 'news/talks.txt',
    rawSha256: record.article.rawSha256,
    decodedAs: 'utf-8',
    warnings: ['1 NUL character became U+FFFD'],
    characters: Array.from(text).length,
  })
})

it('shows the sentence with what stands around it in its paragraph', async () => {
  const { context } = await explain(1)
  expect(context).toEqual({
    ...record.claims[1]?.context,
    before: 'Two officials said the talks had failed. ',
    text: 'One of them said that Ms Roy had said “no”',
    after: '. They left by car.',
  })
})

it('shows what was rejected nearby, nearest first', async () => {
  const { rejected } = await explain(1)
  expect(rejected.map(candidate => candidate.rule)).toEqual(['too-short', 'no-cue'])
})

it('follows the source to those that it was resolved to', async () => {
  expect((await explain(1)).antecedents).toMatchObject([{ id: record.sources[0]?.id }])
  expect((await explain(0)).antecedents).toEqual([])
})

it('links a nested claim with the one that holds it', async () => {
  const [, outer, inner] = record.claims
  expect((await explain(2)).parent?.id).toBe(outer?.id)
  expect((await explain(1)).nested.map(claim => claim.id)).toEqual([inner?.id])
})

it('names each stage with its run', async () => {
  expect((await explain(0)).stages).toMatchObject([
    { name: 'tokens', version: 1, run: { id: 1, status: 'finished', configuration: { hearsay: '0.1.0' } } },
    { name: 'claims', version: 1 },
  ])
})

it('says so when there is no such claim', async () => {
  const { database } = readUntilTestEnds(storeRecords([record]))
  await expect(explainClaim(database, 'zzz')).rejects.toThrow(expect.objectContaining({ exitCode: 2 }))
})
