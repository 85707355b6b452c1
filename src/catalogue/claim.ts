import { ACTS, QUOTATION_TYPES, SPAN_ROLES } from '../domain/labels.ts'
import type { ClaimRecord, ClaimSpan } from '../domain/record.ts'
import type { Span } from '../domain/span.ts'
import { type Columns, recordColumns } from './column.ts'
import { lookUp } from './rowids.ts'
import { SPAN, type SpanPart } from './span.ts'

export interface ClaimPart {
  readonly claim: ClaimRecord
  /** From the first character of any of its spans to the last. */
  readonly extent: Span
  /** Its content spans, joined. */
  readonly content: string | null
}

const { text, textOrNull, integer, share, flag, label, rowid, key, keyOrNull } = recordColumns<ClaimPart>()

export const CLAIM = {
  rowid: rowid('Number of the row.', ({ claim }, at) => lookUp(at.claim, claim.id)),
  id: text('Hash of the article’s id, the cue spans and the content spans.', ({ claim }) => claim.id),
  article_rowid: key('article', 'The article that it is in.', (_, at) => at.article),
  source_rowid: keyOrNull('source', 'Who says it; null where the text gives none.', ({ claim }, at) =>
    lookUp(at.source, claim.sourceId),
  ),
  parent_rowid: keyOrNull('claim', 'The claim in whose content it stands.', ({ claim }, at) =>
    lookUp(at.claim, claim.parentId),
  ),
  quotation: label(
    QUOTATION_TYPES,
    'How much of the content stands in quotation marks.',
    ({ claim }) => claim.quotation,
  ),
  act: label(ACTS, 'What kind of cue.', ({ claim }) => claim.act),
  negated: flag('1 where the source is said not to have said it.', ({ claim }) => claim.negated),
  hedged: flag('1 where it is only possible, or still to come, that the source says it.', ({ claim }) => claim.hedged),
  confidence: share('How sure Hearsay is, from 0 to 1.', ({ claim }) => claim.confidence),
  cue_lemma: text('The cue in its dictionary form.', ({ claim }) => claim.cueLemma),
  start: integer('Start of its first span, in code points.', ({ extent }) => extent.start),
  end: integer('End of its last span.', ({ extent }) => extent.end),
  context_start: integer('Start of the sentences that hold cue and content.', ({ claim }) => claim.context.start),
  context_end: integer('End of these sentences.', ({ claim }) => claim.context.end),
  content_text: textOrNull('Its content spans joined with ` … `; null when it has none.', ({ content }) => content),
  cited_rowid: keyOrNull('source', 'Whom its source cites in turn.', ({ claim }, at) =>
    lookUp(at.source, claim.citedId),
  ),
  corroborated_rowid: keyOrNull('claim', 'A claim of a named source that says the same.', ({ claim }, at) =>
    lookUp(at.claim, claim.corroboratedById),
  ),
  relayed_rowid: keyOrNull('source', 'Who passes on what its source said.', ({ claim }, at) =>
    lookUp(at.source, claim.relayedById),
  ),
} satisfies Columns

export interface ClaimSpanPart extends SpanPart {
  readonly claim: string
  readonly span: ClaimSpan
}

const spans = recordColumns<ClaimSpanPart>()

export const CLAIM_SPAN = {
  claim_rowid: spans.key('claim', 'Whose words they are.', ({ claim }, at) => lookUp(at.claim, claim)),
  role: spans.label(SPAN_ROLES, 'What they are in it.', ({ span }) => span.role),
  ...SPAN,
} satisfies Columns
