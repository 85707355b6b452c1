import { describe, expect, it } from 'vitest'
import type { ReadOutcome } from '../format.ts'
import { plainText } from './plain-text.ts'

async function read(content: Uint8Array | string, whole = false): Promise<ReadOutcome[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const outcomes: ReadOutcome[] = []
  for await (const outcome of plainText.read({ uri: 'a.txt', bytes }, { whole })) outcomes.push(outcome)
  return outcomes
}

const BODY = 'The old baths at Orrin will be closed for two years, the harbour master said on Monday.'

describe('plain text', () => {
  it('makes one article whose id is the SHA-256 of its text, beside that of the bytes', async () => {
    const [outcome] = await read('\ufeffabc')
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

  it.each(['', ' \n\t', '\ufeff', '\ufeff\r\n'])('skips an input without words: %j', async text => {
    expect(await read(text)).toEqual([{ outcome: 'skipped', uri: 'a.txt', reason: 'empty' }])
  })

  it.each([
    ['a document in Rich Text Format', [...new TextEncoder().encode('{\\rtf1\\ansi The quay is shut.}')]],
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7 and then words that look like text')]],
    ['binary data', Array.from({ length: 512 }, (_, index) => index % 256)],
  ])('fails %s as not-text', async (name, bytes) => {
    const [outcome] = await read(new Uint8Array(bytes))
    expect(outcome).toMatchObject({ outcome: 'failed', kind: 'not-text' })
    expect(outcome).toHaveProperty('error', `it is ${name}, not text: convert it to a text file first`)
  })

  it('reads UTF-32, most of whose bytes are NUL', async () => {
    const bytes = [...'\ufeffNo, she said.'].flatMap(character => {
      const point = character.codePointAt(0) as number
      return [point & 255, point >> 8, 0, 0]
    })
    expect(await read(new Uint8Array(bytes))).toMatchObject([
      { outcome: 'article', article: { text: 'No, she said.' } },
    ])
  })

  it('reads text that holds a stray NUL or escape', async () => {
    expect(await read(`Officials said${'.'.repeat(200)}\0\u001b[1m`)).toMatchObject([{ outcome: 'article' }])
  })

  it('gives what stands around the article as passages left out, and what that tells as metadata with its origin', async () => {
    const [outcome] = await read(`Quay to close\r\nBy Ida Holm\r\n3 May 2026\r\n\r\n${BODY}\r\n\r\nAdvertisement\r\n`)
    expect(outcome).toMatchObject({
      article: {
        text: `Quay to close\r\n\r\n${BODY}\r\n\r\n`,
        title: 'Quay to close',
        byline: 'Ida Holm',
        publishedAt: '2026-05-03',
        origins: { title: 'first line', byline: 'byline line', publishedAt: 'date line' },
      },
      leftOut: [
        { reason: 'byline', text: 'By Ida Holm' },
        { reason: 'date line', text: '3 May 2026' },
        { reason: 'advertisement', text: 'Advertisement' },
      ],
    })
  })

  it('keeps all of it on demand', async () => {
    const text = `Quay to close\n\nBy Ida Holm\n\n${BODY}\n\nAdvertisement\n`
    expect(await read(text, true)).toMatchObject([
      { article: { text, title: 'Quay to close', byline: null, origins: { title: 'first line' } }, leftOut: [] },
    ])
    expect(await read(`---\ntitle: A\n---\n${BODY}\n`, true)).toMatchObject([
      { article: { text: `---\ntitle: A\n---\n${BODY}\n` } },
    ])
  })

  it('reads front matter and leaves Markdown as it stands', async () => {
    const front =
      '---\ntitle: "Quay to close: the reasons"\nauthor:\n  - Ida Holm\n  - "[[Bo Roe]]"\ndate: 2026-05-03T10:00:00Z\nlastmod: 2026-05-04\ntags: [ports]\nlang: en-GB\nsection: Local\nsource: https://orrin.example/quay\n---\n'
    const body = `\n## What is *known*\n\n${BODY} See [the plan](https://orrin.example/plan).\n\n- one\n- two\n`
    expect(await read(front + body)).toMatchObject([
      {
        article: {
          text: body,
          title: 'Quay to close: the reasons',
          byline: 'Ida Holm, Bo Roe',
          publishedAt: '2026-05-03T10:00:00Z',
          modifiedAt: '2026-05-04',
          language: 'en-GB',
          section: 'Local',
          uri: 'https://orrin.example/quay',
          origins: { title: 'front matter', byline: 'front matter', publishedAt: 'front matter', uri: 'front matter' },
        },
        leftOut: [{ reason: 'front matter', text: front.trimEnd() }],
      },
    ])
  })

  it('knows a language by its English name', async () => {
    const [outcome] = await read(`Quay to close\n\nLANGUAGE: ENGLISH\nLENGTH: 20 words\n\n${BODY}\n`)
    expect(outcome).toMatchObject({ article: { language: 'en', warnings: [] } })
  })

  it.each([
    ['no YAML', 'title: [unclosed\nauthor: "x'],
    ['nested beyond what anybody writes', `a: ${'['.repeat(5000)}`],
    ['a key inside a key', `a: 1\n${'? '.repeat(1000)}`],
    ['made of aliases', `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]`],
  ])('warns of front matter that is %s', async (_name, yaml) => {
    expect(await read(`---\n${yaml}\n---\n${BODY}\n`)).toMatchObject([
      { article: { text: `${BODY}\n`, warnings: [expect.stringContaining('its front matter cannot be read')] } },
    ])
  })

  it.each([
    ['a rule', `---\n\n${BODY}\n\n---\n\nNo.\n`],
    ['one that does not end', `---\ntitle: A\n\n${BODY}\n`],
    ['a rule above speech', `---\n“No,” she said.\n---\n${BODY}\n`],
  ])('takes no front matter from %s', async (_name, text) => {
    expect(await read(text)).toMatchObject([{ article: { text }, leftOut: [] }])
  })
})
