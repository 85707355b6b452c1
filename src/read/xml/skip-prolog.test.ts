import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../formats.ts'
import { skipProlog } from './skip-prolog.ts'

const openingOf = (text: string) => ({ bytes: Buffer.from(text), text, isWhole: true })

describe('skipProlog', () => {
  it('ends where the root begins, whatever stands before it', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '<?xml version="1.0"?>',
        '<?a b?>',
        '<!DOCTYPE a PUBLIC "b">',
        '<!DOCTYPE a [<!ENTITY b "]>"><!-- ]> -->]>',
        '<!-- > -- <a> -->',
      ),
      fc.string({ unit: fc.constantFrom(...'<a>!- ?') }).map(words => `<!--${words.replaceAll('-->', '')}x-->`),
    )
    fc.assert(
      fc.property(fc.array(part), parts => {
        const prolog = parts.join('')
        expect(skipProlog(`${prolog}<rss>`, { documentTypes: true })).toBe(prolog.length)
      }),
    )
  })

  it.each([
    ['a comment that does not end', '<!-- a <rss>'],
    ['an instruction that does not end', '<?a <rss>'],
    ['a document type whose declarations do not end', '<!DOCTYPE a [<!ENTITY b "c"><rss>'],
    ['words', 'a <rss>'],
  ])('does not pass %s', (_, text) => {
    expect(skipProlog(text, { documentTypes: true })).toBe(0)
  })
})

describe('what a file is recognised by', () => {
  // Forty were enough to keep an expression busy for minutes.
  it.each([
    ['html', '<html>'],
    ['feed', '<rss version="2.0">'],
    ['newsml', '<nitf>'],
    ['text', 'words'],
  ])('a root behind ten thousand comments: %s', (name, root) => {
    for (const comment of ['<!-- a -->', '<!-- a --> ', '<!--', '<?a?>']) {
      const text = comment.repeat(10_000)
      expect(formatOf('a', openingOf(comment === '<!--' ? `${text}-->${root}` : `${text}${root}`)).name).toBe(name)
    }
  })
})
