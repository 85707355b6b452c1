import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanTags } from './scan-tags.ts'

const tagsIn = (xml: string) =>
  [...scanTags(xml)].map(({ isEnd, isEmpty }) => (isEnd ? '/' : isEmpty ? '.' : '+')).join('')

describe('scanTags', () => {
  it.each([
    ['elements', '<a><b/></a>', '+./'],
    ['attributes', `<a b="c>" d='"/>'>e</a>`, '+/'],
    ['names with a namespace', '<a:b c:d="e"/>', '.'],
    ['comments', '<a><!-- <b> --></a>', '+/'],
    ['sections of characters', '<a><![CDATA[<b></b>]]></a>', '+/'],
    ['instructions', '<?xml version="1.0"?><a/>', '.'],
    ['angles that open nothing', '1 < 2 <3> <a>', '+'],
    ['a tag that another one cuts off', '<a <b>', '+'],
    ['a value without end', '<a/><b c="d><e>', '.'],
    ['a comment without end', '<a/><!-- <b>', '.'],
  ])('%s', (_, xml, tags) => {
    expect(tagsIn(xml)).toBe(tags)
  })

  it('finds every tag of a tree, whatever its words and values hold', () => {
    const words = fc.string({ unit: fc.constantFrom(...'a >"\'&') })
    const { tree } = fc.letrec<{ tree: string }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        words.map(value => `<a b="${value.replaceAll('"', '')}"/>`),
        words.map(value => `<!--${value}-->`),
        fc
          .tuple(words, fc.array(tie('tree')))
          .map(([value, inner]) => `<b c='${value.replaceAll("'", '')}'>${value}${inner.join('')}</b>`),
      ),
    }))
    fc.assert(
      fc.property(tree, xml => {
        const bare = xml.replaceAll(/<!--.*?-->/g, '')
        expect(tagsIn(xml).replaceAll(/[^+]/g, '').length).toBe(bare.split('<b ').length - 1)
        expect(tagsIn(xml).replaceAll(/[^.]/g, '').length).toBe(bare.split('<a ').length - 1)
        expect(tagsIn(xml).replaceAll(/[^/]/g, '').length).toBe(bare.split('</b>').length - 1)
      }),
    )
  })

  // From each of them on, an expression would look at all that follows: for hours.
  it.each(['<a b="', '<a ', '<!--', '<a \'"', '<![CDATA[', '<?'])('looks at half a million of %s once', piece => {
    expect(tagsIn(piece.repeat(500_000))).toBe('')
  })
})
