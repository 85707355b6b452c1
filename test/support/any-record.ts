import fc from 'fast-check'
import type { MetadataOrigins } from '../../src/domain/article.ts'
import { ACTS, MENTION_TYPES, NAMINGS, QUOTATION_TYPES, SOURCE_KINDS, SPAN_ROLES } from '../../src/domain/labels.ts'
import type { Evidence } from '../../src/domain/layers.ts'
import type {
  ArticleRecord,
  ClaimRecord,
  GroundedField,
  SourceRecord,
  TextSpan,
  VoiceRecord,
} from '../../src/domain/record.ts'
import {
  mapSourceFields,
  SOURCE_FIELDS,
  type SourceFacts,
  type SourceFieldName,
} from '../../src/domain/source-fields.ts'
import type { Span } from '../../src/domain/span.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FIELDS, VOICE_FUNCTIONS } from '../../src/domain/voice-labels.ts'
import type { Told } from '../../src/store/store.ts'
import { buildArticle } from './article-record.ts'

/** Text as reading leaves it: well formed and without NUL, but with anything else. */
export const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('😀', '“', '\r\n', 'é', 'e\u0301', '\u202e', '👩‍⚖️')), {
    maxLength: 12,
  })
  .map(parts => parts.join('').toWellFormed().replaceAll('\0', '\ufffd'))

/** By what an input may tell what it tells. */
export const anyOrigins: fc.Arbitrary<MetadataOrigins> = fc.record(
  Object.fromEntries(
    ['title', 'byline', 'publisher', 'publishedAt', 'modifiedAt', 'language', 'section', 'uri'].map(field => [
      field,
      anyText,
    ]),
  ),
  { requiredKeys: [] },
)

/** What a place may say of its article, and what may have been left out of it. */
export const anyTold: fc.Arbitrary<Told> = fc.record({
  title: fc.option(anyText, { nil: null }),
  byline: fc.option(anyText, { nil: null }),
  publisher: fc.option(anyText, { nil: null }),
  publishedAt: fc.constantFrom(null, '2026-06-01T10:00:00+02:00', '2026-06-01'),
  modifiedAt: fc.constantFrom(null, '2026-06-02T10:00:00Z'),
  section: fc.option(anyText, { nil: null }),
  language: fc.constantFrom(null, 'en', 'en-GB'),
  origins: anyOrigins,
  leftOut: fc.array(fc.record({ reason: fc.constantFrom('comments', 'related links'), text: anyText }), {
    maxLength: 12,
  }),
})

