import { getDocumentProxy } from 'unpdf'
import type { MetadataOrigins } from '../../domain/article.ts'
import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { type Draft, toOutcome } from '../article/draft.ts'
import type { RawInput, ReadContext, ReadOutcome } from '../format.ts'
import { type ReadLimits, Unreadable } from '../limits/limits.ts'
import { processorMs } from '../limits/processor-time.ts'
import { withinTime } from '../limits/within-time.ts'
import { titleOf } from '../plain/title.ts'
import { type PdfPage, withoutMargins } from './page-margins.ts'
import { type PdfItem, toLines } from './pdf-lines.ts'
import { type PdfParagraph, toParagraphs } from './pdf-paragraphs.ts'
import { median, toColumns } from './reading-order.ts'
import { toldByText } from './told-by-text.ts'

/** Who made a document need not have written it, nor need it have been published then. */
const UNSURE = ['byline', 'publishedAt'] as const
/** A newspaper has some hundred pages; what has more is a book. */
const MOST_PAGES = 1000
/** Pieces of text for each element that a page may have: some programs place every letter by itself. */
const ITEMS_AN_ELEMENT = 20
const NO_TITLE =
  /^(?:microsoft (?:office )?word\b.*|document ?\d*|untitled.*|(?:full page )?print|.*\.(?:docx?|pdf|indd|qxp|html?|pages|rtf|odt|tmp)|https?:.*|[\d\W_]+)$/i
const BROWSERS =
  /\b(?:skia|chrom(?:e|ium)|headlesschrome|mozilla|firefox|safari|wkhtmltopdf|webkit|edge|opera|qt \d)\b/i
const NO_AUTHOR = /^(?:user|admin(?:istrator)?|author|owner|unknown|microsoft.*|\W*)$/i
/** How much larger than the text a headline is set. */
const HEADLINE = 1.25
const LONGEST_HEADLINE = 250

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * The outcome of one PDF: the text of its pages, in the order in which people read it, without what runs along their edges.
 *
 * @throws Unreadable
 */
export async function readPdf(input: RawInput, context: ReadContext): Promise<ReadOutcome> {
  const { limits } = context
  const pdf = await open(input.bytes)
  try {
    const { pages, leftOut } = await readPages(pdf, limits)
    const around = withoutMargins(pages)
    const { paragraphs, joined } = toParagraphs(around.pages.flatMap(lines => toColumns(lines)))
    const text = paragraphs.map(paragraph => paragraph.text).join('\n\n')
    const warnings =
      joined === 0 ? [] : [`${joined} ${joined === 1 ? 'word' : 'words'} that the end of a line had split became whole`]
    const metadata = await readMetadata(pdf, paragraphs, text)
    const draft = { ...metadata, text, leftOut: [...leftOut, ...around.leftOut], decodedAs: 'utf-8', warnings }
    const told = withinTime(limits.timeoutMs, () => toldByText(draft, UNSURE, context))
    return toOutcome(told, input.rawSha256 ?? input.bytes, { location: input.uri })
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: the library takes the bytes for itself. Nothing is fetched or drawn.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: 1,
      enableXfa: false,
    })
  } catch (error) {
    if ((error as Error | null)?.name === 'PasswordException') {
      throw new Unreadable('malformed', 'it is locked with a password: save it without one')
    }
    throw damaged(error)
  }
}

function damaged(error: unknown): Unreadable {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 160)
  return new Unreadable('malformed', `it is a damaged PDF (${reason}): save it again`)
}

async function readPages(pdf: Pdf, limits: ReadLimits) {
  if (pdf.numPages > MOST_PAGES) {
    throw new Unreadable('too-many', `it has ${pdf.numPages} pages, more than ${MOST_PAGES}: split it`)
  }
  const begunMs = processorMs()
  const pages: PdfPage[] = []
  const leftOut: LeftOutPassage[] = []
  let left = ITEMS_AN_ELEMENT * limits.maxElements
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items, height, bottom } = await readItems(pdf, number)
    left -= items.length
    if (left < 0)
      throw new Unreadable(
        'too-complex',
        'it has more pieces of text than an article: raise the limit with --max-elements',
      )
    if (processorMs() - begunMs > limits.timeoutMs) {
      const limit = `${limits.timeoutMs / 1000} s of processor time`
      throw new Unreadable('timeout', `reading it took longer than ${limit}: raise the limit with --read-timeout`)
    }
    pages.push({ height, bottom, lines: toLines(items.filter(item => item.isUpright)) })
    for (const line of toLines(items.filter(item => !item.isUpright)))
      leftOut.push({ reason: 'text on its side', text: line.text })
  }
  if (pages.every(page => page.lines.length === 0) && leftOut.length === 0) {
    throw new Unreadable(
      'no-text',
      'it is a PDF of pictures without text, such as a scan: let a program recognise its text (OCR) first',
    )
  }
  return { pages, leftOut }
}

