import type { MarkupElement } from './markup-node.ts'

/*
 * Names of elements, of HTML and of NITF, whose names for paragraphs, tables and lists are the same.
 */

/** Elements that begin and end a line of text. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'block',
  'blockquote',
  'body',
  'body.content',
  'bq',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hl2',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'th',
  'tr',
  'ul',
])

/** What paragraphs stand beside: an element of this kind next to a paragraph of the article is of the article. */
export const FLOW: ReadonlySet<string> = new Set([
  'blockquote',
  'bq',
  'dl',
  'h2',
  'h3',
  'h4',
  'hl2',
  'ol',
  'p',
  'pre',
  'table',
  'ul',
])

/** Elements that show a picture or a film. */
export const PICTURES: ReadonlySet<string> = new Set(['figure', 'iframe', 'img', 'picture', 'video'])

/** Elements that never hold words of an article. */
export const NEVER_TEXT: ReadonlySet<string> = new Set([
  'aside',
  'audio',
  'button',
  'canvas',
  'caption',
  'datalist',
  'dialog',
  'embed',
  'figcaption',
  'footer',
  'form',
  'head',
  'iframe',
  'input',
  'map',
  'math',
  'media',
  'menu',
  'nav',
  'noscript',
  'object',
  'picture',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
])

/** Whether what stands in an element of this name is running text. */
export function isParagraph({ nodeName }: MarkupElement): boolean {
  return nodeName === 'p' || /^h[1-6]$/.test(nodeName)
}
