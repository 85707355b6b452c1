import { sha256 } from '../article/create-article.ts'
import { type Draft, toOutcome } from '../article/draft.ts'
import { charsetOf } from '../encodings/charset.ts'
import { decode } from '../encodings/decode.ts'
import { describe } from '../encodings/decoded-how.ts'
import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { type ReadLimits, Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { withinTime } from '../limits/within-time.ts'
import { attributeOf, elementsOf, type MarkupElement, wordsOf } from '../markup/html/markup-node.ts'
import { joinBlocks, readBlocks } from '../markup/html/read-blocks.ts'
import { NEVER_TEXT } from '../markup/html/vocabulary.ts'
import { looksLikeMarkup, readFragment } from '../markup/read-fragment.ts'
import { skipProlog } from '../xml/skip-prolog.ts'

/** The outcome of one item: what could be read of it, or why it is passed over. */
type Item = Omit<Draft, 'decodedAs'> | { readonly reason: string }

const ROOT = /^<(?:[a-z]+:)?(?:nitf|newsItem|newsMessage|packageItem|knowledgeItem|planningItem|conceptItem)[\s>]/i
const NOT_FOR_USE = /(?:canceled|withheld)$/

/** IPTC's wire formats in XML: NITF, and NewsML-G2 with NITF, XHTML or plain text inside. */
export const wireXml: WholeFormat = {
  name: 'newsml',
  extensions: ['.xml', '.nitf'],
  isSeldomArticles: true,
  recognises: ({ text }: Opening) => ROOT.test(text.slice(skipProlog(text, { documentTypes: true }))),
  async *read(input: RawInput, { limits }: ReadContext): AsyncGenerator<ReadOutcome> {
    const { parseXml } = await import('../xml/parse-xml.ts')
    const { text, decodedAs, misdeclared } = decode(input.bytes, input.charset ?? charsetOf(input.bytes))
    const items = withinTime(limits.timeoutMs, () => readItems(parseXml(text, limits), limits))
    const warnings = misdeclared === undefined ? [] : [misdeclared]
    const raw = input.rawSha256 ?? sha256(input.bytes)
    if (items.length === 0) {
      throw new Unreadable('malformed', 'it holds neither NITF nor NewsML-G2: name its format with --format')
    }
    for (const [index, { format, item }] of items.entries()) {
      if (index === limits.maxEntries) throw tooMany(limits.maxEntries)
      const location = items.length === 1 ? input.uri : `${input.uri}#item=${index + 1}`
      const origin = { location, decodedHow: describe(format, decodedAs) }
      if ('reason' in item) yield { outcome: 'skipped', uri: location, reason: item.reason, origin }
      else yield toOutcome({ ...item, decodedAs, warnings }, raw, origin)
    }
  },
}

function readItems(root: MarkupElement, limits: ReadLimits): { readonly format: string; readonly item: Item }[] {
  const items: { format: string; item: Item }[] = []
  for (const element of elementsOf(root)) {
    if (element.nodeName === 'newsitem') items.push({ format: 'newsml-g2', item: readNewsItem(element, limits) })
    else if (OTHER_ITEMS.has(element.nodeName)) {
      items.push({ format: 'newsml-g2', item: { reason: `NewsML-G2 ${element.nodeName}, not an article` } })
    }
  }
  if (items.length > 0) return items
  const nitf = find(root, 'nitf')
  return nitf === null ? [] : [{ format: 'nitf', item: readNitf(nitf) }]
}

const OTHER_ITEMS: ReadonlySet<string> = new Set(['packageitem', 'knowledgeitem', 'planningitem', 'conceptitem'])

function readNitf(nitf: MarkupElement): Item {
  const content = find(nitf, 'body.content')
  const heading = find(nitf, 'hedline')
  const docId = find(nitf, 'doc-id')
  const published = find(nitf, 'date.release') ?? find(nitf, 'date.issue')
  const publication = find(nitf, 'pubdata')
  return {
    text: content === null ? '' : textBelow(content),
    title: wordsOrUndefined(find(heading ?? nitf, 'hl1')) ?? wordsOrUndefined(find(nitf, 'title')),
    byline: wordsOrUndefined(find(nitf, 'bytag') ?? find(nitf, 'byline'))?.replace(/^by\s+/i, ''),
    publisher: publication === null ? wordsOrUndefined(find(nitf, 'distributor')) : attributeOf(publication, 'name'),
    published: published === null ? undefined : attributeOf(published, 'norm'),
    language: attributeOf(nitf, 'lang'),
    uri: docId === null ? undefined : attributeOf(docId, 'id-string'),
  }
}

function readNewsItem(item: MarkupElement, limits: ReadLimits): Item {
  const status = attributeOf(find(item, 'pubstatus') ?? item, 'qcode') ?? ''
  if (NOT_FOR_USE.test(status)) return { reason: `its publisher says it is ${status.replace(/^.*:/, '')}` }
  const itemClass = attributeOf(find(item, 'itemclass') ?? item, 'qcode')?.replace(/^.*:/, '') ?? 'text'
  if (itemClass !== 'text') return { reason: `NewsML-G2 item of class ${itemClass.slice(0, 40)}, not text` }
  const contents = find(item, 'contentset')
  const inline = contents === null ? null : find(contents, 'inlinexml')
  const data = contents === null ? null : find(contents, 'inlinedata')
  const nitf = inline === null ? null : find(inline, 'nitf')
  const inner = nitf === null ? null : readNitf(nitf)
  const text =
    inner !== null && 'text' in inner ? inner.text : inline === null ? dataOf(data, limits) : textBelow(inline)
  if (text === null) return { reason: 'NewsML-G2 item without a text' }
  const headline = find(item, 'headline')
  const provider = find(item, 'provider')
  return {
    ...inner,
    text,
    title: wordsOrUndefined(headline) ?? (inner !== null && 'title' in inner ? inner.title : undefined),
    byline: wordsOrUndefined(find(item, 'by')) ?? (inner !== null && 'byline' in inner ? inner.byline : undefined),
    publisher:
      wordsOrUndefined(find(provider ?? item, 'name')) ??
      (provider === null ? undefined : attributeOf(provider, 'literal')) ??
      wordsOrUndefined(find(item, 'creditline')),
    published: wordsOrUndefined(
      find(item, 'contentcreated') ?? find(item, 'firstcreated') ?? find(item, 'versioncreated'),
    ),
    language: attributeOf(find(item, 'language') ?? item, 'tag') ?? attributeOf(item, 'lang'),
    uri: attributeOf(item, 'guid'),
  }
}

/** Plain text or escaped markup inside an element. White space counts: its line breaks are the paragraphs. */
function dataOf(data: MarkupElement | null, limits: ReadLimits): string | null {
  if (data === null) return null
  const text = data.childNodes.map(node => ('value' in node ? node.value : '')).join('')
  if (text.trim() === '') return null
  return looksLikeMarkup(text) ? readFragment(text, limits) : text.trim()
}

function textBelow(element: MarkupElement): string {
  return joinBlocks(readBlocks(element, { isLeftOut: ({ nodeName }) => NEVER_TEXT.has(nodeName) }))
}

function find(root: MarkupElement, name: string): MarkupElement | null {
  for (const element of elementsOf(root)) if (element.nodeName === name) return element
  return null
}

function wordsOrUndefined(element: MarkupElement | null): string | undefined {
  const words = element === null ? '' : wordsOf(element)
  return words === '' ? undefined : words
}