async function readItems(pdf: Pdf, number: number) {
  try {
    const page = await pdf.getPage(number)
    const { items: found } = await page.getTextContent()
    const [, bottom = 0, , top = 0] = page.view
    const items: PdfItem[] = []
    for (const item of found) {
      if (!('str' in item) || item.str === '') continue
      const [a, b, , , x, y] = item.transform as number[]
      const size = Math.hypot(a ?? 0, b ?? 0)
      const placed = {
        text: item.str,
        x: x ?? 0,
        y: y ?? 0,
        width: item.width,
        size,
        isUpright: Math.abs(b ?? 0) <= 0.1 * Math.abs(a ?? 0),
      }
      if (Number.isFinite(placed.x + placed.y + placed.width) && size > 0) items.push(placed)
    }
    page.cleanup()
    return { items, bottom, height: Math.max(1, top - bottom) }
  } catch (error) {
    throw damaged(error)
  }
}

type Metadata = Pick<Draft, 'title' | 'byline' | 'publisher' | 'published' | 'modified' | 'language' | 'origins'>

async function readMetadata(pdf: Pdf, paragraphs: readonly PdfParagraph[], text: string): Promise<Metadata> {
  const { info: told, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const info = told as Readonly<Record<string, unknown>>
  const named = (name: string, otherwise: string): string | undefined => {
    const value: unknown = metadata?.get(otherwise) ?? info[name]
    const words = Array.isArray(value) ? value.join(', ') : value
    return typeof words === 'string' && words.trim() !== '' ? words.trim() : undefined
  }
  const given = named('Title', 'dc:title')
  const headline = headlineOf(paragraphs)
  // A title that stands in the text is one; otherwise it may be the name of a file or a form, or have more than the headline.
  const isShown = given !== undefined && squeeze(text.slice(0, 20_000)).includes(squeeze(given))
  const isGiven = given !== undefined && !NO_TITLE.test(given) && (isShown || headline === null)
  const author = named('Author', 'dc:creator')
  // What a browser prints is as old as the print.
  const isPrint = BROWSERS.test(`${named('Producer', 'pdf:producer')} ${named('Creator', 'xmp:creatortool')}`)
  const origins: MetadataOrigins = {
    title: isGiven ? 'PDF title' : headline === null ? 'first line' : 'largest type on the first page',
    byline: 'PDF author',
    publisher: 'PDF prism:publicationName',
    publishedAt: metadata?.get('prism:publicationdate') ? 'PDF prism:publicationDate' : 'PDF creation date',
    modifiedAt: 'PDF modification date',
    language: 'PDF language',
  }
  return {
    title: isGiven ? given : (headline ?? titleOf(text)),
    byline: author === undefined || NO_AUTHOR.test(author) ? undefined : author,
    publisher: named('', 'prism:publicationname'),
    published:
      named('', 'prism:publicationdate') ?? (isPrint ? undefined : toIso(named('CreationDate', 'xmp:createdate'))),
    modified: isPrint ? undefined : toIso(named('ModDate', 'xmp:modifydate')),
    language: named('Language', 'dc:language'),
    origins,
  }
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

/** The first words that are set much larger than the text, or null. */
function headlineOf(paragraphs: readonly PdfParagraph[]): string | null {
  const sizes = paragraphs.flatMap(({ text, size }) =>
    new Array<number>(Math.min(50, Math.ceil(text.length / 80))).fill(size),
  )
  const body = median(sizes)
  const first = paragraphs
    .slice(0, 12)
    .filter(({ text, size }) => size >= HEADLINE * body && text.length <= LONGEST_HEADLINE)
  const largest = first.toSorted((a, b) => b.size - a.size)[0]
  return largest === undefined ? null : largest.text
}

/** A time as PDF writes it, `D:20260304091500+01'00'`, in ISO 8601. */
function toIso(written: string | undefined): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(written ?? '')
  if (match === null) return written
  const [, year, month, day, hour, minute, second = '00', zone = '', minutes = '00'] = match
  const offset = zone === '' || zone === 'Z' ? zone : `${zone}:${minutes}`
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`
}
