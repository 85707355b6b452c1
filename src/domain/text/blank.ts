/** Marks and fillers have no shape of their own; nor have spaces, and characters that nobody sees. */
const VISIBLE = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

/**
 * Whether a text says nothing to who reads it: it is empty, or all of it is spaces and characters without a shape.
 *
 * @example
 * isBlank(' \u200b') // → true
 */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text)
}
