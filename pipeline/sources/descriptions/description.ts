import type { NamedEntity } from '../named-entity.ts'

/** Whom a description means, and why. */
export interface Description {
  readonly entity: NamedEntity | null
  readonly source: number | null
  readonly rule: string
  readonly how: string
  readonly rivals: readonly { readonly name: string; readonly score: number }[]
}
