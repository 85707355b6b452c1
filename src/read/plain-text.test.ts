import { describe, expect, it } from 'vitest'
import type { ReadContext } from './format.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'

const context: ReadContext = { limits: DEFAULT_LIMITS, fields: {} }

const read = (bytes: Uint8Array | string) => [
  ...plainText.read(
    { uri: 'a.txt', bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes },
    context,
  ),
]

describe('plain text', () => {
  it('makes one article whose id is the SHA-256 of its text, beside that of the bytes', () => {
    const [outcome] = read('\ufeffabc')
    expect(outcome).toMatchObject({
      outcome: 'article',
      article: {
        id: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        rawSha256: '1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c',
        uri: 'a.txt',
        text: 'abc',
      },
    })
  })

  it.each(['', ' \n\t', '\ufeff', '\ufeff\r\n'])('skips an input without words: %j', text => {
    expect(read(text)).toEqual([{ outcome: 'skipped', uri: 'a.txt', reason: 'empty' }])
  })

  it.each([
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7 and then words that look like text')]],
    ['binary data', Array.from({ length: 512 }, (_, index) => index % 256)],
  ])('fails %s as not-text', (name, bytes) => {
    const [outcome] = read(new Uint8Array(bytes))
    expect(outcome).toMatchObject({ outcome: 'failed', kind: 'not-text' })
    expect(outcome).toHaveProperty('error', `it is ${name}, not text: convert it to a text file first`)
  })

  it('reads UTF-32, most of whose bytes are NUL', () => {
    const bytes = [...'\ufeffNo, she said.'].flatMap(character => {
      const point = character.codePointAt(0) as number
      return [point & 255, point >> 8, 0, 0]
    })
    expect(read(new Uint8Array(bytes))).toMatchObject([{ outcome: 'article', article: { text: 'No, she said.' } }])
  })

  it('reads text that holds a stray NUL or escape', () => {
    expect(read(`Officials said${'.'.repeat(200)}\0\u001b[1m`)).toMatchObject([{ outcome: 'article' }])
  })
})
