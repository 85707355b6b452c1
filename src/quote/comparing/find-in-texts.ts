import { type Passage, passageAt, type ReadArticle, tokenOf } from '../text/passage.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import { findExact } from './find-exact.ts'

/** A quotation as it stands word for word: in the passage, from one of its words on. */
export interface ExactPlace {
  readonly passage: Passage
  readonly first: number
}

/**
 * Where the words stand in texts although no claim has all of them: in quotation marks, or as words of the article.
 *
 * Where a claim has most of them, they are its: what was found of it was too short. Words that begin inside quotation marks
 * and end outside are nobody's.
 *
 * @param isSpoken whether all of the texts is what people said
 */
export function findInTexts(
  quotation: QuotedWords,
  articles: ReadonlySet<ReadArticle>,
  claims: readonly Passage[],
  isSpoken: boolean,
): { readonly exact: readonly ExactPlace[]; readonly unquoted: readonly ExactPlace[] } {
  const exact: ExactPlace[] = []
  const unquoted: ExactPlace[] = []
  for (const of of articles) {
    const whole = passageAt(of, { start: 0, end: of.text.length })
    for (const first of findExact(quotation, whole)) {
      const start = tokenOf(whole, first).start
      const end = tokenOf(whole, first + quotation.list.length - 1).end
      const isQuoted = of.quoted.some(span => span.start <= start && end <= span.end)
      const claim = isQuoted || isSpoken ? ownerOf(claims, of, first, first + quotation.list.length) : null
      const place = { passage: claim === null ? whole : { ...whole, claim }, first }
      if (isQuoted || isSpoken) exact.push(place)
      else unquoted.push(place)
    }
  }
  return { exact, unquoted }
}

/** The claim that has at least half of an article's words from one to before another. */
function ownerOf(claims: readonly Passage[], of: ReadArticle, first: number, end: number): Passage['claim'] {
  const owner = claims.find(
    passage => passage.of === of && 2 * passage.at.filter(at => first <= at && at < end).length >= end - first,
  )
  return owner?.claim ?? null
}
