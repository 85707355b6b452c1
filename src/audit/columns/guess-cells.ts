import { hash } from 'node:crypto'
import { ACTS, MENTION_TYPES, NAMINGS, QUOTATION_TYPES, SOURCE_KINDS, SPAN_ROLES } from '../../domain/labels.ts'
import { hashClaim, hashSource, hashVoice } from '../../domain/record-id.ts'
import { SOURCE_FIELD_NAMES, SOURCE_FIELDS } from '../../domain/source-fields.ts'
import type { Span } from '../../domain/span.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FIELDS, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import type { ArticleTableName } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import type { NamedRow } from '../../seal/rows-by-name.ts'
import { PART_SEPARATOR } from '../../store/queries/claims/joined-texts.ts'
import { toUtc } from '../../store/rows/published.ts'
import type { ArticleFacts } from './article-facts.ts'

/** What the cells of one row may have been, by column. */
export interface Guesses {
  /** All that the rest of the article says the cell can be: where it is none of these, it was changed. */
  readonly told: Readonly<Record<string, readonly Cell[]>>
  /** Values that are worth trying. */
  readonly tried: Readonly<Record<string, readonly Cell[]>>
}

const BITS = [0, 1]
const FEW = upTo(20)
const MANY = [...upTo(300), null]
const ENGINES = ['', 'rules', 'linear', 'encoder']
const FIELDS = SOURCE_FIELD_NAMES.map(name => SOURCE_FIELDS[name].column)

/** Guesses from what hangs together: spans and text, ids and hashes, joined texts, counts, and closed sets of labels. */
export function guessCells(table: ArticleTableName, row: NamedRow, facts: ArticleFacts): Guesses {
  return GUESS[table](row, facts)
}

type Guess = (row: NamedRow, facts: ArticleFacts) => Guesses

const GUESS: Readonly<Record<ArticleTableName, Guess>> = {
  article: guessArticle,
  entity: (_, facts) => ({
    told: {},
    tried: { kind: SOURCE_KINDS, name: [...facts.valuesOf('source', 'name'), ...facts.valuesOf('source', 'text')] },
  }),
  source: guessSource,
  source_span: (row, facts) => ({
    told: { text: [facts.slice(row.start, row.end)] },
    tried: { source: idsOf(facts, 'source'), sequence: FEW, ...guessSpan(row, facts) },
  }),
  claim: guessClaim,
  claim_span: (row, facts) => ({
    told: { text: [facts.slice(row.start, row.end)], role: SPAN_ROLES },
    tried: { claim: idsOf(facts, 'claim'), sequence: FEW, role: SPAN_ROLES, ...guessSpan(row, facts) },
  }),
  mention: guessMention,
  candidate: guessCandidate,
  evidence: guessEvidence,
  done: guessDone,
  voice: guessVoice,
  voice_evidence: guessVoiceEvidence,
  voice_claim: (_, facts) => ({
    told: {},
    tried: { claim: idsOf(facts, 'claim'), voice: idsOf(facts, 'voice'), quoted_words: MANY },
  }),
}

function guessArticle(row: NamedRow, facts: ArticleFacts): Guesses {
  const said = (column: string) => facts.inputs.map(input => input[column] ?? null)
  const metadata = ['title', 'byline', 'publisher', 'published_at', 'modified_at', 'section', 'language', 'origins']
  const told = facts.inputs.filter(({ origins }) => typeof origins === 'string')
  return {
    told: {
      text: hash('sha256', String(row.text)) === row.id ? [row.text ?? null] : [],
      claim_count: [facts.of('claim').length, null],
      published_utc: [toUtc(row.published_at as string | null)],
    },
    tried: {
      ...Object.fromEntries(metadata.map(column => [column, [...told.map(input => input[column] ?? null), null]])),
      uri: said('uri'),
      raw_sha256: said('raw_sha256'),
      published_utc: told.map(input => input.published_utc ?? null),
      claim_count: upTo(2000),
      warnings: ['[]'],
      origins: ['{}', ...told.map(({ origins }) => origins ?? null)],
      decoded_as: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'text'],
    },
  }
}

function guessSource(row: NamedRow, facts: ArticleFacts): Guesses {
  const spans = spansOf(facts.where('source_span', 'source', row.id))
  const fields = FIELDS.flatMap(field => guessField('source', field, row, facts))
  const others = [...idsOf(facts, 'source'), null]
  return {
    told: {
      text: [spans.length > 0 ? join(facts.where('source_span', 'source', row.id)) : (row.text ?? null)],
      id: [spans.length > 0 ? hashSource(facts.id, spans) : (row.id ?? null)],
      naming: NAMINGS,
      kind: SOURCE_KINDS,
    },
    tried: {
      article: [facts.id],
      naming: NAMINGS,
      kind: SOURCE_KINDS,
      ...Object.fromEntries(fields),
      name: [...facts.valuesOf('source', 'name'), ...facts.valuesOf('entity', 'name'), row.text ?? null, null],
      antecedent: others,
      entity: [...idsOf(facts, 'entity'), null],
    },
  }
}

