import { HearsayError } from '../../domain/errors.ts'
import { readTokens, type Tokens } from './tokens.ts'

/** Longest quotation that is looked for, in characters. */
export const LONGEST_QUOTATION = 5_000

/** A quotation in words, with what it says itself that was changed. */
export interface QuotedWords extends Tokens {
  /** Of each token, whether an ellipsis stands before it. */
  readonly isAfterEllipsis: readonly boolean[]
  /** Of each token, whether it stands in brackets. */
  readonly isInserted: readonly boolean[]
  /** Of each token, whether words that attribute the quotation ("he said") stand before it where it was taken from. */
  readonly isResumed: readonly boolean[]
}

/**
 * Reads a quotation, of which several parts are given where "he said" interrupts it. Marks around it, and an ellipsis at its beginning or end, say nothing: every quotation is a part of
 * what was said.
 *
 * @throws HearsayError (2) when there is no word in it, or it is longer than `LONGEST_QUOTATION`
 */
export function readQuotation(given: string | readonly string[]): QuotedWords {
  const parts = [given].flat()
  const words = parts.join(' ')
  if (words.length > LONGEST_QUOTATION)
    throw new HearsayError(
      `The quotation has ${words.length} characters, and may have ${LONGEST_QUOTATION}; check it in parts.`,
      'value-too-long',
    )
  const { text, list, marks } = readTokens(words)
  if (!list.some(({ key }) => /[\p{L}\p{N}]/u.test(key)))
    throw new HearsayError(
      'The quotation has no word in it; give the words between the quotation marks.',
      'value-invalid',
    )
  return {
    text,
    list,
    marks: marks.map((mark, index) => (index === 0 || index === list.length ? mark.replaceAll('…', '') : mark)),
    isAfterEllipsis: list.map((_, index) => index > 0 && (marks[index] ?? '').includes('…')),
    isInserted: findInserted({ text, list }),
    isResumed: findResumed({ list }, parts),
  }
}

/** The first words of all parts but the first. */
function findResumed({ list }: Pick<Tokens, 'list'>, parts: readonly string[]): boolean[] {
  const starts: number[] = []
  let end = -1
  for (const part of parts) {
    starts.push(end + 1)
    end += part.length + 1
  }
  return list.map(({ start }, index) =>
    starts.some((from, number) => number > 0 && from <= start && (list[index - 1]?.start ?? from) < from),
  )
}

/** Of each token, whether it stands between brackets, square or round, or has some inside. */
export function findInserted({ text, list }: Omit<Tokens, 'marks'>): boolean[] {
  let [isOpen, behind] = [false, 0]
  return list.map(({ start, end, isPatched }) => {
    // Brackets around an ellipsis close themselves.
    for (const bracket of text.slice(behind, start).match(/[[\]()]/g) ?? []) isOpen = bracket === '[' || bracket === '('
    behind = end
    return isOpen || isPatched
  })
}
