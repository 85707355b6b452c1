import { isJudged, type StandingClaim } from '../annotations/comparing/standing-claims.ts'
import type { TakenBack } from '../annotations/take-back.ts'
import { SPAN_ROLES } from '../domain/labels.ts'
import { overlaps } from '../domain/span.ts'
import type { GoldClaim, GoldFile } from '../evaluate/gold/gold-writer.ts'
import { fileName } from '../export/file-name.ts'
import type { JudgedArticle } from './judged-articles.ts'

/** An article as gold, with what could not come along. */
export interface ArticleAsGold {
  readonly gold: GoldFile
  readonly judged: number
  /** Claims that nobody judged, which stand in it as not required. */
  readonly unjudged: number
  /** Claims without a cue, which gold has no place for. */
  readonly withoutCue: number
}

/** The claims that editors accepted, corrected or added; what they rejected becomes words that are no claim. */
export function goldOfJudged(article: JudgedArticle): ArticleAsGold {
  const standing = article.claims.filter(({ isRejected }) => !isRejected)
  const kept = standing.filter(({ now }) => now.spans.cue.length > 0)
  const claims = kept.map(claim => toGoldClaim(claim, isJudged(article.text, claim)))
  return {
    gold: {
      ...nameOf(article),
      text: article.text.slice({ start: 0, end: article.text.length }),
      claims,
      notClaims: article.claims.filter(({ isRejected }) => isRejected).flatMap(claim => toNotClaim(claim, kept)),
    },
    judged: claims.filter(({ isJudged }) => isJudged).length,
    unjudged: claims.filter(({ isJudged }) => !isJudged).length,
    withoutCue: standing.length - kept.length,
  }
}

/**
 * The claims of a file that came back, as they are there: who annotates an article whole judges all of them. Labels that the
 * tool has no place for are not given.
 */
export function goldOfReturned({ articleId, uri, text, claims }: TakenBack): ArticleAsGold {
  const kept = claims.filter(({ spans }) => spans.cue.length > 0)
  return {
    gold: {
      ...nameOf({ id: articleId, uri }),
      text,
      notClaims: [],
      claims: kept.map(({ spans, labels: { act = null, quotation, naming = null, negated = false, name = null } }) => ({
        spans,
        act,
        // Whoever changes the content may leave the label as it was.
        quotation:
          spans.content.length === 0 ? 'none' : quotation === undefined || quotation === 'none' ? null : quotation,
        naming,
        negated,
        kind: null,
        entity: name,
        role: null,
        affiliation: null,
        isJudged: true,
      })),
    },
    judged: kept.length,
    unjudged: 0,
    withoutCue: claims.length - kept.length,
  }
}

function nameOf(article: { readonly id: string; readonly uri: string }): Pick<GoldFile, 'article' | 'sha256'> {
  return { article: `${fileName(article)}.txt`, sha256: article.id }
}

function toGoldClaim({ now, kind }: StandingClaim, isJudged: boolean): GoldClaim {
  const { name, quotation, ...values } = now
  const isNone = now.spans.content.length === 0
  return {
    ...values,
    quotation: isNone ? 'none' : quotation === 'none' ? null : quotation,
    kind,
    entity: name,
    isJudged,
  }
}

/** Nothing where its words are those of a claim that stands: it was joined, or a claim all the same. */
function toNotClaim({ now, note }: StandingClaim, kept: readonly StandingClaim[]): GoldFile['notClaims'] {
  const spans = now.spans.content.length > 0 ? now.spans.content : now.spans.cue
  const taken = kept.flatMap(({ now }) => SPAN_ROLES.flatMap(role => now.spans[role]))
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined || spans.some(span => taken.some(other => overlaps(span, other))))
    return []
  return [{ span: { start: first.start, end: last.end }, why: note ?? 'rejected' }]
}
