import { describe, expect, it } from 'vitest'
import { buildArticleRecord, type ClaimWords } from '../../../../test/support/article-record.ts'
import { markUp } from './mark-up.ts'

function mark(text: string, ...words: ClaimWords[]): string {
  const claims = buildArticleRecord(text, words).claims.map((claim, index) => ({ number: index + 1, claim }))
  return markUp(text, claims, null)
}

describe('markUp', () => {
  it('gives every role brackets of its own kind, with the number of the claim', () => {
    const text = 'Ada told reporters that it was safe.'
    const words = { source: 'Ada', cue: 'told', addressee: 'reporters', content: 'that it was safe' }
    expect(mark(text, words)).toBe('<1 Ada> {1 told} (1 reporters) [1 that it was safe].')
  })

  it('marks every part of a content, and counts code points', () => {
    const text = '😀 “Safe,” said Ada, “and dry.”'
    const words = { source: 'Ada', cue: 'said', content: ['“Safe,”', '“and dry.”'] }
    expect(mark(text, words)).toBe('😀 [1 “Safe,”] {1 said} <1 Ada>, [1 “and dry.”]')
  })

  it('marks a claim inside the content of another', () => {
    const text = 'Ada said Bo denied it.'
    const outer = { source: 'Ada', cue: 'said', content: 'Bo denied it' }
    const inner = { source: 'Bo', cue: 'denied', content: 'it', from: 'Bo' }
    expect(mark(text, outer, inner)).toBe('<1 Ada> {1 said} [1 <2 Bo> {2 denied} [2 it]].')
  })

  it('colours what is innermost', () => {
    const text = 'Ada said no.'
    const { claims } = buildArticleRecord(text, [{ source: 'Ada', cue: 'said', content: 'no' }])
    const numbered = claims.map(claim => ({ number: 1, claim }))
    const page = markUp(text, numbered, (style, words) => (style === 'dim' ? '' : `${style}(${words})`))
    expect(page).toBe('green(Ada) yellow(said) cyan(no).')
  })

  it('leaves a text without claims as it is', () => {
    expect(mark('Nobody spoke.\n')).toBe('Nobody spoke.\n')
    expect(mark('')).toBe('')
  })
})
