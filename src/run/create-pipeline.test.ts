import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPipeline } from './create-pipeline.ts'

const text = '\ufeff😀 “The bridge is safe,” said Ingrid Solberg.'

describe('createPipeline', () => {
  const pipeline = createPipeline()

  it('finds the claims of a text, in code points', () => {
    const { article, claims } = pipeline.analyse(text)
    const characters = [...article.text]
    expect(claims).toHaveLength(1)
    for (const { start, end, text } of claims[0]?.spans ?? []) expect(characters.slice(start, end).join('')).toBe(text)
    expect(claims[0]?.spans.find(({ role }) => role === 'cue')?.text).toBe('said')
  })

  it('takes what is known beside the text', () => {
    const { article } = pipeline.analyse(text, { uri: 'https://example.org/bridge', publisher: 'The Example' })
    expect(article).toMatchObject({ uri: 'https://example.org/bridge', publisher: 'The Example', title: null })
  })

  it('gives equal records for a text and for the article that was made of it', () => {
    const record = pipeline.analyse(text)
    expect(pipeline.analyse(record.article)).toEqual(record)
  })

  it('names its stages in every record', () => {
    expect(pipeline.analyse('Rain.').stages).toEqual(pipeline.stages)
    expect(pipeline.stages.map(({ name }) => name)).toContain('attributions')
  })

  it('gives equal records whatever was analysed before', () => {
    const texts = readdirSync('corpus')
      .filter(name => name.endsWith('.txt'))
      .map(name => readFileSync(`corpus/${name}`, 'utf8'))
    const records = texts.map(text => pipeline.analyse(text))
    const again = texts.toReversed().map(text => pipeline.analyse(text))
    expect(again.toReversed()).toEqual(records)
  })
})
