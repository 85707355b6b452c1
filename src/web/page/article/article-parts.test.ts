import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { cutIntoParts } from './article-parts.ts'

const words = (text: string, claims: readonly number[] = []) =>
  cutIntoParts(text, 60_000, claims).map(({ paragraphs }) =>
    paragraphs.map(span => new CodePointText(text).slice(span)),
  )

describe('paragraphs', () => {
  it('end at blank lines, and lines that somebody wrapped stay together', () => {
    expect(words('One\nand\ntwo.\n\nThree.\r\n \r\n😀 four.')).toEqual([['One\nand\ntwo.', 'Three.', '😀 four.']])
  })

  it('end at every line end where a line is longer than anybody wraps one', () => {
    const long = 'A sentence goes on. '.repeat(8).trim()
    expect(words(`Title\r\n${long}\n  ${long}\n\nOne\ntwo`)).toEqual([['Title', long, long, 'One\ntwo']])
  })
})

describe('parts', () => {
  it('hold no more claims than a page can show at once, even of one paragraph', () => {
    const text = 'She said so. '.repeat(2_000)
    const claims = Array.from({ length: 2_000 }, (_, index) => index * 13)
    for (const between of ['', '\n\n']) {
      const spaced = text.replaceAll('. ', `. ${between}`)
      const starts = claims.map((start, index) => start + index * between.length)
      const parts = cutIntoParts(spaced, 60_000, starts)
      expect(parts.length).toBeGreaterThan(5)
      for (const { start, end } of parts)
        expect(starts.filter(one => start <= one && one < end).length).toBeLessThanOrEqual(300)
    }
  })

  it('hold all of the text but white space, once and in order, wherever claims begin', () => {
    const text = fc.array(fc.constantFrom('a', '😀 b', ' ', '\n', '\r\n', '\n\n', `${'c '.repeat(70)}`), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, fc.array(fc.nat(400)), (pieces, starts) => {
        const whole = pieces.join('')
        const parts = words(
          whole,
          starts.toSorted((a, b) => a - b),
        )
        expect(parts.flat().join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''))
      }),
    )
  })
})
