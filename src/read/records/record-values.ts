import { toUri } from '../article/draft.ts'
import { readPublishedTime } from '../dates/published-time.ts'
import { decodeEntities } from '../markup/html/decode-entities.ts'
import { cleanByline } from '../markup/metadata/page-byline.ts'

/** Longest value of a name or title that is looked at, in UTF-16 units, and most names of a list. */
const LONGEST_VALUE = 4000
const MOST_NAMES = 50
/** Deepest object in an object that names something: `{"author": {"name": {"value": "…"}}}`. */
const DEEPEST_NAME = 4

/** Fields that hold the words of an object: the likeliest first. */
const NAMES = [
  'name',
  'title',
  'display_name',
  'displayName',
  'rendered',
  'main',
  'basic',
  '@value',
  'value',
  'label',
  'original',
]
/** Fields that together are a person's name. */
const PARTS_OF_NAMES: readonly (readonly string[])[] = [
  ['firstname', 'middlename', 'lastname'],
  ['first_name', 'last_name'],
  ['firstName', 'lastName'],
  ['given', 'family'],
]
const IS_ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+$/i
/** `https://paper.example`: that of a site is no article's. */
const IS_SITE = /^https?:\/\/[^/?#]+\/?$/i
/** How programs write that there is nothing. */
const IS_NOTHING = /^(?:nan|none|null|n\/a|undefined|\[\])$/i
/** How programs write a list of names into one cell: `['Ida Moe', "Per Lund"]`. */
const WRITTEN_LIST = /^\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]$/

/** A line of words in a value: a string, or what an object or a list of them says; undefined where it says nothing. */
export function wordsIn(value: unknown, depth = 0): string | readonly string[] | undefined {
  if (typeof value === 'string') {
    const words = readString(value.slice(0, LONGEST_VALUE))
    return words === '' ? undefined : words
  }
  if (typeof value !== 'object' || value === null || depth > DEEPEST_NAME) return undefined
  if (Array.isArray(value)) {
    const lines = value.slice(0, MOST_NAMES).flatMap(item => wordsIn(item, depth + 1) ?? [])
    return lines.length === 0 ? undefined : [...new Set(lines)]
  }
  const item = value as Readonly<Record<string, unknown>>
  for (const name of NAMES) {
    const words = Object.hasOwn(item, name) ? wordsIn(item[name], depth + 1) : undefined
    if (words !== undefined) return words
  }
  for (const names of PARTS_OF_NAMES) {
    const parts = names.flatMap(name => (Object.hasOwn(item, name) ? (wordsIn(item[name], depth + 1) ?? []) : []))
    if (parts.length > 0) return parts.join(' ')
  }
  return undefined
}

/** Services often encode the words that they took from a page. */
function readString(value: string): string {
  const isMarked = /<\/?[a-z][^<>]{0,200}>/i.test(value)
  const words = decodeEntities(isMarked ? value.replace(/<[^<>]{1,200}>/g, '') : value).trim()
  return IS_NOTHING.test(words) ? '' : words
}

/** Who wrote it: names alone, without what bylines of pages have beside them too. */
export function bylineIn(value: unknown): string | readonly string[] | undefined {
  const words = wordsIn(listIn(value))
  if (words === undefined) return undefined
  const names = (typeof words === 'string' ? words.split(';') : words).flatMap(name => {
    return cleanByline(name) ?? []
  })
  return names.length === 0 ? undefined : names
}

/** A list that was written into a string is a list again. */
function listIn(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > LONGEST_VALUE) return value
  const text = value.trim()
  if (!WRITTEN_LIST.test(text)) return value
  return (text.match(/'[^']*'|"[^"]*"/g) ?? []).map(item => item.slice(1, -1))
}

/** Who published it: an address is that of a page or a site and no name; that of a host alone is better than nothing. */
export function publisherIn(value: unknown): string | readonly string[] | undefined {
  const words = wordsIn(value)
  const names = (typeof words === 'string' ? [words] : (words ?? [])).filter(name => !IS_ADDRESS.test(name))
  return names.length === 0 ? undefined : names
}

/** The address of an article; that of a site, a number or a name is none. */
export function addressIn(value: unknown): string | undefined {
  const [found] = (Array.isArray(value) ? value.slice(0, MOST_NAMES) : [value]).flatMap(item => {
    const inner = typeof item === 'object' && item !== null ? ownOf(item, ['@id', 'url', 'href', 'id', '#text']) : item
    const uri = toUri(inner)
    return uri === null || IS_SITE.test(uri) ? [] : [uri]
  })
  return found
}

/** A time as readPublishedTime takes it. Databases wrap theirs in an object. */
export function timeIn(value: unknown): unknown {
  const inner = Array.isArray(value) ? value[0] : value
  if (typeof inner !== 'object' || inner === null) return inner
  const time = ownOf(inner, ['$date', '@value', 'value', '$numberLong', 'rendered', 'iso', 'date'])
  const deeper = typeof time === 'object' && time !== null ? ownOf(time, ['$numberLong']) : time
  return typeof deeper === 'string' && /^\d{10,13}$/.test(deeper) ? Number(deeper) : deeper
}

export function isTime(value: unknown): boolean {
  return readPublishedTime(value).publishedAt !== null
}

/** The first language that a value names. */
export function languageIn(value: unknown): string | undefined {
  const words = wordsIn(value)
  return typeof words === 'string' ? words : words?.[0]
}

function ownOf(item: object, names: readonly string[]): unknown {
  const name = names.find(name => Object.hasOwn(item, name))
  return name === undefined ? undefined : (item as Record<string, unknown>)[name]
}
