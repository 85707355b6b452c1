import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodePointText } from './code-point-text.ts'
import { CodePointOffsets } from './code-points.ts'

describe('CodePointText', () => {
  it('cuts as the list of characters would', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (text, start, end) => {
        const characters = Array.from(text)
        const cut = new CodePointText(text)
        expect(cut.length).toBe(characters.length)
        expect(cut.slice({ start, end })).toBe(characters.slice(start, end).join(''))
      }),
    )
  })

  it('undoes CodePointOffsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const offsets = new CodePointOffsets(text)
        const cut = new CodePointText(text)
        let utf16 = 0
        for (const character of text) {
          expect(cut.toUtf16(offsets.at(utf16))).toBe(utf16)
          utf16 += character.length
        }
      }),
    )
  })
})
