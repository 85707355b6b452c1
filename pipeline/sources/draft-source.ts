import type { Grounded } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import type { AnonymityStatement } from './anonymity.ts'
import type { NamedEntity } from './named-entity.ts'
import type { Referent } from './occurrence.ts'
import type { SourceWords } from './source-words.ts'

/** A source while it is being resolved. */
export interface DraftSource {
  readonly spans: readonly Span[]
  readonly words: SourceWords
  readonly sentence: number
  entity: NamedEntity | null
  government: string | null
  /** Index of the source without a name that it goes back to. */
  antecedent: number | null
  /** Whom it turned out to mean, once its place in the text was reached. */
  referent: Referent | null
  statement: AnonymityStatement | null
  knowledge: Grounded<string> | null
  /** Which rule resolved it. */
  rule: string
  /** Why, in words. */
  how: string
  rivals: readonly { readonly name: string; readonly score: number }[]
}
