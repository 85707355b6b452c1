import { forceOf } from '../../../pipeline/words/cue-force.ts'
import type { Act, QuotationType } from '../../domain/labels.ts'
import { areCompatible } from '../grouping/speaker.ts'
import { DIFFERENCE_KINDS, type DifferenceKind } from './difference-kinds.ts'
import { isOutlet } from './outlet-named.ts'
import { textDifferencesFrom } from './text-differences.ts'

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

/**
 * In what variants differ from the first seen, in the order of `DIFFERENCE_KINDS`; empty where one only differs in marks. The first is
 * read once for all of them, and contents that are the same once for all who have them.
 */
export function differencesFrom(first: Variant): (variant: Variant) => readonly DifferenceKind[] {
  const ofText = textDifferencesFrom(first.content)
  const known = new Map<string, ReadonlySet<DifferenceKind>>()
  return variant => {
    const ofContent = known.get(variant.content) ?? ofText(variant.content)
    known.set(variant.content, ofContent)
    const kinds = new Set(ofContent)
    if (first.speaker !== null && variant.speaker !== null && !areCompatible(first.speaker, variant.speaker))
      kinds.add('speaker')
    if (first.negated !== variant.negated) kinds.add('negation')
    if (first.hedged !== variant.hedged) kinds.add('hedge')
    if (forceOf(first.cueLemma) !== forceOf(variant.cueLemma)) kinds.add('cue')
    const [isQuoted, isQuotedThere] = [isDirect(first), isDirect(variant)]
    if (isQuoted !== isQuotedThere) kinds.add(isQuoted ? 'to-indirect' : 'to-direct')
    if (isOutlet(first.addressee) !== isOutlet(variant.addressee)) kinds.add('agency-copy')
    return DIFFERENCE_KINDS.filter(kind => kinds.has(kind))
  }
}

function isDirect({ quotation }: Variant): boolean {
  return quotation === 'direct' || quotation === 'mixed'
}
