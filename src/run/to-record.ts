import { hash as digest } from 'node:crypto'
import { isDistinctive } from '../../pipeline/words/distinctive-name.ts'
import type { Article } from '../domain/article.ts'
import type { Grounded } from '../domain/grounded.ts'
import type { SourceKind, SpanRole } from '../domain/labels.ts'
import type { Claim, FoundLayers, Source } from '../domain/layers.ts'
import type {
  ArticleRecord,
  ClaimRecord,
  ClaimSpan,
  EntityRecord,
  GroundedField,
  MentionRecord,
  SourceRecord,
  TextSpan,
  VoiceRecord,
} from '../domain/record.ts'
import { hashSource, hashVoice } from '../domain/record-id.ts'
import { mapSourceFields, type SourceFacts } from '../domain/source-fields.ts'
import { type Span, sliceOf } from '../domain/span.ts'
import type { StageInfo } from '../domain/stage.ts'
import { CodePointOffsets } from '../domain/text/code-points.ts'
import { closeRecord } from './closing/close-record.ts'

/** Turns the layers of one article (UTF-16) into its record (Unicode code points), which is closed: see `closeRecord`. */
export function toRecord(article: Article, layers: FoundLayers, stages: readonly StageInfo[]): ArticleRecord {
  const points = new CodePointOffsets(article.text)
  const textSpan = (span: Span): TextSpan => ({
    start: points.at(span.start),
    end: points.at(span.end),
    text: sliceOf(article.text, span),
  })
  const sourceIds = layers.sources.sources.map(source =>
    hashSource(
      article.id,
      source.spans.map(span => points.of(span)),
    ),
  )
  const used = findUsed(layers)
  const entities = new Map<string, EntityRecord>()
  const toSource = (source: Source, i: number): SourceRecord => {
    const { name } = source
    const joins = source.naming === 'named' && name !== null && isDistinctive(name.value, source.kind)
    const entity = joins ? entityOf(name.value, source.kind) : null
    if (entity !== null) entities.set(entity.id, entity)
    return {
      id: sourceIds[i] as string,
      spans: source.spans.map(textSpan),
      naming: source.naming,
      kind: source.kind,
      ...(mapSourceFields(field => toField<string | number>(source[field], points)) as SourceFacts),
      antecedentId: source.antecedent === null ? null : (sourceIds[source.antecedent] ?? null),
      entityId: entity?.id ?? null,
      evidence: source.evidence,
    }
  }
  const sources = layers.sources.sources.flatMap((source, i) => (used.has(i) ? [toSource(source, i)] : []))
  const record = {
    article,
    claims: layers.claims.claims.map(claim => toClaim(layers, claim, sourceIds, points, textSpan)),
    sources,
    voices: toVoices(article, layers, points, textSpan, entities),
    entities: [...entities.values()],
    mentions: toMentions(layers, points, textSpan, entities),
    candidates: [...layers.attributions.candidates, ...layers.sources.candidates, ...layers.claims.candidates].map(
      ({ stage, rule, reason, ...span }) => ({ ...textSpan(span), stage, rule, reason }),
    ),
    stages,
  }
  return closeRecord(record, points.length)
}

function toField<Value>(grounded: Grounded<Value> | null, points: CodePointOffsets): GroundedField<Value> | null {
  return grounded === null
    ? null
    : { value: grounded.value, span: grounded.span === null ? null : points.of(grounded.span) }
}

