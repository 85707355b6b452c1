import type { Archive, ArchivedArticle, ArchivedClaim } from './archive.ts'
import { align } from './comparing/align.ts'
import { comparisonOf } from './comparing/compare.ts'
import { compareSpeakers, rankOf } from './comparing/compare-speakers.ts'
import { findExact } from './comparing/find-exact.ts'
import { type ExactPlace, findInTexts } from './comparing/find-in-texts.ts'
import { narrow } from './comparing/narrow.ts'
import type { Found } from './found.ts'
import { judge } from './judge.ts'
import type { QuotationCheck, QuotationQuestion } from './quotation-check.ts'
import { type Passage, passageAt, passageOf, type ReadArticle, readArticle } from './text/passage.ts'
import { type QuotedWords, readQuotation } from './text/quoted-words.ts'

/** So many passages are compared with the quotation one by one, to show those that are near. */
const MOST_NEAR = 12

/**
 * Looks for a quotation in an archive; several parts are one that "he said" interrupts.
 *
 * @throws HearsayError (2) when it has no words, or too many
 */
export async function checkIn(
  archive: Archive,
  words: string | readonly string[],
  { by: named = null, limit = 5 }: QuotationQuestion,
): Promise<QuotationCheck> {
  const quotation = readQuotation(words)
  const by = named === null || named.trim() === '' ? null : named.trim()
  const { claims, articles, isComplete, hasAllSpeakers } = await archive.findCandidates(quotation, by)
  const kind = by === null ? null : await archive.kindOf(by)
  const speakerOf = (claim: ArchivedClaim | null) =>
    by === null ? 'not-asked' : compareSpeakers(by, claim?.source ?? null, kind)
  const reading = new Readings()
  const passages = claims
    .map(claim => passageOf(reading.of(claim.article), claim))
    .toSorted((a, b) => rankOf(speakerOf(a.claim)) - rankOf(speakerOf(b.claim)))
  let exact: readonly ExactPlace[] = passages.flatMap(passage =>
    findExact(quotation, passage).map(first => ({ passage, first })),
  )
  const near = [...claims.map(({ article }) => article), ...articles].map(article => reading.of(article))
  let unquoted: readonly ExactPlace[] = []
  let texts: 'all' | 'near' = 'near'
  if (exact.length === 0) {
    const inTexts = findInTexts(quotation, new Set(near), passages, archive.isSpoken)
    ;[exact, unquoted] = [inTexts.exact, inTexts.unquoted]
    if (exact.length === 0 && archive.findTexts !== null) {
      const others = (await archive.findTexts(quotation)).map(article => reading.of(article))
      const elsewhere = findInTexts(quotation, new Set(others), passages, archive.isSpoken)
      texts = 'all'
      ;[exact, unquoted] = [elsewhere.exact, [...unquoted, ...elsewhere.unquoted]]
    }
  }
  const compared = exact.length > 0 ? { together: null, alone: [] } : compare(quotation, passages, new Set(near))
  return judge(
    {
      quotation,
      exact,
      unquoted,
      ...compared,
      speakerOf,
      isComplete,
      hasAllSpeakers,
      isSpoken: archive.isSpoken,
      texts,
    },
    { words: quotation.text, by, limit },
  )
}

/** Each article is read once. */
class Readings {
  readonly #read = new Map<string, ReadArticle>()

  of(article: ArchivedArticle): ReadArticle {
    const known = this.#read.get(article.id)
    if (known !== undefined) return known
    const read = readArticle(article)
    this.#read.set(article.id, read)
    return read
  }
}

function compare(
  quotation: QuotedWords,
  claims: readonly Passage[],
  articles: ReadonlySet<ReadArticle>,
): Pick<Found, 'together' | 'alone'> {
  const quoted = [...articles].flatMap(of => of.quoted.map(span => passageAt(of, span)))
  const isOwn = (passage: Passage) =>
    !claims.some(({ of, at }) => of === passage.of && at.includes(passage.at[0] as number))
  const near = narrow(quotation, [...claims, ...quoted.filter(isOwn)])
  const alignment = align(quotation, near)
  if (alignment === null) return { together: null, alone: [] }
  const alone = near.slice(0, MOST_NEAR).flatMap(passage => {
    const own = align(quotation, [passage])
    return own === null ? [] : [comparisonOf(quotation, own)]
  })
  return {
    together: comparisonOf(quotation, alignment),
    alone: alone.toSorted((a, b) => b.weight - a.weight),
  }
}
