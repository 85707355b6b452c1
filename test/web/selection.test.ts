import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { SPAN_ROLES } from '../../src/domain/labels.ts'
import type { ClaimSpan } from '../../src/domain/record.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import { loadPolicy } from '../../src/policy/load-policy.ts'
import type { DeskClaim } from '../../src/web/desk/cards/read-desk.ts'
import { renderRows } from '../../src/web/desk/cards/rows.ts'
import { cutIntoParts } from '../../src/web/page/article/article-parts.ts'
import { html } from '../../src/web/page/html.ts'
import { proofSize } from '../support/proof-size.ts'

/** What the page's script counts with, in a document that is no browser's. */
const { placeOf, boundariesOf } = (await import(
  new URL('../../src/web/assets/selection.js', import.meta.url).href
)) as {
  placeOf(paragraph: Element, node: Node, offset: number, isEnd: boolean): number
  boundariesOf(root: Element, span: { start: number; end: number }): { from: Boundary; to: Boundary } | null
}
type Boundary = readonly [Node, number]

/** Of a document, as far as it is used here. */
interface Node {
  readonly nodeType: number
  readonly childNodes: Iterable<Node>
  readonly data: string
}
interface Element extends Node {
  readonly classList: { contains(name: string): boolean }
  contains(node: Node): boolean
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
}

const policy = loadPolicy(undefined, '.')

/** Everything that counts otherwise on a page than in a text. */
const piece = fc.constantFrom(
  ...[
    'a',
    'said ',
    '“',
    '’',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\r\n\r\n',
    '\n \n',
    '<b>',
    '&amp;',
    '&',
    '"',
    '\u00a0',
  ],
  ...['😀', '👩‍👧', '🏳️‍🌈', 'e\u0301', 'ñ', '中', 'שלום', '\u0301', '𝒜', '\ufffd'],
  ...['\u202e', '\u200b', '\u00ad', '\u200d', '\u2028', '\u001b', '\ufeff', '\u{e0041}'],
)
const article = fc.array(piece, { minLength: 1, maxLength: 40 }).chain(pieces => {
  const text = pieces.join('')
  const { length } = new CodePointText(text)
  const span = fc.tuple(fc.nat(length), fc.nat(length)).filter(([a, b]) => a !== b)
  const mark = fc.record({ role: fc.constantFrom(...SPAN_ROLES), span })
  return fc.record({ text: fc.constant(text), marks: fc.array(mark, { maxLength: 8 }), selected: span })
})

it('counts every place of a page as the stored text does, whatever is marked, split, hidden or wide', () => {
  fc.assert(
    fc.property(article, ({ text, marks }) => {
      const { paragraphs, points } = renderDesk(text, marks)
      for (const paragraph of paragraphs) {
        const from = Number(paragraph.getAttribute('data-at'))
        let shown = ''
        for (const { node, label } of shownNodes(paragraph)) {
          const places = label ? [0, node.data.length] : boundariesIn(node.data)
          for (const offset of places) {
            const place = placeOf(paragraph, node, offset, offset > 0)
            expect(asShown(points.slice({ start: from, end: place }))).toBe(
              shown + (label ? characterOf(node.data.slice(0, offset)) : node.data.slice(0, offset)),
            )
          }
          shown += label ? characterOf(node.data) : node.data
        }
      }
    }),
    { numRuns: proofSize(200, 1_500) },
  )
})

it('finds the places of a span on the page, and from them the span again', () => {
  fc.assert(
    fc.property(article, ({ text, marks, selected }) => {
      const { root, paragraphs, points } = renderDesk(text, marks)
      const span = toWholeLineEnds(points, { start: Math.min(...selected), end: Math.max(...selected) })
      const found = boundariesOf(root, span)
      // What begins or ends in blank lines between paragraphs is not on the page.
      if (found === null) return
      const back = [found.from, found.to].map(([node, offset], index) => {
        const paragraph = paragraphs.find(one => one.contains(node))
        return placeOf(paragraph as Element, node, offset, index === 1)
      })
      expect(asShown(points.slice({ start: back[0] as number, end: back[1] as number }))).toBe(
        asShown(points.slice(span)),
      )
    }),
    { numRuns: proofSize(200, 1_500) },
  )
})

interface Marked {
  readonly role: ClaimSpan['role']
  readonly span: readonly [number, number]
}

function renderDesk(text: string, marks: readonly Marked[]) {
  const points = new CodePointText(text)
  const spans = marks.map(({ role, span }, sequence) => {
    const [start, end] = [Math.min(...span), Math.max(...span)]
    return { role, sequence, start, end, text: points.slice({ start, end }) }
  })
  const claims = spans.map(
    (span, index) =>
      ({
        number: index + 1,
        id: `${index}`,
        spans: [span],
        context: span,
        row: { start: span.start },
      }) as unknown as DeskClaim,
  )
  const findings = spans.slice(0, 2).map((span, index) => ({
    number: index + 1,
    finding: {
      rule: 'speaker-inferred',
      severity: 'note' as const,
      message: 'Nobody says so.',
      article: { id: '', uri: '', title: null, sha256: '' },
      claims: [],
      span: { ...span, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    },
  }))
  const body = renderRows({
    article: { language: 'en' },
    text: points,
    paragraphs: cutIntoParts(text).flatMap(part => part.paragraphs),
    isHeaded: true,
    claims,
    findings,
    rejected: [],
    chosen: null,
    at: null,
    policy,
    claimOf: () => undefined,
    addressOf: () => '',
    renderCard: () => html``,
  })
  const { document } = parseHTML(`<!doctype html><html><body><section>${String(body)}</section></body></html>`)
  const root = document.querySelector('section') as unknown as Element
  return { root, points, paragraphs: [...document.querySelectorAll('[data-at]')] as unknown as Element[] }
}

/** The text nodes of a paragraph that are its text or stand for some of it. */
function shownNodes(paragraph: Element, isLabel = false): { node: Node; label: boolean }[] {
  return [...paragraph.childNodes].flatMap(child => {
    if (child.nodeType === 3) return [{ node: child, label: isLabel }]
    const element = child as Element
    if (element.hasAttribute('data-apart')) return []
    return shownNodes(element, element.classList.contains('hidden-character'))
  })
}

function boundariesIn(text: string): number[] {
  const places = [0]
  for (const character of text) places.push((places.at(-1) as number) + character.length)
  return places
}

/** Nobody can select half of a line end. */
function toWholeLineEnds(points: CodePointText, { start, end }: { start: number; end: number }) {
  const isWithin = (place: number) => points.slice({ start: place - 1, end: place + 1 }) === '\r\n'
  return { start: start > 0 && isWithin(start) ? start - 1 : start, end: isWithin(end) ? end + 1 : end }
}

/** Of a label like `U+202E`. */
function characterOf(label: string): string {
  return label === '' ? '' : String.fromCodePoint(Number.parseInt(label.slice(2), 16))
}

/** On a page every line end is a line feed. */
function asShown(words: string): string {
  return words.replaceAll('\r\n', '\n')
}
