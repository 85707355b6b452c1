import type { Act } from '../../../../src/domain/labels.ts'
import type { Span } from '../../../../src/domain/span.ts'
import type { StageInfo } from '../../../../src/domain/stage.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/**
 * Ways of writing in which no verb says who speaks, but a paragraph's form does. `confidence`: how often such a paragraph is
 * one, by reading those of PolNeAR train; they are too rare in running news for a model to learn, and too regular to need one.
 */
export const FORMS = {
  'labelled-line': { confidence: 0.9, reason: 'The line opens with its speaker’s name and a colon.' },
  'answer-line': { confidence: 0.9, reason: 'The line is an answer in a talk printed as question and answer.' },
  interview: { confidence: 0.8, reason: 'The paragraphs answer a question, in a talk with one person.' },
  'signed-quotation': {
    confidence: 0.95,
    reason: 'The paragraph is a quotation and, behind a dash or in brackets, a name.',
  },
  'signed-block': { confidence: 0.85, reason: 'A line with a dash and a name signs the words above it.' },
  post: { confidence: 0.9, reason: 'The words stand under a name and its account, as a post is copied.' },
  letter: { confidence: 0.85, reason: 'The words stand between a letter’s salutation and its signature.' },
} as const
export type FormId = keyof typeof FORMS

/** What a form attributes. Spans are UTF-16 and lie inside the text. */
export interface FormAttribution {
  readonly form: FormId
  readonly source: Span
  /** The mark or words that stand for a verb of speech: the colon, the dash, the salutation. */
  readonly cue: Span
  readonly cueLemma: string
  readonly content: readonly Span[]
  readonly act?: Act
}

/** Whether an attribution was read from the form of its paragraph. */
export function isByForm({ evidence: [decided] }: Pick<UnlinkedAttribution, 'evidence'>): boolean {
  return decided !== undefined && Object.hasOwn(FORMS, decided.rule)
}

export function toAttribution(
  { form, source, cue, cueLemma, content, act = 'statement' }: FormAttribution,
  stage: StageInfo,
): UnlinkedAttribution {
  const { confidence, reason } = FORMS[form]
  return {
    cue: [cue],
    cueLemma,
    source: [source],
    content,
    addressee: [],
    act,
    confidence,
    evidence: [{ stage: stage.name, version: stage.version, rule: form, detail: { reason } }],
  }
}
