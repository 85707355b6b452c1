import fc from 'fast-check'
import { HearsayError } from '../../src/domain/errors.ts'
import { ACTS, NAMINGS, QUOTATION_TYPES } from '../../src/domain/labels.ts'
import type { Span } from '../../src/domain/span.ts'
import type { NewCorrection } from '../../src/store/ledger/new-correction.ts'
import { addClaim, appendCorrections, joinClaims, splitClaim, undoCorrection } from '../../src/store/open-store.ts'
import { findClaimsOfArticle } from '../../src/store/queries/claims/corrected-claims.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'

/** What somebody does at the desk: claims are named by their place in the article, offsets by shares of what there is. */
export interface Doing {
  readonly how: 'correct' | 'add' | 'join' | 'split' | 'undo'
  readonly claim: number
  readonly other: number
  readonly cut: number
  readonly correction: NewCorrection
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 })

/** Spans in order and disjoint within so many characters. */
function anySpans(length: number): fc.Arbitrary<readonly Span[]> {
  return fc
    .uniqueArray(fc.nat(length), { minLength: 0, maxLength: 4 })
    .map(offsets => offsets.toSorted((a, b) => a - b))
    .map(offsets =>
      Array.from({ length: Math.floor(offsets.length / 2) }, (_, i) => ({
        start: offsets[2 * i] as number,
        end: offsets[2 * i + 1] as number,
      })),
    )
}

/** @param length of the article's text in code points */
export function anyDoing(length: number): fc.Arbitrary<Doing> {
  const spans = fc.record(
    { source: anySpans(length), cue: anySpans(length), content: anySpans(length), addressee: anySpans(length) },
    { requiredKeys: [] },
  )
  return fc.record({
    how: fc.constantFrom('correct', 'correct', 'correct', 'add', 'join', 'split', 'undo'),
    claim: fc.nat(20),
    other: fc.nat(20),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    correction: fc.record({
      verdict: maybe(fc.constantFrom('accepted', 'rejected', 'withdrawn')),
      source: maybe(fc.constantFrom('Ada Mwale', 'Ms Roy', 'Élan “d’Or”')),
      note: maybe(fc.constantFrom('why', 'no claim “at all” 😀')),
      correctedBy: maybe(fc.constantFrom('Ann', 'Bo')),
      spans,
      act: maybe(fc.constantFrom(...ACTS)),
      negated: maybe(fc.boolean()),
      quotation: maybe(fc.constantFrom(...QUOTATION_TYPES)),
      naming: maybe(fc.constantFrom(...NAMINGS)),
      role: maybe(fc.constantFrom('minister', 'writer')),
      affiliation: maybe(fc.constantFrom('the union')),
    }),
  })
}

/** Does it in a database; what is refused in a sentence is not done. */
export async function doIt(db: string, database: StoreDatabase, articleId: string, doing: Doing): Promise<boolean> {
  const claims = await findClaimsOfArticle(database, articleId)
  const at = (place: number) => claims[place % claims.length]
  const [one, two] = [at(doing.claim), at(doing.other)]
  const { correction } = doing
  try {
    if (doing.how === 'add') await addClaim(db, articleId, correction)
    else if (one === undefined || two === undefined) return false
    else if (doing.how === 'correct') await appendCorrections(db, [one.id], correction)
    else if (doing.how === 'join') await joinClaims(db, one.id, [two.id], correction)
    else if (doing.how === 'undo') await undoCorrection(db, one.id, correction)
    else await splitClaim(db, one.id, [Math.round(one.start + doing.cut * (one.end - one.start))], correction)
    return true
  } catch (error) {
    if (error instanceof HearsayError && error.exitCode === 2) return false
    throw error
  }
}
