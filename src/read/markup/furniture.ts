import { attributeOf, isElement, isText, type MarkupElement, type MarkupNode } from './markup-node.ts'
import { NEVER_TEXT } from './vocabulary.ts'

/** Words in the class or id of an element that is part of the page and not of the article. */
const WORDS: ReadonlySet<string> = new Set([
  'ad',
  'addthis',
  'addtoany',
  'ads',
  'advert',
  'advertisement',
  'advertising',
  'breadcrumb',
  'breadcrumbs',
  'byline',
  'caption',
  'comments',
  'cookie',
  'cookies',
  'copyright',
  'credit',
  'credits',
  'dateline',
  'disqus',
  'donate',
  'factbox',
  'follow',
  'footer',
  'infobox',
  'jumplink',
  'menu',
  'most-read',
  'nav',
  'navbar',
  'navigation',
  'newsletter',
  'outbrain',
  'pagination',
  'paywall',
  'popular',
  'print-only',
  'promo',
  'promotion',
  'pullquote',
  'read-more',
  'read-next',
  'readmore',
  'recirc',
  'recirculation',
  'recommended',
  'related',
  'relatedposts',
  'screen-reader-text',
  'share',
  'sharebar',
  'sharedaddy',
  'sharing',
  'sidebar',
  'signup',
  'skip-link',
  'social',
  'sponsor',
  'sponsored',
  'sr-only',
  'subscribe',
  'subscription',
  'taboola',
  'taglist',
  'tags',
  'teaser',
  'toolbar',
  'trending',
  'visually-hidden',
  'widget',
])

/** Two words that mean it only together. */
const PAIRS: ReadonlySet<string> = new Set([
  'also-like',
  'also-read',
  'author-bio',
  'author-info',
  'image-description',
  'more-on',
  'more-stories',
  'post-meta',
  'entry-meta',
  'pull-quote',
  'pull-quotes',
  'see-also',
  'skip-to',
  'story-meta',
  'top-stories',
  ...[...WORDS].filter(word => word.includes('-')),
])

const ROLES: ReadonlySet<string> = new Set([
  'alert',
  'banner',
  'complementary',
  'contentinfo',
  'dialog',
  'menu',
  'menubar',
  'navigation',
  'note',
  'search',
  'toolbar',
])

/** Classes of text that only machines read aloud. */
const HIDES = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text)(?:$|[\s_-])/i

/** An element that holds more than this share of the page's words is the article, whatever its class says. */
const MOST_FURNITURE = 0.4

/** How many characters stand below each element: to look it up once is to walk the tree once. */
export type Masses = ReadonlyMap<MarkupNode, number>

export function weigh(root: MarkupElement): Masses {
  const masses = new Map<MarkupNode, number>()
  const weighNode = (node: MarkupNode): number => {
    if (isText(node)) return node.value.trim().length
    if (!isElement(node) || NEVER_TEXT.has(node.nodeName)) return 0
    let mass = 0
    for (const child of node.childNodes) mass += weighNode(child)
    masses.set(node, mass)
    return mass
  }
  weighNode(root)
  return masses
}

/**
 * Whether an element is navigation, a share bar, a caption, a pull quote, an advertisement or hidden.
 *
 * @param isInParagraph inside a paragraph names count for nothing unless they hide: `<span class="dateline">` is text
 */
export function isFurniture(
  element: MarkupElement,
  isInParagraph: boolean,
  root: MarkupElement,
  masses: Masses,
): boolean {
  const { nodeName } = element
  if (NEVER_TEXT.has(nodeName)) return true
  if (isHidden(element)) return true
  if (isInParagraph) return HIDES.test(attributeOf(element, 'class')?.slice(0, 1000) ?? '')
  if (nodeName === 'html' || nodeName === 'body' || nodeName === 'article' || nodeName === 'main') return false
  if (!isNamedFurniture(element)) return false
  return (masses.get(element) ?? 0) <= MOST_FURNITURE * (masses.get(root) ?? 0)
}

/** Whether what stands in an element of this name is running text. */
export function isParagraph({ nodeName }: MarkupElement): boolean {
  return nodeName === 'p' || /^h[1-6]$/.test(nodeName)
}

function isHidden(element: MarkupElement): boolean {
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style')?.slice(0, 500) ?? '')
}

function isNamedFurniture(element: MarkupElement): boolean {
  if (ROLES.has(attributeOf(element, 'role')?.toLowerCase() ?? '')) return true
  const itemprop = attributeOf(element, 'itemprop')
  if (itemprop === 'caption' || itemprop === 'author' || itemprop === 'publisher') return true
  return hasFurnitureName(attributeOf(element, 'class')) || hasFurnitureName(attributeOf(element, 'id'))
}

/** Only the last word of a name and the whole name count: `has-related-links` describes, `related-links` is. */
function hasFurnitureName(value: string | null): boolean {
  if (value === null) return false
  for (const name of value.slice(0, 1000).split(/\s+/)) {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_:.]+/)
      .filter(word => word !== '')
    if (words[0] === 'has' || words[0] === 'no' || words[0] === 'with' || words[0] === 'is') continue
    for (let index = 0; index < words.length; index += 1) {
      if (WORDS.has(words[index] as string)) return true
      if (PAIRS.has(`${words[index]}-${words[index + 1]}`)) return true
      if (PAIRS.has(`${words[index]}-${words[index + 1]}-${words[index + 2]}`)) return true
    }
  }
  return false
}
