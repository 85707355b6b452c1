import type { Shape } from './shape.ts'

/** What services that gather the news of many newspapers answer. */
export const AGGREGATORS: readonly Shape[] = [
  {
    name: 'NewsAPI and its likes',
    reason: '`content` ends in the middle, and `source` is an object',
    marks: [
      ['source.name', 'publishedAt'],
      ['source.name', 'urlToImage'],
    ],
    roles: { publisher: ['source.name'], published: ['publishedAt'] },
    example: {
      record: {
        source: { id: null, name: 'The Courier' },
        author: 'Ida Moe',
        title: 'Kiln goes cold',
        description: 'The last kiln is cold.',
        url: 'https://courier.example/kiln',
        urlToImage: null,
        publishedAt: '2026-03-02T10:00:00Z',
        content: 'The last kiln went cold, said Mr Falk. He had worked there for… [+1234 chars]',
      },
      article: {
        title: 'Kiln goes cold',
        byline: 'Ida Moe',
        publisher: 'The Courier',
        text: 'The last kiln went cold, said Mr Falk. He had worked there for…',
        warnings: ['its text is cut: the record says that 1234 more characters follow'],
      },
    },
  },
  {
    name: 'Event Registry',
    reason: '`uri` is a number of its own, `dateTime` when it was found and `dateTimePub` when it was published',
    marks: [
      ['dateTime', 'body', 'source.title'],
      ['dateTimePub', 'body'],
      ['dateTime', 'body', 'isDuplicate'],
    ],
    roles: {
      text: ['body'],
      publisher: ['source.title', 'source.uri'],
      published: ['dateTimePub', 'dateTime', 'date'],
      byline: ['authors.name'],
      language: ['lang'],
    },
    example: {
      record: {
        uri: '8412345678',
        lang: 'eng',
        isDuplicate: false,
        date: '2026-03-02',
        dateTime: '2026-03-02T10:05:00Z',
        dateTimePub: '2026-03-02T10:00:00Z',
        url: 'https://courier.example/crane',
        title: 'Crane falls',
        body: 'The crane fell at noon, said Ms Kvist.\n\nNobody was hurt.',
        source: { uri: 'courier.example', dataType: 'news', title: 'The Courier' },
        authors: [{ uri: 'ida_moe@courier.example', name: 'Ida Moe', type: 'author', isAgency: false }],
      },
      article: {
        uri: 'https://courier.example/crane',
        title: 'Crane falls',
        byline: 'Ida Moe',
        publisher: 'The Courier',
        publishedAt: '2026-03-02T10:00:00Z',
        language: 'en',
        text: 'The crane fell at noon, said Ms Kvist.\n\nNobody was hurt.',
      },
    },
  },
  {
    name: 'MediaCloud',
    reason: '`media_name` is the publisher and `media_url` its site; lists of stories have no text, single ones may',
    marks: [['media_name', 'publish_date'], ['media_name', 'indexed_date'], ['stories_id']],
    roles: {
      text: ['text', 'story_text', 'story_sentences.sentence'],
      publisher: ['media_name', 'media.name'],
      published: ['publish_date'],
      uri: ['url', 'guid'],
    },
    example: {
      record: {
        id: 'f0c1',
        media_name: 'courier.example',
        media_url: 'courier.example',
        title: 'Well runs dry',
        publish_date: '2026-03-02',
        url: 'https://courier.example/well',
        language: 'en',
        indexed_date: '2026-03-03 01:02:03.456789',
        text: 'The well ran dry, said Mr Holm.\nNobody knows why.',
      },
      article: {
        title: 'Well runs dry',
        publisher: 'courier.example',
        publishedAt: '2026-03-02',
        text: 'The well ran dry, said Mr Holm.\nNobody knows why.',
      },
    },
  },
  {
    name: 'GDELT list of articles',
    reason: 'it names articles by address and title and holds no text, which must not look like a mistake of the user',
    marks: [
      ['seendate', 'url'],
      ['seendate', 'domain'],
    ],
    roles: { published: ['seendate'], publisher: ['domain'] },
    example: {
      record: {
        url: 'https://courier.example/bell',
        title: 'Bell is cracked',
        seendate: '20260302T101500Z',
        domain: 'courier.example',
        language: 'English',
        sourcecountry: 'Italy',
      },
      refused: 'it names an article and holds no text of it',
    },
  },
  {
    name: 'GDELT quotation graph',
    reason: 'it holds some words before and after each quotation, which are no text of an article',
    marks: [
      ['quotes.pre', 'quotes.quote'],
      ['ngram', 'pre', 'post'],
    ],
    roles: {},
    isNoArticle: 'a record of the words around quotations or terms, not of an article',
    example: {
      record: {
        date: '2026-03-02T10:15:00Z',
        url: 'https://courier.example/bell',
        title: 'Bell is cracked',
        lang: 'ENGLISH',
        quotes: [{ pre: 'said Ms Kvist', quote: 'the bell is cracked beyond repair', post: 'on Monday' }],
      },
      refused: 'words around quotations',
    },
  },
  {
    name: 'newsdata.io',
    reason: 'the text stands under `content` only for who pays, `creator` is who wrote it, `source_id` the publisher',
    marks: [
      ['article_id', 'source_id'],
      ['source_id', 'pubDate'],
    ],
    roles: {
      publisher: ['source_name', 'source_id'],
      byline: ['creator'],
      published: ['pubDate'],
      summary: ['description'],
      uri: ['link'],
    },
    example: {
      record: {
        article_id: 'a7',
        title: 'Tram stops early',
        link: 'https://courier.example/tram',
        creator: ['Ida Moe'],
        description: 'The last tram now leaves at nine, said the board.',
        content: 'ONLY AVAILABLE IN PAID PLANS',
        pubDate: '2026-03-02 10:00:00',
        source_id: 'courier',
        language: 'english',
      },
      article: {
        uri: 'https://courier.example/tram',
        byline: 'Ida Moe',
        publisher: 'courier',
        language: 'en',
        text: 'The last tram now leaves at nine, said the board.',
      },
    },
  },
  {
    name: 'NewsCatcher',
    reason: '`summary` is the whole text and `excerpt` the summary',
    marks: [
      ['clean_url', 'published_date'],
      ['rights', 'clean_url'],
    ],
    roles: {
      text: ['content', 'summary'],
      summary: ['excerpt', 'description'],
      publisher: ['rights', 'clean_url'],
      published: ['published_date'],
    },
    example: {
      record: {
        title: 'Kite day is off',
        author: 'Ida Moe',
        published_date: '2026-03-02 10:00:00',
        link: 'https://courier.example/kite',
        clean_url: 'courier.example',
        excerpt: 'No kites.',
        summary: 'There will be no kites this year, said Mr Falk.',
        rights: 'courier.example',
      },
      article: {
        uri: 'https://courier.example/kite',
        publisher: 'courier.example',
        text: 'There will be no kites this year, said Mr Falk.',
      },
    },
  },
]
