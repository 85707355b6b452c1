import { describe, expect, it } from 'vitest'
import { tokenise } from '../../tokens/stage.ts'
import { findSignedQuotations, spanOf } from './signed-quotations.ts'

function read(text: string): { source: string; content: string }[] {
  const layer = tokenise(text)
  return findSignedQuotations(layer).map(({ source, content }) => {
    const words = [source, content].map(range => spanOf(layer.tokens, range))
    const [who, what] = words.map(({ start, end }) => text.slice(start, end)) as [string, string]
    return { source: who, content: what }
  })
}

describe('findSignedQuotations', () => {
  it.each([
    ['“The ferry never came.” — Ines Marsh', 'Ines Marsh', '“The ferry never came.”'],
    ['"We waited. All night." -- Tom Berg, baker', 'Tom Berg, baker', '"We waited. All night."'],
    ['“No lights at all.”― Ada Quill.', 'Ada Quill', '“No lights at all.”'],
  ])('finds %s', (text, source, content) => {
    expect(read(text)).toEqual([{ source, content }])
  })

  it.each([
    ['a sentence that goes on', '“The ferry never came” — and nobody knew why.'],
    ['a dash inside', 'The ferry — Ines Marsh sailed it — never came.'],
    ['no name', '“The ferry never came.” — a reader'],
    ['a clause', '“The ferry never came.” — Ines Marsh said nothing more'],
    ['no quotation', 'The ferry never came. — Ines Marsh'],
  ])('leaves %s alone', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
