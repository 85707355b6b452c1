import type { Token } from '../src/domain/layers.ts'

/** Index of the first token that ends after an offset (UTF-16); the number of tokens when none does. */
export function firstTokenAfter(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle] as Token).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
