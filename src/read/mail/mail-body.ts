import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { beginsForward, readMailField } from './mail-field.ts'

/** What the header lines say that a mail program writes above a mail that it forwards. */
export interface ForwardedHeader {
  readonly from: string | null
  readonly date: string | null
  readonly subject: string | null
}

export interface MailBody {
  readonly text: string
  /** The mail that was forwarded, whose text it is then; null where it is the sender's own. */
  readonly forwarded: ForwardedHeader | null
  readonly leftOut: readonly LeftOutPassage[]
}

export interface MailKind {
  /** Its header says that it answers another. */
  readonly isReply: boolean
}

/** Outlook writes the same above what it forwards and what it answers. */
const ORIGINAL = /^-{2,12} ?original (?:message|appointment) ?-{2,12}$/i
/** The line that introduces a mail that is quoted, which programs cut into two or three. */
const INTRODUCTION =
  /^(?:on\b.{8,300}\bwrote|.{2,200}[<(].{3,200}[>)].{0,40}\bwrote|.{3,200} (?:wrote|writes|schrieb) on .{6,100}) ?:$/i
const MOST_INTRODUCTION_LINES = 3
/** Longest line that can be one of a program's, in UTF-16 units. */
const LONGEST_LINE = 400
const SIGNATURE = /^-- ?$/
/** A longer signature is none. */
const MOST_SIGNATURE_LINES = 40
const QUOTED = /^>/
const MOST_QUOTED_WHOLE = 5
const MOST_HEADER_LINES = 40

/**
 * The text of a mail without what is not its own: earlier mails that it quotes, signatures, and of a forwarded mail what
 * its sender wrote above it and the header. Every line that is kept stays as it is.
 */
export function readMailBody(body: string, kind: MailKind): MailBody {
  const leftOut: LeftOutPassage[] = []
  let lines = body.split('\n')
  const forward = findForward(lines, kind)
  if (forward !== null) {
    leaveOut(leftOut, 'note above a forwarded mail', lines.slice(0, forward.at))
    leaveOut(leftOut, 'header of a forwarded mail', lines.slice(forward.at, forward.end))
    lines = lines.slice(forward.end)
  }
  lines = unquoteWhole(lines)
  lines = withoutAnswered(lines, kind, leftOut)
  lines = withoutQuotations(lines, forward === null ? kind : { isReply: false }, leftOut)
  lines = withoutSignature(lines, leftOut)
  return { text: lines.join('\n').trim(), forwarded: forward?.header ?? null, leftOut }
}

interface Forward {
  /** Index of its first line and of the one after its header. */
  readonly at: number
  readonly end: number
  readonly header: ForwardedHeader
}

/** The innermost forward: a mail that was forwarded twice is still the mail that was written first. */
function findForward(lines: readonly string[], { isReply }: MailKind): Forward | null {
  let found: Forward | null = null
  const last = lines.findLastIndex(line => bare(line) !== '')
  for (let at = 0; at < lines.length; at += 1) {
    const line = bare(lines[at])
    const isOutlook = ORIGINAL.test(line) || /^[*_]{0,2}from\s?:/i.test(line)
    if (!beginsForward(line) && (!isOutlook || isReply)) continue
    const begin = /^[*_]{0,2}from\s?:/i.test(line) ? at : at + 1
    const { header, end, count } = readHeader(lines, begin)
    // A line that begins with “From:” is a header's only with others below it.
    if (header === null || count < 3 || end > last) continue
    found = { at, end, header }
    at = end - 1
  }
  return found
}

function readHeader(lines: readonly string[], begin: number) {
  const fields = new Map<string, string>()
  let at = begin
  while (at < lines.length && at < begin + 2 && bare(lines[at]) === '') at += 1
  for (let misses = 0; at < Math.min(lines.length, begin + MOST_HEADER_LINES) && misses < 2; at += 1) {
    const line = bare(lines[at])
    const field = readMailField(line)
    if (field !== null) {
      fields.set(field.name, field.value)
      misses = 0
    } else if (line === '' || misses > 0) break
    // Of a long list of receivers the rest stands in the next line.
    else misses += 1
  }
  const header = fields.has('from')
    ? {
        from: fields.get('from') ?? null,
        date: fields.get('date') ?? fields.get('sent') ?? null,
        subject: fields.get('subject') ?? null,
      }
    : null
  return { header, end: at, count: fields.size }
}

