import type { QuotationType } from '../../domain/labels.ts'

/** A claim as families are made of it. */
export interface Member {
  readonly id: string
  /** Address of its article: versions of one article under one address are one. */
  readonly article: string
  /** The text of its wording. */
  readonly wording: string
  /** See `speakerOf`. */
  readonly speaker: string | null
  /** When its words were seen, in ms since 1970; null where nobody knows. */
  readonly seenAt: number | null
  readonly quotation: QuotationType
}

/** Two wordings that are tied, or a wording with itself. */
export interface WordingTie {
  readonly one: string
  readonly other: string
  readonly strength: 'strong' | 'weak'
  readonly score: number
}

/** A quotation family. */
export interface Family {
  /** Hash of the smallest id in it. */
  readonly id: string
  /** Ids of its claims: the first seen first, then by id. */
  readonly members: readonly Member[]
}