/** Named mentions and the pronouns that were resolved, in text order, with the number of their chain. */
function toMentions(
  { entities: { mentions }, sources: { chains } }: FoundLayers,
  points: CodePointOffsets,
  textSpan: (span: Span) => TextSpan,
  entities: ReadonlyMap<string, EntityRecord>,
): MentionRecord[] {
  const entityByName = new Map([...entities.values()].map(entity => [entity.name, entity.id]))
  const chainOf = new Map(chains.flatMap((chain, i) => chain.mentions.map(mention => [mention, i] as const)))
  const entityOf = (chain: number | null): string | null =>
    chain === null ? null : (entityByName.get((chains[chain] as { name: string }).name) ?? null)
  const named = mentions.map((mention, i): MentionRecord => {
    const chain = chainOf.get(i) ?? null
    const name = mention.name === null ? null : points.of(mention.name)
    return { ...textSpan(mention), type: mention.type, name, chain, entityId: entityOf(chain) }
  })
  const pronouns = chains.flatMap(({ type, pronouns }, chain) =>
    pronouns.map(
      (pronoun): MentionRecord => ({ ...textSpan(pronoun), type, name: null, chain, entityId: entityOf(chain) }),
    ),
  )
  return [...named, ...pronouns].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Every voice, with those of its attributions that are claims. */
function toVoices(
  { id }: Article,
  { voices: { voices }, claims: { claims } }: FoundLayers,
  points: CodePointOffsets,
  textSpan: (span: Span) => TextSpan,
  entities: ReadonlyMap<string, EntityRecord>,
): VoiceRecord[] {
  const claimOf = new Map(claims.map(claim => [claim.attribution, claim.id]))
  return voices.flatMap((voice): VoiceRecord[] => {
    const { name, kind, naming, chain } = voice
    const said = voice.attributions.flatMap(({ attribution, quotedWords }) => {
      const claimId = claimOf.get(attribution)
      return claimId === undefined ? [] : [{ claimId, quotedWords }]
    })
    // Who is no person and says nothing that became a claim is no voice.
    if (said.length === 0 && !(kind === 'person' && name !== null)) return []
    const entity = name === null ? undefined : entities.get(entityOf(name, kind).id)
    const first = textSpan(voice.first)
    return [
      {
        id: hashVoice(id, first, chain !== null),
        name,
        kind,
        naming,
        first,
        chain,
        entityId: entity?.id ?? null,
        role: toField(voice.role, points),
        affiliation: toField(voice.affiliation, points),
        gender: voice.gender,
        type: voice.type,
        function: voice.function,
        evidence: voice.evidence.map(({ span, ...one }) => ({ ...one, span: span === null ? null : points.of(span) })),
        claims: said,
      },
    ]
  })
}

/** Indexes of the sources that a claim has and of those that they go back to. */
function findUsed({ claims: { claims }, sources: { sources } }: FoundLayers): ReadonlySet<number> {
  const used = new Set<number>()
  for (const { source, cited, relayed } of claims) {
    for (const one of [source, cited, relayed]) {
      for (let next = one; next !== null && !used.has(next); next = sources[next]?.antecedent ?? null) used.add(next)
    }
  }
  return used
}

function toClaim(
  layers: FoundLayers,
  claim: Claim,
  sourceIds: readonly string[],
  points: CodePointOffsets,
  textSpan: (span: Span) => TextSpan,
): ClaimRecord {
  const attribution = layers.attributions.attributions[
    claim.attribution
  ] as FoundLayers['attributions']['attributions'][number]
  const spansOf = (role: SpanRole): ClaimSpan[] =>
    attribution[role].map((span, sequence) => ({ ...textSpan(span), role, sequence }))
  const spans = (['source', 'cue', 'content', 'addressee'] as const).flatMap(spansOf)
  return {
    id: claim.id,
    quotation: claim.quotation,
    act: claim.act,
    negated: claim.negated,
    hedged: claim.hedged,
    confidence: claim.confidence,
    cueLemma: attribution.cueLemma,
    context: points.of(claim.context),
    spans,
    sourceId: claim.source === null ? null : (sourceIds[claim.source] ?? null),
    parentId: claim.parent,
    citedId: claim.cited === null ? null : (sourceIds[claim.cited] ?? null),
    relayedById: claim.relayed === null ? null : (sourceIds[claim.relayed] ?? null),
    corroboratedById: claim.corroboratedBy,
    evidence: claim.evidence,
  }
}

function entityOf(name: string, kind: SourceKind): EntityRecord {
  return { id: hash('entity', kind, name), name, kind }
}

function hash(...parts: readonly (string | number)[]): string {
  return digest('sha256', parts.join('|'), 'hex').slice(0, 20)
}
