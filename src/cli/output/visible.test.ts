import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toVisible, toVisibleLine } from './visible.ts'

describe('toVisible', () => {
  it.each([
    ['\u001b[31mred', '<U+001B>[31mred'],
    ['a\u202eb\u2066c', 'a<U+202E>b<U+2066>c'],
    ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
    ['\u009b1m', '<U+009B>1m'],
  ])('shows what would steer the terminal: %j', (text, visible) => {
    expect(toVisible(text)).toBe(visible)
  })

  it.each(['“Yes,” she said.\n\tNo…', 'مرحبا', '習近平', '👩‍🚒', 'naïve café', 'क्‍ष'])('leaves %j as it is', text => {
    expect(toVisible(text)).toBe(text)
  })

  it('makes one line of several', () => {
    expect(toVisibleLine('one \r\n\r\n two\tthree')).toBe('one two three')
  })

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(toVisibleLine(text)).not.toMatch(/\p{Cc}|\u2028|\u2029|[\u202a-\u202e]/u)
      }),
    )
  })
})
