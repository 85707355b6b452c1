/** An article of corpus/ and a later version of it, with everything that changed. */
export interface VersionPair {
  readonly name: string
  readonly file: string
  /** What stands in the file, and what the later version has in its place; an empty first text stands for the end. */
  readonly edits: readonly (readonly [from: string, to: string])[]
  readonly changes: readonly string[]
}
