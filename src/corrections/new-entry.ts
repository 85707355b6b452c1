import { HearsayError } from '../domain/errors.ts'
import type { Act, Naming, QuotationType, SpanRole } from '../domain/labels.ts'
import type { ClaimRecord, ClaimSpan, SourceRecord } from '../domain/record.ts'
import { contains, type Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import type { CorrectedRecord } from './apply-corrections.ts'
import { checkSpans } from './check-spans.ts'
import type { SpansByRole } from './ledger-entry.ts'
import { quotationOf } from './quotation-of.ts'

/** What somebody says of the spans and the source of a claim. */
export interface SpokenOf {
  readonly source: string | null
  readonly spans?: SpansByRole
  readonly act?: Act | null
  readonly quotation?: QuotationType | null
  readonly naming?: Naming | null
}

/** What follows from it and the article, and is kept with it. */
export interface Completed {
  readonly source: string | null
  readonly quotation: QuotationType | null
  readonly cueLemma: string | null
  readonly sourceId: string | null
}

/**
 * Completes what is said of a claim: a content that is given is quoted by the marks around it, a cue has the lemma of the same
 * cue elsewhere in the article, or its own words in lower case; and marked words of a source are whatever source, or name, of
 * the article has just these words.
 *
 * @param claim as it stands now; null where it is to be added
 * @throws HearsayError (2) where spans do not fit the text, or nothing would be left of the claim
 */
export function completeEntry(record: CorrectedRecord, claim: ClaimRecord | null, spoken: SpokenOf): Completed {
  const spans = spoken.spans ?? {}
  const text = new CodePointText(record.article.text)
  checkSpans(spans, text.length)
  const now = (role: SpanRole): readonly Span[] => spans[role] ?? spansOf(claim, role)
  const [cue, content] = [now('cue'), now('content')]
  if (cue.length === 0 && content.length === 0)
    throw new HearsayError(
      claim === null
        ? 'A claim that is added needs the words of a cue or of a content: say --cue FROM-TO or --content FROM-TO.'
        : `Claim ${claim.id} would have neither cue nor content; say --reject where it is none.`,
      'correction-impossible',
    )
  const marked = spans.source ?? []
  const sourceId = marked.length === 0 ? null : findSource(record, claim, marked)
  const source =
    spoken.source ?? (marked.length === 0 || isDescribed(spoken) ? null : findName(record, sourceId, marked))
  requireName(record, claim, spoken, { source, sourceId })
  const isQuotedAnew = spans.content !== undefined || spans.cue !== undefined
  return {
    source,
    sourceId,
    quotation: spoken.quotation ?? (isQuotedAnew ? quotationOf(record.article.text, cue, content) : null),
    cueLemma: spans.cue === undefined ? null : findLemma(record, spans.cue, text),
  }
}

export function spansOf(claim: ClaimRecord | null, role: SpanRole): readonly ClaimSpan[] {
  return claim?.spans.filter(span => span.role === role) ?? []
}

function isDescribed({ naming }: SpokenOf): boolean {
  return naming !== undefined && naming !== null && naming !== 'named'
}

/** The source of the article that these words are or, where the claim's own were only cut otherwise, its own. */
function findSource(
  { sources, claims }: CorrectedRecord,
  claim: ClaimRecord | null,
  marked: readonly Span[],
): string | null {
  const same = sources.find(({ spans }) => areEqual(spans, marked))
  if (same !== undefined) return same.id
  const other = claims.find(one => one.sourceId !== null && areEqual(spansOf(one, 'source'), marked))
  if (other !== undefined) return other.sourceId
  const touches = spansOf(claim, 'source').some(span =>
    marked.some(({ start, end }) => start < span.end && span.start < end),
  )
  return touches ? (claim?.sourceId ?? null) : null
}

/**
 * The name of whom the article mentions by these words, where no source says so: by the whole mention, or by so much of it as
 * has the name ("Ada Roe" of "Mayor Ada Roe").
 */
function findName(record: CorrectedRecord, sourceId: string | null, marked: readonly Span[]): string | null {
  const known = findById(record, sourceId)
  if (known !== null) return null
  const [words] = marked.length === 1 ? marked : []
  if (words === undefined) return null
  const mention = record.mentions.find(
    ({ entityId, name, ...whole }) => entityId !== null && contains(whole, words) && contains(words, name ?? whole),
  )
  return record.entities.find(({ id }) => id === mention?.entityId)?.name ?? null
}

function findById({ sources }: CorrectedRecord, id: string | null): SourceRecord | null {
  return sources.find(source => source.id === id) ?? null
}

function requireName(
  record: CorrectedRecord,
  claim: ClaimRecord | null,
  { naming }: SpokenOf,
  { source, sourceId }: Pick<Completed, 'source' | 'sourceId'>,
): void {
  if (naming !== 'named' || source !== null) return
  const known = findById(record, sourceId ?? claim?.sourceId ?? null)
  const given = claim === null ? null : (record.standings.get(claim.id)?.source ?? null)
  if (known?.name != null || given !== null) return
  throw new HearsayError(
    'A source that is named has a name: say --source NAME with --naming named.',
    'argument-missing',
  )
}

function findLemma({ claims }: CorrectedRecord, cue: readonly Span[], text: CodePointText): string {
  const words = cue
    .map(span => text.slice(span))
    .join(' ')
    .toLowerCase()
  const same = claims.find(
    claim =>
      claim.cueLemma !== '' &&
      spansOf(claim, 'cue')
        .map(span => span.text)
        .join(' ')
        .toLowerCase() === words,
  )
  return same?.cueLemma ?? words
}

function areEqual(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, i) => start === others[i]?.start && end === others[i]?.end)
  )
}
