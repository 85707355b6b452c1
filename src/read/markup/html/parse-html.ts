import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type ParserOptions, parse, parseFragment } from 'parse5'
import { type ReadLimits, tooComplex, tooDeep, tooMarked, tooRepeated } from '../../limits/limits.ts'
import type { MarkupElement } from './markup-node.ts'

type Options = ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>

/**
 * Parses a page as browsers do.
 *
 * @param options without scripting what stands in `noscript` is markup
 * @throws Unreadable when it has more elements or nests deeper than `limits` allow, as soon as it does
 */
export function parsePage(html: string, limits: ReadLimits, { scripting = true } = {}): MarkupElement {
  refuseMarks(html, limits)
  const document = parse(html, { ...guarded(html, limits), scriptingEnabled: scripting })
  return { nodeName: '#document', attrs: [], childNodes: document.childNodes as MarkupElement['childNodes'] }
}

/** Parses a piece of a page: the body of a feed's item, a field of a record. Throws as {@link parsePage}. */
export function parsePiece(html: string, limits: ReadLimits): MarkupElement {
  refuseMarks(html, limits)
  const fragment = parseFragment(html, guarded(html, limits))
  return { nodeName: '#fragment', attrs: [], childNodes: fragment.childNodes as MarkupElement['childNodes'] }
}

/** How many `<` and `&` a page may have for each element that it may have; those that begin comments do not count. */
const MARKS_AN_ELEMENT = 10

/** Megabytes of nothing but `<` or `&` are parsed into one text of as many pieces, which costs seconds to put together. */
function refuseMarks(html: string, { maxElements }: ReadLimits): void {
  let marks = 0
  for (let index = 0; index < html.length; index += 1) {
    const unit = html.charCodeAt(index)
    if (unit === 0x26 || (unit === 0x3c && !html.startsWith('<!--', index))) marks += 1
  }
  const most = MARKS_AN_ELEMENT * maxElements
  if (marks > most) throw tooMarked(most)
}

/** The shortest element that can be written is `<b>`. */
const SHORTEST_ELEMENT = 3
/** More elements than are written come of formatting that is not closed; a page may have so many of them. */
const MOST_REPEATED = 2000

/** Counts while parsing: broken formatting elements are repeated in every paragraph, so few bytes can become many. */
function guarded(html: string, { maxElements, maxDepth }: ReadLimits): Options {
  const most = html.length / SHORTEST_ELEMENT + MOST_REPEATED
  let elements = 0
  let depth = 0
  const treeAdapter: Options['treeAdapter'] = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1
      if (elements > maxElements) throw tooComplex(maxElements)
      if (elements > most) throw tooRepeated()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    // Nobody reads comments, so that none is kept, however many a page has.
    appendChild(parent, node) {
      if (!defaultTreeAdapter.isCommentNode(node)) defaultTreeAdapter.appendChild(parent, node)
    },
    onItemPush() {
      depth += 1
      if (depth > maxDepth) throw tooDeep(maxDepth)
    },
    onItemPop() {
      depth -= 1
    },
  }
  return { treeAdapter }
}
