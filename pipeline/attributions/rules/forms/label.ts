import { type Span, trimSpan } from '../../../../src/domain/span.ts'

/** What stands before a line's colon. Spans are UTF-16. */
export interface Label {
  /** All of it but bullets, times and what stands in brackets: "MARIE DUNN, 34, nurse". */
  readonly span: Span
  /** Its first part, without an article: "MARIE DUNN". */
  readonly name: string
  /** What follows a comma: "34, nurse"; empty where nothing does. */
  readonly apposition: string
  readonly colon: Span
  /** The words behind the colon, without a final full stop. */
  readonly content: Span
  /** Whether a mark opens the line, as each turn of a transcript in quotation marks. */
  readonly isMarked: boolean
}

/** A label is looked for in so many characters at a paragraph's start. */
const OPENING = 120
/** A bullet, the time of an entry or of a recording, the marks of Markdown, and the mark that a transcript in quotation marks opens each turn with. */
const LEAD =
  /^(?:[•·▪◦‣*>–—-]\s+)?(?:[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?[\])]?\s*(?:[–—|-]\s*)?)?[*_]{0,3}(?:["“„«]|''|``)?/iu
const OPENED = /["“„«'`]$/u
/** A closing mark at the end whose opening one is not there. */
const CLOSED = /^[^"“„«]*["”“»]$/u
const LABEL = /^(?<label>\p{Lu}[^:?!“”"\n]{0,80})(?<colon>:)[*_]{0,3}(?=\s|["“‘'])/u
/** "Magda, 19 – “I came …": before a quotation a dash does as well. */
const DASHED = /^(?<label>\p{Lu}[^:?!“”"\n–—]{0,80}?)\s(?<colon>--|[–—-])\s(?=["“‘])/u
/** "Q:", "A.", "Q1:", "Question 2:". */
const TURN = /^(?<label>Q|A|Question|Answer)(?:\s?\d{1,3})?(?<colon>[:.)])[*_]{0,3}\s/u
const ASIDE = /\s*[([][^)\]]{0,60}[)\]]$/u

/** The label of a paragraph, or null. A talk's "Q" and "A" may end in a full stop, too. */
export function readLabel(text: string, paragraph: Span): Label | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + OPENING))
  const [lead = ''] = LEAD.exec(opening) ?? []
  const words = opening.slice(lead.length)
  const match = TURN.exec(words) ?? LABEL.exec(words) ?? DASHED.exec(words)
  const { label = '', colon = '' } = match?.groups ?? {}
  if (match === null || label === '') return null
  const start = paragraph.start + lead.length
  const at = start + match[0].indexOf(colon, label.length)
  const own = label.replace(ASIDE, '').trimEnd()
  const comma = own.search(/,\s/u)
  const name = (comma < 0 ? own : own.slice(0, comma)).replace(/^the\s+/iu, '')
  const isMarked = OPENED.test(lead)
  const from = start + match[0].length
  // The mark that closes all of a transcript belongs to no turn.
  const isClosed = isMarked && CLOSED.test(text.slice(from, paragraph.end))
  const content = trimContent(text, { start: from, end: paragraph.end - (isClosed ? 1 : 0) })
  if (own === '' || name === '' || content === null) return null
  return {
    span: { start, end: start + own.length },
    name,
    apposition: comma < 0 ? '' : own.slice(comma + 1).trim(),
    colon: { start: at, end: at + 1 },
    content,
    isMarked,
  }
}

/** Without white space around it and without a final full stop; null when no word is left. */
export function trimContent(text: string, span: Span): Span | null {
  const { start, end } = trimSpan(text, span)
  const words = text.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(words)) return null
  return { start, end: /[^.]\.$/u.test(words) ? end - 1 : end }
}
