import type { DifferenceKind } from '../../../src/families/differences/difference-kinds.ts'
import { differencesFrom, type Variant } from '../../../src/families/differences/differences.ts'
import { speakerOf } from '../../../src/families/grouping/speaker.ts'
import { NEUTRAL } from './cues.ts'
import type { GeneratedClaim } from './generate.ts'

const WATCHED = ['negation', 'hedge', 'number', 'name', 'cue', 'speaker'] as const satisfies readonly DifferenceKind[]

export interface AlteredFigures {
  /** Of each kind how many variants that are altered so were looked at, and how many of these were told. */
  readonly of: ReadonlyMap<string, { readonly expected: number; readonly found: number }>
  /** Variants of which a difference was told that is none, and all that were looked at. */
  readonly wrong: number
  readonly looked: number
  readonly wrongly: readonly {
    readonly kind: DifferenceKind
    readonly first: GeneratedClaim
    readonly claim: GeneratedClaim
  }[]
  readonly missed: readonly {
    readonly kind: DifferenceKind
    readonly first: GeneratedClaim
    readonly claim: GeneratedClaim
  }[]
}

/** Holds each member of a found family against the first, where the first has what was altered and is as it was said. */
export function countAltered(families: readonly (readonly GeneratedClaim[])[]): AlteredFigures {
  const of = new Map(WATCHED.map(kind => [kind as string, { expected: 0, found: 0 }]))
  let [wrong, looked] = [0, 0]
  const wrongly: AlteredFigures['wrongly'][number][] = []
  const missed: AlteredFigures['missed'][number][] = []
  for (const [first, ...others] of families) {
    if (first === undefined || first.altered !== null || first.isGivenToOther) continue
    for (const claim of others) {
      if (claim.utterance !== first.utterance) continue
      const told = new Set(differencesFrom(variantOf(first))(variantOf(claim)))
      looked += 1
      let isWrong = false
      for (const kind of WATCHED) {
        const isExpected = expects(kind, first, claim)
        if (isExpected === null) continue
        const count = of.get(kind) as { expected: number; found: number }
        if (isExpected) {
          count.expected += 1
          if (told.has(kind)) count.found += 1
          else missed.push({ kind, first, claim })
        } else if (told.has(kind)) {
          isWrong = true
          wrongly.push({ kind, first, claim })
        }
      }
      if (isWrong) wrong += 1
    }
  }
  return { of, wrong, looked, wrongly, missed }
}

/** Null where nobody could tell from the two. */
function expects(kind: (typeof WATCHED)[number], first: GeneratedClaim, claim: GeneratedClaim): boolean | null {
  if (kind === 'cue') {
    const [isPlain, isPlainThere] = [NEUTRAL.includes(first.cue), NEUTRAL.includes(claim.cue)]
    return isPlain || isPlainThere ? isPlain !== isPlainThere : null
  }
  if (kind === 'speaker') return first.speaker === null || claim.speaker === null ? null : claim.isGivenToOther
  if (claim.altered?.kind !== kind) return false
  return first.isWhole && first.parts.includes(claim.altered.part) ? true : null
}

function variantOf({ content, speaker, quotation, cue, addressee }: GeneratedClaim): Variant {
  return {
    content,
    speaker: speakerOf(speaker),
    quotation,
    act: cue.act,
    negated: false,
    hedged: false,
    cue: cue.cue,
    cueLemma: cue.lemma,
    addressee,
  }
}
