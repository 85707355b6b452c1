import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLinked } from './linked-json.ts'

describe('parseLinked', () => {
  it.each([
    ['comments', '/* of the page */ {"a": 1, // one\n "b": /* two */ 2}', [{ a: 1, b: 2 }]],
    ['comments of markup', '<!-- {"a": 1} -->', [{ a: 1 }]],
    ['markers of character data', '//<![CDATA[\n{"a": 1}\n//]]>', [{ a: 1 }]],
    ['markers of character data in comments', '/*<![CDATA[*/{"a": 1}/*]]>*/', [{ a: 1 }]],
    ['commas behind the last item', '{"a": [1, 2,], "b": {"c": 3, },}', [{ a: [1, 2], b: { c: 3 } }]],
    ['a mark behind the value', '{"a": 1};', [{ a: 1 }]],
    ['line breaks in strings', '{"a": "one\ntwo\tthree"}', [{ a: 'one two three' }]],
    ['escaped apostrophes', '{"a": "Tarn\\\'s \\"end\\" \\u2019"}', [{ a: 'Tarn\'s "end" ’' }]],
    ['quotation marks as references', '{&quot;a&quot;: &quot;Weir&#8217;s&quot;}', [{ a: 'Weir’s' }]],
    ['several values in a row', '{"a": 1}\n{"b": 2}, [3]', [{ a: 1 }, { b: 2 }, [3]]],
    [
      'what looks like a comment in a string',
      '{"a": "https://x.example/*/y", "b": "<!-- no -->",}',
      [{ a: 'https://x.example/*/y', b: '<!-- no -->' }],
    ],
    ['one broken value beside a whole one', '{"a": oops} {"b": 2}', [{ b: 2 }]],
  ])('reads %s', (_name, block, values) => {
    expect(parseLinked(block)).toEqual(values)
  })

  it.each(['', '   ', 'var a = 1', '{"a": "b', '}{', '/* open', '{"a": "b" "c"}', '"'])(
    'gives nothing of %j',
    block => {
      expect(parseLinked(block)).toEqual([])
    },
  )

  it('changes nothing that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        expect(parseLinked(json)).toEqual([JSON.parse(json)])
      }),
    )
  })

  it('reads JSON in spite of what is put around and into it', () => {
    const marks = fc.constantFrom('', ' ', '\n', '/* x */', '// y\n', '<!--', '-->', '<![CDATA[', '//]]>')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }), marks, marks, (value, before, behind) => {
        const block = `${before}${JSON.stringify(value).slice(0, -1)},${behind}}${behind};`
        const expected = JSON.parse(JSON.stringify(value).replace(/\\u00[01][\da-f]/g, all => all))
        expect(parseLinked(block)).toEqual([expected])
      }),
    )
  })
})
