import { describe, expect, it } from 'vitest'
import { pdfColumn as column, type PdfParts, type PdfText, pdfDocument } from '../../../test/support/pdf-document.ts'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'

const FIRST = [
  'The council of Brenn voted on Monday for the new bridge that',
  'will join the two halves of the town, after two years of talks',
  'about who would pay for it.',
]
const SECOND = [
  '“It is safe,” said Ida Holm, who built it with forty people',
  'from the valley. The first cars will cross it in the spring,',
  'she said.',
]
const WHOLE = [FIRST.join(' '), SECOND.join(' ')]

async function read(parts: PdfParts) {
  const [outcome] = await readStandardInput(pdfDocument(parts), { anyLanguage: true })
  if (outcome?.outcome !== 'article') throw new Error(JSON.stringify(outcome))
  return { ...outcome.article, leftOut: outcome.leftOut ?? [] }
}
const paragraphsOf = async (...pages: readonly (readonly PdfText[])[]) => (await read({ pages })).text.split('\n\n')

describe('a PDF', () => {
  it('gives paragraphs of its lines, and what it says of itself', async () => {
    const info =
      "/Title (Brenn votes) /Author (Ann Lee) /CreationDate (D:20260304091500+01'00') /ModDate (D:20260305101500Z)"
    const article = await read({ pages: [[...column(60, 700, FIRST), ...column(60, 640, SECOND)]], info })
    expect(article).toMatchObject({
      text: WHOLE.join('\n\n'),
      title: 'Brenn votes',
      byline: 'Ann Lee',
      publishedAt: '2026-03-04T09:15:00+01:00',
      modifiedAt: '2026-03-05T10:15:00Z',
      decodedAs: 'utf-8',
      origins: { title: 'PDF title', byline: 'PDF author', publishedAt: 'PDF creation date' },
      warnings: [],
      leftOut: [],
    })
  })

  it('takes its largest type for the title where the program wrote none', async () => {
    const pages = [
      [
        { text: 'Brenn votes for its bridge', x: 60, y: 740, size: 24 },
        ...column(60, 700, FIRST),
        ...column(60, 640, SECOND),
      ],
    ]
    const article = await read({ pages, info: '/Title (Microsoft Word - bridge.docx) /Author (user)' })
    expect(article).toMatchObject({
      title: 'Brenn votes for its bridge',
      byline: null,
      origins: { title: 'largest type on the first page' },
    })
    expect(article.text.split('\n\n')).toEqual(['Brenn votes for its bridge', ...WHOLE])
  })

  it.each([
    ['a wider space', [...column(60, 700, FIRST), ...column(60, 700 - 14 * 3 - 10, SECOND)]],
    [
      'a first line that is set in',
      [...column(60, 700, FIRST), { text: SECOND[0] as string, x: 72, y: 658 }, ...column(60, 644, SECOND.slice(1))],
    ],
    [
      'lines that are far from one another',
      WHOLE.map((text, index) => ({ text, x: 30, y: 700 - 30 * index, size: 7 })),
    ],
    ['a wider space in a double-spaced draft', [...spaced(700, FIRST), ...spaced(700 - 24 * 3 - 20, SECOND)]],
    ['a short last line', [...column(60, 700, FIRST), ...column(60, 658, SECOND)]],
    ['lines cut into words', [...column(60, 700, FIRST), ...column(60, 640, SECOND)].flatMap(cutUp)],
  ])('parts paragraphs by %s', async (_, texts) => {
    expect(await paragraphsOf(texts)).toEqual(WHOLE)
  })

  it('reads columns one after the other, below a headline that spans them', async () => {
    const sides = (from: number) =>
      Array.from({ length: 12 }, (_, index) => `Line ${from + index} of a column of a paper`)
    const rows = sides(1).flatMap((text, index) => [
      { text, x: 60, y: 700 - 14 * index },
      { text: sides(13)[index] as string, x: 320, y: 700 - 14 * index },
    ])
    const [headline, text] = await paragraphsOf([
      { text: 'A headline that spans both of the columns of it', x: 60, y: 740, size: 20 },
      ...rows,
    ])
    expect(headline).toBe('A headline that spans both of the columns of it')
    expect(text).toBe([...sides(1), ...sides(13)].join(' '))
  })

  it('goes on with a paragraph in the next column and on the next page', async () => {
    const half = (lines: readonly string[]) => column(60, 700, lines)
    expect(
      await paragraphsOf(half(FIRST.slice(0, 2)), [...column(60, 700, FIRST.slice(2)), ...column(60, 660, SECOND)]),
    ).toEqual(WHOLE)
  })

  it.each([
    ['The gov-', 'ernment fell.', 'The government fell.', 1],
    ['A well-', 'known town.', 'A well-known town.', 0],
    ['A proof-of-', 'concept attack.', 'A proof-of-concept attack.', 0],
    ['The Smith-', 'Jones report.', 'The Smith- Jones report.', 0],
    ['It opened in 2019-', '20 in Brenn.', 'It opened in 2019-20 in Brenn.', 0],
    ['She said—', 'and left.', 'She said—and left.', 0],
  ])('puts together words that a line’s end splits, and no others: %s %s', async (first, second, text, joined) => {
    const { warnings, ...article } = await read({ pages: [column(60, 700, [first, second])] })
    if (joined > 0) expect(article.text).toBe(text)
    else expect(article.text.replace('- ', '-')).toBe(text.replace('- ', '-'))
    expect(warnings).toEqual(joined === 0 ? [] : ['1 word that the end of a line had split became whole'])
  })

  it('keeps the hyphen of a word that the document has elsewhere with one', async () => {
    const { text } = await read({
      pages: [column(60, 700, ['The river-bed is dry, and the river-', 'bed will be dug, she said.'])],
    })
    expect(text).toBe('The river-bed is dry, and the river-bed will be dug, she said.')
  })

  it('leaves out what runs along the edges of its pages', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: `The Brenn Courier ${number}`, x: 60, y: 770 },
      ...column(60, 700, lines),
      { text: 'courier.example', x: 60, y: 40 },
      { text: `Page ${number} of 2`, x: 280, y: 20 },
      { text: 'Printed in Brenn', x: 590, y: 300, isOnItsSide: true },
    ]
    const { text, leftOut } = await read({ pages: [page(1, FIRST), page(2, SECOND)] })
    expect(text).toBe(WHOLE.join('\n\n'))
    expect(leftOut.map(({ reason }) => reason).toSorted()).toEqual([
      'page number',
      'running footer',
      'running head',
      'text on its side',
      'text on its side',
    ])
  })

  it('keeps a headline whole that is set in two lines, and repeated above the other pages', async () => {
    const headline = [
      { text: 'Brenn votes for its bridge after', x: 60, y: 760, size: 24 },
      { text: 'two years of talks', x: 60, y: 731, size: 24 },
    ]
    const head = { text: 'Brenn votes for its bridge after', x: 60, y: 770, size: 8 }
    const info =
      '/Title (Brenn votes for its bridge after two years of talks | The Courier) /Producer (Skia/PDF m120) /CreationDate (D:20260304091500Z)'
    const pages = [
      [...headline, ...column(60, 690, FIRST)],
      [head, ...column(60, 700, SECOND)],
      [head, ...column(60, 700, FIRST)],
    ]
    expect(await read({ pages, info })).toMatchObject({
      title: 'Brenn votes for its bridge after two years of talks',
      publishedAt: null,
      text: ['Brenn votes for its bridge after two years of talks', ...WHOLE, WHOLE[0]].join('\n\n'),
      leftOut: [{ reason: 'running head' }],
    })
  })

  it('leaves out what a browser prints around a page', async () => {
    const texts = [
      { text: '3/4/26, 9:15 AM Brenn votes', x: 60, y: 780 },
      ...column(60, 700, FIRST),
      { text: 'https://courier.example/1 1/1', x: 60, y: 15 },
    ]
    const { text, leftOut } = await read({ pages: [texts] })
    expect(text).toBe(WHOLE[0])
    expect(leftOut.map(({ reason }) => reason)).toEqual(['running head', 'running footer'])
  })
})

