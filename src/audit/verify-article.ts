import { createHash } from 'node:crypto'
import { CodePointText } from '../domain/code-point-text.ts'
import type { ArticleRecord, ClaimRecord, SourceRecord, TextSpan } from '../domain/record.ts'
import type { Span } from '../domain/span.ts'
import type { ArticleBookkeeping } from '../store/queries/article-bookkeeping.ts'
import { type JoinedTexts, PART_SEPARATOR } from '../store/queries/joined-texts.ts'
import type { Finding } from './finding.ts'
import { verifyCompleteness } from './verify-completeness.ts'

const SOURCE_FIELDS = ['name', 'role', 'affiliation', 'number', 'reason', 'knowledge', 'rank', 'grantedBy'] as const

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
    findings.push({ level: 'mismatch', articleId: article.id, uri: article.uri, claimIds: [], span: null, ...finding })
  const compare = (kind: Finding['kind'], what: string, span: TextSpan, claimIds: readonly string[]) => {
    spans++
    const found = text.slice(span)
    if (found === span.text && span.end <= text.length) return
    const message = `${what} is stored as ${quote(span.text)}, but ${article.uri} has ${quote(found)} at ${span.start}–${span.end}.`
    report({ kind, message, claimIds, span: { start: span.start, end: span.end, text: span.text, found } })
  }

  const actualHash = createHash('sha256').update(article.text, 'utf8').digest('hex')
  if (actualHash !== article.id)
    report({
      kind: 'article-text',
      claimIds: record.claims.map(claim => claim.id),
      message: `The text of ${article.uri} is no longer the one that was analysed: its SHA-256 is ${actualHash}, stored is ${article.id}.`,
    })

  for (const claim of record.claims) {
    for (const span of claim.spans) compare('claim-span', `The ${span.role} of claim ${claim.id}`, span, [claim.id])
    checkJoined(claim.id, 'content', joinContent(claim), joined.contentOf.get(claim.id) ?? null, [claim.id])
  }
  for (const source of record.sources) {
    const claimIds = claimsOf(record, source)
    for (const span of source.spans) compare('source-span', `Source ${source.id}`, span, claimIds)
    for (const field of SOURCE_FIELDS) checkField(source, field, claimIds)
    checkJoined(source.id, 'source', joinParts(source.spans), joined.sourceOf.get(source.id) ?? null, claimIds)
  }
  for (const mention of record.mentions) compare('mention', 'A mention', mention, [])
  for (const candidate of record.candidates) compare('candidate', 'A rejected candidate', candidate, [])
  verifyCompleteness(record, kept).forEach(report)
  return { findings, spans }

  /** The value may differ from the words it was read from ("two" → 2), but these must lie in the text. */
  function checkField(source: SourceRecord, field: (typeof SOURCE_FIELDS)[number], claimIds: readonly string[]): void {
    const span: Span | null = source[field]?.span ?? null
    if (span === null) return
    spans++
    if (span.end <= text.length) return
    const message = `The ${field} of source ${source.id} is said to stand at ${span.start}–${span.end}, beyond the end of ${article.uri}.`
    report({ kind: 'source-field', claimIds, message })
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
    report({ kind: 'joined-text', claimIds, message })
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
