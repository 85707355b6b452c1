import { HIDDEN_CHARACTER, nameCodePoint } from '../../domain/text/hidden-characters.ts'

/**
 * A text as it may go to a terminal: news is written by strangers, and an escape sequence or a change of direction
 * would show something else than the article says. A carriage return before a line feed is left out.
 *
 * @example
 * toVisible('paid \u202eoreg') // → 'paid <U+202E>oreg'
 */
export function toVisible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN_CHARACTER, character => `<${nameCodePoint(character)}>`)
}

/** The same on one line: line ends and tabs become spaces. */
export function toVisibleLine(text: string): string {
  return toVisible(text).replace(/\s*\n\s*|\t/g, ' ')
}
