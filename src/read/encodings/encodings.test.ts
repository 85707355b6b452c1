import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingOf, wideEncodingOf } from '../../../test/support/encode-text.ts'
import { charsetOf } from './charset.ts'
import { decode } from './decode.ts'

const SINGLE = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'macintosh',
]
const SEVERAL = ['gbk', 'gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr']
const BYTES = [...SINGLE, ...SEVERAL].map(encodingOf)
const WIDE = (['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const).map(wideEncodingOf)
const ENGLISH = 'The minister said: “We’re not going,” and left the café — for good. '

/** Words with signs of every script that one of the encodings has. */
const text = fc
  .array(fc.constantFrom(...'“”‘’—…£€é ÜñŁőžЖдяΩάßøç한국日本語中文ｱ 12a.b\n'), { minLength: 1, maxLength: 30 })
  .map(signs => signs.join(''))
const letters = (from: readonly string[]) => fc.tuple(fc.constantFrom(...from), text)

describe('a text in any encoding that can hold it', () => {
  it('comes back equal where the encoding is declared', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BYTES), text, ({ label, encode }, written) => {
        const bytes = encode(written)
        // What is UTF-8 as well is taken for that.
        fc.pre(bytes !== null && !isUtf8(bytes) && !hasControls(written))
        expect(decode(bytes as Buffer, label).text).toBe(written)
        const page = Buffer.concat([Buffer.from(`<html><meta charset="${label}">`), bytes as Buffer])
        expect(decode(page, charsetOf(page)).text).toBe(`<html><meta charset="${label}">${written}`)
        const xml = Buffer.concat([Buffer.from(`<?xml version='1.0' encoding='${label}'?>`), bytes as Buffer])
        expect(decode(xml, charsetOf(xml)).text).toBe(`<?xml version='1.0' encoding='${label}'?>${written}`)
      }),
      { numRuns: 2000 },
    )
  })

  it('comes back equal where it is UTF-8, marked or not, whatever is declared', () => {
    fc.assert(
      fc.property(
        letters(['utf-8', 'iso-8859-1', 'windows-1251', 'koi8-r', 'us-ascii', 'nonsense']),
        ([label, written]) => {
          expect(decode(Buffer.from(written), label).text).toBe(written)
          expect(decode(Buffer.from(`\ufeff${written}`), label).text).toBe(written)
          expect(decode(Buffer.from(`${ENGLISH}${ENGLISH}${written}`), 'shift_jis').text).toBe(
            `${ENGLISH}${ENGLISH}${written}`,
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('comes back equal where it is UTF-16 or UTF-32: marked, named from outside, or known by its NULs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WIDE),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        ({ label, encode }, written) => {
          fc.pre(!written.includes('\0') && !written.includes('\ufeff') && written.isWellFormed())
          expect(decode(encode(`\ufeff${written}`) as Buffer).text).toBe(written)
          const named = label.startsWith('utf-16') ? written : `${ENGLISH}${written}`
          expect(decode(encode(named) as Buffer, label).text).toBe(named)
          const mostlyLatin = `${ENGLISH.repeat(3)}${written.slice(0, 40).toWellFormed()}`
          const declared = ['windows-1252', 'utf-8', 'utf-16', undefined]
          for (const other of declared) expect(decode(encode(mostlyLatin) as Buffer, other).text).toBe(mostlyLatin)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a declaration that does not fit', () => {
  it.each([
    ['UTF-8 that says ISO 8859-1', Buffer.from('She said “no” — café'), 'ISO-8859-1', 'utf-8'],
    ['UTF-8 that says US-ASCII', Buffer.from('She said “no” — café'), 'us-ascii', 'utf-8'],
    [
      'UTF-8 with one broken byte that says ISO 8859-1',
      Buffer.concat([Buffer.from(ENGLISH.repeat(4)), Buffer.of(0xe9, 0x20)]),
      'iso-8859-1',
      'utf-8',
    ],
    [
      'windows-1252 that says UTF-8',
      encodingOf('windows-1252').encode('She said “no” — café'),
      'utf-8',
      'windows-1252',
    ],
    [
      'windows-1252 that says ISO 8859-15',
      encodingOf('windows-1252').encode('She said “no” — café'),
      'iso-8859-15',
      'windows-1252',
    ],
    [
      'windows-1250 that says ISO 8859-2',
      encodingOf('windows-1250').encode('„Něco,“ she said — ž'),
      'iso-8859-2',
      'windows-1250',
    ],
  ])('is said and put right: %s', (_, bytes, declared, encoding) => {
    const decoded = decode(bytes as Buffer, declared)
    expect(decoded.text).toBe(new TextDecoder(encoding).decode(bytes as Buffer))
    expect(decoded.decodedAs).toBe(encoding)
    expect(decoded.warnings[0]).toBe(`it says that it is in ${declared}, but it is in ${encoding}`)
    expect(decoded.misdeclared).toBe(decoded.warnings[0])
  })

  it('costs nothing where all is ASCII, and is not believed where ASCII could not be read', () => {
    expect(decode(Buffer.from('plain words'), 'iso-8859-1').warnings).toEqual([])
    for (const wide of ['utf-16', 'utf-16be', 'ucs-2', 'u16', 'utf_16', 'utf-32', 'UTF32']) {
      const xml = Buffer.from(`<?xml version="1.0" encoding="${wide}"?><p>“Yes”</p>`)
      expect(decode(xml, charsetOf(xml)).text).toBe(xml.toString())
    }
  })

  it('takes windows-1252 for what says ISO 8859-1, as the web does', () => {
    const bytes = encodingOf('windows-1252').encode('“Yes,” she said.') as Buffer
    expect(decode(bytes, 'iso-8859-1')).toEqual({ text: '“Yes,” she said.', decodedAs: 'windows-1252', warnings: [] })
  })

  it('keeps UTF-8 that is cut off in the middle of its only letter beyond ASCII', () => {
    const bytes = Buffer.from('a café').subarray(0, -1)
    expect(decode(bytes, 'utf-8').text).toBe('a caf\ufffd')
  })
})

describe('charsetOf', () => {
  it.each([
    ['<meta charset=utf-8>', 'utf-8'],
    ['<META http-equiv="Content-Type" content="text/html; charset=Windows-1251">', 'windows-1251'],
    ['<!-- <meta charset="koi8-r"> --><meta charset="big5">', 'big5'],
    ['<?xml version="1.0" encoding="EUC-KR"?><rss><description><meta charset="utf-8"></description></rss>', 'euc-kr'],
    ['<?xml version="1.0"?><rss><description><meta charset="koi8-r"></description></rss>', undefined],
    ['<?xml version="1.0"?><!DOCTYPE html><html><meta charset="koi8-r"></html>', 'koi8-r'],
    [`<html><!--${'x'.repeat(3000)}--><script>${'y'.repeat(2000)}</script><meta charset="gbk">`, 'gbk'],
    ['no markup, charset=koi8-r', undefined],
  ])('finds what is declared in %s', (opening, charset) => {
    expect(charsetOf(Buffer.from(opening))).toBe(charset)
  })
})

describe('text that was decoded wrongly before', () => {
  it.each([
    'It wasnâ€™t here.',
    'â€œYes,â€\u009d she said.',
    'In the cafÃ© she said so.',
    'It wasn\u0092t here.',
    'It wasnâ\u0080\u0099t here.',
  ])('stays as it is, with a warning: %j', written => {
    const decoded = decode(Buffer.from(written))
    expect(decoded.text).toBe(written)
    expect(decoded.warnings).toEqual([expect.stringContaining('decoded wrongly before')])
  })

  it.each(['A pâté, “naïve” — £5.', 'SÃO PAULO', 'Un âge, €5.', 'a\u0085b', 'Ã'])('is not %j', written => {
    expect(decode(Buffer.from(written)).warnings).toEqual([])
  })
})

/** Control characters are no text, and an encoding that has them is put right. */
function hasControls(written: string): boolean {
  return /[\u0080-\u009f]/.test(written)
}
