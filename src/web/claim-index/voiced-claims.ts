import { NAMINGS } from '../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import type { FacetValue } from './facet-value.ts'
import { NONE } from './loading/load-sources.ts'

/** What claims are counted by that lies in their voices. */
export const VOICE_FACETS = ['gender', 'type', 'function', 'voice'] as const
export type VoiceFacet = (typeof VOICE_FACETS)[number]

const LABELS: Readonly<Record<VoiceFacet, readonly string[]>> = {
  gender: GENDERS,
  type: SOURCE_TYPES,
  function: VOICE_FUNCTIONS,
  voice: NAMINGS,
}

/** Conditions of which one may fail for a claim to count in that facet; above those of `selectClaims`. */
const FAILS: Readonly<Record<VoiceFacet, number>> = { gender: 64, type: 128, function: 256, voice: 512 }

export interface VoicesAsked {
  /** By rank of a claim, the index of its voice, or `NONE`. */
  readonly voiceOf: Uint32Array
  /** 1 for each voice that meets all conditions but those of the facets. */
  readonly accepted: Uint8Array
  /** By index of a voice, that of its label. */
  readonly columns: Readonly<Record<VoiceFacet, Uint8Array>>
  /** Labels that are asked for; those of a facet that is left out all are. */
  readonly wanted: Readonly<Partial<Record<VoiceFacet, readonly string[]>>>
}

/** Tells of claims, one after another, whether their voices are meant, and counts them by these. */
export class VoicedClaims {
  readonly #asked: VoicesAsked
  readonly #facets: readonly {
    readonly fails: number
    readonly column: Uint8Array
    readonly wanted: Uint8Array
    readonly counts: Uint32Array
    readonly name: VoiceFacet
  }[]

  constructor(asked: VoicesAsked) {
    this.#asked = asked
    this.#facets = VOICE_FACETS.map(name => {
      const labels = asked.wanted[name]
      return {
        name,
        fails: FAILS[name],
        column: asked.columns[name],
        wanted: Uint8Array.from(LABELS[name], label => (labels === undefined || labels.includes(label) ? 1 : 0)),
        counts: new Uint32Array(LABELS[name].length),
      }
    })
  }

  /** Whether the claim at a rank has a voice that is meant, but for the facets. */
  holds(rank: number): boolean {
    const voice = this.#asked.voiceOf[rank] as number
    return voice !== NONE && this.#asked.accepted[voice] === 1
  }

  /** Which facets the voice of such a claim fails, a bit each. */
  failsOf(rank: number): number {
    const voice = this.#asked.voiceOf[rank] as number
    let fails = 0
    for (const facet of this.#facets) if (facet.wanted[facet.column[voice] as number] === 0) fails |= facet.fails
    return fails
  }

  /** Counts such a claim in every facet that no other condition keeps it out of. */
  count(rank: number, fails: number): void {
    const voice = this.#asked.voiceOf[rank] as number
    for (const { fails: own, column, counts } of this.#facets) {
      if ((fails & ~own) !== 0) continue
      const label = column[voice] as number
      counts[label] = (counts[label] as number) + 1
    }
  }

  facets(): Readonly<Record<VoiceFacet, readonly FacetValue<string>[]>> {
    const values = this.#facets.map(({ name, counts }) => [
      name,
      LABELS[name].map((value, label) => ({ value, claims: counts[label] as number })),
    ])
    return Object.fromEntries(values)
  }
}
