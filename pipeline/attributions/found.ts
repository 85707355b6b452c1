import type { Attribution, Candidate } from '../../src/domain/layers.ts'

/** An attribution as it is before all are found: what holds it is not known yet. */
export type UnlinkedAttribution = Omit<Attribution, 'parent'>

/** An attribution as an engine proposes it: whom it addresses and which act it is are settled beside what the rules read. */
export interface ProposedAttribution extends Omit<UnlinkedAttribution, 'act' | 'addressee' | 'relay'> {
  /** Confidence that it is to have when it is kept, where that is known to be another than the one that decides about it. */
  readonly settledConfidence?: number
}

/** What something finds in one article, and what it considered and rejected. */
export interface Found<One> {
  readonly attributions: readonly One[]
  readonly candidates: readonly Candidate[]
}