/** Whatever a record of this text may hold, sensible or not, as long as the schema allows it. */
export function anyRecord(text: string): fc.Arbitrary<ArticleRecord> {
  const cut = new CodePointText(text)
  const span: fc.Arbitrary<Span> = fc
    .tuple(fc.nat(cut.length), fc.nat(cut.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const textSpan: fc.Arbitrary<TextSpan> = span.map(span => ({ ...span, text: cut.slice(span) }))
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
  const field = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<GroundedField<Value> | null> =>
    maybe(fc.record({ value, span: maybe(span) }))
  const words = fc.string()
  const facts = mapSourceFields(name =>
    field<string | number>(SOURCE_FIELDS[name].holds === 'number' ? fc.integer() : words),
  ) as {
    readonly [Name in SourceFieldName]: fc.Arbitrary<SourceFacts[Name]>
  }
  const evidence: fc.Arbitrary<Evidence[]> = fc.array(
    fc.record({
      stage: words,
      version: fc.nat(),
      rule: words,
      detail: fc.dictionary(words, fc.jsonValue()).map(detail => JSON.parse(JSON.stringify(detail))),
    }),
    { maxLength: 2 },
  )
  const article = buildArticle(text)
  const idsOf = (what: string) =>
    fc.nat(3).map(count => Array.from({ length: count }, (_, n) => `${what}-${n}-${article.id}`))
  const entityIds = idsOf('entity')

  const probability = fc.double({ min: 0, max: 1, noNaN: true }).map(value => value + 0)
  const judged = <Label extends string>(labels: readonly Label[]) =>
    fc.record({ value: fc.constantFrom(...labels), confidence: probability })

  return fc
    .tuple(idsOf('claim'), idsOf('source'), entityIds, idsOf('voice'))
    .chain(([claims, sources, entities, voices]) => {
      const oneOf = (ids: readonly string[]) => (ids.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...ids)))
      const source = (id: string): fc.Arbitrary<SourceRecord> =>
        fc.record({
          id: fc.constant(id),
          spans: fc.array(textSpan, { maxLength: 3 }),
          naming: fc.constantFrom(...NAMINGS),
          kind: fc.constantFrom(...SOURCE_KINDS),
          ...facts,
          antecedentId: oneOf(sources),
          entityId: oneOf(entities),
          evidence,
        })
      const claim = (id: string): fc.Arbitrary<ClaimRecord> =>
        fc.record({
          id: fc.constant(id),
          quotation: fc.constantFrom(...QUOTATION_TYPES),
          act: fc.constantFrom(...ACTS),
          negated: fc.boolean(),
          hedged: fc.boolean(),
          confidence: probability,
          cueLemma: words,
          context: span,
          spans: fc
            .tuple(...SPAN_ROLES.map(role => fc.array(textSpan, { maxLength: 2 }).map(spans => ({ role, spans }))))
            .map(roles =>
              roles.flatMap(({ role, spans }) => spans.map((span, sequence) => ({ role, sequence, ...span }))),
            ),
          sourceId: oneOf(sources),
          parentId: oneOf(claims),
          citedId: oneOf(sources),
          relayedById: oneOf(sources),
          corroboratedById: oneOf(claims),
          evidence,
        })
      const voice = (id: string): fc.Arbitrary<VoiceRecord> =>
        fc.record({
          id: fc.constant(id),
          name: maybe(words),
          kind: fc.constantFrom(...SOURCE_KINDS),
          naming: fc.constantFrom(...NAMINGS),
          first: textSpan,
          chain: maybe(fc.nat(9)),
          entityId: oneOf(entities),
          role: field(words),
          affiliation: field(words),
          gender: judged(GENDERS),
          type: judged(SOURCE_TYPES),
          function: judged(VOICE_FUNCTIONS),
          evidence: fc.array(
            fc.record({
              field: fc.constantFrom(...VOICE_FIELDS),
              value: words,
              span: maybe(span),
              rule: words,
              reason: words,
            }),
            { maxLength: 2 },
          ),
          claims: fc.constant([]),
        })
      /** Each claim is that of one voice, or of none. */
      const voiced = fc
        .tuple(
          fc.tuple(...voices.map(voice)),
          fc.tuple(...claims.map(() => fc.tuple(fc.nat(voices.length), fc.nat(1000)))),
        )
        .map(([some, owners]) =>
          some.map((one, index) => ({
            ...one,
            claims: claims.flatMap((claimId, i) => {
              const [owner, quotedWords] = owners[i] as [number, number]
              return owner === index ? [{ claimId, quotedWords }] : []
            }),
          })),
        )
      return fc.record({
        article: fc.record({
          id: fc.constant(article.id),
          rawSha256: words,
          uri: words,
          text: fc.constant(text),
          title: maybe(words),
          byline: maybe(words),
          publisher: maybe(words),
          publishedAt: maybe(words),
          modifiedAt: maybe(words),
          section: maybe(words),
          origins: anyOrigins,
          language: maybe(words),
          decodedAs: words,
          warnings: fc.array(words, { maxLength: 2 }),
        }),
        claims: fc.tuple(...claims.map(claim)),
        sources: fc.tuple(...sources.map(source)),
        voices: voiced,
        entities: fc.constant(entities.map(id => ({ id, name: `name of ${id}`, kind: 'person' as const }))),
        // Each entity has a mention: one that nothing refers to is no part of the article.
        mentions: fc.tuple(
          ...entities.map(entityId =>
            fc
              .tuple(textSpan, fc.constantFrom(...MENTION_TYPES), maybe(span), maybe(fc.nat(9)))
              .map(([words, type, name, chain]) => ({ ...words, type, name, chain, entityId })),
          ),
        ),
        candidates: fc.array(
          fc
            .tuple(textSpan, words, words, words)
            .map(([span, stage, rule, reason]) => ({ ...span, stage, rule, reason })),
          { maxLength: 3 },
        ),
        stages: fc.uniqueArray(fc.record({ name: words, version: fc.nat() }), {
          selector: stage => stage.name,
          maxLength: 4,
        }),
      })
    })
}

/** The order that `readArticleRecord` promises; where it promises none, any. */
export function inReadingOrder(record: ArticleRecord): ArticleRecord {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    ...record,
    claims: byId(record.claims).map(claim => ({
      ...claim,
      spans: claim.spans.toSorted(
        (a, b) => SPAN_ROLES.indexOf(a.role) - SPAN_ROLES.indexOf(b.role) || a.sequence - b.sequence,
      ),
    })),
    sources: byId(record.sources),
    entities: byId(record.entities),
    voices: record.voices.map(voice => ({
      ...voice,
      claims: voice.claims.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1)),
    })),
  }
}
