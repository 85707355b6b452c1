import type { MetadataField } from '../../../domain/article.ts'
import { readPublishedTime } from '../../dates/published-time.ts'
import { findShownDay, type ShownText } from '../page-text.ts'
import { dayInDateline, findByline, findOnlyDay } from './lines-around.ts'
import { ORDER_OF_TRUST } from './order-of-trust.ts'
import { cleanByline } from './page-byline.ts'
import type { PageMetadata } from './page-metadata.ts'

type TextField = 'title' | 'byline' | 'published'

/** What the text and the lines around it tell, by the names that the order of trust has for it. */
const READERS: Readonly<Record<TextField, Readonly<Record<string, (shown: ShownText) => string | null>>>> = {
  title: { 'guess of Readability': ({ vote }) => vote.title },
  byline: {
    'line beside the text': shown => cleanByline(findByline(shown)),
    'guess of Readability': ({ vote }) => cleanByline(vote.byline),
  },
  published: {
    'line beside the text': findShownDay,
    dateline: dayInDateline,
    'only date line of the page': findOnlyDay,
  },
}

const ARTICLE_FIELDS: Readonly<Record<TextField, MetadataField>> = {
  title: 'title',
  byline: 'byline',
  published: 'publishedAt',
}

/** A page's metadata, with what the page does not mark but shows: a line that begins with "By", the day above the text. */
export function completeMetadata(metadata: PageMetadata, shown: ShownText): PageMetadata {
  const { title, byline, published, language, origins } = metadata
  const tag = typeof language === 'string' ? language : null
  const isTime = readPublishedTime(published, tag).publishedAt !== null
  const found = [
    ...(isGiven(title) ? [] : firstIn('title', shown)),
    ...(isGiven(byline) ? [] : firstIn('byline', shown)),
    ...(isTime ? [] : firstIn('published', shown)),
  ]
  return {
    ...metadata,
    ...Object.fromEntries(found.map(({ field, value }) => [field, value])),
    origins: { ...origins, ...Object.fromEntries(found.map(({ field, origin }) => [ARTICLE_FIELDS[field], origin])) },
  }
}

function firstIn(field: TextField, shown: ShownText) {
  const names = ORDER_OF_TRUST[field].flatMap(({ place, names }) => (place === 'text' ? names : []))
  for (const origin of names) {
    const value = READERS[field][origin]?.(shown) ?? null
    if (isGiven(value)) return [{ field, value, origin }]
  }
  return []
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