/** Some programs forward by quoting all of it. */
function unquoteWhole(lines: readonly string[]): string[] {
  let unquoted = [...lines]
  for (let depth = 0; depth < MOST_QUOTED_WHOLE; depth += 1) {
    const isWhole =
      unquoted.every(line => QUOTED.test(line) || line.trim() === '') && unquoted.some(line => QUOTED.test(line))
    if (!isWhole) break
    unquoted = unquoted.map(line => line.replace(/^> ?/, ''))
  }
  return unquoted
}

/** Outlook puts an answer above the mail that it answers, without a mark on each line. */
function withoutAnswered(lines: string[], { isReply }: MailKind, leftOut: LeftOutPassage[]): string[] {
  if (!isReply) return lines
  for (let at = 0; at < lines.length; at += 1) {
    const line = bare(lines[at])
    const isFrom = /^[*_]{0,2}from\s?:/i.test(line)
    if (!ORIGINAL.test(line) && !isFrom) continue
    const { header, count } = readHeader(lines, isFrom ? at : at + 1)
    if (header === null || count < 3) continue
    leaveOut(leftOut, 'quoted mail', lines.slice(at))
    return lines.slice(0, at)
  }
  return lines
}

/** A mail that answers none and introduces none may quote with the same mark whom it likes: those lines stay. */
function withoutQuotations(lines: readonly string[], { isReply }: MailKind, leftOut: LeftOutPassage[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string
    if (!QUOTED.test(line)) {
      kept.push(line)
      continue
    }
    let end = at
    while (end < lines.length && (QUOTED.test(lines[end] as string) || isBlankWithin(lines, end))) end += 1
    const introduction = introductionAbove(kept)
    const quoted = lines.slice(at, end)
    if (introduction === 0 && !isReply) for (const one of quoted) kept.push(one)
    else leaveOut(leftOut, 'quoted mail', [...kept.splice(kept.length - introduction), ...quoted])
    at = end - 1
  }
  return kept
}

function isBlankWithin(lines: readonly string[], at: number): boolean {
  return bare(lines[at]) === '' && QUOTED.test(lines[at + 1] ?? '')
}

/** How many of the last lines introduce what follows. */
function introductionAbove(kept: readonly string[]): number {
  let last = kept.length
  while (last > 0 && last > kept.length - 2 && bare(kept[last - 1]) === '') last -= 1
  for (let count = 1; count <= MOST_INTRODUCTION_LINES && count <= last; count += 1) {
    const joined = kept
      .slice(last - count, last)
      .map(bare)
      .join(' ')
    if (joined.length <= LONGEST_LINE && INTRODUCTION.test(joined)) return kept.length - last + count
  }
  return 0
}

function withoutSignature(lines: readonly string[], leftOut: LeftOutPassage[]): string[] {
  const at = lines.findLastIndex(line => SIGNATURE.test(line.replace(/\r$/, '')))
  const isOne =
    at > 0 && lines.length - at <= MOST_SIGNATURE_LINES && lines.slice(0, at).some(line => bare(line) !== '')
  if (!isOne) return [...lines]
  leaveOut(leftOut, 'signature', lines.slice(at + 1))
  return lines.slice(0, at)
}

/** A line as it is compared: without the space around it, empty where it is too long to be a program's. */
function bare(line: string | undefined): string {
  if (line === undefined) return ''
  const words = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE + 1) : line.trim()
  return words.length > LONGEST_LINE ? '…' : words
}

function leaveOut(leftOut: LeftOutPassage[], reason: string, lines: readonly string[]): void {
  const text = lines.join('\n').trim()
  if (text !== '') leftOut.push({ reason, text })
}
