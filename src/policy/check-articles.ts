import { isListed } from '../domain/listed-acts.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { findOlderVersions } from '../store/queries/across/older-versions.ts'
import type { ClaimFilter } from '../store/queries/claims.ts'
import {
  type ArticleWithClaims,
  type ClaimInArticle,
  streamArticlesWithClaims,
} from '../store/queries/stream-articles-with-claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { LineIndex } from './line-index.ts'
import type { Policy, Rule, Selection } from './policy.ts'
import type { JointFinding, PolicyFinding } from './policy-finding.ts'
import type { Hit, RuleKind, Together } from './rule-kind.ts'
import { RULE_KINDS } from './rule-kinds.ts'

/** What was found in one article, and how many of its claims were looked at. */
export interface CheckedArticle {
  readonly findings: readonly PolicyFinding[]
  readonly claims: number
  readonly articles: 1
}

/** What was found in all articles together. */
export interface CheckedTogether {
  readonly findings: readonly JointFinding[]
  /** None beyond those of the articles. */
  readonly claims: 0
  readonly articles: 0
}

export interface CheckOptions {
  /** Whether what is counted over many articles counts every text; otherwise the newest version stands for an article. */
  readonly allVersions?: boolean | undefined
}

/** Conditions on claims rather than on articles: with one of them, what concerns no claim is left out. */
const CLAIM_CONDITIONS = ['source', 'naming', 'act', 'quotation', 'cue', 'text'] as const

/**
 * Holds articles against a policy, one after another by URI. Claims count as they stand after their corrections.
 *
 * The filter says of which claims findings are wanted; shares are always counted over the whole article. An article's
 * findings come in the order of the text, then of the policy's rules; those on the article as a whole come first. What is found
 * in all of them together comes last, unless the filter asks for one article or for some claims; there the newest version stands
 * for an article, unless every text is to count.
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
  { allVersions = false }: CheckOptions = {},
): AsyncGenerator<CheckedArticle | CheckedTogether> {
  const isNarrowed = CLAIM_CONDITIONS.some(condition => filter[condition] !== undefined)
  const together = isNarrowed || filter.article !== undefined ? [] : startTogether(policy)
  const older = new Set(
    together.length === 0 || allVersions ? [] : (await findOlderVersions(database)).map(({ id }) => id),
  )
  for await (const article of streamArticlesWithClaims(database, filter)) {
    for (const counting of together) {
      const claims = claimsFor(counting.rule, article)
      if (claims === null) continue
      if (older.has(article.id)) counting.left++
      else counting.count.add(article, claims)
    }
    yield checkOne(article, policy, isNarrowed)
  }
  const findings = together.flatMap(({ rule, count, left }) =>
    [...count.finish(left)].map(hit => ({ ...say(rule, hit), article: null, claims: hit.claims, span: null })),
  )
  if (findings.length > 0) yield { articles: 0, claims: 0, findings }
}

/**
 * What a policy finds in one article, in the order of {@link checkArticles}.
 *
 * @throws HearsayError (2) when it is unknown.
 */
export async function checkArticle(
  database: StoreDatabase,
  policy: Policy,
  article: string,
): Promise<readonly PolicyFinding[]> {
  for await (const { findings } of checkArticles(database, policy, { article }))
    return findings.filter(finding => finding.article !== null)
  return []
}

/** Holds an article against a policy that is not stored, a draft say: the same as once it is, without any correction. */
export async function checkRecord(record: ArticleRecord, policy: Policy): Promise<CheckedArticle> {
  // Only drafts need it: what answers an accusation is found by word lists, which would be loaded by whoever checks what is stored.
  const { toArticleWithClaims } = await import('./article-of-record.ts')
  return checkOne(toArticleWithClaims(record), policy, false)
}

/** @param isNarrowed whether findings are wanted of the selected claims alone */
function checkOne(article: ArticleWithClaims, policy: Policy, isNarrowed: boolean): CheckedArticle {
  const selected = new Set(article.claims.filter(({ isSelected }) => isSelected).map(({ id }) => id))
  const isWanted = ({ claims }: Hit) => (claims.length === 0 ? !isNarrowed : claims.some(claim => selected.has(claim)))
  const lines = new LineIndex(article.text)
  const findings = policy.rules.flatMap(rule =>
    applyRule(rule, article)
      .filter(isWanted)
      .map(hit => ({ ...say(rule, hit), ...locate(hit, article, lines) })),
  )
  return {
    articles: 1,
    claims: selected.size,
    findings: findings.toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1)),
  }
}

/** What a rule finds in an article. */
export function applyRule(rule: Rule, article: ArticleWithClaims): Hit[] {
  const claims = claimsFor(rule, article)
  return claims === null ? [] : [...kindOf(rule).find(article, claims, rule.parameters)]
}

interface Counting {
  readonly rule: Rule
  readonly count: Together
  /** Older versions of articles that were not counted. */
  left: number
}

function startTogether({ rules }: Policy): Counting[] {
  return rules.flatMap(rule => {
    const count = kindOf(rule).together?.(rule.parameters) ?? null
    return count === null ? [] : [{ rule, count, left: 0 }]
  })
}

function kindOf({ check }: Rule): RuleKind {
  const kind = RULE_KINDS.find(({ name }) => name === check)
  if (kind === undefined) throw new Error(`a policy was let through with a rule of kind ${check}`)
  return kind
}

/** The claims of an article that a rule looks at; null where it does not look at the article. */
function claimsFor({ where = {} }: Rule, article: ArticleWithClaims): readonly ClaimInArticle[] | null {
  const publishers = where.publisher?.map(name => name.toLowerCase())
  if (publishers !== undefined && !publishers.includes(article.publisher?.toLowerCase() ?? '')) return null
  return article.claims.filter(claim => isIn(where, claim))
}

function isIn({ act, quotation, kind, confidence = 0 }: Selection, claim: ClaimInArticle): boolean {
  return (
    isListed(claim.act, { act }) &&
    (quotation === undefined || quotation.includes(claim.quotation)) &&
    (kind === undefined || kind.includes(claim.kind ?? 'unknown')) &&
    claim.confidence >= confidence
  )
}

function say({ id, check, severity, message }: Rule, { facts }: Hit) {
  const template = message ?? RULE_KINDS.find(({ name }) => name === check)?.message ?? check
  return {
    rule: id,
    severity,
    message: template.replaceAll(/\{([^{}]*)\}/g, (braces, fact: string) => String(facts[fact] ?? braces)),
  }
}

function locate(
  { claims, span }: Hit,
  { id, uri, title, raw_sha256: sha256 }: ArticleWithClaims,
  lines: LineIndex,
): Pick<PolicyFinding, 'article' | 'claims' | 'span'> {
  return { article: { id, uri, title, sha256 }, claims, span: span === null ? null : { ...span, ...lines.at(span) } }
}
