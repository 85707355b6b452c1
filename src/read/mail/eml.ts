import { describeBinary } from '../bytes/binary.ts'
import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { Unreadable } from '../limits/limits.ts'

/** Header lines that programs write and people do not: with a sender they make a mail. */
const BY_PROGRAMS =
  /^(?:message-id|received|mime-version|return-path|delivered-to|dkim-signature|x-mailer|content-type):/im
const HEADER_LINE = /^(?:[!-9;-~]{1,80}:|[ \t])/
/** A mailbox separates mails by such lines. */
export const MAILBOX_LINE = /^From \S.{0,300}\d{4}(?: [+-]\d{4})?\s*$/

/** One mail, as mail programs save it. */
export const eml: WholeFormat = {
  name: 'eml',
  extensions: ['.eml'],
  recognises: ({ text }: Opening) => !MAILBOX_LINE.test(text.split('\n', 1)[0] ?? '') && isMail(text),
  async *read(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    const binary = describeBinary(input.bytes, 'utf-8')
    if (binary !== null && binary !== 'binary data') throw new Unreadable('not-text', `it is ${binary}, not a mail`)
    const { readMail } = await import('./read-mail.ts')
    yield await readMail(input.bytes, { location: input.uri, rawSha256: input.rawSha256 }, context)
  },
}

/** Whether a text begins with the header of a mail and nothing else. */
export function isMail(text: string): boolean {
  const header = text.slice(0, 20_000).split(/\r?\n\r?\n/, 1)[0] as string
  if (!/^from:/im.test(header) || !BY_PROGRAMS.test(header)) return false
  const lines = header.split(/\r?\n/)
  // The opening may end in the middle of a header.
  return lines.slice(0, -1).every(line => HEADER_LINE.test(line))
}
