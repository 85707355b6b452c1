import type { ArticleRecord, ClaimRecord, SourceRecord, VoiceRecord } from '../domain/record.ts'
import { linkReplies } from '../families/replies/link-replies.ts'
import type { AccusationInArticle } from '../store/queries/across/accusations-in-articles.ts'
import type { ArticleWithClaims, ClaimInArticle } from '../store/queries/stream-articles-with-claims.ts'
import type { VoiceInArticle } from '../store/queries/voices/voices-in-articles.ts'
import { contentText, extentOf, joinParts } from '../store/rows/record-columns.ts'

/**
 * What a rule looks at, of an article that is not stored: the same as `streamArticlesWithClaims` gives once it is, with no
 * corrections and every claim selected.
 */
export function toArticleWithClaims(record: ArticleRecord): ArticleWithClaims {
  const { article, candidates } = record
  const sources = new Map(record.sources.map(source => [source.id, source]))
  const voiceOf = new Map(
    record.voices.flatMap(({ id, claims }) =>
      claims.map(({ claimId, quotedWords }) => [claimId, { voiceId: id, quotedWords }] as const),
    ),
  )
  return {
    id: article.id,
    uri: article.uri,
    title: article.title,
    publisher: article.publisher,
    raw_sha256: article.rawSha256,
    text: article.text,
    claims: record.claims
      .map(claim => ({
        ...toClaim(article.id, claim, sources),
        ...(voiceOf.get(claim.id) ?? { voiceId: null, quotedWords: 0 }),
      }))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || compare(a.id, b.id)),
    candidates,
    voices: record.voices.map(toVoice),
    edits: [],
    accusations: toAccusations(record),
  }
}

function toClaim(
  articleId: string,
  claim: ClaimRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): Omit<ClaimInArticle, 'voiceId' | 'quotedWords'> {
  const source = claim.sourceId === null ? null : (sources.get(claim.sourceId) ?? null)
  return {
    id: claim.id,
    article_id: articleId,
    quotation: claim.quotation,
    act: claim.act,
    negated: claim.negated ? 1 : 0,
    confidence: claim.confidence,
    naming: source?.naming ?? 'unstated',
    kind: source?.kind ?? null,
    name: source?.name?.value ?? null,
    source: source === null ? null : joinParts(source.spans),
    source_id: source?.id ?? null,
    number: source?.number?.value ?? null,
    content: contentText(claim),
    start: extentOf(claim).start,
    spans: claim.spans.toSorted((a, b) => compare(a.role, b.role) || a.sequence - b.sequence),
    sourceSpans: source?.spans ?? [],
    ...describeRoot(source, sources),
    isCorroborated: claim.corroboratedById !== null,
    rules: claim.evidence.map(({ rule }) => rule),
    isSelected: true,
  }
}

/** The same as is stored once it is entered across articles, but for answers in others. */
function toAccusations(record: ArticleRecord): AccusationInArticle[] {
  const { accusations, replies } = linkReplies(record)
  const repliesTo = Map.groupBy(replies, ({ accusationId }) => accusationId)
  return accusations
    .map(({ claimId, accused: words, name, rule }) => ({
      claimId,
      words,
      accused: name ?? words.text,
      rule,
      replies: (repliesTo.get(claimId) ?? [])
        .toSorted((a, b) => compare(a.replyId, b.replyId))
        .map(({ kind }) => ({ kind, isElsewhere: false })),
    }))
    .sort((a, b) => a.words.start - b.words.start || compare(a.claimId, b.claimId))
}

/** The source that all others lead back to, and the reason that the first of them with one gives. */
function describeRoot(
  source: SourceRecord | null,
  sources: ReadonlyMap<string, SourceRecord>,
): Pick<ClaimInArticle, 'rootId' | 'rootText' | 'reason'> {
  let root = source
  let reason: string | null = null
  const met = new Set<string>()
  for (let at = source; at !== null && !met.has(at.id); at = sources.get(at.antecedentId ?? '') ?? null) {
    met.add(at.id)
    root = at
    reason ??= at.reason?.value ?? null
  }
  return { rootId: root?.id ?? null, rootText: root === null ? null : joinParts(root.spans), reason }
}

function toVoice(voice: VoiceRecord): VoiceInArticle {
  const { id, name, kind, naming, first, role, affiliation, gender, type, function: use } = voice
  return {
    id,
    name,
    kind,
    naming,
    first,
    role: role?.value ?? null,
    affiliation: affiliation?.value ?? null,
    gender: gender.value,
    type: type.value,
    function: use.value,
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
