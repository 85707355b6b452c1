import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Cut, Reduced } from './reduced-text.ts'

const whole = fc.array(fc.constantFrom('a', 'b', ' ', '-', '😀'), { maxLength: 30 }).map(parts => parts.join(''))

it('gives every character the place where it stood', () => {
  fc.assert(
    fc.property(whole, text => {
      const cuts = Array.from(text.matchAll(/-+| +/g), ({ 0: odd, index }): Cut => {
        return { start: index, end: index + odd.length, instead: odd.startsWith('-') ? '' : ' ' }
      })
      const reduced = new Reduced(text, cuts)
      expect(reduced.text).toBe(text.replaceAll(/ +/g, ' ').replaceAll('-', ''))
      for (let start = 0; start < reduced.text.length; start += 1) {
        const span = reduced.toWhole({ start, end: start + 1 })
        expect(text.slice(span.start, span.end)).toBe(reduced.text[start])
      }
    }),
  )
})

it('leaves what is not seen behind a span outside of it', () => {
  const reduced = new Reduced('ab- c', [{ start: 2, end: 3, instead: '' }])
  expect(reduced.text).toBe('ab c')
  expect(reduced.toWhole({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 })
  expect(reduced.toWhole({ start: 2, end: 4 })).toEqual({ start: 3, end: 5 })
})
