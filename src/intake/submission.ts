import type { InputOutcome } from '../read/format.ts'

/** One thing that somebody gave: a file, or a text that was pasted. */
export interface Given {
  /** Place of the article, or of the file that holds several; see `givenPlace`. */
  readonly uri: string
  readonly bytes: Uint8Array
}

/** What somebody says of a text beside it, as it was typed; it goes before what the text tells. */
export interface ToldByHand {
  readonly title?: string
  readonly publisher?: string
  readonly byline?: string
  /** In any form that `readPublishedTime` knows. */
  readonly published?: string
}

/** What who gives something may choose when they have seen what is read of it. */
export interface ReadingChoices {
  /** Keeps all of a plain text, with what stands around its article. */
  readonly whole: boolean
  /** Takes articles in other languages than English too. */
  readonly anyLanguage: boolean
}

/** An outcome that can be kept. */
export type ArticleOutcome = Extract<InputOutcome, { outcome: 'article' }>

/** What became of an article that was to be kept. */
export interface KeptArticle {
  readonly articleId: string
  readonly title: string
  /** `failed` is recorded in the database with its reason; `lost` was interrupted, and nothing of it is there. */
  readonly fate: 'stored' | 'failed' | 'lost'
  readonly error: string | null
}

export type Progress =
  /** It waits for somebody to say whether it is kept; `trouble` says why keeping it did not work. */
  | { readonly stage: 'read'; readonly trouble: string | null }
  /** It waits for others; `why` is null where these are others that were given here. */
  | { readonly stage: 'waiting'; readonly why: string | null }
  | { readonly stage: 'analysing'; readonly done: number; readonly of: number }
  | { readonly stage: 'kept'; readonly runId: number | null; readonly articles: readonly KeptArticle[] }

/** What somebody gave, as it is held in memory until they have said what is to become of it. */
export interface Submission {
  readonly id: string
  readonly given: readonly Given[]
  readonly byHand: ToldByHand
  readonly choices: ReadingChoices
  readonly outcomes: readonly InputOutcome[]
  /** Why not all of it was read, to be shown; null when all was. */
  readonly cut: string | null
  readonly progress: Progress
}

/** The articles that were read, each text once. */
export function articlesOf({ outcomes }: Pick<Submission, 'outcomes'>): readonly ArticleOutcome[] {
  const articles = outcomes.filter(outcome => outcome.outcome === 'article')
  return [...new Map(articles.map(outcome => [outcome.article.id, outcome])).values()]
}
