import { attributeOf, isElement, isText, type MarkupElement, type MarkupNode } from './markup-node.ts'
import { proseOf, sumByElement } from './prose.ts'
import { type Block, readBlocks } from './read-blocks.ts'
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
  'advertorial',
  'authorprofile',
  'bio',
  'biography',
  'breadcrumb',
  'breadcrumbs',
  'byline',
  'caption',
  'comment',
  'commentlist',
  'comments',
  'consent',
  'cookie',
  'cookiebanner',
  'cookielaw',
  'cookies',
  'copyright',
  'credit',
  'credits',
  'cta',
  'dateline',
  'disclaimer',
  'disclosure',
  'disqus',
  'donate',
  'drawer',
  'factbox',
  'follow',
  'footer',
  'gdpr',
  'infobox',
  'jumplink',
  'login',
  'menu',
  'modal',
  'most-read',
  'nav',
  'navbar',
  'navigation',
  'newsletter',
  'nextstory',
  'onetrust',
  'outbrain',
  'overlay',
  'pagination',
  'popmake',
  'popular',
  'popup',
  'print-only',
  'promo',
  'promobox',
  'promotion',
  'pullquote',
  'rail',
  'read-next',
  'recirc',
  'recirculation',
  'recommended',
  'related',
  'relatedlinks',
  'relatedposts',
  'replies',
  'respond',
  'screen-reader-text',
  'share',
  'sharebar',
  'sharedaddy',
  'sharing',
  'sidebar',
  'signin',
  'signup',
  'similarlinks',
  'skip-link',
  'snav',
  'social',
  'sponsor',
  'sponsored',
  'sr-only',
  'subnav',
  'subscribe',
  'taboola',
  'taglist',
  'tags',
  'toolbar',
  'topnav',
  'trending',
  'visually-hidden',
])

/** Words that name boxes of the page as often as the article's own text: what holds running text is the article's. */
const WEAK_WORDS: ReadonlySet<string> = new Set([
  'paywall',
  'read-more',
  'readmore',
  'subscription',
  'teaser',
  'widget',
])

/** Two words that mean it only together. */
const PAIRS: ReadonlySet<string> = new Set([
  'about-author',
  'also-like',
  'also-read',
  'article-meta',
  'author-bio',
  'author-box',
  'author-card',
  'author-info',
  'author-profile',
  'entry-meta',
  'featured-video',
  'image-description',
  'latest-stories',
  'more-articles',
  'more-news',
  'more-on',
  'more-stories',
  'most-popular',
  'next-post',
  'next-story',
  'player-placeholder',
  'post-meta',
  'post-navigation',
  'pull-quote',
  'pull-quotes',
  'read-also',
  'related-links',
  'see-also',
  'sign-in',
  'similar-links',
  'skip-to',
  'story-meta',
  'tag-list',
  'terms-list',
  'top-stories',
  'trust-badge',
  'up-next',
  'video-fallback',
  'video-player',
  ...[...WORDS].filter(word => word.includes('-')),
])
const WEAK_PAIRS: ReadonlySet<string> = new Set([...WEAK_WORDS].filter(word => word.includes('-')))

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

/** Names of what holds the text of an article: what holds such an element and much of the page's text is no furniture. */
const BODY_NAME = /(?:^|\s)(?:article|entry|post|story)(?:-|_|__)?(?:body|content|text)(?:\s|$)/i

/** Names of more words are made of headings: `sharing-the-burden-of-a-city`. */
const LONGEST_NAME = 4

/** First words of names that say what an element has or lacks. */
const DESCRIBES: ReadonlySet<string> = new Set(['has', 'no', 'with', 'is'])

/** Classes of text that only machines read aloud. */
const HIDES = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text)(?:$|[\s_-])/i

/** An element that holds more than this share of the page's running text is the article, whatever its class says. */
const MOST_FURNITURE = 0.4
const MOST_FURNITURE_WITH_BODY = 0.1
/** Running text in a weakly named or hidden element, in UTF-16 units, and its share of all that is there, that make it the article's. */
const LEAST_PROSE = 50
const MOSTLY_PROSE = 0.5

