import type { Token } from '../src/domain/layers.ts'
import { firstAfter } from './first-after.ts'

/** Index of the first token that ends after an offset (UTF-16); the number of tokens when none does. */
export function firstTokenAfter(tokens: readonly Token[], offset: number): number {
  return firstAfter(tokens, offset, ({ end }) => end)
}
