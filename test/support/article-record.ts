import { createHash } from 'node:crypto'
import type { Article } from '../../src/domain/article.ts'
import type { SpanRole } from '../../src/domain/labels.ts'
import type {
  ArticleRecord,
  ClaimRecord,
  ClaimSpan,
  GroundedField,
  SourceRecord,
  TextSpan,
} from '../../src/domain/record.ts'
import { hashClaim, hashSource } from '../../src/domain/record-id.ts'
import { UNKNOWN_SOURCE } from '../../src/domain/source-fields.ts'
import { CodePointOffsets } from '../../src/domain/text/code-points.ts'

/** An attribution by its words, each of which is looked up in the text from where the claim's `from` begins. */
export interface ClaimWords {
  readonly cue: string
  readonly content?: string | readonly string[]
  readonly source?: string
  readonly addressee?: string
  /** Words at which to start looking; the start of the text unless given. */
  readonly from?: string
  readonly claim?: Partial<ClaimRecord>
  readonly describe?: Partial<SourceRecord>
}

/** An article whose id really is the hash of its text. */
export function buildArticle(text: string, article: Partial<Article> = {}): Article {
  return {
    id: sha256(text),
    rawSha256: sha256(text),
    uri: 'news/article.txt',
    text,
    title: null,
    byline: null,
    publisher: null,
    publishedAt: null,
    modifiedAt: null,
    language: null,
    section: null,
    origins: {},
    decodedAs: 'utf-8',
    warnings: [],
    ...article,
  }
}

/**
 * What the pipeline would hand to the store for `text`, made from the words of its claims.
 *
 * @example
 * buildArticleRecord('"We agree," Ms Roy said.', [{ source: 'Ms Roy', cue: 'said', content: 'We agree,' }])
 */
export function buildArticleRecord(
  text: string,
  claims: readonly ClaimWords[] = [],
  overrides: Partial<Omit<ArticleRecord, 'article'>> & { readonly article?: Partial<Article> } = {},
): ArticleRecord {
  const article = buildArticle(text, overrides.article)
  const sources = new Map<string, SourceRecord>()
  const built = claims.map(words => buildClaim(article, words, sources))
  return {
    claims: built,
    sources: [...sources.values()],
    voices: [],
    entities: [],
    mentions: [],
    candidates: [],
    stages: [
      { name: 'tokens', version: 1 },
      { name: 'claims', version: 1 },
    ],
    ...overrides,
    article,
  }
}

/** The code-point span of `words` in `text`, at or after `from` (UTF-16). Throws when they are not there. */
export function spanOf(text: string, words: string, from = 0): TextSpan {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`)
  return { ...new CodePointOffsets(text).of({ start, end: start + words.length }), text: words }
}

/** A value that stands in the text as it is. */
export function groundedIn(text: string, value: string): GroundedField<string> {
  const { start, end } = spanOf(text, value)
  return { value, span: { start, end } }
}

function buildClaim(article: Article, words: ClaimWords, sources: Map<string, SourceRecord>): ClaimRecord {
  const { id: articleId, text } = article
  const from = words.from === undefined ? 0 : text.indexOf(words.from)
  const find = (role: SpanRole, parts: string | readonly string[] | undefined): ClaimSpan[] =>
    (parts === undefined ? [] : [parts].flat()).map((part, sequence) => ({
      role,
      sequence,
      ...spanOf(text, part, from),
    }))
  const spans = [
    ...find('source', words.source),
    ...find('cue', words.cue),
    ...find('content', words.content),
    ...find('addressee', words.addressee),
  ]
  const source = buildSource(articleId, spans, words.describe)
  if (source !== null) sources.set(source.id, source)
  const having = (role: SpanRole) => spans.filter(span => span.role === role)
  return {
    id: hashClaim(articleId, having('cue'), having('content')),
    quotation: 'indirect',
    act: 'statement',
    negated: false,
    hedged: false,
    confidence: 0.9,
    cueLemma: words.cue,
    context: {
      start: Math.min(...spans.map(span => span.start)),
      end: Math.max(...spans.map(span => span.end)),
    },
    spans,
    sourceId: source?.id ?? null,
    parentId: null,
    citedId: null,
    relayedById: null,
    corroboratedById: null,
    evidence: [{ stage: 'attributions', version: 1, rule: 'source-cue-content', detail: { reason: 'built by hand' } }],
    ...words.claim,
  }
}

function buildSource(
  articleId: string,
  spans: readonly ClaimSpan[],
  describe: Partial<SourceRecord> = {},
): SourceRecord | null {
  const own = spans.filter(span => span.role === 'source').map(({ start, end, text }) => ({ start, end, text }))
  if (own.length === 0) return null
  return {
    id: hashSource(articleId, own),
    spans: own,
    naming: 'named',
    kind: 'person',
    ...UNKNOWN_SOURCE,
    antecedentId: null,
    entityId: null,
    evidence: [{ stage: 'sources', version: 1, rule: 'as-stated', detail: {} }],
    ...describe,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