/** A value that was read from the text, and where it was. */
function guessField(
  table: 'source' | 'voice',
  field: string,
  row: NamedRow,
  facts: ArticleFacts,
): (readonly [string, readonly Cell[]])[] {
  const value = row[field]
  const places = facts.find(typeof value === 'number' ? String(value) : value)
  const words = facts.slice(row[`${field}_start`], row[`${field}_end`])
  const near = (end: Cell | undefined) => (typeof end === 'number' ? upTo(end + 200) : upTo(facts.text.length))
  return [
    [field, field === 'number' ? MANY : [words, null, ...facts.valuesOf(table, field)]],
    [`${field}_start`, [...places.map(({ start }) => start), null, ...near(row[`${field}_end`])]],
    [`${field}_end`, [...places.map(({ end }) => end), null, ...near(row[`${field}_start`])]],
  ]
}

function guessClaim(row: NamedRow, facts: ArticleFacts): Guesses {
  const spans = facts.where('claim_span', 'claim', row.id)
  const having = (role: string) => inOrder(spans.filter(span => span.role === role))
  const content = having('content')
  const [starts, ends] = [spans.map(span => Number(span.start)), spans.map(span => Number(span.end))]
  const isWhole = spans.length > 0
  const [sources, claims] = [
    [...idsOf(facts, 'source'), null],
    [...idsOf(facts, 'claim'), null],
  ]
  const contexts = facts.of('claim')
  return {
    told: {
      id: [isWhole ? hashClaim(facts.id, spansOf(having('cue')), spansOf(content)) : (row.id ?? null)],
      start: [isWhole ? Math.min(...starts) : (row.start ?? null)],
      end: [isWhole ? Math.max(...ends) : (row.end ?? null)],
      content_text: [content.length === 0 ? null : join(content)],
      quotation: QUOTATION_TYPES,
      act: ACTS,
      negated: BITS,
      hedged: BITS,
    },
    tried: {
      article: [facts.id],
      source: sources,
      cited: sources,
      relayed: sources,
      parent: claims,
      corroborated: claims,
      quotation: QUOTATION_TYPES,
      act: ACTS,
      negated: BITS,
      hedged: BITS,
      cue_lemma: [...facts.valuesOf('claim', 'cue_lemma'), ...having('cue').map(({ text }) => text ?? null)],
      confidence: [0, 1, ...upTo(100).map(percent => percent / 100), ...facts.valuesOf('claim', 'confidence')],
      context_start: [...contexts.map(claim => claim.context_start ?? null), ...starts, ...upTo(facts.text.length)],
      context_end: [...contexts.map(claim => claim.context_end ?? null), ...ends, ...upTo(facts.text.length + 1)],
    },
  }
}

function guessMention(row: NamedRow, facts: ArticleFacts): Guesses {
  const inside = [...range(Number(row.start), Number(row.end) + 1), null]
  return {
    told: { text: [facts.slice(row.start, row.end)], type: MENTION_TYPES },
    tried: {
      article: [facts.id],
      sequence: facts.missingNumbers(facts.of('mention')),
      ...guessSpan(row, facts),
      type: MENTION_TYPES,
      entity: [...idsOf(facts, 'entity'), null],
      name_start: inside,
      name_end: inside,
      chain: MANY,
    },
  }
}

function guessCandidate(row: NamedRow, facts: ArticleFacts): Guesses {
  return {
    told: { text: [facts.slice(row.start, row.end)] },
    tried: {
      article: [facts.id],
      sequence: facts.missingNumbers(facts.of('candidate')),
      ...guessSpan(row, facts),
      stage: stagesOf(facts),
      rule: facts.valuesOf('candidate', 'rule'),
      reason: facts.valuesOf('candidate', 'reason'),
    },
  }
}

function guessEvidence(row: NamedRow, facts: ArticleFacts): Guesses {
  const versions = facts.where('done', 'stage', row.stage).map(({ version }) => version ?? null)
  return {
    told: { version: versions.length > 0 ? versions : [row.version ?? null] },
    tried: {
      claim: [...idsOf(facts, 'claim'), null],
      source: [...idsOf(facts, 'source'), null],
      sequence: FEW,
      stage: stagesOf(facts),
      version: FEW,
      rule: facts.valuesOf('evidence', 'rule'),
      detail: ['{}', ...facts.valuesOf('evidence', 'detail')],
    },
  }
}

