import { labelOfUri } from '../domain/articles/article-label.ts'
import { SPAN_ROLES, type SpanRole } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { joinOverLineEnds } from './comparing/canonical-spans.ts'
import { type CompareOptions, type Comparison, compareClaims } from './comparing/compare-claims.ts'
import type { ReadClaim } from './comparing/read-claim.ts'
import { readStandingClaims } from './comparing/standing-claims.ts'
import { findReturned } from './find-returned.ts'
import { OffsetReader } from './offset-reader.ts'
import { refuse } from './refuse.ts'
import { requireMeant } from './require-meant.ts'
import type { ReturnedArticle, ReturnedClaim, ReturnedPart } from './returned-article.ts'

/** An article of the database with what a file says otherwise of it. */
export interface TakenBack extends Comparison {
  readonly articleId: string
  readonly uri: string
  /** Where it came from: the file, and the place in it. */
  readonly where: string
  /** Its text, which all offsets count in. */
  readonly text: string
  /** Its claims in the file, in code points. */
  readonly claims: readonly ReadClaim[]
}

export interface TakeBackOptions extends Omit<CompareOptions, 'given'> {
  /** Whether it is meant when most claims of an article, or all of a file, are gone. */
  readonly allowsManyDeletions: boolean
}

/**
 * Compares articles that came back with the claims of the database as they stand. Nothing is written: whoever has all of it can
 * take over all or nothing.
 *
 * @throws HearsayError (2) naming the file and the place that does not fit
 */
export async function takeBack(
  database: StoreDatabase,
  returned: readonly ReturnedArticle[],
  options: TakeBackOptions,
): Promise<TakenBack[]> {
  const taken = new Map<string, { readonly where: string; readonly result: TakenBack }>()
  for (const one of returned) {
    const { id, uri, text } = await findReturned(database, one)
    const other = taken.get(id)
    if (other !== undefined)
      refuse(
        one.where,
        `is about the article that ${other.where} is about too; take back one annotator's work at a time`,
      )
    const reader = new OffsetReader(text, one)
    for (const token of one.tokens ?? []) reader.read(one.where, token)
    const claims = one.claims.map(claim => readClaim(reader, one, claim))
    const standing = await readStandingClaims(database, id)
    const comparison = compareClaims(reader.text, claims, standing, { ...options, given: one.given })
    if (!options.allowsManyDeletions) {
      const deleted = comparison.differences.filter(({ kind }) => kind === 'rejected').length
      requireMeant(one, labelOfUri(uri), { deleted, expected: comparison.expected })
    }
    taken.set(id, { where: one.where, result: { articleId: id, uri, where: one.where, text, claims, ...comparison } })
  }
  return [...taken.values()].map(({ result }) => result)
}

function readClaim(reader: OffsetReader, { cutsAtLineEnds }: ReturnedArticle, claim: ReturnedClaim): ReadClaim {
  const { where, claimId, parts, trigger, act, quotation, naming, negated, name } = claim
  const read = (own: readonly ReturnedPart[]): Span[] => {
    const spans = own.map(part => reader.read(where, part)).sort((a, b) => a.start - b.start)
    const joined = cutsAtLineEnds ? joinOverLineEnds(reader.text, spans) : spans
    joined.forEach((span, index) => {
      if (index > 0 && span.start < (joined[index - 1] as Span).end)
        refuse(where, `marks ${span.start} to ${span.end} twice in one role`)
    })
    return joined
  }
  const spans = Object.fromEntries(SPAN_ROLES.map(role => [role, read(parts[role])])) as Record<SpanRole, Span[]>
  if (spans.cue.length + spans.content.length === 0) refuse(where, 'has neither cue nor content')
  const given = Object.entries({ act, quotation, naming, negated, name }).filter(([, value]) => value !== undefined)
  const labels = Object.fromEntries(given) as ReadClaim['labels']
  return { where, claimId, spans, trigger: trigger === undefined ? null : read(trigger), labels }
}
