import { XMLParser } from 'fast-xml-parser'
import { type ReadLimits, tooComplex, tooDeep, Unreadable } from '../limits/limits.ts'
import type { MarkupElement, MarkupNode } from '../markup/html/markup-node.ts'
import { resolveDocumentType } from './document-type.ts'
import { scanTags } from './scan-tags.ts'

/** What fast-xml-parser gives with the order of nodes kept: one key names the element, `:@` holds its attributes. */
type OrderedNode = Readonly<Record<string, unknown>>

/**
 * Refuses XML that must not be parsed: too many elements or too deep.
 *
 * @throws Unreadable
 */
export function inspectXml(xml: string, { maxDepth, maxElements }: ReadLimits): void {
  let depth = 0
  let elements = 0
  for (const { isEnd, isEmpty } of scanTags(xml)) {
    if (isEnd) {
      depth -= 1
      continue
    }
    elements += 1
    if (elements > maxElements) throw tooComplex(maxElements)
    if (isEmpty) continue
    depth += 1
    if (depth > maxDepth) throw tooDeep(maxDepth)
  }
}

/**
 * Parses XML into the same form as pages: names in lower case, without namespaces.
 *
 * @throws Unreadable of kind `malformed`, or as {@link inspectXml} and {@link resolveDocumentType}
 */
export function parseXml(written: string, limits: ReadLimits): MarkupElement {
  const xml = resolveDocumentType(written)
  inspectXml(xml, limits)
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    htmlEntities: true,
    maxNestedTags: limits.maxDepth,
  })
  let ordered: unknown
  try {
    ordered = parser.parse(xml)
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is no valid XML (${reason}): repair it and run again`)
  }
  return { nodeName: '#document', attrs: [], childNodes: toNodes(ordered) }
}

function toNodes(ordered: unknown): MarkupNode[] {
  if (!Array.isArray(ordered)) return []
  return (ordered as OrderedNode[]).flatMap((node): MarkupNode[] => {
    const name = Object.keys(node).find(key => key !== ':@')
    if (name === undefined) return []
    if (name === '#text') return [{ nodeName: '#text', value: String(node[name]) }]
    const attributes = Object.entries((node[':@'] ?? {}) as Record<string, unknown>)
    const attrs = attributes.map(([key, value]) => ({ name: key.toLowerCase(), value: String(value) }))
    return [{ nodeName: name.toLowerCase(), attrs, childNodes: toNodes(node[name]) }]
  })
}
