import { readTokens } from '../../quote/tokens.ts'
import { GAP } from './wording.ts'

/**
 * The words of a content as they are compared: small letters, without quotation marks, brackets, punctuation and what
 * stands before a clause ("that"); numbers, percentages and contractions in one form; `…` where words are left out.
 * Empty where the content has no words.
 *
 * @example
 * normaliseWords('“We’re aware […] of 1,200 cases — 5%”') // → 'we are aware … of 1200 cases 5 percent'
 */
export function normaliseWords(content: string): string {
  const { list, marks } = readTokens(content)
  const words: string[] = []
  for (const [index, { folded }] of list.entries()) {
    if (words.length > 0 && marks[index]?.includes('…')) words.push(GAP)
    words.push(folded)
  }
  return words.join(' ')
}
