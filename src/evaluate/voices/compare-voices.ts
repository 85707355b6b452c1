import type { ArticleRecord, VoiceRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { matchVoices } from './match-voice.ts'
import type { GoldVoice, VoicedArticle } from './voice-gold.ts'

/** The body may stand only in a word for it: "its chairman". */
const POSSESSIVE = /^(?:its|his|her|their)$/i

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
  readonly given: Readonly<Record<SpanField, GivenSpan | null>>
}

export interface GivenSpan {
  readonly value: string
  readonly span: Span | null
  /** Whether it is one of the gold's spans, to the character, or a pronoun that is resolved to the words of one ("Its"). */
  readonly exact: boolean
  /** Whether its value has the words of one of them, wherever the article says them. */
  readonly sameWords: boolean
}

export function compareVoices({ name, voices }: Omit<VoicedArticle, 'text'>, record: ArticleRecord): ComparedVoice[] {
  const match = matchVoices(record)
  const text = new CodePointText(record.article.text)
  return voices.map(gold => compare(name, gold, match(gold.head), text))
}

function compare(article: string, gold: GoldVoice, voice: VoiceRecord | null, text: CodePointText): ComparedVoice {
  const give = (field: SpanField): GivenSpan | null => {
    const { value, span } = voice?.[field] ?? {}
    if (value === undefined || span === undefined) return null
    const sameWords = gold[field].some(right => plain(text.slice(right)) === plain(value))
    const isSpan = span !== null && gold[field].some(({ start, end }) => start === span.start && end === span.end)
    const isOwned = span !== null && POSSESSIVE.test(text.slice(span))
    return { value, span, exact: isSpan || (isOwned && sameWords), sameWords }
  }
  return {
    article,
    gold,
    found: voice !== null,
    judged: {
      type: voice?.type.value ?? 'unknown',
      function: voice?.function.value ?? 'unknown',
      gender: voice?.gender.value ?? 'unknown',
    },
    given: { role: give('role'), affiliation: give('affiliation') },
  }
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ')
}
