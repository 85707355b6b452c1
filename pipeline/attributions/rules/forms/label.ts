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
  /** Whether it stands inside its paragraph and does not open it. */
  readonly isInside: boolean
  /** Whether an account stands behind the name: "Ann Lee (@annlee)". */
  readonly hasAccount: boolean
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

/** Where another speaker's label may begin inside a paragraph: behind a closing mark or a sentence's end. */
const NEXT = /(?<=[”»"’]|[.!?…])\s+(?=\p{Lu})/gu
/** Where quoted words end and the writer's go on: "“We won.” | That was on Monday." */
const GOES_ON = /(?<=[.!?…,]["”])\s+(?=\p{Lu})/u

/**
 * The labels of a paragraph in text order: the one that opens it, and those behind a sentence's end that quoted words follow, or that look like
 * the first ("Lee: “Yes.” Roy: “No.”", "Q: Why? A: Why not?"). What each holds ends where the next one begins. A talk's "Q" and "A" may end in a
 * full stop, too.
 */
export function readLabels(text: string, paragraph: Span): Label[] {
  const first = readOpening(text, paragraph)
  const found = first === null ? [] : [first]
  const from = first?.contentStart ?? paragraph.start
  for (const { 0: gap, index } of text.slice(from, paragraph.end).matchAll(NEXT)) {
    const next = readOpening(text, { start: from + index + gap.length, end: paragraph.end })
    if (next !== null && mayFollow(next, first)) found.push({ ...next, isInside: true })
  }
  return found.flatMap((opening, i) => toLabel(text, opening, found[i + 1]?.span.start ?? paragraph.end) ?? [])
}

/** A label without its content. */
interface Opening extends Omit<Label, 'content'> {
  readonly contentStart: number
  /** What stands behind it: quoted words; others behind capitals, behind a "Q" or "A", behind anything else. */
  readonly mark: string
  readonly form: 'quoted' | 'shouted' | 'turn' | 'plain'
}

function readOpening(text: string, paragraph: Span): Opening | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + OPENING))
  const [lead = ''] = LEAD.exec(opening) ?? []
  const words = opening.slice(lead.length)
  const turn = TURN.exec(words)
  const match = turn ?? LABEL.exec(words) ?? DASHED.exec(words)
  const { label = '', colon = '' } = match?.groups ?? {}
  if (match === null || label === '') return null
  const start = paragraph.start + lead.length
  const at = start + match[0].indexOf(colon, label.length)
  const own = label.replace(ASIDE, '').trimEnd()
  const comma = own.search(/,\s/u)
  const name = (comma < 0 ? own : own.slice(0, comma)).replace(/^the\s+/iu, '')
  if (own === '' || name === '') return null
  const contentStart = start + match[0].length
  const isQuoted = /^\s*["“]/u.test(text.slice(contentStart, contentStart + 2))
  const isShouted = name === name.toUpperCase() && /\p{Lu}{2}/u.test(name)
  return {
    span: { start, end: start + own.length },
    name,
    apposition: comma < 0 ? '' : own.slice(comma + 1).trim(),
    colon: { start: at, end: at + 1 },
    isMarked: OPENED.test(lead),
    isInside: false,
    hasAccount: /[([]@\w{2,30}[)\]]$/u.test(label.trimEnd()),
    contentStart,
    mark: colon,
    form:
      turn !== null ? 'turn' : colon === ':' && isQuoted ? 'quoted' : colon === ':' && isShouted ? 'shouted' : 'plain',
  }
}

function mayFollow(next: Opening, first: Opening | null): boolean {
  if (next.isMarked) return false
  if (next.form === 'quoted') return first?.form !== 'turn'
  // "A. Smith won" is no answer.
  return next.form === first?.form && next.form !== 'plain' && next.mark === ':'
}

function toLabel(text: string, opening: Opening, to: number): Label | null {
  const { contentStart, form, mark: _, ...label } = opening
  const end = form === 'quoted' ? endOfQuoted(text, { start: contentStart, end: to }) : to
  // The mark that closes all of a transcript belongs to no turn.
  const isClosed = label.isMarked && CLOSED.test(text.slice(contentStart, end))
  const content = trimContent(text, { start: contentStart, end: end - (isClosed ? 1 : 0) })
  return content === null ? null : { ...label, content }
}

/** Where quoted words end that the writer's own follow, of words that open in a mark. */
export function endOfQuoted(text: string, { start, end }: Span): number {
  const goesOn = GOES_ON.exec(text.slice(start, end))
  return goesOn === null ? end : start + goesOn.index
}

/** Without white space around it and without a final full stop; null when no word is left. */
export function trimContent(text: string, span: Span): Span | null {
  const { start, end } = trimSpan(text, span)
  const words = text.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(words)) return null
  return { start, end: /[^.]\.$/u.test(words) ? end - 1 : end }
}
