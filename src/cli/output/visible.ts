/** Control and format characters and the two separators, but for tab, line feed and the joiners of scripts and emoji. */
const HIDDEN = /(?![\t\n\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * A text as it may go to a terminal: news is written by strangers, and an escape sequence or a change of direction
 * would show something else than the article says. A carriage return before a line feed is left out.
 *
 * @example
 * toVisible('paid \u202eoreg') // → 'paid <U+202E>oreg'
 */
export function toVisible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(HIDDEN, character => `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`)
}

/** The same on one line: line ends and tabs become spaces. */
export function toVisibleLine(text: string): string {
  return toVisible(text).replace(/\s*\n\s*|\t/g, ' ')
}
