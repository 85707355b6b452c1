import type { MetadataField, MetadataOrigins } from '../../../domain/article.ts'
import { MONTHS } from '../../dates/english-months.ts'
import { readPublishedTime } from '../../dates/published-time.ts'
import { isDay } from '../../dates/written-date.ts'
import { decodeEntities } from '../html/decode-entities.ts'
import type { MarkupElement } from '../html/markup-node.ts'
import { isItem, type LinkedData, type LinkedItem, own } from '../linked-data/linked-data.ts'
import { ORDER_OF_TRUST, type PageField, type TrustedPlace } from './order-of-trust.ts'
import { chooseByline } from './page-byline.ts'
import { gatherFacts, type PageFacts, squeeze } from './page-facts.ts'
import { readSection } from './page-section.ts'
import { chooseTitle } from './page-title.ts'

/** What a page says of itself, as it was written. */
export interface PageMetadata {
  readonly title: unknown
  readonly byline: unknown
  readonly publisher: unknown
  readonly published: unknown
  readonly modified: unknown
  readonly language: unknown
  readonly section: unknown
  /** Its canonical address. */
  readonly uri: unknown
  readonly origins: MetadataOrigins
}

/** What may be the value of a field, with the place that tells it. */
export interface Candidate {
  readonly value: unknown
  readonly origin: string
  readonly place: TrustedPlace
}

interface Chosen {
  readonly value: unknown
  readonly origin: string
}

/** Reads a page's metadata: of every field the first place in {@link ORDER_OF_TRUST} that has a value for it. */
export function readMetadata(page: MarkupElement, linked: LinkedData): PageMetadata {
  const facts = gatherFacts(page)
  const candidates = (field: PageField) => candidatesOf(field, facts, linked)
  const uri = first(candidates('uri'), value => addressOf(value, facts))
  const address = typeof uri?.value === 'string' ? uri.value : undefined
  const language = first(candidates('language'), languageOf)
  const publishers = candidates('publisher').flatMap(({ value, origin }) => {
    const name = nameOf(value, linked)
    return name === null ? [] : [{ value: name, origin }]
  })
  const outlets = publishers.map(({ value }) => value)
  const section = first(candidates('section'), value => readSection(value, outlets))
  const title = chooseTitle(candidates('title'), { facts, outlets, address, section: section?.value })
  const published = [...candidates('published'), ...dayInAddresses(address, facts)]
  const chosen: Readonly<Record<PageField, Chosen | null>> = {
    title,
    byline: chooseByline(candidates('byline'), { outlets, resolve: linked.resolve }),
    publisher: publishers[0] ?? null,
    published: chooseTime(published, language?.value),
    modified: first(candidates('modified'), value => (isTime(value, language?.value) ? value : null)),
    language,
    section,
    uri,
  }
  return { ...valuesOf(chosen), origins: originsOf(chosen) }
}

function candidatesOf(field: PageField, facts: PageFacts, linked: LinkedData): readonly Candidate[] {
  return ORDER_OF_TRUST[field].flatMap(place =>
    place.names.flatMap(name => factsOf(place.place, name, facts, linked).map(fact => ({ ...fact, place }))),
  )
}

function factsOf(place: TrustedPlace['place'], name: string, facts: PageFacts, linked: LinkedData): readonly Chosen[] {
  switch (place) {
    case 'JSON-LD':
      return propertyOf(linked.article, name, `JSON-LD ${name}`)
    case 'JSON-LD WebPage':
      return propertyOf(linked.page, name, `JSON-LD WebPage ${name}`)
    case 'JSON-LD item':
      return linked.itemsOf(name).map(value => ({ value, origin: `JSON-LD ${name}` }))
    case 'shown':
      return facts.shown.get(name) ?? []
    case 'text':
      // What only the text shows is looked for once it is known.
      return []
    default:
      return facts[place].get(squeeze(name)) ?? []
  }
}

function propertyOf(item: LinkedItem, name: string, origin: string): readonly Chosen[] {
  const value = unwrap(own(item, name))
  return value === undefined || value === null || value === '' ? [] : [{ value, origin }]
}

/** Linked data may give any value as an object, or in a list of one kind or another. */
function unwrap(value: unknown): unknown {
  if (!isItem(value)) return value
  return own(value, '@value') ?? own(value, '@list') ?? own(value, '@set') ?? value
}

function first(candidates: readonly Candidate[], read: (value: unknown) => unknown): Chosen | null {
  for (const { value, origin } of candidates) {
    const found = read(value)
    if (found !== null) return { value: found, origin }
  }
  return null
}

