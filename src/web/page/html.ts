import { html as fill, raw } from 'hono/html'
import { nameCodePoint } from '../../domain/text/hidden-characters.ts'
import { hasHidden, nameHidden, referToHidden, splitAtHidden } from './hidden.ts'

/** Markup that is safe to send: what was put into it has been escaped, and nothing in it is hidden. */
export type Html = ReturnType<typeof fill>

/** Where in markup a value stands. */
type Place = 'text' | 'words only' | 'read attribute' | 'used attribute'

/** Attributes whose value people read or hear; any other must keep its value, or it would do something else. */
const READ_ATTRIBUTES: ReadonlySet<string> = new Set(['title', 'alt', 'aria-label', 'placeholder', 'label', 'content'])

/** Found once for each template of the source. */
const PLACES = new WeakMap<TemplateStringsArray, readonly Place[]>()

/**
 * Markup from a template. This is the only place where texts become markup, so that no page can forget what it does: it
 * escapes every value, and shows every character that nobody sees (`hidden.ts`): in text as a label, where only words
 * may stand as `<U+202E>`. What a form sends back, and any other attribute that must keep its value, holds the same
 * characters as before, written as references. Line ends of texts become line feeds.
 *
 * @throws Error when markup was put between the quotes of an attribute: a defect of the page
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  let places = PLACES.get(strings)
  if (places === undefined) {
    places = findPlaces(strings)
    PLACES.set(strings, places)
  }
  return fill(strings, ...values.map((value, index) => show(value, places[index] as Place)))
}

function show(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map(item => show(item, place))
  if (typeof value !== 'string') {
    if (place.endsWith('attribute') && typeof value === 'object' && value !== null)
      throw new Error(`markup stands in an attribute: ${String(value).slice(0, 100)}`)
    return value
  }
  if (place === 'used attribute') return hasHidden(value) ? raw(referToHidden(String(fill`${value}`))) : value
  const text = value.replaceAll('\r\n', '\n')
  if (!hasHidden(text)) return text
  return place === 'text' ? splitAtHidden(text).map(renderPart) : nameHidden(text)
}

function renderPart(part: string, index: number): unknown {
  if (index % 2 === 0) return part
  const code = nameCodePoint(part)
  return fill`<span class="hidden-character" title="Character ${code}, which nobody sees">${code}</span>`
}

/** A template may begin inside a tag: it is known by what stands before the value, not by where the tag began. */
function findPlaces(strings: TemplateStringsArray): Place[] {
  let before = ''
  return strings.slice(0, -1).map(string => {
    before += string
    const open = /([\w:-]+)="[^"]*$/.exec(before.replaceAll(/[\w:-]+="[^"]*"/g, ''))?.[1]
    const place = /<textarea\b[^>]*>[^<]*$/i.test(before)
      ? 'used attribute'
      : open !== undefined
        ? READ_ATTRIBUTES.has(open.toLowerCase())
          ? 'read attribute'
          : 'used attribute'
        : /<(?:title|option)\b[^>]*>[^<]*$/i.test(before)
          ? 'words only'
          : 'text'
    before += '\ufffc'
    return place
  })
}
