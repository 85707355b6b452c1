import { isDeepStrictEqual } from 'node:util'
import type { SpanRole } from '../../domain/labels.ts'
import { type ExportedSourceValues, exportedSourceValues } from '../../domain/source-fields.ts'
import type { ArticleRows } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import { type NamedRow, nameCells } from '../../seal/rows-by-name.ts'
import { PART_SEPARATOR } from '../../store/queries/claims/joined-texts.ts'
import type { ExportedClaim, ExportedWords, MachineClaim } from '../exported-claim.ts'

/** What of an exported claim the machine found, and so what an article's seal covers: all but corrections. */
export type ProvenClaim = Omit<ExportedClaim, 'status' | 'correction' | 'origin'>

/** The claims that an article's rows make, by id, as an export gives them where nobody corrected anything. */
export function provenClaims(rows: ArticleRows): ReadonlyMap<string, ProvenClaim> {
  const [article = {}] = nameCells(rows, 'article')
  const spans = Map.groupBy(nameCells(rows, 'claim_span'), row => row.claim)
  const sourceSpans = Map.groupBy(nameCells(rows, 'source_span'), row => row.source)
  const evidence = Map.groupBy(nameCells(rows, 'evidence'), row => row.claim)
  const sources = new Map(nameCells(rows, 'source').map(source => [source.id, source]))
  const claims = nameCells(rows, 'claim').map(claim => {
    const words = (role: SpanRole) => toWords(spans.get(claim.id)?.filter(span => span.role === role))
    const cue = words('cue')
    const source = sources.get(claim.source ?? null)
    return {
      id: claim.id,
      article: {
        id: article.id,
        uri: article.uri,
        sha256: article.raw_sha256,
        title: article.title,
        published_at: article.published_at,
      },
      quotation: claim.quotation,
      act: claim.act,
      negated: claim.negated === 1,
      hedged: claim.hedged === 1,
      confidence: claim.confidence,
      source:
        source === undefined ? null : toSource(source, words('source') ?? toWords(sourceSpans.get(source.id ?? null))),
      cue: { text: cue?.text ?? '', lemma: claim.cue_lemma, spans: cue?.spans ?? [] },
      content: words('content'),
      addressee: words('addressee'),
      evidence: inOrder(evidence.get(claim.id)).map(({ stage, version, rule }) => ({ stage, version, rule })),
    } as ProvenClaim
  })
  return new Map(claims.map(claim => [claim.id, claim]))
}

/**
 * What an exported claim says otherwise than the rows do, by the names of its members. What a person corrected (`status`,
 * `correction`, and what follows from them of the source) is no part of an article's seal.
 *
 * @param claim parsed from a line of a JSONL export
 */
export function compareWithProven(claim: ExportedClaim, proven: ProvenClaim): string[] {
  const { status, correction, origin, ...found } = claim
  const asFound = correction?.machine == null ? found : { ...found, ...asMachineFound(correction.machine) }
  const members = new Set([...Object.keys(asFound), ...Object.keys(proven)]) as Set<keyof ProvenClaim>
  const other: string[] = [...members].filter(member => !isDeepStrictEqual(asFound[member], proven[member]))
  return correction === null && status !== 'accepted' ? [...other, 'status'] : other
}

function asMachineFound({ naming: _, kind: __, name: ___, ...machine }: MachineClaim): Partial<ProvenClaim> {
  return machine
}

function toSource(source: NamedRow, words: ExportedWords | null): ExportedClaim['source'] {
  const { naming, kind } = source
  const described = { naming, kind, ...exportedSourceValues(source as unknown as ExportedSourceValues) }
  return { text: words?.text ?? '', spans: words?.spans ?? [], ...described } as ExportedClaim['source']
}

function toWords(spans: readonly NamedRow[] | undefined): ExportedWords | null {
  if (spans === undefined || spans.length === 0) return null
  const ordered = inOrder(spans)
  return {
    text: ordered.map(span => span.text).join(PART_SEPARATOR),
    spans: ordered.map(({ start, end }) => [start as number, end as number]),
  }
}

function inOrder(rows: readonly NamedRow[] = []): NamedRow[] {
  const sequence = (cell: Cell | undefined) => Number(cell)
  return rows.toSorted((a, b) => sequence(a.sequence) - sequence(b.sequence))
}
