/**
 * Control and format characters and the two separators, but for tab and line feed: nobody sees them, and some change
 * the direction or the order of what is seen. Joiners and soft hyphens are left alone where scripts and emoji need them.
 */
export const HIDDEN_CHARACTER = /(?![\t\n\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * The name of a character by its number.
 *
 * @example
 * nameCodePoint('\u202e') // → 'U+202E'
 */
export function nameCodePoint(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}
