import type { Naming, QuotationType, SourceKind } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'
import type { QuotedWords } from './text/quoted-words.ts'

/** An article that may hold a quotation. */
export interface ArchivedArticle {
  readonly id: string
  readonly uri: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published_at: string | null
  readonly text: string
}

export interface ArchivedSource {
  readonly text: string | null
  readonly name: string | null
  readonly naming: Naming
  readonly kind: SourceKind | null
  readonly affiliation: string | null
}

/** Words that somebody is said to have said. */
export interface ArchivedClaim {
  /** Null where they are no claim: what follows a speaker's name in a transcript. */
  readonly id: string | null
  readonly article: ArchivedArticle
  readonly source: ArchivedSource | null
  readonly quotation: QuotationType | null
  /** UTF-16 offsets in the article's text, in its order. */
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
}

/** What an archive has that may be near a quotation. */
export interface Candidates {
  /** Likeliest first. */
  readonly claims: readonly ArchivedClaim[]
  /** Articles that may have the words without attributing them. */
  readonly articles: readonly ArchivedArticle[]
  /** False where so many claims have the words that not all are given. */
  readonly isComplete: boolean
  /** Whether claims whose source may be who is said to say it were looked for among all that have the words. */
  readonly hasAllSpeakers: boolean
}

/** What quotations are looked for in: a database, or a transcript. */
export interface Archive {
  /** Whether all of its text is what people said, as in a transcript; else only what stands in quotation marks is. */
  readonly isSpoken: boolean
  findCandidates(quotation: QuotedWords, by: string | null): Promise<Candidates>
  /** Articles with the words anywhere in their text, besides those of the candidates; null where texts are not read through. */
  findTexts: ((quotation: QuotedWords) => Promise<readonly ArchivedArticle[]>) | null
  /** What is known of a name, wherever it stands; null where nothing is. */
  kindOf(name: string): Promise<SourceKind | null>
}
