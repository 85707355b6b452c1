import type { Span } from '../../domain/span.ts'

/** What became of a claim, or of words that are no claim's, from one version of an article to the next. */
export const VERSION_CHANGES = ['added', 'gone', 'changed', 'renamed', 'anonymised', 'noted'] as const
export type VersionChangeKind = (typeof VERSION_CHANGES)[number]
export const VERSION_CHANGE_GLOSSARY: Record<VersionChangeKind, string> = {
  added: 'a claim, or a sentence with none, that the earlier version does not have',
  gone: 'a claim, or a sentence with none, that the later version does not have',
  changed: 'a claim, or words that are no claim’s, that both have in other words',
  renamed: 'a claim that now is somebody else’s by name, or has a name now',
  anonymised: 'a claim whose source had a name, and has none now, or asks not to be named now',
  noted: 'a note in the later version that says that the article was changed',
}

/** Which part of a claim changed; `text` of words that are no claim's. */
export const CHANGED_FIELDS = ['content', 'source', 'cue', 'quotation', 'act', 'negated', 'text'] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]
export const CHANGED_FIELD_GLOSSARY: Record<ChangedField, string> = {
  content: 'the words of what is said',
  source: 'the words that name who says it',
  cue: 'the words that attribute it',
  quotation: 'whether it stands in quotation marks',
  act: 'what kind of statement it is',
  negated: 'whether it is said or not said',
  text: 'words that are no claim’s',
}

/** One change from a version to the next. Spans in code points of the text of their side. */
export interface VersionChange {
  readonly change: VersionChangeKind
  /** Null of a claim that was added or is gone as a whole, and of a note. */
  readonly field: ChangedField | null
  readonly claimBefore: string | null
  readonly claimAfter: string | null
  /** As it was, and as it is: words of the text, a name, or a label. */
  readonly before: string | null
  readonly after: string | null
  /** Where the words stand that it is about; null where the side has none. */
  readonly spanBefore: Span | null
  readonly spanAfter: Span | null
  /** Number of the sentence among those of both texts where it is read; null of what stands beside the text. */
  readonly unit: number | null
}
