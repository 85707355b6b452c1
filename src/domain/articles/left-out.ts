/** A passage of an input that is no part of its article, and why a reader left it out. Kept beside the article as a row. */
export interface LeftOutPassage {
  /** In a few words, the same for all of a kind: `newsletter box`, `related links`, `comments`, `image caption`. */
  readonly reason: string
  /** The passage as it would have been read, in one line or several; not part of the article's text. */
  readonly text: string
}

export function areSamePassages(one: readonly LeftOutPassage[], other: readonly LeftOutPassage[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ reason, text }, index) => reason === other[index]?.reason && text === other[index]?.text)
  )
}
