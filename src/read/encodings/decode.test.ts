import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

describe('decode', () => {
  it('reads UTF-8 as it stands: line ends, spaces, quotation marks and decomposed letters stay', () => {
    const text = '“Cafe\u0301”,\r\n\tshe  said.\u2028\ufb01n '
    expect(decode(utf8(text))).toEqual({ text, decodedAs: 'utf-8', warnings: [] })
  })

  it('drops a leading byte order mark and keeps one inside the text', () => {
    expect(decode(utf8('\ufeffHe\ufeff said')).text).toBe('He\ufeff said')
  })

  it.each([
    ['little-endian, marked', utf16le('\ufeff“Ja” 😀'), 'utf-16le'],
    ['big-endian, marked', utf16be('\ufeff“Ja” 😀'), 'utf-16be'],
  ])('reads UTF-16 %s', (_name, bytes, decodedAs) => {
    expect(decode(bytes)).toEqual({ text: '“Ja” 😀', decodedAs, warnings: [] })
  })

  it.each([
    ['utf-32le', true],
    ['utf-32be', false],
  ])('reads marked %s', (decodedAs, isLittleEndian) => {
    const text = '“Ja” 😀 she said'
    const points = [...`\ufeff${text}`].map(character => character.codePointAt(0) as number)
    const view = new DataView(new ArrayBuffer(4 * points.length))
    points.forEach((point, index) => {
      view.setUint32(4 * index, point, isLittleEndian)
    })
    expect(decode(new Uint8Array(view.buffer))).toEqual({ text, decodedAs, warnings: [] })
  })

  it('does not take UTF-16 that begins with NUL for UTF-32', () => {
    expect(decode(utf16le('\ufeff\0“Ja”')).decodedAs).toBe('utf-16le')
  })

  it.each([
    ['little', utf16le('Officials said so.'), 'utf-16le'],
    ['big', utf16be('Officials said so.'), 'utf-16be'],
  ])('recognises unmarked %s-endian UTF-16 by its NUL bytes', (_name, bytes, decodedAs) => {
    expect(decode(bytes)).toEqual({ text: 'Officials said so.', decodedAs, warnings: [] })
  })

  it('falls back to windows-1252, where 0x93 and 0x94 are quotation marks', () => {
    const decoded = decode(bytesOf(0x93, 0x4e, 0x6f, 0x94, 0x20, 0x63, 0x61, 0x66, 0xe9))
    expect(decoded).toEqual({ text: '“No” café', decodedAs: 'windows-1252', warnings: [] })
  })

  it('keeps UTF-8 when only a few of its bytes are broken', () => {
    const decoded = decode(new Uint8Array([...utf8('“Yes,” he said. “No.” '), 0xe2, 0x80]))
    expect(decoded.text).toBe('“Yes,” he said. “No.” \ufffd')
    expect(decoded.warnings).toEqual(['1 character could not be decoded (U+FFFD)'])
  })

  it('trusts a declared encoding before guessing, and a mark before a declared one', () => {
    expect(decode(bytesOf(0xe9), 'ISO-8859-2').decodedAs).toBe('iso-8859-2')
    expect(decode(utf8('\ufeffé'), 'ISO-8859-2').decodedAs).toBe('utf-8')
    expect(decode(utf8('é'), 'no-such-charset').decodedAs).toBe('utf-8')
  })

  it('turns NUL and lone surrogates into U+FFFD of the same length, and says so', () => {
    const nul = decode(utf8('a\0b'))
    expect(nul.text).toBe('a\ufffdb')
    expect(nul.warnings).toEqual(['1 NUL character became U+FFFD'])
    const lone = decode(bytesOf(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00))
    expect(lone.text).toBe('\ufffdA')
  })

  it('never throws, and always gives well-formed text without NUL that survives a round trip', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const { text } = decode(bytes)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\0')
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
