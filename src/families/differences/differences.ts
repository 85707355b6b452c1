import type { Act, QuotationType } from '../../domain/labels.ts'
import { areCompatible } from '../grouping/speaker.ts'
import type { DifferenceKind } from './difference-kinds.ts'

/** What of a claim is held against another of its family: as `v_claim` has it. */
export interface Variant {
  readonly content: string
  /** See `speakerOf`. */
  readonly speaker: string | null
  readonly quotation: QuotationType
  readonly act: Act
  readonly negated: boolean
  readonly hedged: boolean
  readonly cue: string
  readonly cueLemma: string
  readonly addressee: string | null
}

/** In what a variant differs from the first seen, in the order of `DIFFERENCE_KINDS`; empty where it only differs in marks. */
export function differencesOf(first: Variant, variant: Variant): readonly DifferenceKind[] {
  const kinds: DifferenceKind[] = []
  if (first.speaker !== null && variant.speaker !== null && !areCompatible(first.speaker, variant.speaker))
    kinds.push('speaker')
  if (first.negated !== variant.negated) kinds.push('negation')
  if (first.hedged !== variant.hedged) kinds.push('hedge')
  if (first.cueLemma !== variant.cueLemma) kinds.push('cue')
  if (first.quotation === 'direct' && variant.quotation === 'indirect') kinds.push('to-indirect')
  if (first.quotation === 'indirect' && variant.quotation === 'direct') kinds.push('to-direct')
  return kinds
}
