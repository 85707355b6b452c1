import { readTokens, type Tokens } from '../../../quote/text/tokens.ts'
import { expandContraction } from './contractions.ts'
import { joinNumbers } from './numbers.ts'

/** Stands in a wording where its content leaves words out. */
export const GAP = '…'

/**
 * The words of a content as they are compared: small letters, without quotation marks, brackets, punctuation and the "that"
 * before a clause; numbers, percentages, amounts and contractions in one form; `…` where words are left out. Empty where
 * the content has no words.
 *
 * @example
 * normaliseWords('“We’re aware […] of 1,200 cases — 5%”') // → 'we are aware … of 1200 cases 5 percent'
 */
export function normaliseWords(content: string): string {
  return normaliseTokens(readTokens(content))
}

/** As `normaliseWords`, of a content that has been read. */
export function normaliseTokens({ list, marks }: Tokens): string {
  const words: string[] = []
  for (let index = 0; index < list.length; index++) {
    const { folded, key } = list[index] as { folded: string; key: string }
    if (words.length > 0 && marks[index]?.includes(GAP)) words.push(GAP)
    if (index > 0 && isInitial(key) && isInitial(list[index - 1]?.key ?? '') && marks[index] === '.') {
      const before = words.pop() as string
      words.push(before === 'u' && folded === 's' ? US : before + folded)
    } else if (key === 'US') words.push(US)
    else words.push(...expandContraction(folded))
  }
  const told = words[0] === 'that' && words.length > 1 && words[1] !== GAP ? words.slice(1) : words
  return joinNumbers(joinCountry(told)).join(' ')
}

/** Not the pronoun. */
const US = 'u.s'

function isInitial(key: string): boolean {
  return key.length === 1 && key >= 'A' && key <= 'Z'
}

function joinCountry(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    if (word === 'states' && joined.at(-1) === 'united') joined[joined.length - 1] = US
    else joined.push(word)
  }
  return joined
}
