import { describe, expect, it } from 'vitest'
import { tokenise } from '../../../tokens/stage.ts'
import { findSigned } from './signed.ts'

function read(text: string) {
  return findSigned(text, tokenise(text)).map(({ source, content, form }) => {
    const [who, ...what] = [source, ...content].map(({ start, end }) => text.slice(start, end))
    return { form, source: who, content: what.join(' … ') }
  })
}

describe('findSigned', () => {
  it.each([
    ['“The ferry never came.” — Ines Marsh', 'Ines Marsh', '“The ferry never came.”'],
    ['"We waited. All night." -- Tom Berg, baker', 'Tom Berg, baker', '"We waited. All night."'],
    ['“No lights at all.”― Ada Quill.', 'Ada Quill', '“No lights at all.”'],
    ['“No lights at all.” – Ada Moor (@adamoor) 4 May 2025', 'Ada Moor', '“No lights at all.”'],
    ['“No lights at all.”\n— Ada Quill', 'Ada Quill', '“No lights at all.”'],
  ])('finds %j', (text, source, content) => {
    expect(read(text)).toEqual([{ form: 'signed-quotation', source, content }])
  })

  it.each([
    ['Dark\n\nNo lights at all.\n— Ada Quill (@adaquill) May 4, 2025', 'post', 'No lights at all'],
    [
      'Dark\n\nIt was May.\n\nNo lights at all.\n\n— Ada Quill, pilot\n\nIt rained.',
      'signed-block',
      'No lights at all',
    ],
    ['No lights at all. — Ada Quill (@adaquill) 4 May 2025', 'post', 'No lights at all'],
    ['> No lights.\n> None at all.\n>\n> — Ada Quill, pilot', 'signed-block', 'No lights … None at all'],
  ])('finds a block: %j', (text, form, content) => {
    expect(read(text)).toMatchObject([{ form, content }])
  })

  it.each([
    ['a sentence that goes on', '“The ferry never came” — and nobody knew why.'],
    ['a dash inside', 'The ferry — Ines Marsh sailed it — never came.'],
    ['no name', '“The ferry never came.” — a reader'],
    ['a clause', '“The ferry never came.” — Ines Marsh said nothing more'],
    ['no quotation', 'The ferry never came. — Ines Marsh'],
    ['who wrote the article', 'Dark\n\nIt was May.\n\nNo lights at all.\n\n— Ada Quill'],
    ['a sentence that ends in an account', 'It rained — Ada Quill wrote it, and sent it to (@adaquill)'],
    ['an agency', 'Dark\n\nIt was May.\n\nNo lights at all.\n\n— Reuters\n\nIt rained.'],
    ['a list', 'Dark\n\nThose who came:\n\n– Ada Quill, pilot\n\n– Tom Berg, baker\n\nIt rained.'],
  ])('leaves %s alone', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
