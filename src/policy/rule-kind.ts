import type { z } from 'zod'
import type { TextSpan } from '../domain/record.ts'
import type { ArticleWithClaims, ClaimInArticle } from '../store/queries/stream-articles-with-claims.ts'

/** Something in an article that breaks a rule. */
export interface Hit {
  /** Ids of the claims concerned, that of the span first. */
  readonly claims: readonly string[]
  /** The words that it is about, in code points; null when it is the article as a whole. */
  readonly span: TextSpan | null
  /** What a message can name in braces. */
  readonly facts: Readonly<Record<string, string | number>>
}

/**
 * One kind of rule. A policy holds rules of these kinds, each with parameters of its own.
 *
 * Whatever is not in the article's text or in the ledger of corrections must not decide anything here, so that the same
 * database always gives the same findings.
 */
export interface RuleKind<Parameters = unknown> {
  /** What `check` of a rule takes. */
  readonly name: string
  /** One sentence that says what it finds. */
  readonly description: string
  /** The message of rules that have none. */
  readonly message: string
  /** The names of the facts that each hit has. */
  readonly facts: readonly string[]
  /** Every parameter has a default, unless a rule without it could find nothing. */
  readonly parameters: z.ZodType<Parameters>
  /** @param claims those of the article that the rule's selection lets through, in the order of the text */
  find(article: ArticleWithClaims, claims: readonly ClaimInArticle[], parameters: Parameters): Iterable<Hit>
  /** What is found in many articles together; null, or left out, where each is looked at by itself. */
  together?(parameters: Parameters): Together | null
}

/** Counts over articles for what no single one shows. */
export interface Together {
  /** @param claims those of the article that the rule's selection lets through */
  add(article: ArticleWithClaims, claims: readonly ClaimInArticle[]): void
  /** @param left how many articles were not counted because a newer version stands for each */
  finish(left: number): Iterable<Hit>
}
