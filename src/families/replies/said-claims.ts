import type { Act } from '../../domain/labels.ts'
import type { ClaimRecord, MentionRecord, SourceRecord, TextSpan } from '../../domain/record.ts'
import { hullOf, type Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'

/** What replies are looked for in: an article's record, or as much of it as this takes. Spans in code points. */
export interface AnswerableArticle {
  readonly article: { readonly id: string; readonly text: string }
  readonly claims: readonly Pick<
    ClaimRecord,
    'id' | 'act' | 'negated' | 'cueLemma' | 'spans' | 'sourceId' | 'parentId'
  >[]
  readonly sources: readonly AnswerableSource[]
  readonly mentions: readonly Pick<MentionRecord, 'start' | 'end' | 'type' | 'chain'>[]
}

interface AnswerableSource extends Pick<SourceRecord, 'id'> {
  readonly spans: readonly TextSpan[]
  readonly name: Value
  readonly role: Value
  readonly affiliation: Value
}

type Value = { readonly value: string } | null

/** A claim as replies are looked for in it. All spans in UTF-16. */
export interface SaidClaim {
  readonly id: string
  readonly act: Act
  readonly isNegated: boolean
  readonly cueLemma: string
  readonly cue: Span
  readonly cueText: string
  readonly contents: readonly Span[]
  readonly contentText: string
  /** The words of its source: its own, or else those that its source has first. */
  readonly source: Span | null
  readonly record: AnswerableSource | null
  readonly parentId: string | null
  /** The words of its sentence before its cue: "In a statement, the firm". */
  readonly lead: string
  /** Number of the paragraph in which its cue stands. */
  readonly paragraph: number
}

/** An article in UTF-16, with its claims in the order of their cues. */
export interface SaidArticle {
  readonly text: string
  readonly claims: readonly SaidClaim[]
  readonly mentions: readonly {
    readonly start: number
    readonly end: number
    readonly type: string
    readonly chain: number | null
  }[]
  readonly paragraphOf: (offset: number) => number
}

/** Reads what is said in an article; linear in its length but for a search by halves. */
export function readSaid({ article, claims, sources, mentions }: AnswerableArticle): SaidArticle {
  const points = new CodePointText(article.text)
  const toUtf16 = ({ start, end }: Span): Span => ({ start: points.toUtf16(start), end: points.toUtf16(end) })
  const starts = paragraphStarts(article.text)
  const sentences = splitSentences(article.text)
  const sentenceStarts = sentences.map(({ start }) => start)
  const leadOf = (offset: number) =>
    article.text.slice(Math.max(offset - 200, sentenceStarts[lastAtMost(sentenceStarts, offset)] ?? 0), offset)
  const paragraphOf = (offset: number) => lastAtMost(starts, offset)
  const sourceOf = new Map(sources.map(source => [source.id, source]))
  return {
    text: article.text,
    claims: claims
      .map(claim => toSaid(claim, sourceOf, article.text, toUtf16, { paragraphOf, leadOf }))
      .filter(claim => claim !== null)
      .sort((a, b) => a.cue.start - b.cue.start || (a.id < b.id ? -1 : 1)),
    mentions: mentions
      .map(mention => ({ ...toUtf16(mention), type: mention.type, chain: mention.chain }))
      .sort((a, b) => a.start - b.start),
    paragraphOf,
  }
}

function toSaid(
  claim: AnswerableArticle['claims'][number],
  sourceOf: ReadonlyMap<string, AnswerableSource>,
  text: string,
  toUtf16: (span: Span) => Span,
  { paragraphOf, leadOf }: { paragraphOf(offset: number): number; leadOf(offset: number): string },
): SaidClaim | null {
  const of = (role: string) => claim.spans.filter(span => span.role === role).map(toUtf16)
  const cue = hullOf(of('cue'))
  if (cue === null) return null
  const record = claim.sourceId === null ? null : (sourceOf.get(claim.sourceId) ?? null)
  const [own] = of('source')
  const [first] = record?.spans ?? []
  const contents = of('content').sort((a, b) => a.start - b.start)
  return {
    id: claim.id,
    act: claim.act,
    isNegated: claim.negated,
    cueLemma: claim.cueLemma,
    cue,
    cueText: of('cue')
      .map(({ start, end }) => text.slice(start, end))
      .join(' '),
    contents,
    contentText: contents.map(({ start, end }) => text.slice(start, end)).join(' '),
    source: own ?? (first === undefined ? null : toUtf16(first)),
    record,
    parentId: claim.parentId,
    lead: leadOf(cue.start),
    paragraph: paragraphOf(cue.start),
  }
}

/** Where paragraphs begin: at every line, or, in a text whose lines are wrapped, after empty ones. */
function paragraphStarts(text: string): number[] {
  const lines = text.split('\n')
  const isWrapped = lines.length > 8 && lines.every(line => line.length <= 90)
  const starts = [0]
  for (const match of text.matchAll(isWrapped ? /\n[ \t\r]*\n\s*/g : /\n\s*/g))
    starts.push(match.index + match[0].length)
  return starts
}

/** Index of the last number that is at most `value`, in ascending ones; 0 where there is none. */
export function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

const SENTENCE_END = /[.!?][”"’')\]]*(?=\s+["“‘'([]*\p{Lu})|\n+/gu
/** A point after these ends no sentence. */
const SHORTENED = /(?:\b(?:Mr|Mrs|Ms|Mx|Dr|St|Sen|Rep|Gov|Gen|Col|Capt|Sgt|Prof|Rev|Hon|No|Inc|Co|Ltd|vs)|\b\p{Lu})$/u

function splitSentences(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    if (match[0].startsWith('.') && SHORTENED.test(text.slice(Math.max(0, match.index - 6), match.index))) continue
    const end = match.index + match[0].length
    sentences.push({ start, end })
    start = end
  }
  sentences.push({ start, end: text.length })
  return sentences
}
