import type { Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { type ComparedVoice, JUDGED_FIELDS, type JudgedField, SPAN_FIELDS, type SpanField } from './compare-voices.ts'

/** One field of one voice that is not as the gold says. Offsets are code points. */
export interface VoiceMiss extends Span {
  readonly id: number
  readonly article: string
  readonly text: string
  readonly field: JudgedField | SpanField
  readonly gold: string
  readonly judged: string
}

const NOTHING = '–'

/** What is wrong or undecided, field by field and in the order of the gold, so that like stands by like. */
export function listVoiceMisses(
  compared: readonly ComparedVoice[],
  texts: ReadonlyMap<string, CodePointText>,
): VoiceMiss[] {
  const missOf = (one: ComparedVoice, field: VoiceMiss['field'], gold: string, judged: string): VoiceMiss => {
    const { id, start, end } = one.gold
    const text = texts.get(one.article)?.slice({ start, end }) ?? ''
    return { id, article: one.article, start, end, text, field, gold, judged: one.found ? judged : 'not found' }
  }
  const wordsOf = ({ article }: ComparedVoice, span: Span) => `“${texts.get(article)?.slice(span) ?? ''}”`
  return [
    ...JUDGED_FIELDS.flatMap(field =>
      compared
        .filter(({ gold, judged }) => gold[field] !== judged[field])
        .map(one => missOf(one, field, one.gold[field], one.judged[field])),
    ),
    ...SPAN_FIELDS.flatMap(field =>
      compared
        .filter(one => one.gold.people && !(one.given[field]?.exact ?? one.gold[field].length === 0))
        .map(one => {
          const { span = null, value = NOTHING } = one.given[field] ?? {}
          const gold = one.gold[field].map(span => wordsOf(one, span)).join(' or ') || NOTHING
          return missOf(one, field, gold, span === null ? value : `${wordsOf(one, span)} at ${span.start}`)
        }),
    ),
  ]
}

export function formatVoiceMiss({ id, article, start, text, field, gold, judged }: VoiceMiss): string {
  return `${field}  ${article}:${start} (${id}) “${text}”: ${gold}, judged ${judged}`.replace(/\s*\n\s*/gu, ' ')
}
