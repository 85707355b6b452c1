import type { Gender } from '../words/gender.ts'
import type { NamedEntity } from './named-entity.ts'

/** Somebody or something that later words can go back to. */
export interface Referent {
  /** Null for a source without a name and for a noun phrase that is no source ("a woman"). */
  readonly entity: NamedEntity | null
  /** Index among the sources when it is one without a name. */
  readonly source: number | null
  /** What runners-up are called. */
  readonly label: string
  gender: Gender | null
  readonly number: 'singular' | 'plural'
  readonly human: boolean
}

/** A place in the text where a referent is spoken of. Token indexes. */
export interface Occurrence {
  readonly referent: Referent
  readonly at: number
  readonly end: number
  readonly sentence: number
  readonly paragraph: number
  /** Whether it stands where a subject stands. */
  readonly subject: boolean
  /** Whether it is the source of an attribution there. */
  readonly spoke: boolean
}
