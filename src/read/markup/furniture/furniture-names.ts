import type { MarkupElement } from '../html/markup-node.ts'

export const CAPTION = 'image caption'

/** A kind of furniture: why it is left out, and the names that elements of it have, in classes and ids. */
interface NamedFurniture {
  readonly reason: string
  /** Names of one word, of two or three with hyphens between; each means it alone. */
  readonly names: readonly string[]
  /** Whether it can hold more running text than the article, so that its size tells nothing. */
  readonly anySize?: boolean
}

const NAMED: readonly NamedFurniture[] = [
  {
    reason: 'advertisement',
    names:
      'ad ads advert advertisement advertising advertorial outbrain promo promobox promotion sponsor sponsored taboola'.split(
        ' ',
      ),
  },
  {
    reason: 'author box',
    names:
      'about-author author-bio author-box author-card author-info author-profile authorprofile bio biography byline'.split(
        ' ',
      ),
  },
  {
    reason: 'comments',
    names:
      'comment commentlist comments commento disqus livefyre replies respond spotim viafoura utterances giscus'.split(
        ' ',
      ),
    anySize: true,
  },
  {
    reason: 'newsletter box',
    names: 'cta donate newsletter sign-in signin signup subscribe login follow'.split(' '),
  },
  {
    reason: 'notice',
    names: 'consent cookie cookiebanner cookielaw cookies copyright disclaimer disclosure gdpr onetrust'.split(' '),
    anySize: true,
  },
  {
    reason: 'overlay',
    names: 'drawer modal overlay popmake popup'.split(' '),
    anySize: true,
  },
  {
    reason: CAPTION,
    names:
      'caption credit credits featured-video image-description player-placeholder video-fallback video-player'.split(
        ' ',
      ),
  },
  {
    reason: 'related links',
    names: [
      ...'also-like also-read jumplink latest-stories more-articles more-news more-on more-stories most-popular'.split(
        ' ',
      ),
      ...'most-read next-post next-story nextstory popular read-also read-next recirc recirculation recommended'.split(
        ' ',
      ),
      ...'related related-links relatedlinks relatedposts see-also similar-links similarlinks top-stories trending'.split(
        ' ',
      ),
      'up-next',
    ],
  },
  {
    reason: 'share line',
    names: 'addthis addtoany share sharebar sharedaddy sharing social toolbar'.split(' '),
  },
  {
    reason: 'label',
    names: [
      ...'article-meta dateline entry-meta post-meta story-meta tag-list taglist tags terms-list trust-badge'.split(
        ' ',
      ),
    ],
  },
  { reason: 'pull quote', names: 'pull-quote pull-quotes pullquote'.split(' ') },
  { reason: 'side box', names: 'factbox infobox rail sidebar'.split(' ') },
  {
    reason: 'navigation',
    names:
      'breadcrumb breadcrumbs editsection footer menu nav navbar navigation pagination post-navigation skip-link skip-to snav subnav table-of-contents tableofcontents topnav'.split(
        ' ',
      ),
  },
  { reason: 'hidden', names: 'print-only screen-reader-text sr-only visually-hidden'.split(' ') },
]

/** Names of boxes of the page as often as of the article's own text: what holds running text is the article's. */
const WEAK: ReadonlySet<string> = new Set('paywall read-more readmore subscription teaser widget'.split(' '))

const ROLES: ReadonlyMap<string, string> = new Map([
  ['alert', 'notice'],
  ['banner', 'navigation'],
  ['complementary', 'side box'],
  ['contentinfo', 'navigation'],
  ['dialog', 'overlay'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['navigation', 'navigation'],
  ['note', 'notice'],
  ['search', 'navigation'],
  ['toolbar', 'share line'],
])
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['author', 'author box'],
  ['caption', CAPTION],
  ['publisher', 'author box'],
])

const REASONS: ReadonlyMap<string, string> = new Map(
  NAMED.flatMap(({ reason, names }) => names.map(name => [name, reason] as const)),
)
const OF_ANY_SIZE: ReadonlySet<string> = new Set(NAMED.flatMap(({ reason, anySize }) => (anySize ? [reason] : [])))

/** Names of more words are made of headings: `sharing-the-burden-of-a-city`. */
const LONGEST_NAME = 4
/** What is looked at of classes, in characters. */
const LONGEST_NAMES = 1000
/** First words of names that say what an element has or lacks. */
const DESCRIBES: ReadonlySet<string> = new Set(['has', 'no', 'with', 'is'])

/** What the names of an element say that it is. */
export interface FurnitureName {
  readonly reason: string
  /** Its name is also given to the article's own text. */
  readonly weak: boolean
  readonly anySize: boolean
}

/** What is known of classes and ids: a page gives the same to hundreds of elements. */
export type KnownNames = Map<string, FurnitureName | null>

/** How the names of an element say that it is no part of an article; null when they do not. */
export function nameFurniture({ attrs }: MarkupElement, known: KnownNames): FurnitureName | null {
  let weak: FurnitureName | null = null
  for (const { name, value } of attrs) {
    const found = judgeAttribute(name, value, known)
    if (found !== null && !found.weak) return found
    weak ??= found
  }
  return weak
}

function judgeAttribute(name: string, value: string, known: KnownNames): FurnitureName | null {
  if (name === 'class' || name === 'id') {
    const names = value.slice(0, LONGEST_NAMES)
    let found = known.get(names)
    if (found === undefined) {
      found = judgeNames(names)
      known.set(names, found)
    }
    return found
  }
  const given =
    name === 'role' ? ROLES.get(value.toLowerCase()) : name === 'itemprop' ? PROPERTIES.get(value) : undefined
  return given === undefined ? null : strong(given)
}

function judgeNames(names: string): FurnitureName | null {
  const all = wordsOfNames(names).map(runsOf)
  for (const runs of all) {
    const run = runs.find(words => REASONS.has(words))
    if (run !== undefined) return strong(REASONS.get(run) as string)
  }
  const isWeak = all.some(runs => runs.some(run => WEAK.has(run)))
  return isWeak ? { reason: 'side box', weak: true, anySize: false } : null
}

function strong(reason: string): FurnitureName {
  return { reason, weak: false, anySize: OF_ANY_SIZE.has(reason) }
}

/** Names that describe something else, or are whole headings, are left out: `has-related-links` describes, `related-links` is. */
function wordsOfNames(names: string): string[][] {
  return names
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

/** Its words, and two and three of them that follow one another. */
function runsOf(words: readonly string[]): readonly string[] {
  if (words.length === 1) return words
  return words.flatMap((word, i) => [word, words.slice(i, i + 2).join('-'), words.slice(i, i + 3).join('-')])
}
