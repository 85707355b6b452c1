import type { ArticleRecord, VoiceRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { matchVoices } from './match-voice.ts'
import type { GoldVoice, VoicedArticle } from './voice-gold.ts'

export const JUDGED_FIELDS = ['type', 'function', 'gender'] as const
export type JudgedField = (typeof JUDGED_FIELDS)[number]

export const SPAN_FIELDS = ['role', 'affiliation'] as const
export type SpanField = (typeof SPAN_FIELDS)[number]

/** A gold voice beside what was judged of it. */
export interface ComparedVoice {
  readonly article: string
  readonly gold: GoldVoice
  /** False where no voice stands at its words: then everything is unknown of it. */
  readonly found: boolean
  readonly judged: Readonly<Record<JudgedField, string>>
  /** Null where none was given; `span` is null where no words of the article say it. */
  readonly given: Readonly<Record<SpanField, { readonly value: string; readonly span: Span | null } | null>>
}

export function compareVoices({ name, voices }: Omit<VoicedArticle, 'text'>, record: ArticleRecord): ComparedVoice[] {
  const match = matchVoices(record)
  return voices.map(gold => compare(name, gold, match(gold.head)))
}

function compare(article: string, gold: GoldVoice, voice: VoiceRecord | null): ComparedVoice {
  return {
    article,
    gold,
    found: voice !== null,
    judged: {
      type: voice?.type.value ?? 'unknown',
      function: voice?.function.value ?? 'unknown',
      gender: voice?.gender.value ?? 'unknown',
    },
    given: { role: voice?.role ?? null, affiliation: voice?.affiliation ?? null },
  }
}

/** Whether a field of a span says just what the gold says: nothing where it says nothing, else one of its spans. */
export function hasRightSpan({ gold, given }: ComparedVoice, field: SpanField): boolean {
  const span = given[field]?.span ?? null
  return span === null
    ? given[field] === null && gold[field].length === 0
    : gold[field].some(({ start, end }) => start === span.start && end === span.end)
}
