import type { Act, Naming, QuotationType, SourceKind, SpanRole } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'

/** A claim to be written as gold. Spans in code points; labels that nobody judged are null. */
export interface GoldClaim {
  readonly spans: Readonly<Record<SpanRole, readonly Span[]>>
  readonly act: Act | null
  readonly quotation: QuotationType | null
  readonly naming: Naming | null
  readonly negated: boolean
  readonly kind: SourceKind | null
  /** Resolved name of the source. */
  readonly entity: string | null
  readonly role: string | null
  readonly affiliation: string | null
  /** False for a claim that nobody judged: a system is faulted neither for finding nor for missing it. */
  readonly isJudged: boolean
}

/** Words that look like a claim and are none. */
export interface GoldNotClaim {
  readonly span: Span
  readonly why: string
}

export interface GoldFile {
  /** Name of the article's file, beside the folder of the gold. */
  readonly article: string
  readonly sha256: string
  readonly text: string
  readonly claims: readonly GoldClaim[]
  readonly notClaims: readonly GoldNotClaim[]
}

/**
 * A gold file as `readGold` takes it (`corpus/README.md` describes the format). Claims are numbered in the order of their cues;
 * each has to have one.
 */
export function formatGold({ article, sha256, text, claims, notClaims }: GoldFile): string {
  const points = new CodePointText(text)
  const write = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({ start, end, text: points.slice({ start, end }) }))
  const cueOf = ({ spans }: GoldClaim) => spans.cue[0]?.start ?? 0
  const ordered = claims.toSorted((a, b) => cueOf(a) - cueOf(b))
  const gold = {
    article,
    sha256,
    offsets: 'Unicode code points, end exclusive',
    claims: ordered.map((claim, index) => ({
      id: index + 1,
      ...given({ quotation: claim.quotation, act: claim.act, naming: claim.naming }),
      ...given({ kind: claim.naming === 'unstated' ? null : claim.kind }),
      source: write(claim.spans.source),
      cue: write(claim.spans.cue),
      content: write(claim.spans.content),
      ...(claim.spans.addressee.length === 0 ? {} : { addressee: write(claim.spans.addressee) }),
      required: claim.isJudged,
      ...(claim.isJudged ? {} : { judged: false }),
      ...(claim.negated ? { negated: true } : {}),
      ...given({ entity: claim.entity, role: claim.role, affiliation: claim.affiliation }),
    })),
    not_claims: notClaims.map(({ span, why }) => ({ text: points.slice(span), why, ...span })),
  }
  return `${JSON.stringify(gold, null, 2)}\n`
}

function given(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}
