import type { Act } from '../../../src/domain/labels.ts'

export interface Cue {
  readonly cue: string
  readonly lemma: string
  readonly act: Act
}

const cue = (text: string, lemma = text, act: Act = 'statement'): Cue => ({ cue: text, lemma, act })

/** Say only that it was said. */
export const NEUTRAL: readonly Cue[] = [
  cue('said', 'say'),
  cue('says', 'say'),
  cue('told', 'tell'),
  cue('added', 'add'),
  cue('according to', 'according'),
  cue('explained', 'explain'),
  cue('noted', 'note'),
  cue('wrote', 'write'),
  cue('said in a statement', 'say'),
]
/** Say what to make of it. */
export const CHARGED: readonly Cue[] = [
  cue('admitted', 'admit'),
  cue('conceded', 'concede'),
  cue('claimed', 'claim'),
  cue('alleged', 'allege', 'accusation'),
  cue('boasted', 'boast'),
  cue('denied', 'deny', 'denial'),
  cue('confessed', 'confess'),
  cue('insisted', 'insist'),
  cue('acknowledged', 'acknowledge'),
]