/** The first that is a time, or else the first, so that it is said that it is none. */
function chooseTime(candidates: readonly Chosen[], language: unknown): Chosen | null {
  const given = candidates.map(({ value, origin }) => ({ value: firstOf(value), origin }))
  return given.find(({ value }) => isTime(value, language)) ?? given[0] ?? null
}

function isTime(value: unknown, language: unknown): boolean {
  const tag = typeof language === 'string' ? language : null
  return readPublishedTime(firstOf(value), tag).publishedAt !== null
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? unwrap(value[0]) : value
}

/** Pages name the language by its tag, seldom by its name, and some put what is neither. */
function languageOf(value: unknown): string | null {
  const one = firstOf(value)
  const tag = isItem(one) ? (own(one, 'alternateName') ?? own(one, 'name')) : one
  if (typeof tag !== 'string') return null
  if (/^english$/i.test(tag.trim())) return 'en'
  return /^\s*[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}\s*$/i.test(tag) ? tag.trim() : null
}

const LONGEST_NAME = 150

/** The name of an organisation; an address is none. */
function nameOf(value: unknown, { resolve }: LinkedData): string | null {
  const resolved = resolve(unwrap(value))
  const one = Array.isArray(resolved) ? resolved[0] : resolved
  // Articles are parts of pages, too, which have the titles of articles.
  if (isItem(one) && /(?:Page|Article)$/.test(String(firstOf(own(one, '@type'))))) return null
  const name = isItem(one) ? (unwrap(own(one, 'name')) ?? own(one, 'legalName')) : one
  if (typeof name !== 'string') return null
  const line = decodeEntities(name.slice(0, 2 * LONGEST_NAME))
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > LONGEST_NAME || /^(?:https?:|www\.|\/|@|#)/i.test(line) ? null : line
}

/** An address of this page, whole: that of the start page is a common mistake of templates. */
function addressOf(value: unknown, facts: PageFacts): string | null {
  const given = isItem(value) ? (own(value, '@id') ?? own(value, 'url')) : firstOf(value)
  if (typeof given !== 'string') return null
  const base = facts.meta.get('ogurl')?.[0]?.value
  const address = given.slice(0, 2000).trim()
  const whole = URL.canParse(address)
    ? address
    : base !== undefined && /^\//.test(address) && URL.canParse(address, base)
      ? new URL(address, base).href
      : null
  if (whole === null || !/^https?:/i.test(whole)) return null
  const { pathname, search } = new URL(whole)
  return pathname !== '/' || search !== '' ? whole : null
}

const DAY_IN_PATH =
  /\/(?<year>(?:19|20)\d{2})(?:[/-](?<month>\d{1,2}|[a-z]{3})[/-]|(?<joined>\d{2}))(?<day>\d{1,2})(?:[/_-]|$)/i

/** Many outlets' addresses hold the day: `/2026/03/02/quay-to-close`, `/2026/mar/02/quay-to-close`, `/20260302-quay`. */
function dayInAddresses(address: string | undefined, facts: PageFacts): readonly Chosen[] {
  const all = [address, ...(facts.meta.get('ogurl') ?? []).map(({ value }) => value)]
  return all.flatMap(written => {
    const { year, month, joined, day } = DAY_IN_PATH.exec(written?.slice(0, 2000) ?? '')?.groups ?? {}
    if (year === undefined || day === undefined) return []
    const name = month ?? joined ?? ''
    const number = /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.toLowerCase()) + 1
    const value = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(value) ? [{ value, origin: 'address' }] : []
  })
}

const ARTICLE_FIELDS: Readonly<Partial<Record<PageField, MetadataField>>> = {
  published: 'publishedAt',
  modified: 'modifiedAt',
}

function valuesOf(chosen: Readonly<Record<PageField, Chosen | null>>): Omit<PageMetadata, 'origins'> {
  const told = (field: PageField) => chosen[field]?.value
  return {
    title: told('title'),
    byline: told('byline'),
    publisher: told('publisher'),
    published: told('published'),
    modified: told('modified'),
    language: told('language'),
    section: told('section'),
    uri: told('uri'),
  }
}

function originsOf(chosen: Readonly<Record<PageField, Chosen | null>>): MetadataOrigins {
  const fields = Object.keys(chosen) as PageField[]
  return Object.fromEntries(
    fields.flatMap(field => {
      const origin = chosen[field]?.origin
      return origin === undefined ? [] : [[ARTICLE_FIELDS[field] ?? field, origin]]
    }),
  )
}
