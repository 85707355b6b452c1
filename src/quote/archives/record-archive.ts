import type { SpanRole } from '../../domain/labels.ts'
import type { ArticleRecord, ClaimRecord, SourceRecord } from '../../domain/record.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import type { Archive, ArchivedArticle, ArchivedClaim, ArchivedSource } from '../archive.ts'
import { findTurns } from './transcript-turns.ts'

/** Labels of whoever asks or answers. */
const NOBODY =
  /^(?:q|a|question|answer|questioner|interviewer|interviewee|host|moderator|speaker|reporter|unidentified|unknown|voice|audience|male|female)\b/i

/**
 * Articles that lie in memory, such as a transcript: all of them are candidates. Where lines begin with who speaks, what
 * follows is theirs.
 *
 * @param isSpoken whether all of the texts is what people said, whatever stands in quotation marks
 */
export function openRecordArchive(records: readonly ArticleRecord[], isSpoken: boolean): Archive {
  const read = records.map(record => {
    const { article } = record
    const archived: ArchivedArticle = {
      id: article.id,
      uri: article.uri,
      title: article.title,
      publisher: article.publisher,
      published_at: article.publishedAt,
      text: article.text,
    }
    return { archived, claims: [...turnsOf(archived, isSpoken), ...claimsOf(record, archived)] }
  })
  const claims = read.flatMap(one => one.claims)
  const articles = read.map(({ archived }) => archived)
  return {
    isSpoken,
    findCandidates: async () => ({ claims, articles, isComplete: true, hasAllSpeakers: true }),
    findTexts: async () => [],
    kindOf: async name => {
      for (const { entities } of records) for (const entity of entities) if (entity.name === name) return entity.kind
      return null
    },
  }
}

function claimsOf({ article, claims, sources }: ArticleRecord, archived: ArchivedArticle): ArchivedClaim[] {
  const text = new CodePointText(article.text)
  const sourceOf = new Map(sources.map(source => [source.id, source]))
  return claims.map(claim => {
    const source = claim.sourceId === null ? undefined : sourceOf.get(claim.sourceId)
    return {
      id: claim.id,
      article: archived,
      source: source === undefined ? null : toSource(source),
      quotation: claim.quotation,
      content: having(claim, 'content', text),
      cue: having(claim, 'cue', text),
    }
  })
}

function toSource({ spans, name, naming, kind, affiliation }: SourceRecord): ArchivedSource {
  return {
    text: spans.map(({ text }) => text).join(' … '),
    name: name?.value ?? null,
    naming,
    kind,
    affiliation: affiliation?.value ?? null,
  }
}

function having({ spans }: ClaimRecord, role: SpanRole, text: CodePointText) {
  return spans
    .filter(span => span.role === role)
    .map(({ start, end }) => ({ start: text.toUtf16(start), end: text.toUtf16(end) }))
}

/** What people say in a transcript, as claims without an id. */
function turnsOf(article: ArchivedArticle, isSpoken: boolean): ArchivedClaim[] {
  if (!isSpoken) return []
  return findTurns(article.text).map(({ speaker, spans }) => ({
    id: null,
    article,
    source: NOBODY.test(speaker)
      ? { text: speaker, name: null, naming: 'unnamed', kind: null, affiliation: null }
      : { text: speaker, name: speaker, naming: 'named', kind: 'person', affiliation: null },
    quotation: null,
    content: spans,
    cue: [],
  }))
}
