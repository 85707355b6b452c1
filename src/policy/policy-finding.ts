import type { TextSpan } from '../domain/record.ts'
import type { LineSpan } from './line-index.ts'
import type { Severity } from './policy.ts'

/** An article that a finding is about. */
export interface ArticleOfFinding {
  /** SHA-256 of the article's text in UTF-8, which offsets and lines count in. */
  readonly id: string
  readonly uri: string
  readonly title: string | null
  /** SHA-256 of the bytes that the article was read from. */
  readonly sha256: string
}

/** A place of an article that breaks a rule of the policy. */
export interface PolicyFinding {
  /** Id of the rule. */
  readonly rule: string
  readonly severity: Severity
  /** One or more sentences for people. */
  readonly message: string
  readonly article: ArticleOfFinding
  /** Ids of the claims concerned, that of the span first; empty where words are attributed to nobody. */
  readonly claims: readonly string[]
  /** The words that it is about: offsets in code points, lines and columns too. Null when it is the article as a whole. */
  readonly span: (TextSpan & LineSpan) | null
}

/** What breaks a rule in all articles together that were checked, and lies in none of them. */
export interface JointFinding extends Omit<PolicyFinding, 'article' | 'span'> {
  readonly article: null
  readonly span: null
}