/** What stands below each element, in characters: to look it up once is to walk the tree once. */
export interface Masses {
  readonly all: ReadonlyMap<MarkupNode, number>
  /** Running text outside links, as far as it stands below elements that can hold any. */
  readonly prose: ReadonlyMap<MarkupNode, number>
  /** What the page itself names the body of an article, and what such an element stands in. */
  readonly bodies: ReadonlySet<MarkupNode>
  /** All that is shown. */
  readonly blocks: readonly Block[]
  /** Whether what waits for scripts counts as shown. */
  readonly unscripted: boolean
}

export function weigh(root: MarkupElement, { unscripted = false } = {}): Masses {
  const all = new Map<MarkupNode, number>()
  const bodies = new Set<MarkupNode>()
  const weighNode = (node: MarkupNode): number => {
    if (isText(node)) return node.value.trim().length
    if (!isElement(node) || isNeverText(node, unscripted)) return 0
    let mass = 0
    if (isNamedBody(node)) bodies.add(node)
    for (const child of node.childNodes) {
      mass += weighNode(child)
      if (bodies.has(child)) bodies.add(node)
    }
    all.set(node, mass)
    return mass
  }
  weighNode(root)
  const blocks = readBlocks(root, {
    isLeftOut: element => isNeverText(element, unscripted) || (!unscripted && isHidden(element)),
  })
  return { all, prose: sumByElement(blocks, proseOf), bodies, blocks, unscripted }
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
  if (isNeverText(element, masses.unscripted)) return true
  if (!masses.unscripted && isHidden(element)) return true
  const prose = masses.prose.get(element) ?? 0
  const mass = masses.all.get(element) ?? 0
  const isMostlyProse = prose >= LEAST_PROSE && prose >= MOSTLY_PROSE * mass
  if (attributeOf(element, 'aria-hidden') === 'true' && !isMostlyProse && mass < LEAST_PROSE) return true
  if (isInParagraph) return HIDES.test(attributeOf(element, 'class')?.slice(0, 1000) ?? '')
  if (nodeName === 'html' || nodeName === 'body' || nodeName === 'article' || nodeName === 'main') return false
  const name = nameFurniture(element)
  if (name === null || (name === 'weak' && isMostlyProse)) return false
  const share = masses.bodies.has(element) && isMostlyProse ? MOST_FURNITURE_WITH_BODY : MOST_FURNITURE
  return prose <= share * (masses.prose.get(root) ?? 0)
}

function isNeverText({ nodeName }: MarkupElement, unscripted: boolean): boolean {
  return NEVER_TEXT.has(nodeName) && !(unscripted && nodeName === 'noscript')
}

function isNamedBody(element: MarkupElement): boolean {
  if (attributeOf(element, 'itemprop') === 'articleBody') return true
  return BODY_NAME.test(attributeOf(element, 'class')?.slice(0, 500) ?? '')
}

function isHidden(element: MarkupElement): boolean {
  if (attributeOf(element, 'hidden') !== null) return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style')?.slice(0, 500) ?? '')
}

/** How surely the names of an element say that it is no part of an article; null when they do not. */
function nameFurniture(element: MarkupElement): 'strong' | 'weak' | null {
  if (ROLES.has(attributeOf(element, 'role')?.toLowerCase() ?? '')) return 'strong'
  const itemprop = attributeOf(element, 'itemprop')
  if (itemprop === 'caption' || itemprop === 'author' || itemprop === 'publisher') return 'strong'
  const names = [...wordsOfName(attributeOf(element, 'class')), ...wordsOfName(attributeOf(element, 'id'))]
  if (names.some(words => holdsName(words, WORDS, PAIRS))) return 'strong'
  return names.some(words => holdsName(words, WEAK_WORDS, WEAK_PAIRS)) ? 'weak' : null
}

/** Names that describe something else, or are whole headings, are left out: `has-related-links` describes, `related-links` is. */
function wordsOfName(value: string | null): string[][] {
  if (value === null) return []
  return value
    .slice(0, 1000)
    .split(/\s+/)
    .map(name =>
      name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[-_:.]+/)
        .filter(word => word !== ''),
    )
    .filter(words => words.length <= LONGEST_NAME && !DESCRIBES.has(words[0] ?? ''))
}

function holdsName(words: readonly string[], single: ReadonlySet<string>, together: ReadonlySet<string>): boolean {
  return words.some(
    (word, index) =>
      single.has(word) ||
      together.has(`${word}-${words[index + 1]}`) ||
      together.has(`${word}-${words[index + 1]}-${words[index + 2]}`),
  )
}
