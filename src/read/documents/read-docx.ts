import type { MetadataOrigins } from '../../domain/article.ts'
import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { type Draft, toOutcome } from '../article/draft.ts'
import { unzip, type ZipParts } from '../bytes/unzip.ts'
import { charsetOf } from '../encodings/charset.ts'
import { decode } from '../encodings/decode.ts'
import type { RawInput, ReadContext, ReadOutcome } from '../format.ts'
import { type ReadLimits, Unreadable } from '../limits/limits.ts'
import { withinTime } from '../limits/within-time.ts'
import { attributeOf, elementsOf, isElement, type MarkupElement, wordsOf } from '../markup/html/markup-node.ts'
import { titleOf } from '../plain/title.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { childCalled, type DocumentBlock, type DocumentText, readDocumentText } from './docx-text.ts'
import { toldByText } from './told-by-text.ts'

const PART = /^(?:word\/(?:document|footnotes|endnotes|comments|styles|header\d*|footer\d*)\.xml|docprops\/core\.xml)$/
/** Who made a document need not have written it, nor need it have been published then. */
const UNSURE = ['byline', 'publishedAt'] as const
/** What a program writes as the title of a document that was given none. */
const NO_TITLE =
  /^(?:microsoft (?:office )?word\b.*|document ?\d*|untitled.*|unbenannt.*|.*\.(?:docx?|dotx?|rtf|odt))$/i
/** What a program writes as the author of a document whose author it does not know. */
const NO_AUTHOR =
  /^(?:microsoft(?: office)?(?: (?:user|account))?|user|admin(?:istrator)?|author|owner|unknown|python-docx|apache poi|docx|windows user)$/i

/** The outcome of one Word document. */
export async function readDocx(input: RawInput, context: ReadContext): Promise<ReadOutcome> {
  const { limits } = context
  const parts = await unzip(input.bytes, limits, name => PART.test(name.toLowerCase()))
  const draft = withinTime(limits.timeoutMs, () => toldByText(readParts(parts, limits), UNSURE, context))
  return toOutcome(draft, input.rawSha256 ?? input.bytes, { location: input.uri })
}

function readParts(parts: ZipParts, limits: ReadLimits): Draft {
  const part = (name: string) => parsePart(parts, name, limits)
  const main = part('word/document.xml')
  if (main === null) {
    throw new Unreadable(
      'malformed',
      'it is a ZIP archive without a text of Word in it: unpack it and give what it holds',
    )
  }
  const styles = namesOfStyles(part('word/styles.xml'))
  const body = readDocumentText(main, styles)
  const notes = [
    ...notesOf(part('word/footnotes.xml'), 'footnote', styles),
    ...notesOf(part('word/endnotes.xml'), 'endnote', styles),
  ]
  const noteTexts = new Map(notes)
  const used = [...new Set(body.notes)].flatMap(name => noteTexts.get(name) ?? [])
  const blocks = [...body.blocks, ...used.flatMap(note => note.blocks)]
  const text = blocks.map(block => block.text).join('\n\n')
  const leftOut = [
    ...body.leftOut,
    ...used.flatMap(note => note.leftOut),
    ...commentsOf(part('word/comments.xml'), styles),
  ]
  for (const name of parts.keys()) {
    const around = /^word\/(header|footer)\d*\.xml$/i.exec(name)?.[1]
    if (around !== undefined) leftOut.push(...aroundOf(part(name), `page ${around.toLowerCase()}`, styles))
  }
  return {
    text,
    ...propertiesOf(part('docProps/core.xml'), body.blocks, text),
    leftOut: unique(leftOut),
    decodedAs: 'utf-8',
  }
}

function parsePart(parts: ZipParts, name: string, limits: ReadLimits): MarkupElement | null {
  for (const [called, bytes] of parts) {
    if (called.toLowerCase() === name.toLowerCase()) return parseXml(decode(bytes, charsetOf(bytes)).text, limits)
  }
  return null
}

/** Names are in English whatever the language of the program is; ids are not. */
function namesOfStyles(styles: MarkupElement | null): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (styles === null) return names
  for (const style of elementsOf(styles)) {
    if (style.nodeName !== 'style') continue
    const name = childCalled(style, 'name')
    const id = attributeOf(style, 'styleid')
    if (id !== null && name !== null) names.set(id, (attributeOf(name, 'val') ?? '').toLowerCase())
  }
  return names
}

function* notesOf(
  part: MarkupElement | null,
  kind: 'footnote' | 'endnote',
  styles: ReadonlyMap<string, string>,
): Generator<readonly [string, DocumentText]> {
  for (const note of part === null ? [] : elementsOf(part)) {
    // Notes with a type are the lines that separate notes from the text.
    if (note.nodeName !== kind || attributeOf(note, 'type') !== null) continue
    yield [`${kind} ${attributeOf(note, 'id')}`, readDocumentText(note, styles)]
  }
}

function* commentsOf(part: MarkupElement | null, styles: ReadonlyMap<string, string>): Generator<LeftOutPassage> {
  for (const comment of part === null ? [] : elementsOf(part)) {
    if (comment.nodeName !== 'comment') continue
    const { blocks, leftOut } = readDocumentText(comment, styles)
    const text = [...blocks, ...leftOut].map(block => block.text).join('\n')
    if (text !== '') yield { reason: 'comment', text }
  }
}

function aroundOf(part: MarkupElement | null, reason: string, styles: ReadonlyMap<string, string>): LeftOutPassage[] {
  const root = part?.childNodes.find(isElement)
  if (root === undefined) return []
  const { blocks, leftOut } = readDocumentText(root, styles)
  const text = [...blocks, ...leftOut].map(block => block.text).join('\n')
  return text === '' ? [] : [{ reason, text }]
}

/** The same header stands in three parts: for the first page, left ones and right ones. */
function unique(passages: readonly LeftOutPassage[]): LeftOutPassage[] {
  return [...new Map(passages.map(passage => [`${passage.reason}\n${passage.text}`, passage])).values()]
}

type Properties = Pick<Draft, 'title' | 'byline' | 'published' | 'modified' | 'language' | 'origins'>

/** What the document says of itself. A line in the style of a title is the title before what its program wrote down. */
function propertiesOf(core: MarkupElement | null, blocks: readonly DocumentBlock[], text: string): Properties {
  const property = (name: string) => {
    for (const element of core === null ? [] : elementsOf(core)) {
      const words = element.nodeName === name ? wordsOf(element) : ''
      if (words !== '') return words
    }
    return undefined
  }
  const styled = blocks.slice(0, 5).find(({ style }) => style === 'title' || style === 'heading 1')
  const named = property('title')
  const given = named === undefined || NO_TITLE.test(named) ? undefined : named
  const creator = property('creator')
  const byline = creator === undefined || NO_AUTHOR.test(creator) ? undefined : creator
  const title = styled?.text ?? given ?? titleOf(text)
  const origins: MetadataOrigins = {
    title:
      styled === undefined
        ? given === undefined
          ? 'first line'
          : 'document property title'
        : `style "${styled.style}"`,
    byline: 'document property creator',
    publishedAt: 'document property created',
    modifiedAt: 'document property modified',
    language: 'document property language',
  }
  return {
    title,
    byline,
    published: property('created'),
    modified: property('modified'),
    language: property('language'),
    origins,
  }
}
