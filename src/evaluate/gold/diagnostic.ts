/** Something in an input that could not be used; the rest of that input still was. */
export interface Diagnostic {
  /** Path relative to the folder that was read. */
  readonly file: string
  /** Line, from 1; null when it is about the whole file. */
  readonly line: number | null
  readonly code: 'malformed-span' | 'malformed-event' | 'unknown-span' | 'unknown-line' | 'no-text' | 'no-annotations'
  readonly message: string
}
