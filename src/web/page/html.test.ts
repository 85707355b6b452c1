import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { proofSize } from '../../../test/support/proof-size.ts'
import { html } from './html.ts'

/** Every control of direction, and one at least of each other kind that nobody sees. */
const HIDDEN = [
  ...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\u2028\u2029\ufeff\u00ad',
  ...'\u001b\u0007\u0085\u009f\u007f\r',
  '\u{e0041}',
  '\u{1d173}',
]
const SEEN = [
  'a',
  'Б',
  'ש',
  '👩‍👧',
  ' ',
  '\n',
  '"',
  "'",
  '<',
  '>',
  '&',
  '</title>',
  '</textarea>',
  '<b>',
  '&#x202e;',
  '=',
]

const texts = fc
  .array(fc.oneof(fc.constantFrom(...HIDDEN), fc.constantFrom(...SEEN), fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map(parts => parts.join('').toWellFormed().replaceAll('\0', ''))

/** Change order, direction or lines: they stand nowhere in a page's source. */
const TURNS = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u{e0041}\u{1d173}]/u
/** Nobody sees them, so nobody is shown them. */
const UNSEEN = new RegExp(`${TURNS.source}|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f]`, 'u')

const READ = {
  title: (text: string) => html`<a title="${text}">x</a>`,
  alt: (text: string) => html`<img class="${'a'} b" alt="of ${text}, which">`,
  'aria-label': (text: string) => html`<p${html` aria-label="${text}"`}>x</p>`,
  placeholder: (text: string) => html`<input value="" placeholder="${text}">`,
  label: (text: string) => html`<option label="${[text, text]}"></option>`,
}

const USED = {
  value: (text: string) => html`<input type="hidden" title="none" value="${text}">`,
  href: (text: string) => html`<a class="x" href="${text}">x</a>`,
  id: (text: string) => html`<p${html` id="${text}"`}>x</p>`,
  'data-claims': (text: string) => html`<p data-claims="${text}">x</p>`,
  action: (text: string) => html`<form title="a > b" action="${text}"></form>`,
}

type Element = DefaultTreeAdapterTypes.Element

function onlyElement(markup: unknown): Element {
  const { childNodes } = parseFragment(String(markup))
  expect(childNodes).toHaveLength(1)
  return childNodes[0] as Element
}

const holds = (body: (text: string) => void) =>
  fc.assert(fc.property(texts, body), { numRuns: proofSize(300, 2_000), examples: HIDDEN.map(one => [`a${one}b`]) })

test.each(Object.entries(READ))('nothing hidden stands in an attribute that people read: %s', (name, make) => {
  holds(text => {
    const markup = String(make(text))
    expect(markup).not.toMatch(TURNS)
    expect(onlyElement(markup).attrs.find(attribute => attribute.name === name)?.value).not.toMatch(UNSEEN)
  })
})

test.each(Object.entries(USED))('an attribute that is used keeps its value and hides nothing: %s', (name, make) => {
  holds(text => {
    const markup = String(make(text))
    expect(markup).not.toMatch(TURNS)
    expect(onlyElement(markup).attrs.find(attribute => attribute.name === name)?.value).toBe(text)
  })
})

test('a field gives back what was written in it', () => {
  holds(text => {
    const markup = String(html`<textarea name="q">\n${text}</textarea>`)
    expect(markup).not.toMatch(TURNS)
    const [content] = onlyElement(markup).childNodes
    expect(content === undefined ? '' : 'value' in content && content.value).toBe(text)
  })
})

test('a text is shown with every hidden character named, and is no markup', () => {
  holds(text => {
    const markup = String(html`<p>${[html`<b>${text}</b>`]}</p>`)
    expect(markup).not.toMatch(UNSEEN)
    const [bold] = onlyElement(markup).childNodes as [Element]
    const labels = bold.childNodes.filter(node => node.nodeName === 'span') as Element[]
    expect(bold.childNodes.every(({ nodeName }) => nodeName === '#text' || nodeName === 'span')).toBe(true)
    expect(labels.every(({ attrs }) => attrs[0]?.value === 'hidden-character')).toBe(true)
    for (const character of HIDDEN)
      if (text.replaceAll('\r\n', '\n').includes(character))
        expect(markup).toContain(`>U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}</span>`)
  })
})

test('a title has words only', () => {
  holds(text => {
    const markup = String(html`<title>${text} · Hearsay</title>`)
    expect(markup).not.toMatch(UNSEEN)
    expect(onlyElement(markup).childNodes.map(({ nodeName }) => nodeName)).toEqual(['#text'])
  })
})

test('markup in an attribute is a defect that is found where the page is made', () => {
  expect(() => html`<a title="${html`<b>x</b>`}">x</a>`).toThrow(/markup stands in an attribute/)
  expect(() => html`<a title="${[html`x`]}">x</a>`).toThrow(/markup stands in an attribute/)
})
