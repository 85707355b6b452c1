import type { parseFeed } from 'feedsmith'

export type Feed = ReturnType<typeof parseFeed>

/** Something that a feed tells, with the name of what tells it. */
export interface Told {
  readonly value: unknown
  /** As in an article's origins: `dc:creator`, `pubDate`, `feed title`. */
  readonly origin: string
}

/** An item of any kind of feed: of every field what may be its value, the first that is one is believed. */
export interface Item {
  /** Whether the feed says that body and summary are plain text. */
  readonly isPlain?: boolean
  readonly uri: readonly Told[]
  readonly title: readonly Told[]
  readonly byline: readonly Told[]
  readonly published: readonly Told[]
  readonly modified: readonly Told[]
  readonly section: readonly Told[]
  readonly language: readonly Told[]
  readonly publisher: readonly Told[]
  readonly body: string | undefined
  /** What stands for the body when there is none. */
  readonly summary: string | undefined
}

type AtomFeed = Extract<Feed, { format: 'atom' }>['feed']
type JsonFeed = Extract<Feed, { format: 'json' }>['feed']
type RdfFeed = Extract<Feed, { format: 'rdf' }>['feed']
type RssFeed = Extract<Feed, { format: 'rss' }>['feed']

/** The items of a feed, in the form that all kinds have in common. */
export function itemsOf(parsed: Feed): readonly Item[] {
  if (parsed.format === 'atom') return atomItems(parsed.feed)
  if (parsed.format === 'json') return jsonItems(parsed.feed)
  return parsed.format === 'rdf' ? rdfItems(parsed.feed) : rssItems(parsed.feed)
}

function told(value: unknown, origin: string): Told {
  return { value, origin }
}

/** Atom's default is plain text, but many feeds that declare nothing hold markup. */
function isPlainType(type: string | undefined): boolean {
  return type === 'text' || type === 'text/plain'
}

function atomItems({ title, authors, xml, entries }: AtomFeed): readonly Item[] {
  return (entries ?? []).map(entry => ({
    uri: [
      told(entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href, 'link'),
      told(entry.id, 'id'),
    ],
    title: [told(entry.title?.value, 'title')],
    byline: [
      told(entry.authors, 'author'),
      told(entry.dc?.creators, 'dc:creator'),
      told(entry.source?.authors, 'source author'),
      told(authors, 'feed author'),
    ],
    published: [
      told(entry.published, 'published'),
      told(entry.dc?.dates?.[0], 'dc:date'),
      told(entry.updated, 'updated'),
    ],
    modified: [told(entry.updated, 'updated')],
    section: [
      told(entry.categories?.[0]?.label ?? entry.categories?.[0]?.term, 'category'),
      told(entry.dc?.subjects?.[0], 'dc:subject'),
    ],
    language: [told(entry.xml?.lang, 'xml:lang'), told(xml?.lang, 'feed xml:lang')],
    // An entry that another feed took over names the feed that it comes from.
    publisher: [told(entry.source?.title?.value, 'source title'), told(title?.value, 'feed title')],
    isPlain: isPlainType(entry.content?.type ?? entry.summary?.type),
    body: entry.content?.value,
    summary: entry.summary?.value,
  }))
}

function jsonItems({ title, language, authors, items }: JsonFeed): readonly Item[] {
  return (items ?? []).map(item => ({
    uri: [told(item.url, 'url'), told(item.id, 'id')],
    title: [told(item.title, 'title')],
    byline: [told(item.authors, 'authors'), told(authors, 'feed authors')],
    published: [told(item.date_published, 'date_published'), told(item.date_modified, 'date_modified')],
    modified: [told(item.date_modified, 'date_modified')],
    section: [told(item.tags?.[0], 'tags')],
    language: [told(item.language, 'language'), told(language, 'feed language')],
    publisher: [told(title, 'feed title')],
    isPlain: item.content_html === undefined,
    body: item.content_html ?? item.content_text,
    summary: item.summary,
  }))
}

function rdfItems({ title, dc, items }: RdfFeed): readonly Item[] {
  return (items ?? []).map(item => ({
    uri: [told(item.link, 'link'), told(item.rdf?.about, 'rdf:about')],
    title: [told(item.title, 'title'), told(item.dc?.titles?.[0], 'dc:title')],
    byline: [told(item.dc?.creators, 'dc:creator'), told(dc?.creators, 'feed dc:creator')],
    published: [told(item.dc?.dates?.[0], 'dc:date'), told(item.dcterms?.issued?.[0], 'dcterms:issued')],
    modified: [told(item.dcterms?.modified?.[0], 'dcterms:modified')],
    section: [told(item.dc?.subjects?.[0], 'dc:subject')],
    language: [told(item.dc?.languages?.[0], 'dc:language'), told(dc?.languages?.[0], 'feed dc:language')],
    publisher: [told(item.dc?.publishers?.[0], 'dc:publisher'), told(title, 'feed title')],
    body: item.content?.encoded,
    summary: item.description,
  }))
}

function rssItems({ title, language, dc, items }: RssFeed): readonly Item[] {
  return (items ?? []).map(item => ({
    uri: [told(item.link, 'link'), told(item.guid?.value, 'guid'), told(item.atom?.id, 'atom:id')],
    title: [
      told(item.title, 'title'),
      told(item.dc?.titles?.[0], 'dc:title'),
      told(item.media?.title?.value, 'media:title'),
    ],
    byline: [
      told(item.dc?.creators, 'dc:creator'),
      told(item.authors, 'author'),
      told(item.atom?.authors, 'atom:author'),
      told(item.itunes?.author, 'itunes:author'),
    ],
    published: [
      told(item.pubDate, 'pubDate'),
      told(item.dc?.dates?.[0], 'dc:date'),
      told(item.dcterms?.issued?.[0], 'dcterms:issued'),
      told(item.atom?.published, 'atom:published'),
      told(item.atom?.updated, 'atom:updated'),
    ],
    modified: [told(item.dcterms?.modified?.[0], 'dcterms:modified'), told(item.atom?.updated, 'atom:updated')],
    section: [told(item.categories?.[0]?.name, 'category'), told(item.dc?.subjects?.[0], 'dc:subject')],
    language: [
      told(item.dc?.languages?.[0], 'dc:language'),
      told(language, 'feed language'),
      told(dc?.languages?.[0], 'feed dc:language'),
    ],
    // Feeds that gather other outlets' items name the outlet there.
    publisher: [
      told(item.source?.title, 'source'),
      told(item.dc?.publishers?.[0], 'dc:publisher'),
      told(title, 'feed title'),
    ],
    body: item.content?.encoded,
    summary: item.description,
  }))
}
