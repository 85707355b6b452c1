import type { TokenSet } from './tokenise.ts'

/** How many tokens both sets hold. */
export function countCommon(a: TokenSet, b: TokenSet): number {
  if (a.length === 0 || b.length === 0) return 0
  if ((a[a.length - 1] as number) < (b[0] as number) || (b[b.length - 1] as number) < (a[0] as number)) return 0
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return common
}

/** Common tokens over all tokens of the two sets (Jaccard); two empty sets agree fully. */
export function measureIou(a: TokenSet, b: TokenSet): number {
  const common = countCommon(a, b)
  const all = a.length + b.length - common
  return all === 0 ? 1 : common / all
}

/** Whether both sets hold the same tokens. */
export function equalSets(a: TokenSet, b: TokenSet): boolean {
  return compareSets(a, b) === 0
}

/** Orders sets by their first tokens, then the next ones; a set comes before its extensions. */
export function compareSets(a: TokenSet, b: TokenSet): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] as number) - (b[i] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
