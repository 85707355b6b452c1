import { sha256 } from '../article/create-article.ts'
import { splitLines } from '../bytes/split-lines.ts'
import type { Opening, ReadContext, ReadOutcome, StreamedFormat, StreamedInput } from '../format.ts'
import { tooLarge, Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { isMail, MAILBOX_LINE } from './eml.ts'

/** One mail of a mailbox; null in place of its bytes when there are more of them than may be kept. */
interface Message {
  readonly number: number
  readonly bytes: Uint8Array | null
}

/** Mailboxes: one mail after the other, as mail programs and archives of lists keep them. */
export const mbox: StreamedFormat = {
  name: 'mbox',
  extensions: ['.mbox', '.mbx'],
  recognises({ text }: Opening): boolean {
    const end = text.indexOf('\n')
    return end !== -1 && MAILBOX_LINE.test(text.slice(0, end)) && isMail(text.slice(end + 1))
  },
  async *stream(input: StreamedInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    let read = 0
    for await (const message of splitMessages(input.chunks, context.limits.maxBytes)) {
      if (read === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
      read += 1
      yield await readMessage(message, `${input.uri}#message=${message.number}`, context)
    }
    if (read === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'it holds no mail' }
  },
}

async function readMessage({ bytes }: Message, location: string, context: ReadContext): Promise<ReadOutcome> {
  try {
    if (bytes === null) throw tooLarge(context.limits.maxBytes)
    const { readMail } = await import('./read-mail.ts')
    return await readMail(bytes, { location }, context)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const origin = { location, ...(bytes === null ? {} : { rawSha256: sha256(bytes) }) }
    return { outcome: 'failed', uri: location, kind: error.kind, error: error.message, origin }
  }
}

const LINE_FEED = Uint8Array.of(0x0a)
const FROM = Buffer.from('From ')
const ESCAPED_FROM = /^>+From /

/**
 * Cuts a mailbox at its lines that begin with “From ” and follow an empty one. Lines of mails that began so were given a `>`,
 * which is taken off again. No more than one mail is kept in memory, and of one with more than `maxBytes` nothing.
 */
async function* splitMessages(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Message> {
  let parts: Uint8Array[] | null = null
  let size = 0
  let number = 0
  let isAfterBlank = true
  const take = (): Message => ({ number, bytes: size > maxBytes ? null : Buffer.concat(parts ?? [], size) })
  for await (const line of splitLines(chunks, maxBytes)) {
    const bytes = 'bytes' in line ? line.bytes : null
    const isSeparator = isAfterBlank && bytes !== null && isMailboxLine(bytes)
    isAfterBlank = bytes !== null && (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0d))
    if (isSeparator) {
      if (parts !== null) yield take()
      parts = []
      size = 0
      number += 1
      continue
    }
    // What stands before the first mail is none.
    if (parts === null) continue
    size += bytes === null ? maxBytes + 1 : bytes.length + 1
    if (size > maxBytes) parts = []
    else parts.push(withoutEscape(bytes as Uint8Array), LINE_FEED)
    if (bytes !== null && isEscaped(bytes)) size -= 1
  }
  if (parts !== null) yield take()
}

function isMailboxLine(line: Uint8Array): boolean {
  if (Buffer.compare(line.subarray(0, FROM.length), FROM) !== 0) return false
  return MAILBOX_LINE.test(new TextDecoder('latin1').decode(line.subarray(0, 400)))
}

function isEscaped(line: Uint8Array): boolean {
  return line[0] === 0x3e && ESCAPED_FROM.test(new TextDecoder('latin1').decode(line.subarray(0, 100)))
}

function withoutEscape(line: Uint8Array): Uint8Array {
  return isEscaped(line) ? line.subarray(1) : line
}
