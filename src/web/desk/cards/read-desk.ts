import type { CorrectedRecord } from '../../../corrections/apply-corrections.ts'
import type { Article } from '../../../domain/article.ts'
import type { CandidateRecord, ClaimSpan, SourceRecord } from '../../../domain/record.ts'
import type { Span } from '../../../domain/span.ts'
import { checkArticle } from '../../../policy/check-articles.ts'
import type { Policy } from '../../../policy/policy.ts'
import type { PolicyFinding } from '../../../policy/policy-finding.ts'
import { findRepliesIn, type RepliesOfClaim } from '../../../store/queries/across/replies.ts'
import { findClaimsOfArticle } from '../../../store/queries/claims/corrected-claims.ts'
import { readCorrectedRecord } from '../../../store/queries/corrected-record.ts'
import type { ClaimView, StoreDatabase } from '../../../store/schema.ts'

/** A claim on the desk of its article. */
export interface DeskClaim {
  /** From 1, in reading order over the whole article. */
  readonly number: number
  readonly id: string
  /** As it stands after its corrections. */
  readonly row: ClaimView
  readonly spans: readonly ClaimSpan[]
  /** The sentences that hold cue and content. */
  readonly context: Span
  readonly who: Who
  /** How many corrections it has had: another number says that it changed meanwhile. */
  readonly seen: number
  /** Whether a finding of the policy concerns it. */
  readonly hasFinding: boolean
  /** Whether it accuses somebody, and nothing that was read answers it. */
  readonly isUnanswered: boolean
}

/** Who says it, as the desk shows it. */
export interface Who {
  /** The name; where there is none, the fullest words that the article has for them. */
  readonly shown: string | null
  /** The words beside the claim, where the name is not among them: "He". */
  readonly words: string | null
}

/** An article with all that is said of it. */
export interface Desk {
  readonly article: Article
  /** What all of it was taken from. */
  readonly record: CorrectedRecord
  readonly claims: readonly DeskClaim[]
  /** In the order of the text; those on the article as a whole first. */
  readonly findings: readonly PolicyFinding[]
  readonly rejected: readonly CandidateRecord[]
  /** The names of its sources, in alphabetical order. */
  readonly names: readonly string[]
}

/** Reads an article for its desk. */
export async function readDesk(database: StoreDatabase, policy: Policy, articleId: string): Promise<Desk> {
  const record = await readCorrectedRecord(database, articleId)
  const rows = await findClaimsOfArticle(database, articleId)
  const findings = await checkArticle(database, policy, articleId)
  const concerned = new Set(findings.flatMap(({ claims, span }) => (span === null ? [] : claims)))
  const replies = await findRepliesIn(database, articleId)
  const found = new Map(record.claims.map(claim => [claim.id, claim]))
  const sources = new Map(record.sources.map(source => [source.id, source]))
  return {
    article: record.article,
    record,
    findings,
    rejected: record.candidates,
    names: [...new Set(rows.flatMap(({ name }) => name ?? []))].toSorted(),
    claims: rows.map((row, index) => ({
      number: index + 1,
      id: row.id,
      row,
      spans: found.get(row.id)?.spans ?? [],
      context: { start: row.context_start, end: row.context_end },
      who: nameWho(row, sources),
      seen: record.standings.get(row.id)?.corrections ?? 0,
      hasFinding: concerned.has(row.id),
      isUnanswered: isUnanswered(replies.get(row.id)),
    })),
  }
}

function isUnanswered(known: RepliesOfClaim | undefined): boolean {
  return known !== undefined && known.accuses !== null && known.replies.length === 0
}

function nameWho(
  { name, source, source_id }: Pick<ClaimView, 'name' | 'source' | 'source_id'>,
  sources: ReadonlyMap<string, SourceRecord>,
): Who {
  const shown = name ?? (source_id === null ? null : wordsOfRoot(source_id, sources)) ?? source
  // Words that hold the name, "Mr Trump, who won" say, tell nothing more of who is meant.
  const isSame = source === null || (shown !== null && source.toLowerCase().includes(shown.toLowerCase()))
  return { shown, words: isSame ? null : source }
}

/** The words of the source that all others lead back to by which the article means the same. */
function wordsOfRoot(id: string, sources: ReadonlyMap<string, SourceRecord>): string | null {
  let root = sources.get(id)
  const met = new Set<string>()
  // A damaged database may lead in a circle.
  while (root !== undefined && root.antecedentId !== null && !met.has(root.id)) {
    met.add(root.id)
    root = sources.get(root.antecedentId) ?? root
  }
  return root === undefined ? null : root.spans.map(({ text }) => text).join(' … ')
}
