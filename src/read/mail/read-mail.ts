import { isUtf8 } from 'node:buffer'
import PostalMime, { type Email } from 'postal-mime'
import type { MetadataOrigins } from '../../domain/article.ts'
import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { type Draft, toOutcome } from '../article/draft.ts'
import { toldByText } from '../documents/told-by-text.ts'
import { encodingCalled } from '../encodings/charset.ts'
import { decode } from '../encodings/decode.ts'
import type { ReadContext, ReadOutcome } from '../format.ts'
import { type ReadLimits, tooLargePage, Unreadable } from '../limits/limits.ts'
import { withinTime } from '../limits/within-time.ts'
import { readDraft } from '../pages/read-page.ts'
import { titleOf } from '../plain/title.ts'
import { type MailBody, readMailBody } from './mail-body.ts'
import { bareSubject, nameInMailField } from './mail-field.ts'

/** Where a mail stands and its hash, when that is not the one of its bytes. */
export interface MailOrigin {
  readonly location: string
  readonly rawSha256?: string | undefined
}

/** A line that names the author says more than who sent the mail. */
const UNSURE = ['byline'] as const
const MOST_NESTED_PARTS = 50
const MOST_HEADERS = 1_000_000
const MOST_NESTED_MAILS = 3
/** Where the charset of the text is looked for: in the headers of the first parts. */
const LOOKED_AT = 65_536
const ANSWERS = /^(?:re|aw|sv|antw)(?:\[\d{1,3}\])? ?:/i
/** Where mail programs begin the mail that is answered, in the markup of the answer. */
const ANSWERED =
  /<(?:div[^>]{0,200}(?:class="?gmail_quote|id="?(?:appendonsend|divRplyFwdMsg|mail-editor-reference))|blockquote[^>]{0,200}type="?cite)/i

/**
 * The outcome of one mail: its text, without earlier mails that it quotes, or the mail that it forwards. What is attached is
 * left out, and named.
 *
 * @throws Unreadable
 */
export async function readMail(
  bytes: Uint8Array,
  { location, rawSha256 }: MailOrigin,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { limits } = context
  const mail = await parse(bytes)
  const decodedAs = encodingOfText(bytes)
  const found = withinTime(limits.timeoutMs, () => readBody(mail, bytes, limits))
  const { text, misdeclared } = found
  const leftOut = [...found.leftOut, ...mail.attachments.map(describeAttachment)]
  const warnings = [...(found.draft.warnings ?? []), ...(misdeclared === null ? [] : [misdeclared])]
  const draft = { ...found.draft, ...metadataOf(mail, found, text), text, leftOut, decodedAs, warnings }
  const told = withinTime(limits.timeoutMs, () => toldByText(draft, UNSURE, context))
  return toOutcome(told, rawSha256 ?? bytes, { location })
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    const mail = await PostalMime.parse(isUndeclared(bytes) ? Buffer.from(decode(bytes).text) : bytes, {
      maxNestingDepth: MOST_NESTED_PARTS,
      maxHeadersSize: MOST_HEADERS,
      maxRfc822NestingDepth: MOST_NESTED_MAILS,
    })
    if (mail.headers.some(({ key }) => key === 'from' || key === 'subject' || key === 'date')) return mail
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is no mail that can be read (${reason}): save it again`)
  }
  throw new Unreadable(
    'malformed',
    'it is no mail, without a sender, a subject and a date: name its format with --format',
  )
}

/** Old mails in the encoding of Windows say nothing about it, and the library takes them for UTF-8. */
function isUndeclared(bytes: Uint8Array): boolean {
  return !isUtf8(bytes) && !/charset/i.test(new TextDecoder('latin1').decode(bytes))
}

interface Body extends Pick<MailBody, 'text' | 'forwarded' | 'leftOut'> {
  /** What its page tells, where it is one. */
  readonly draft: Partial<Draft>
  readonly misdeclared: string | null
}

/** A newsletter is a page, and its plain text a poor copy of it; of a letter the plain text is what was written. */
function readBody(mail: Email, bytes: Uint8Array, limits: ReadLimits): Body {
  const kind = { isReply: isReply(mail) }
  const plain = undoMisdeclared(mail.text ?? '', bytes)
  const html = undoMisdeclared(mail.html ?? '', bytes)
  const page =
    html.text.trim() !== '' && (isNewsletter(mail) || plain.text.trim() === '')
      ? readMarkup(html.text, kind.isReply, limits)
      : null
  if (page === null) return { ...readMailBody(plain.text, kind), draft: {}, misdeclared: plain.misdeclared }
  const body = readMailBody(page.draft.text, kind)
  const leftOut = [...(page.draft.leftOut ?? []), ...body.leftOut, ...page.leftOut]
  return { ...body, leftOut, draft: page.draft, misdeclared: html.misdeclared }
}

function readMarkup(html: string, isAnswer: boolean, limits: ReadLimits) {
  if (html.length > limits.maxPageBytes) throw tooLargePage(limits.maxPageBytes)
  const cut = isAnswer ? html.search(ANSWERED) : -1
  const draft = readDraft(cut === -1 ? html : html.slice(0, cut), limits)
  if (draft === null) return null
  const answered =
    cut === -1
      ? ''
      : html
          .slice(cut)
          .replace(/<[^<>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
  const leftOut: LeftOutPassage[] = answered === '' ? [] : [{ reason: 'quoted mail', text: answered }]
  return { draft, leftOut }
}

/**
 * Puts right what says windows-1252 or one of its names and is UTF-8: its bytes come back out of what they were taken for.
 * Text that was wrong before, in a mail that is UTF-8, is left as it is.
 */
function undoMisdeclared(
  text: string,
  mail: Uint8Array,
): { readonly text: string; readonly misdeclared: string | null } {
  const named = encodingOfText(mail)
  if (named !== 'windows-1252') return { text, misdeclared: null }
  const bytes = toWindows1252(text)
  const again = bytes === null ? null : decode(bytes, named)
  return again?.misdeclared === undefined
    ? { text, misdeclared: null }
    : { text: again.text, misdeclared: again.misdeclared }
}

const HIGH = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))].map(
    (sign, index) => [sign, index + 128],
  ),
)

function toWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    const byte = unit < 128 ? unit : HIGH.get(text[index] as string)
    if (byte === undefined) return null
    bytes[index] = byte
  }
  return bytes
}

/** Encoding that the first text of a mail says it is in. */
function encodingOfText(mail: Uint8Array): string {
  const opening = new TextDecoder('latin1').decode(mail.subarray(0, LOOKED_AT))
  const name = /^content-type:\s*text\/(?:plain|html)[\s\S]{0,300}?charset\s*=\s*"?([\w.:-]{2,40})/im.exec(opening)?.[1]
  return encodingCalled(name) ?? 'utf-8'
}

function headerOf({ headers }: Email, name: string): string | undefined {
  return headers.find(({ key }) => key === name)?.value
}

function isReply(mail: Email): boolean {
  return (
    ANSWERS.test(mail.subject?.trim() ?? '') ||
    (mail.inReplyTo !== undefined && !/^(?:fwd?|wg|tr) ?:/i.test(mail.subject ?? ''))
  )
}

/** Mails to many that nobody answers; on a list that people write to, each mail is a letter. */
function isNewsletter(mail: Email): boolean {
  const isToMany = headerOf(mail, 'list-unsubscribe') !== undefined || headerOf(mail, 'list-id') !== undefined
  return isToMany && !/mailto:/i.test(headerOf(mail, 'list-post') ?? '')
}

type Metadata = Pick<Draft, 'title' | 'byline' | 'publisher' | 'published' | 'modified' | 'language' | 'origins'>

function metadataOf(mail: Email, { forwarded, draft }: Body, text: string): Metadata {
  const subject = bareSubject(forwarded?.subject ?? mail.subject ?? '')
  const sender = mail.from === undefined ? null : nameOf(mail.from)
  const letter = forwarded === null && !isNewsletter(mail)
  const byline = letter
    ? sender
    : ((forwarded?.from == null ? null : nameInMailField(forwarded.from)) ?? draft.byline ?? null)
  const publisher = forwarded === null && !letter ? sender : (draft.publisher ?? null)
  const date = headerOf(mail, 'date')?.replace(/\s*\([^()]*\)\s*$/, '')
  const where = forwarded === null ? 'mail header' : 'header of the forwarded mail'
  const origins: MetadataOrigins = {
    ...draft.origins,
    title: subject === '' ? 'first line' : `${where} Subject`,
    ...(letter || forwarded?.from ? { byline: `${where} From` } : {}),
    ...(publisher === sender ? { publisher: 'mail header From' } : {}),
    publishedAt: `${where} Date`,
    language: 'mail header Content-Language',
  }
  return {
    title: subject === '' ? titleOf(text) : subject,
    byline,
    publisher,
    published: forwarded === null ? date : (forwarded.date?.replace(/\u202f/g, ' ') ?? undefined),
    modified: undefined,
    language: headerOf(mail, 'content-language'),
    origins,
  }
}

/** An address is no name. */
function nameOf({ name }: { readonly name: string }): string | null {
  return name.trim() === '' || name.includes('@') ? null : name.trim()
}

function describeAttachment({ filename, mimeType, content }: Email['attachments'][number]): LeftOutPassage {
  const size = typeof content === 'string' ? content.length : content.byteLength
  return { reason: 'attachment', text: `${filename ?? 'without a name'} (${mimeType}, ${size} bytes)` }
}
