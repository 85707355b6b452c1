import type { ArticleRecord, ClaimRecord } from '../domain/record.ts'
import { contains, overlaps, type Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { CodePointOffsets } from '../domain/text/code-points.ts'
import { findQuotedPassages } from './text/quoted-passages.ts'
import { readTokens } from './text/tokens.ts'

/** What a draft has in quotation marks, as one utterance. */
export interface DraftQuotation {
  /** What stands between the marks; several parts where "he said" interrupts it. */
  readonly parts: readonly string[]
  /** From the first part to the last, in code points of the draft's text. */
  readonly span: Span
  /** The draft's claim that it belongs to, or null where nobody is said to say it. */
  readonly claim: string | null
  /** Name of who says it, where the draft names anybody. */
  readonly by: string | null
  /** The same in the draft's words. */
  readonly source: string | null
}

export interface DraftQuotations {
  readonly quotations: readonly DraftQuotation[]
  /** How many words and short phrases in quotation marks nobody is said to say: "so-called" ones, which are not checked. */
  readonly passedOver: number
}

/** Fewer words that nobody says are a title or a word held at arm's length. */
const LEAST_WORDS = 3

/** Every quotation of a draft, in its order. */
export function findDraftQuotations(record: ArticleRecord): DraftQuotations {
  const { text } = record.article
  const points = new CodePointText(text)
  const claims = record.claims.map(claim => readClaim(claim, points))
  const groups: { readonly claim: OwnClaim | null; readonly spans: Span[] }[] = []
  let passedOver = 0
  for (const passage of findQuotedPassages(text)) {
    const { length } = readTokens(text, passage.start, passage.end).list
    const claim = ownerOf(text, claims, passage)
    if (length === 0) continue
    if (claim === null && length < LEAST_WORDS) {
      passedOver += 1
      continue
    }
    const before = groups.at(-1)
    const last = before?.spans.at(-1)
    if (before !== undefined && last !== undefined && before.claim === claim && goesOn(text, claim, last, passage))
      before.spans.push(passage)
    else groups.push({ claim, spans: [passage] })
  }
  const offsets = new CodePointOffsets(text)
  const quotations = groups.map(({ claim, spans }) => ({
    parts: spans.map(({ start, end }) => text.slice(start, end)),
    span: offsets.of({ start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end }),
    claim: claim?.id ?? null,
    ...speakerOf(record, claim),
  }))
  return { quotations, passedOver }
}

/** A claim of the draft in UTF-16. */
interface OwnClaim {
  readonly id: string
  readonly sourceId: string | null
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly length: number
}

function readClaim({ id, sourceId, spans }: ClaimRecord, points: CodePointText): OwnClaim {
  const having = (role: 'content' | 'cue') =>
    spans
      .filter(span => span.role === role)
      .map(({ start, end }) => ({ start: points.toUtf16(start), end: points.toUtf16(end) }))
  const content = having('content')
  return {
    id,
    sourceId,
    content,
    cue: having('cue'),
    length: content.reduce((sum, { start, end }) => sum + end - start, 0),
  }
}

/** The claim that says a passage: the one with most of its words in its content, of several the innermost. */
function ownerOf(text: string, claims: readonly OwnClaim[], passage: Span): OwnClaim | null {
  const { list } = readTokens(text, passage.start, passage.end)
  const countIn = ({ content }: OwnClaim) => list.filter(token => content.some(span => contains(span, token))).length
  const owners = claims
    .map(claim => ({ claim, words: countIn(claim) }))
    .filter(({ words }) => 2 * words > list.length)
    .toSorted((a, b) => b.words - a.words || a.claim.length - b.claim.length)
  return owners[0]?.claim ?? null
}

/** Whether a passage goes on with the one before: only what attributes it, or nothing, stands between them. */
function goesOn(text: string, claim: OwnClaim | null, before: Span, after: Span): boolean {
  const between = { start: before.end, end: after.start }
  // A paragraph that was not closed goes on in the next one.
  if (readTokens(text, between.start, between.end).list.length === 0) return /[\r\n]/.test(text.charAt(before.end))
  return claim?.cue.some(cue => overlaps(cue, between)) === true
}

function speakerOf({ claims, sources }: ArticleRecord, claim: OwnClaim | null): Pick<DraftQuotation, 'by' | 'source'> {
  const found = claims.find(({ id }) => id === claim?.id)
  const source = sources.find(({ id }) => id === found?.sourceId)
  if (source === undefined) return { by: null, source: null }
  const text = source.spans.map(({ text }) => text).join(' … ')
  return { by: source.naming === 'named' ? (source.name?.value ?? text) : null, source: text }
}