function guessDone(row: NamedRow, facts: ArticleFacts): Guesses {
  const versions = facts.where('evidence', 'stage', row.stage).map(({ version }) => version ?? null)
  const models = facts.valuesOf('evidence', 'rule').flatMap(rule => /^model:(.+)$/.exec(String(rule))?.[1] ?? [])
  return {
    told: { version: versions.length > 0 ? versions : [row.version ?? null] },
    tried: {
      article: [facts.id],
      stage: stagesOf(facts),
      version: upTo(100),
      sequence: facts.missingNumbers(facts.of('done')),
      engine: [...ENGINES, ...facts.valuesOf('done', 'engine')],
      model: ['', ...models, ...facts.valuesOf('done', 'model')],
    },
  }
}

function guessVoice(row: NamedRow, facts: ArticleFacts): Guesses {
  const first = { start: Number(row.start), end: Number(row.end) }
  const mentions = facts.of('mention').filter(({ chain }) => chain !== null && chain === row.chain)
  return {
    told: {
      id: [hashVoice(facts.id, first, row.chain !== null)],
      text: [facts.slice(row.start, row.end)],
      kind: SOURCE_KINDS,
      naming: NAMINGS,
      gender: GENDERS,
      source_type: SOURCE_TYPES,
      function: VOICE_FUNCTIONS,
      first_voice: BITS,
      last_voice: BITS,
      mentions: [mentions.length],
    },
    tried: {
      article: [facts.id],
      sequence: facts.missingNumbers(facts.of('voice')),
      ...guessSpan(row, facts),
      kind: SOURCE_KINDS,
      naming: NAMINGS,
      name: [...facts.valuesOf('source', 'name'), ...facts.valuesOf('entity', 'name'), row.text ?? null, null],
      chain: MANY,
      entity: [...idsOf(facts, 'entity'), null],
      ...Object.fromEntries(['role', 'affiliation'].flatMap(field => guessField('voice', field, row, facts))),
      gender: GENDERS,
      source_type: SOURCE_TYPES,
      function: VOICE_FUNCTIONS,
      ...Object.fromEntries(CONFIDENCES.map(column => [column, guessConfidence(facts, 'voice', column)])),
      first_voice: BITS,
      last_voice: BITS,
      claims: MANY,
      quoted_words: upTo(2000),
    },
  }
}

const CONFIDENCES = ['gender_confidence', 'source_type_confidence', 'function_confidence']

function guessConfidence(facts: ArticleFacts, table: ArticleTableName, column: string): readonly Cell[] {
  return [0, 1, ...upTo(100).map(percent => percent / 100), ...facts.valuesOf(table, column)]
}

function guessVoiceEvidence(_row: NamedRow, facts: ArticleFacts): Guesses {
  return {
    told: { field: VOICE_FIELDS },
    tried: {
      voice: idsOf(facts, 'voice'),
      sequence: FEW,
      field: VOICE_FIELDS,
      value: [...GENDERS, ...SOURCE_TYPES, ...VOICE_FUNCTIONS, ...facts.valuesOf('voice_evidence', 'value')],
      start: [...facts.valuesOf('voice_evidence', 'start'), ...upTo(facts.text.length)],
      end: [...facts.valuesOf('voice_evidence', 'end'), ...upTo(facts.text.length + 1)],
      rule: facts.valuesOf('voice_evidence', 'rule'),
      reason: facts.valuesOf('voice_evidence', 'reason'),
    },
  }
}

/** Where its words stand, what stands where it lies, and what it would be with one end elsewhere. */
function guessSpan({ start, end, text }: NamedRow, facts: ArticleFacts): Record<string, readonly Cell[]> {
  const length = [...String(text)].length
  return {
    text: [facts.slice(start, end)],
    start: [Number(end) - length, ...facts.find(text).map(span => span.start)],
    end: [Number(start) + length, ...facts.find(text).map(span => span.end)],
  }
}

function stagesOf(facts: ArticleFacts): readonly Cell[] {
  const tables = ['done', 'evidence', 'candidate'] as const
  return [...new Set(tables.flatMap(table => facts.valuesOf(table, 'stage')))]
}

function idsOf(facts: ArticleFacts, table: 'source' | 'claim' | 'entity' | 'voice'): readonly Cell[] {
  return facts.valuesOf(table, 'id')
}

function inOrder(rows: readonly NamedRow[]): readonly NamedRow[] {
  return rows.toSorted((a, b) => Number(a.sequence) - Number(b.sequence))
}

function spansOf(rows: readonly NamedRow[]): Span[] {
  return inOrder(rows).map(({ start, end }) => ({ start: Number(start), end: Number(end) }))
}

function join(rows: readonly NamedRow[]): string {
  return inOrder(rows)
    .map(({ text }) => text)
    .join(PART_SEPARATOR)
}

function upTo(end: number): readonly number[] {
  return range(0, end)
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(end - start, 100_000)) }, (_, i) => start + i)
}
