import type { Token } from '../src/domain/layers.ts'

const CAPITAL = /\p{Lu}/u

/**
 * The number of the form of each token that is written with a capital, the same for the same letters, or -1. What one place of
 * an article tells of a name holds for the others.
 */
export function numberForms(tokens: readonly Token[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(tokens, ({ text, lower }) => {
    if (text === lower || !CAPITAL.test(text)) return -1
    const known = numbers.get(lower) ?? numbers.size
    numbers.set(lower, known)
    return known
  })
}
