import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../../test/support/has-runtime.ts'
import { proofSize } from '../../test/support/proof-size.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { createPipeline } from './create-pipeline.ts'

const text = '\ufeff😀 “The bridge is safe,” said Ingrid Solberg.'

const engines = hasRuntime() ? (['linear', 'encoder'] as const) : (['linear'] as const)

describe.each(engines)('createPipeline with engine %s', async engine => {
  const pipeline = await createPipeline({ engine })

  it('finds the claims of a text, in code points', async () => {
    const { article, claims } = await pipeline.analyse(text)
    const characters = [...article.text]
    expect(claims).toHaveLength(1)
    for (const { start, end, text } of claims[0]?.spans ?? []) expect(characters.slice(start, end).join('')).toBe(text)
    expect(claims[0]?.spans.find(({ role }) => role === 'cue')?.text).toBe('said')
  })

  it('takes what is known beside the text', async () => {
    const { article } = await pipeline.analyse(text, { uri: 'https://example.org/bridge', publisher: 'The Example' })
    expect(article).toMatchObject({ uri: 'https://example.org/bridge', publisher: 'The Example', title: null })
  })

  it('gives equal records for a text and for the article that was made of it', async () => {
    const record = await pipeline.analyse(text)
    expect(await pipeline.analyse(record.article)).toEqual(record)
  })

  it('names its stages in every record', async () => {
    expect((await pipeline.analyse('Rain.')).stages).toEqual(pipeline.stages)
    expect(pipeline.stages.map(({ name }) => name)).toContain('attributions')
  })

  it('gives equal records whatever is analysed before it or at the same time', async () => {
    const texts = readdirSync('corpus')
      .filter(name => name.endsWith('.txt'))
      .slice(0, proofSize(8, 1000))
      .map(name => readFileSync(`corpus/${name}`, 'utf8'))
    const records: ArticleRecord[] = []
    for (const text of texts) records.push(await pipeline.analyse(text))
    const again = await Promise.all(texts.toReversed().map(text => pipeline.analyse(text)))
    expect(again.toReversed()).toEqual(records)
  })
})
