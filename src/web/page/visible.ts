import { HIDDEN_CHARACTER, nameCodePoint } from '../../domain/hidden-characters.ts'
import { type Html, html } from './html.ts'

/** Soft hyphens and joiners between letters that need none: only a word that hides something has them there. */
const NEEDLESS_JOINER = /\u00ad|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}])[\u200c\u200d]/gu
const MARKED = new RegExp(`(${HIDDEN_CHARACTER.source}|${NEEDLESS_JOINER.source})`, 'gu')

/**
 * A text of an article's as it may stand on a page: escaped, with a label in place of every character that nobody
 * would see. Line ends stay; a carriage return before a line feed is left out.
 */
export function visible(text: string): Html | string {
  const parts = text.replaceAll('\r\n', '\n').split(MARKED)
  if (parts.length === 1) return parts[0] as string
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : label(part)))}`
}

/** The same as plain text, for titles and attributes. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(MARKED, character => `<${nameCodePoint(character)}>`)
}

function label(character: string): Html {
  const code = nameCodePoint(character)
  return html`<span class="hidden-character" title="Character ${code}, which nobody sees">${code}</span>`
}
