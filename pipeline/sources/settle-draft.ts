import type { Grounded } from '../../src/domain/layers.ts'
import type { AnonymityStatement } from './anonymity/anonymity.ts'
import { goBackTo } from './antecedents.ts'
import type { DraftSource } from './draft-source.ts'
import type { NamedEntity } from './named-entity.ts'
import type { Referent } from './occurrence.ts'
import type { Owner } from './people/affiliation.ts'
import type { SourceWords } from './source-words.ts'

/*
 * The one place where a source is given what others than its own words say. Resolvers only read: they answer a `Meaning`.
 */

/** Whom the words of a source turned out to mean. What is left out stays as it was. */
export interface Meaning {
  /** Which rule resolved it, and why, in words. */
  readonly rule: string
  readonly how: string
  readonly entity?: NamedEntity | null
  readonly government?: string | null
  readonly ownName?: Grounded<string> | null
  /** Index of the source that it goes back to. */
  readonly source?: number | null
  readonly referent?: Referent
  readonly rivals?: DraftSource['rivals']
  /** The same words, where they stand for somebody as a pronoun does. */
  readonly words?: SourceWords
}

/**
 * Gives a source whom it means. Where the source that it goes back to goes back to it already, it stays by itself and keeps whom it
 * was refused: see `goBackTo`.
 *
 * @param drafts all sources of the article
 */
export function giveMeaning(drafts: readonly DraftSource[], draft: DraftSource, { source, ...meaning }: Meaning): void {
  give(draft, source === undefined ? meaning : { ...meaning, ...goBackTo(drafts, draft, source) })
}

/** Gives a source whose it is, where its words say so by a pronoun or a description. */
export function giveOwner(draft: DraftSource, owner: Owner | null): void {
  give(draft, { owner })
}

/** Gives a source whom it is spoken of as from its place in the text on. */
export function giveReferent(draft: DraftSource, referent: Referent): void {
  give(draft, { referent })
}

/** Gives a source what the article says of its anonymity; of several statements the first counts. */
export function giveStatement(draft: DraftSource, statement: AnonymityStatement): void {
  if (draft.statement === null) give(draft, { statement })
}

function give(draft: { -readonly [Field in keyof DraftSource]: DraftSource[Field] }, said: Partial<DraftSource>): void {
  Object.assign(draft, said)
}
