import { findDifferences } from '../audit/differences.ts'
import type { Act, Naming, QuotationType, SpanRole } from '../domain/labels.ts'
import type { ClaimSpan } from '../domain/record.ts'
import { findSpansOfClaims } from '../store/queries/claims/spans-of-claims.ts'
import type { ClaimStatus, ClaimView, StoreDatabase } from '../store/schema.ts'

/** Words of an article and where they stand: `substr(text, start + 1, end - start)` in SQLite. */
export interface CitedWords {
  readonly role: SpanRole
  /** Code points of the article's text; `end` is the first behind. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** True where the words go on beyond `text`; the offsets are those of all of them. */
  readonly clipped?: true
}

/** A claim with all that a citation needs: ids, offsets, and the words themselves. */
export interface CitedClaim {
  readonly id: string
  readonly article: {
    /** SHA-256 of the text that offsets count in. */
    readonly id: string
    readonly uri: string
    readonly title: string | null
    readonly publisher: string | null
    readonly published_at: string | null
  }
  /** The name that the source was resolved to, or that a correction gave it. */
  readonly source_name: string | null
  readonly naming: Naming
  readonly act: Act
  readonly quotation: QuotationType
  readonly negated: boolean
  readonly hedged: boolean
  readonly confidence: number
  /** `rejected` only where somebody corrected it. */
  readonly status: ClaimStatus
  /** In the order of the text. */
  readonly words: readonly CitedWords[]
  /** Only where people said something else than the machine. */
  readonly corrected?: {
    readonly by: string | null
    readonly at: string | null
    readonly note: string | null
    /** True where the machine missed it, and somebody added it. */
    readonly added: boolean
    /** What the machine found in the fields that were corrected, in words; null where it found nothing. */
    readonly machine: Readonly<Record<string, string | null>>
  }
}

/** Longest that one part of a claim is given, in code points. */
const LONGEST = 2_000

/** Claims as they stand after corrections, in their order, with their words. */
export async function citeClaims(database: StoreDatabase, claims: readonly ClaimView[]): Promise<CitedClaim[]> {
  const spans = await findSpansOfClaims(
    database,
    claims.map(({ id }) => id),
  )
  return claims.map(claim => ({
    id: claim.id,
    article: {
      id: claim.article_id,
      uri: claim.uri,
      title: claim.title,
      publisher: claim.publisher,
      published_at: claim.published_at,
    },
    source_name: claim.name,
    naming: claim.naming,
    act: claim.act,
    quotation: claim.quotation,
    negated: claim.negated === 1,
    hedged: claim.hedged === 1,
    confidence: claim.confidence,
    status: claim.status,
    words: (spans.get(claim.id) ?? []).map(cite),
    ...tellCorrected(claim),
  }))
}

function tellCorrected(claim: ClaimView): Pick<CitedClaim, 'corrected'> {
  const differences = findDifferences(claim)
  if (differences.length === 0) return {}
  const machine = differences.map(({ field, machine }) => [field, machine === null ? null : clip(machine)])
  return {
    corrected: {
      by: claim.corrected_by,
      at: claim.corrected_at,
      note: claim.note,
      added: claim.origin === 'editor',
      machine: Object.fromEntries(machine),
    },
  }
}

function clip(text: string): string {
  return text.length <= LONGEST ? text : [...text].slice(0, LONGEST).join('')
}

function cite({ role, start, end, text }: ClaimSpan): CitedWords {
  if (end - start <= LONGEST) return { role, start, end, text }
  return { role, start, end, text: [...text].slice(0, LONGEST).join(''), clipped: true }
}
