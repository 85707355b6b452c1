import { HIDDEN_CHARACTER, nameCodePoint } from '../../domain/text/hidden-characters.ts'

/** Soft hyphens and joiners between letters that need none: only a word that hides something has them there. */
const NEEDLESS_JOINER = /\u00ad|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}])[\u200c\u200d]/gu
const HIDDEN = new RegExp(`(${HIDDEN_CHARACTER.source}|${NEEDLESS_JOINER.source})`, 'gu')
/** Without a state of its own. */
const ANY_HIDDEN = new RegExp(HIDDEN.source, 'u')
/**
 * What a reference can stand for. HTML has none for NUL, and those from U+0080 to U+009F stand for other characters;
 * these change neither order nor direction, and stay.
 */
const REFERABLE = /[\r\p{Cf}\u2028\u2029]/gu

/** Whether a text has characters that nobody would see on a page. */
export function hasHidden(text: string): boolean {
  return ANY_HIDDEN.test(text)
}

/** Every other part is such a character. */
export function splitAtHidden(text: string): string[] {
  return text.split(HIDDEN)
}

/**
 * The text with the name of each such character in its place.
 *
 * @example
 * nameHidden('ro\u202ese') // → 'ro<U+202E>se'
 */
export function nameHidden(text: string): string {
  return text.replace(HIDDEN, character => `<${nameCodePoint(character)}>`)
}

/** Escaped markup that stands for the same text, with references in place of such characters: `&#x202E;`. */
export function referToHidden(markup: string): string {
  return markup.replace(REFERABLE, character => `&#x${nameCodePoint(character).slice(2)};`)
}
