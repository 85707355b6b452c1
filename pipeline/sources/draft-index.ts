import type { DraftSource } from './draft-source.ts'

/** The sources of an article by what others look for among them, so that none has to look at all. */
export interface DraftIndex {
  /** Place of each in the list. */
  readonly placeOf: ReadonlyMap<DraftSource, number>
  /** The first whose words begin at a token and are those of no relative pronoun. */
  readonly phraseAt: ReadonlyMap<number, number>
  /** In the order of the list. */
  readonly bySentence: ReadonlyMap<number, readonly DraftSource[]>
}

const indexes = new WeakMap<readonly DraftSource[], DraftIndex>()

/** Remembered by the list, which must be whole: only what their words say is looked at, and that stays. */
export function indexDrafts(drafts: readonly DraftSource[]): DraftIndex {
  const known = indexes.get(drafts)
  if (known !== undefined) return known
  const phraseAt = new Map<number, number>()
  for (const [i, { words }] of drafts.entries()) {
    if (!words.relative && !phraseAt.has(words.from)) phraseAt.set(words.from, i)
  }
  const made = {
    placeOf: new Map(drafts.map((draft, i) => [draft, i])),
    phraseAt,
    bySentence: Map.groupBy(drafts, ({ sentence }) => sentence),
  }
  indexes.set(drafts, made)
  return made
}
