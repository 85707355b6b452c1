import { createHash } from 'node:crypto'
import type { ArticleRecord, ClaimRecord, SourceRecord, TextSpan } from '../domain/record.ts'
import { SOURCE_FIELDS, type SourceFieldName, sourceFieldsAfter } from '../domain/source-fields.ts'
import type { Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import type { ArticleBookkeeping } from '../store/queries/articles/article-bookkeeping.ts'
import { type JoinedTexts, PART_SEPARATOR } from '../store/queries/claims/joined-texts.ts'
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
  const check = new ArticleCheck(record)
  check.checkText()
  for (const claim of record.claims) check.checkClaim(claim, joined)
  for (const source of record.sources) check.checkSource(source, joined)
  check.checkOtherRows()
  for (const problem of verifyCompleteness(record, kept)) check.report(problem)
  const voices = verifyVoices(record, check.text, kept)
  for (const problem of voices.problems) check.report(problem)
  return { findings: check.findings, spans: check.spans + voices.spans }
}

/** Holds rows of one article against its text, and keeps what is found and how many spans were compared. */
class ArticleCheck {
  readonly text: CodePointText
  readonly findings: Finding[] = []
  spans = 0
  readonly #record: ArticleRecord

  constructor(record: ArticleRecord) {
    this.#record = record
    this.text = new CodePointText(record.article.text)
  }

  report(finding: Pick<Finding, 'kind' | 'message'> & Partial<Finding>): void {
    const { id, uri } = this.#record.article
    this.findings.push({
      level: 'mismatch',
      articleId: id,
      uri,
      claimIds: [],
      span: null,
      places: [],
      ...finding,
    })
  }

  checkText(): void {
    const { article, claims } = this.#record
    const actualHash = createHash('sha256').update(article.text, 'utf8').digest('hex')
    if (actualHash === article.id) return
    this.report({
      kind: 'article-text',
      claimIds: claims.map(claim => claim.id),
      places: [placeOf({ table: 'article', row: article.id }, ['id', 'text'])],
      message: `The text of ${article.uri} is no longer the one that was analysed: its SHA-256 is ${actualHash}, stored is ${article.id}.`,
    })
  }

  checkClaim(claim: ClaimRecord, { contentOf }: JoinedTexts): void {
    const claimIds = [claim.id]
    for (const span of claim.spans) {
      const at = { table: 'claim_span', row: `${claim.id} ${span.role} ${span.sequence}` }
      this.#compare(span, { kind: 'claim-span', what: `The ${span.role} of claim ${claim.id}`, claimIds, at })
    }
    const texts = { parts: joinContent(claim), whole: contentOf.get(claim.id) ?? null }
    this.#checkJoined(claim.id, 'content', texts, claimIds)
  }

  checkSource(source: SourceRecord, { sourceOf }: JoinedTexts): void {
    const claimIds = claimsOf(this.#record, source)
    for (const [sequence, span] of source.spans.entries()) {
      const at = { table: 'source_span', row: `${source.id} ${sequence}` }
      this.#compare(span, { kind: 'source-span', what: `Source ${source.id}`, claimIds, at })
    }
    for (const field of CHECKED_FIELDS) this.#checkField(source, field, claimIds)
    const texts = { parts: joinParts(source.spans), whole: sourceOf.get(source.id) ?? null }
    this.#checkJoined(source.id, 'source', texts, claimIds)
  }

  /** Mentions, candidates and where voices begin. */
  checkOtherRows(): void {
    const { mentions, candidates, voices } = this.#record
    for (const [sequence, mention] of mentions.entries()) {
      const at = { table: 'mention', row: `sequence ${sequence}` }
      this.#compare(mention, { kind: 'mention', what: 'A mention', claimIds: [], at })
    }
    for (const [sequence, candidate] of candidates.entries()) {
      const at = { table: 'candidate', row: `sequence ${sequence}` }
      this.#compare(candidate, { kind: 'candidate', what: 'A rejected candidate', claimIds: [], at })
    }
    for (const { id, first, claims } of voices) {
      const claimIds = claims.map(({ claimId }) => claimId)
      const at = { table: 'voice', row: id }
      this.#compare(first, { kind: 'voice', what: `The first mention of voice ${id}`, claimIds, at })
    }
  }

  #compare(span: TextSpan, { kind, what, claimIds, at }: StoredSpan): void {
    this.spans++
    const { start, end, text } = span
    const { uri } = this.#record.article
    const found = this.text.slice(span)
    if (found === text && end <= this.text.length) return
    const message = `${what} is stored as ${quote(text)}, but ${uri} has ${quote(found)} at ${start}–${end}.`
    const places = [placeOf(at, ['start', 'end', 'text'])]
    this.report({ kind, message, claimIds, places, span: { start, end, text, found } })
  }

  /** The value may differ from the words it was read from ("two" → 2), but these must lie in the text. */
  #checkField(source: SourceRecord, field: SourceFieldName, claimIds: readonly string[]): void {
    const span: Span | null = source[field]?.span ?? null
    if (span === null) return
    this.spans++
    if (span.end <= this.text.length) return
    const { uri } = this.#record.article
    const message = `The ${field} of source ${source.id} is said to stand at ${span.start}–${span.end}, beyond the end of ${uri}.`
    const { column } = SOURCE_FIELDS[field]
    const places = [placeOf({ table: 'source', row: source.id }, [`${column}_start`, `${column}_end`])]
    this.report({ kind: 'source-field', claimIds, places, message })
  }

  #checkJoined(
    id: string,
    what: 'content' | 'source',
    { parts, whole }: { readonly parts: string | null; readonly whole: string | null },
    claimIds: readonly string[],
  ): void {
    if (parts === whole) return
    const message = `The ${what} shown for ${id} is ${quote(whole ?? '')}, but its spans say ${quote(parts ?? '')}.`
    const [table, column] = what === 'content' ? (['claim', 'content_text'] as const) : (['source', 'text'] as const)
    const places = [
      placeOf({ table, row: id }, [column]),
      placeOf({ table: `${table}_span`, row: null }, ['sequence', 'text']),
    ]
    this.report({ kind: 'joined-text', claimIds, places, message })
  }
}

/** What a span is of, and where it is stored. */
interface StoredSpan {
  readonly kind: Finding['kind']
  /** In words, at the beginning of a sentence. */
  readonly what: string
  readonly claimIds: readonly string[]
  readonly at: Where
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
