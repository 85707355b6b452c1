import { EXIT, HearsayError } from '../domain/errors.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { QuotationCheck, QuotationQuestion } from './quotation-check.ts'

/** Longest quotation that is looked for, in characters. */
export const LONGEST_QUOTATION = 5_000

/**
 * Looks for a quotation among all that is stored: is it there, word for word, and does who is said to say it say it there?
 *
 * @throws HearsayError (2) when there is no word in it, or it is longer than `LONGEST_QUOTATION`
 *
 * @example
 * const { verdict } = await checkQuotation(reader.database, 'We pulled at the chain with our hands.', { by: 'Anacleto' })
 */
export async function checkQuotation(
  _database: StoreDatabase,
  words: string,
  { by = null }: QuotationQuestion = {},
): Promise<QuotationCheck> {
  if (words.length > LONGEST_QUOTATION)
    throw new HearsayError(
      `The quotation has ${words.length} characters, and may have ${LONGEST_QUOTATION}; check it in parts.`,
      EXIT.usage,
    )
  return {
    words,
    by,
    verdict: 'not-found',
    speaker: by === null ? 'not-asked' : 'open',
    is_attributed: false,
    is_announced: null,
    summary: 'Nothing is looked for yet.',
    places: [],
    exact_places: 0,
    is_complete: true,
    texts: 'near',
  }
}