describe('what is no PDF that can be read', () => {
  const whole = pdfDocument({ pages: [column(60, 700, FIRST)] })
  const locked =
    ' /Encrypt << /Filter /Standard /V 1 /R 2 /O <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> /U <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697B> /P -44 >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]'

  it.each([
    ['without text', pdfDocument({ pages: [[], []] }), 'no-text', 'OCR'],
    [
      'locked with a password',
      pdfDocument({ pages: [column(60, 700, FIRST)], encrypt: locked }),
      'malformed',
      'password',
    ],
    ['cut off', whole.subarray(0, 200), 'malformed', 'damaged PDF'],
    ['only its mark', Buffer.from('%PDF-1.7\nnothing'), 'malformed', 'damaged PDF'],
    ['of too many pages', pdfDocument({ pages: new Array<PdfText[]>(1001).fill([]) }), 'too-many', '1001 pages'],
    [
      'of too many pieces',
      pdfDocument({
        pages: [Array.from({ length: 300 }, (_, index) => ({ text: 'a', x: 20 * (index % 20), y: index }))],
      }),
      'too-complex',
      '--max-elements',
    ],
    ['plain text', Buffer.from('He said so.'), 'malformed', 'no PDF'],
  ])('is a failure that says what it is: %s', async (_, bytes, kind, words) => {
    const limits = { ...DEFAULT_LIMITS, maxElements: 10 }
    const [outcome] = await readStandardInput(bytes, { format: 'pdf', limits })
    expect(outcome).toMatchObject({ outcome: 'failed', kind, error: expect.stringContaining(words) })
  })
})

/** A line as programs draw it that place each word. */
function cutUp({ text, x, y }: PdfText): PdfText[] {
  const words = text.split(' ')
  let at = x
  return words.map(word => {
    const piece = { text: word, x: at, y }
    at += [...word].reduce(
      (width, sign) => width + (/[mwMW]/.test(sign) ? 8.6 : /[iltjfI.,’]/.test(sign) ? 3 : 5.6),
      2.8,
    )
    return piece
  })
}

/** Lines of a draft, 24 points apart. */
function spaced(top: number, lines: readonly string[]): PdfText[] {
  return lines.map((text, index) => ({ text, x: 60, y: top - 24 * index }))
}
