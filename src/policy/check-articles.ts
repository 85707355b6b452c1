import { isListed } from '../domain/listed-acts.ts'
import type { ClaimFilter } from '../store/queries/claims.ts'
import {
  type ArticleWithClaims,
  type ClaimInArticle,
  streamArticlesWithClaims,
} from '../store/queries/stream-articles-with-claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { LineIndex } from './line-index.ts'
import type { Policy, Rule, Selection } from './policy.ts'
import type { PolicyFinding } from './policy-finding.ts'
import type { Hit } from './rule-kind.ts'
import { RULE_KINDS } from './rule-kinds.ts'

/** What was found in one article, and how many of its claims were looked at. */
export interface CheckedArticle {
  readonly findings: readonly PolicyFinding[]
  readonly claims: number
}

/** Conditions on claims rather than on articles: with one of them, what concerns no claim is left out. */
const CLAIM_CONDITIONS = ['source', 'naming', 'act', 'quotation', 'cue', 'text'] as const

/**
 * Holds articles against a policy, one after another by URI. Claims count as they stand after their corrections.
 *
 * The filter says of which claims findings are wanted; shares are always counted over the whole article. An article's
 * findings come in the order of the text, then of the policy's rules; those on the article as a whole come first.
 *
 * @throws HearsayError (2) when the filter's article is unknown or its date is none.
 *
 * @example
 * for await (const { findings } of checkArticles(reader.database, loadPolicy(undefined, '.'))) console.log(findings)
 */
export async function* checkArticles(
  database: StoreDatabase,
  policy: Policy,
  filter: ClaimFilter = {},
): AsyncGenerator<CheckedArticle> {
  const isNarrowed = CLAIM_CONDITIONS.some(condition => filter[condition] !== undefined)
  for await (const article of streamArticlesWithClaims(database, filter)) {
    const selected = new Set(article.claims.filter(({ isSelected }) => isSelected).map(({ id }) => id))
    const isWanted = ({ claims }: Hit) =>
      claims.length === 0 ? !isNarrowed : claims.some(claim => selected.has(claim))
    const lines = new LineIndex(article.text)
    const findings = policy.rules.flatMap(rule =>
      applyRule(rule, article)
        .filter(isWanted)
        .map(hit => toFinding(rule, hit, article, lines)),
    )
    yield {
      claims: selected.size,
      findings: findings.toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1)),
    }
  }
}

/** What a rule finds in an article. */
export function applyRule({ check, where = {}, parameters }: Rule, article: ArticleWithClaims): Hit[] {
  const kind = RULE_KINDS.find(({ name }) => name === check)
  if (kind === undefined) throw new Error(`a policy was let through with a rule of kind ${check}`)
  const publishers = where.publisher?.map(name => name.toLowerCase())
  if (publishers !== undefined && !publishers.includes(article.publisher?.toLowerCase() ?? '')) return []
  const claims = article.claims.filter(claim => isIn(where, claim))
  return [...kind.find(article, claims, parameters)]
}

function isIn({ act, quotation, kind, confidence = 0 }: Selection, claim: ClaimInArticle): boolean {
  return (
    isListed(claim.act, { act }) &&
    (quotation === undefined || quotation.includes(claim.quotation)) &&
    (kind === undefined || kind.includes(claim.kind ?? 'unknown')) &&
    claim.confidence >= confidence
  )
}

function toFinding(
  { id, check, severity, message }: Rule,
  { claims, span, facts }: Hit,
  article: ArticleWithClaims,
  lines: LineIndex,
): PolicyFinding {
  const template = message ?? RULE_KINDS.find(({ name }) => name === check)?.message ?? check
  return {
    rule: id,
    severity,
    message: template.replaceAll(/\{([^{}]*)\}/g, (braces, fact: string) => String(facts[fact] ?? braces)),
    article: { id: article.id, uri: article.uri, title: article.title, sha256: article.raw_sha256 },
    claims,
    span: span === null ? null : { ...span, ...lines.at(span) },
  }
}
