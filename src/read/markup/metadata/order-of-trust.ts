/** A field of an article that its page may tell in several places. */
export type PageField = 'title' | 'byline' | 'publisher' | 'published' | 'modified' | 'language' | 'section' | 'uri'

/** Where a page tells something; each with the names that it has there. */
export type Place =
  /** Properties of the article in its linked data. */
  | 'JSON-LD'
  /** Properties of the page in its linked data. */
  | 'JSON-LD WebPage'
  /** Types of other items in its linked data that have a name. */
  | 'JSON-LD item'
  /** Names of `meta` elements, without case, points, colons and hyphens. */
  | 'meta'
  /** Properties of microdata and RDFa in what it shows. */
  | 'itemprop'
  /** What it shows, or how the element is marked that shows it. */
  | 'shown'
  /** Its text and the lines around it, without any mark. */
  | 'text'

export interface TrustedPlace {
  readonly place: Place
  readonly names: readonly string[]
  readonly because: string
}

/**
 * Which of several places that tell a field is believed: the first in order whose value can be one (a name, a time, an address). The
 * origin that is kept with the value names the place.
 */
export const ORDER_OF_TRUST: Readonly<Record<PageField, readonly TrustedPlace[]>> = {
  title: [
    {
      place: 'shown',
      names: ['h1'],
      because:
        'Readers saw it: search engines and social networks are given other wordings. Only where it shares its words with a declared title, as some templates put the outlet into it.',
    },
    { place: 'JSON-LD', names: ['headline'], because: 'Written for this article and for nothing else.' },
    { place: 'itemprop', names: ['headline'], because: 'The same, marked where it is shown.' },
    {
      place: 'meta',
      names: ['ogtitle', 'twittertitle', 'twittertexttitle', 'citationtitle', 'parselytitle', 'sailthrutitle'],
      because: 'Of the article, but may be worded for a network or carry the outlet.',
    },
    { place: 'JSON-LD', names: ['name'], because: 'Often the headline, sometimes a label.' },
    {
      place: 'meta',
      names: ['dctitle', 'dctermstitle', 'headline', 'title'],
      because: 'Filled in by the system, often as the title of the window is.',
    },
    {
      place: 'shown',
      names: ['heading in <title>'],
      because: 'A heading that the title of the window has whole, beside the outlet and the section.',
    },
    { place: 'JSON-LD WebPage', names: ['headline'], because: 'Of the page, with the outlet as a rule.' },
    {
      place: 'shown',
      names: ['<title>'],
      because: 'With outlet and section, which only guessing tells from the title.',
    },
  ],
  byline: [
    { place: 'JSON-LD', names: ['author', 'creator'], because: 'Names as names, without the words around them.' },
    {
      place: 'meta',
      names: [
        'author',
        'parselyauthor',
        'sailthruauthor',
        'byl',
        'byline',
        'citationauthor',
        'dccreator',
        'dctermscreator',
        'articleauthor',
        'ogarticleauthor',
        'articleauthorname',
        'authors',
        'authorname',
        'cxenseparseauthor',
        'twitterdata1',
      ],
      because: 'Names too, but the user of the system or the address of a profile where there are none.',
    },
    { place: 'itemprop', names: ['author', 'creator'], because: 'Marked where it is shown.' },
    { place: 'shown', names: ['rel=author'], because: 'The link to who wrote it.' },
    { place: 'shown', names: ['byline'], because: 'An element named so, with roles, dates and places in it.' },
    {
      place: 'text',
      names: ['line beside the text', 'guess of Readability'],
      because: 'A line that begins with "By" and a name, which nothing marks.',
    },
  ],
  publisher: [
    { place: 'JSON-LD', names: ['publisher'], because: 'Said of this article.' },
    { place: 'meta', names: ['ogsitename'], because: 'The site that shows it.' },
    { place: 'JSON-LD', names: ['isPartOf', 'sourceOrganization'], because: 'The periodical, where it has a name.' },
    { place: 'JSON-LD item', names: ['WebSite', 'NewsMediaOrganization'], because: 'Said of the site.' },
    {
      place: 'meta',
      names: ['publisher', 'dcpublisher', 'dctermspublisher', 'citationjournaltitle', 'citationpublisher'],
      because: 'Often the company behind several titles.',
    },
    { place: 'itemprop', names: ['publisher'], because: 'Marked in the text, often as a logo.' },
    {
      place: 'meta',
      names: ['applicationname', 'applemobilewebapptitle'],
      because: 'The name of an icon, often cut short.',
    },
    { place: 'JSON-LD item', names: ['Organization'], because: 'May be any that the page speaks of.' },
  ],
  published: [
    { place: 'JSON-LD', names: ['datePublished'], because: 'A time with its zone, of this article.' },
    {
      place: 'meta',
      names: [
        'articlepublishedtime',
        'ogarticlepublishedtime',
        'ogpublishedtime',
        'parselypubdate',
        'datepublished',
        'sailthrudate',
        'articlepublished',
        'cxenseparserecspublishtime',
        'cxenseparserecsarticlepublishedtime',
        'citationpublicationdate',
        'citationdate',
        'citationonlinedate',
        'dcdateissued',
        'dctermsissued',
        'dctermscreated',
        'dcdatecreated',
        'dctermsdate',
        'dcdate',
        'prismpublicationdate',
        'pubdate',
        'publishdate',
        'publicationdate',
        'publishedat',
        'publishedtime',
        'publishtime',
        'publishedon',
        'published',
        'firstpublished',
        'originalpublicationdate',
        'articledateoriginal',
        'ptime',
        'pdate',
        'btpubdate',
        'ogpubdate',
        'rnewsdatepublished',
      ],
      because: 'What networks and the tools of outlets read.',
    },
    { place: 'JSON-LD', names: ['dateCreated'], because: 'When writing began.' },
    {
      place: 'JSON-LD WebPage',
      names: ['datePublished'],
      because: 'Of the page, which may be older than what it shows.',
    },
    { place: 'itemprop', names: ['datePublished'], because: 'Marked where it is shown.' },
    {
      place: 'meta',
      names: ['date', 'articledate', 'datecreated', 'created'],
      because: 'Often the day of the last change.',
    },
    {
      place: 'shown',
      names: ['published time', 'time', 'date', 'date in the byline'],
      because: 'What readers see; in the order of how surely it is the time of publication.',
    },
    { place: 'shown', names: ['address'], because: 'The day in the address, by the outlet’s own clock.' },
    {
      place: 'text',
      names: ['line beside the text', 'dateline', 'only date line of the page'],
      because: 'A day that nothing marks; the nearer to the text the surer.',
    },
  ],
  modified: [
    { place: 'JSON-LD', names: ['dateModified'], because: 'Of this article.' },
    {
      place: 'meta',
      names: [
        'articlemodifiedtime',
        'ogarticlemodifiedtime',
        'ogupdatedtime',
        'ogmodifiedtime',
        'datemodified',
        'dctermsmodified',
        'dcdatemodified',
        'dcmodified',
        'articleupdated',
        'articlemodified',
        'lastmodified',
        'lastupdated',
        'modified',
        'updated',
        'revised',
        'updatedtime',
        'modifieddate',
        'updateddate',
        'updatedat',
      ],
      because: 'What networks and the tools of outlets read.',
    },
    { place: 'JSON-LD WebPage', names: ['dateModified'], because: 'Of the page, its template too.' },
    { place: 'itemprop', names: ['dateModified'], because: 'Marked where it is shown.' },
    { place: 'shown', names: ['modified time'], because: 'An element named so.' },
  ],
  language: [
    { place: 'JSON-LD', names: ['inLanguage'], because: 'Of this article.' },
    { place: 'shown', names: ['html[lang]'], because: 'Of the page, its template too.' },
    { place: 'itemprop', names: ['inLanguage'], because: 'Marked for this article, seldom filled in with care.' },
    {
      place: 'meta',
      names: ['oglocale', 'dclanguage', 'dctermslanguage', 'contentlanguage', 'language'],
      because: 'Of the site, one for all that it has.',
    },
    { place: 'JSON-LD WebPage', names: ['inLanguage'], because: 'Of the page.' },
  ],
  section: [
    { place: 'JSON-LD', names: ['articleSection'], because: 'Of this article.' },
    {
      place: 'meta',
      names: [
        'articlesection',
        'ogarticlesection',
        'parselysection',
        'sailthrusection',
        'cxenseparserecssection',
        'prismsection',
        'dctermsispartof',
        'articlesectionname',
        'sectionname',
        'section',
        'category',
      ],
      because: 'What networks and the tools of outlets read.',
    },
    { place: 'itemprop', names: ['articleSection'], because: 'Marked where it is shown.' },
    { place: 'JSON-LD item', names: ['BreadcrumbList'], because: 'The way to it from the start page.' },
  ],
  uri: [
    { place: 'shown', names: ['link[rel=canonical]'], because: 'What it is for.' },
    { place: 'meta', names: ['ogurl'], because: 'The address that networks count by.' },
    { place: 'JSON-LD', names: ['mainEntityOfPage', 'url'], because: 'Of this article, sometimes without the host.' },
    { place: 'meta', names: ['parselylink', 'twitterurl', 'citationpublichtmlurl'], because: 'What tools count by.' },
  ],
}
