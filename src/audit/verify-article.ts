import { createHash } from 'node:crypto'
import { CodePointText } from '../domain/code-point-text.ts'
import type { ArticleRecord, ClaimRecord, SourceRecord, TextSpan } from '../domain/record.ts'
import { SOURCE_FIELDS, type SourceFieldName, sourceFieldsAfter } from '../domain/source-fields.ts'
import type { Span } from '../domain/span.ts'
import type { ArticleBookkeeping } from '../store/queries/article-bookkeeping.ts'
import { type JoinedTexts, PART_SEPARATOR } from '../store/queries/joined-texts.ts'
import { placeOf } from './columns/place.ts'
import type { Finding } from './finding.ts'
import { verifyCompleteness } from './verify-completeness.ts'
import { verifyVoices } from './verify-voices.ts'

const CHECKED_FIELDS = sourceFieldsAfter(['name', 'role', 'affiliation', 'number', 'reason', 'knowledge', 'rank'])

interface Where {
  readonly table: string
  readonly row: string
}

/** Checks one article's rows against its text and each other. `spans` is how many spans were compared. */
export function verifyArticle(
  record: ArticleRecord,
  joined: JoinedTexts,
  kept: ArticleBookkeeping,
): { findings: Finding[]; spans: number } {
  const { article } = record
  const text = new CodePointText(article.text)
  const findings: Finding[] = []
  let spans = 0
  const report = (finding: Pick<Finding, 'kind' | 'message'> & Partial<Finding>) =>
    findings.push({
      level: 'mismatch',
      articleId: article.id,
      uri: article.uri,
      claimIds: [],
      span: null,
      places: [],
      ...finding,
    })
  const compare = (kind: Finding['kind'], what: string, span: TextSpan, claimIds: readonly string[], at: Where) => {
    spans++
    const found = text.slice(span)
    if (found === span.text && span.end <= text.length) return
    const message = `${what} is stored as ${quote(span.text)}, but ${article.uri} has ${quote(found)} at ${span.start}–${span.end}.`
    const places = [placeOf(at, ['start', 'end', 'text'])]
    report({ kind, message, claimIds, places, span: { start: span.start, end: span.end, text: span.text, found } })
  }

  const actualHash = createHash('sha256').update(article.text, 'utf8').digest('hex')
  if (actualHash !== article.id)
    report({
      kind: 'article-text',
      claimIds: record.claims.map(claim => claim.id),
      places: [placeOf({ table: 'article', row: article.id }, ['id', 'text'])],
      message: `The text of ${article.uri} is no longer the one that was analysed: its SHA-256 is ${actualHash}, stored is ${article.id}.`,
    })

  for (const claim of record.claims) {
    for (const span of claim.spans) {
      const at = { table: 'claim_span', row: `${claim.id} ${span.role} ${span.sequence}` }
      compare('claim-span', `The ${span.role} of claim ${claim.id}`, span, [claim.id], at)
    }
    checkJoined(claim.id, 'content', joinContent(claim), joined.contentOf.get(claim.id) ?? null, [claim.id])
  }
  for (const source of record.sources) {
    const claimIds = claimsOf(record, source)
    for (const [sequence, span] of source.spans.entries()) {
      const at = { table: 'source_span', row: `${source.id} ${sequence}` }
      compare('source-span', `Source ${source.id}`, span, claimIds, at)
    }
    for (const field of CHECKED_FIELDS) checkField(source, field, claimIds)
    checkJoined(source.id, 'source', joinParts(source.spans), joined.sourceOf.get(source.id) ?? null, claimIds)
  }
  for (const [sequence, mention] of record.mentions.entries())
    compare('mention', 'A mention', mention, [], { table: 'mention', row: `sequence ${sequence}` })
  for (const [sequence, candidate] of record.candidates.entries())
    compare('candidate', 'A rejected candidate', candidate, [], { table: 'candidate', row: `sequence ${sequence}` })
  for (const { id, first, claims } of record.voices) {
    const claimIds = claims.map(({ claimId }) => claimId)
    compare('voice', `The first mention of voice ${id}`, first, claimIds, { table: 'voice', row: id })
  }
  verifyCompleteness(record, kept).forEach(report)
  const voices = verifyVoices(record, text, kept)
  voices.problems.forEach(report)
  spans += voices.spans
  return { findings, spans }

  /** The value may differ from the words it was read from ("two" → 2), but these must lie in the text. */
  function checkField(source: SourceRecord, field: SourceFieldName, claimIds: readonly string[]): void {
    const span: Span | null = source[field]?.span ?? null
    if (span === null) return
    spans++
    if (span.end <= text.length) return
    const message = `The ${field} of source ${source.id} is said to stand at ${span.start}–${span.end}, beyond the end of ${article.uri}.`
    const { column } = SOURCE_FIELDS[field]
    const places = [placeOf({ table: 'source', row: source.id }, [`${column}_start`, `${column}_end`])]
    report({ kind: 'source-field', claimIds, places, message })
  }

  function checkJoined(
    id: string,
    what: 'content' | 'source',
    parts: string | null,
    whole: string | null,
    claimIds: readonly string[],
  ): void {
    if (parts === whole) return
    const message = `The ${what} shown for ${id} is ${quote(whole ?? '')}, but its spans say ${quote(parts ?? '')}.`
    const [table, column] = what === 'content' ? (['claim', 'content_text'] as const) : (['source', 'text'] as const)
    const places = [
      placeOf({ table, row: id }, [column]),
      placeOf({ table: `${table}_span`, row: null }, ['sequence', 'text']),
    ]
    report({ kind: 'joined-text', claimIds, places, message })
  }
}

function joinContent(claim: ClaimRecord): string | null {
  const content = claim.spans.filter(span => span.role === 'content')
  return content.length === 0 ? null : joinParts(content.toSorted((a, b) => a.sequence - b.sequence))
}

function joinParts(spans: readonly TextSpan[]): string {
  return spans.map(span => span.text).join(PART_SEPARATOR)
}

function claimsOf(record: ArticleRecord, source: SourceRecord): string[] {
  return record.claims.filter(claim => claim.sourceId === source.id).map(claim => claim.id)
}

function quote(words: string): string {
  const shown = words.length > 80 ? `${words.slice(0, 79).toWellFormed()}…` : words
  return JSON.stringify(shown)
}
