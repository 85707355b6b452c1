import type { Mention, QuotationsLayer, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import type { NamesAt } from '../words/beside-owner.ts'
import type { DraftSource } from './draft-source.ts'
import type { NamedEntity } from './named-entity.ts'
import type { ReadCoreference } from './pronouns/read-coreference.ts'

/** Content of an attribution with its source: who says the words in it. */
export interface Speech extends Span {
  readonly draft: DraftSource | null
  /** Whether the words are the speaker's own without marks of quotation: a mark behind a name introduces them. */
  readonly isVerbatim: boolean
}

/** What an article is walked through with. */
export interface Walk {
  readonly text: string
  readonly layer: TokensLayer
  readonly quotations: QuotationsLayer
  readonly entityOf: ReadonlyMap<Mention, NamedEntity>
  readonly mentions: readonly Mention[]
  readonly drafts: readonly DraftSource[]
  readonly speeches: readonly Speech[]
  readonly speechesOf: ReadonlyMap<DraftSource, readonly Speech[]>
  readonly coreference: ReadCoreference
  /** Those of whom the article says that they go by "they". */
  readonly singularThey: ReadonlySet<NamedEntity>
  /** Mentions of people by name, by the tokens where they begin and end. */
  readonly peopleAt: NamesAt<Mention>
  /** Whose own words say that they are not to be named. */
  readonly withheld: ReadonlySet<DraftSource>
  /** Who wrote the article, where its source says so. */
  readonly byline: string | null
}
