import type { StoreDatabase } from '../store/schema.ts'
import { openDatabaseArchive } from './archives/database-archive.ts'
import { checkIn } from './check-in.ts'
import type { QuotationCheck, QuotationQuestion } from './quotation-check.ts'

/**
 * Looks for a quotation among all that is stored: is it there, word for word, and does who is said to say it say it there?
 *
 * @throws HearsayError (2) when there is no word in it, or it is longer than `LONGEST_QUOTATION`
 *
 * @example
 * const { verdict } = await checkQuotation(reader.database, 'We pulled at the chain with our hands.', { by: 'Anacleto' })
 */
export async function checkQuotation(
  database: StoreDatabase,
  words: string,
  question: QuotationQuestion = {},
): Promise<QuotationCheck> {
  return await checkIn(await openDatabaseArchive(database, question), words, question)
}
