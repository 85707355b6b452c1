import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonForm } from './reason-form.ts'

describe('the form of a reason', () => {
  it.each([
    ['it is larger than the limit of 5000 bytes', 'it is larger than the limit of 20 bytes'],
    [
      `no valid JSON (Unexpected token 'x', "{"a": x}" is not valid JSON): repair it`,
      `no valid JSON (Unexpected token '"', ..."say "no" x"... is not valid JSON): repair it`,
    ],
    ['it has “body, when”: name the field', 'it has “texte, ‘l’heure’”: name the field'],
  ])('is that of others which differ in numbers and quotations: %s', (one, other) => {
    expect(reasonForm(one)).toBe(reasonForm(other))
  })

  it.each([
    ['the server answered', "the server's answer is empty"],
    ["it isn't text and it isn't a page", "it isn't markup and it isn't a page"],
  ])('is another than that of other words: %s', (one, other) => {
    expect(reasonForm(one)).not.toBe(reasonForm(other))
  })

  it('depends on no number and nothing in quotation marks, and is short and well-formed', () => {
    const texts = fc
      .tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.integer({ min: 1, max: 20 }))
      .map(([text, times]) => text.repeat(times))
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (one, other, number, another) => {
        const form = (text: string, value: number) => reasonForm(`it has ${value} fields “${text}”: repair it`)
        expect(form(one, number)).toBe(form(other, another))
        expect(reasonForm(one).length).toBeLessThanOrEqual(200)
        expect(reasonForm(one).isWellFormed()).toBe(true)
      }),
    )
  })
})
