/*
 * What mail programs write above a mail that they forward: in a mail's text, and where somebody pastes it.
 */

const FORWARDS: readonly RegExp[] = [
  // Gmail, Thunderbird, Yahoo.
  /^-{2,12} ?(?:forwarded|weitergeleitete) (?:message|mail|nachricht)(?: from .{1,100})? ?-{2,12}$/i,
  // Apple Mail.
  /^begin forwarded message ?:$/i,
  /^-{2,12} ?(?:begin )?forwarded by .{1,100}-{2,12}$/i,
]
const FIELD = /^[*_]{0,2}(?<name>from|date|sent|subject|to|cc|bcc|reply-to|importance)\s?:[*_]{0,2}\s*(?<value>.*)$/i

/** Whether a line begins a mail that is forwarded. */
export function beginsForward(line: string): boolean {
  return FORWARDS.some(form => form.test(line))
}

/** A line of the header of a mail that is forwarded or answered, its name in small letters; null for any other. */
export function readMailField(line: string): { readonly name: string; readonly value: string } | null {
  const { name, value = '' } = FIELD.exec(line)?.groups ?? {}
  return name === undefined ? null : { name: name.toLowerCase(), value: value.replace(/[*_]+$/, '').trim() }
}

/** Who wrote a mail, of the words of its field, without the address, which is no name; null where it has no other. */
export function nameInMailField(from: string): string | null {
  const name = from.replace(/\s*<[^<>]*>.*$/, '').replace(/^["']|["']$/g, '')
  return name === '' || name.includes('@') ? null : name
}

/** What programs put before a subject. */
const PREFIXES = /^(?:(?:re|aw|sv|antw|fwd?|wg|tr)(?:\[\d{1,3}\])? ?: ?|\[(?:fwd|external|ext)\] ?:? ?)+/i

/** What a mail is about, without what programs put before it. */
export function bareSubject(subject: string): string {
  return subject.trim().replace(PREFIXES, '')
}
