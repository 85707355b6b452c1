import { parseFeed } from 'feedsmith'
import { sha256 } from '../article/create-article.ts'
import { type Draft, toOutcome, toUri } from '../article/draft.ts'
import { readPublishedTime } from '../dates/published-time.ts'
import { charsetOf } from '../encodings/charset.ts'
import { decode } from '../encodings/decode.ts'
import { describe } from '../encodings/decoded-how.ts'
import type { RawInput, ReadContext, ReadOutcome } from '../format.ts'
import { type ReadLimits, Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { withinTime } from '../limits/within-time.ts'
import { decodeEntities } from '../markup/html/decode-entities.ts'
import { chooseByline } from '../markup/metadata/page-byline.ts'
import { looksLikeMarkup, readFragment } from '../markup/read-fragment.ts'
import { resolveDocumentType } from '../xml/document-type.ts'
import { inspectXml } from '../xml/parse-xml.ts'
import { cutFooter } from './feed-footer.ts'
import { type Item, itemsOf, type Told } from './feed-items.ts'
import { withoutOutlet } from './without-outlet.ts'

/** Longest title that is looked at, in UTF-16 units. */
const LONGEST_TITLE = 2000

/** Reads RSS, RDF or Atom. */
export function* readFeed(input: RawInput, context: ReadContext): Iterable<ReadOutcome> {
  const { text, decodedAs, misdeclared } = decode(input.bytes, input.charset ?? charsetOf(input.bytes))
  const parsed = withinTime(context.limits.timeoutMs, () => {
    inspectXml(text, context.limits)
    return isEmptyFeed(text) ? [] : parse(text)
  })
  yield* readChannel(parsed, input, context, { decodedAs, format: 'feed', misdeclared })
}

/** Reads a JSON Feed that has been parsed already. */
export function readJsonFeed(
  value: unknown,
  input: RawInput,
  context: ReadContext,
  decodedAs: string,
): Iterable<ReadOutcome> {
  return readChannel(parse(value), input, context, { decodedAs, format: 'json' })
}

/** A feed that is whole and has no entries: where its frame is missing too, the library takes it for no feed. */
function isEmptyFeed(text: string): boolean {
  const isWhole = /<\/(?:rss|rdf:RDF|(?:[a-z]+:)?feed)\s*>$|<[^<>]*\/>$/i.test(text.slice(-200).trimEnd())
  return isWhole && !/<(?:\w{1,20}:)?(?:item|entry)[\s/>]/i.test(text)
}

/** What a feed may hold in place of what the library expects is no defect either. */
function parse(value: unknown): readonly Item[] {
  try {
    return itemsOf(parseFeed(typeof value === 'string' ? resolveDocumentType(value) : value))
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is no feed that can be read (${reason}): repair it and run again`)
  }
}

function* readChannel(
  items: readonly Item[],
  input: RawInput,
  { limits }: ReadContext,
  {
    decodedAs,
    format,
    misdeclared,
  }: { readonly decodedAs: string; readonly format: string; readonly misdeclared?: string | undefined },
): Iterable<ReadOutcome> {
  const raw = input.rawSha256 ?? sha256(input.bytes)
  if (items.length === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'the feed has no items' }
  for (const [index, item] of items.entries()) {
    if (index === limits.maxEntries) throw tooMany(limits.maxEntries)
    const origin = { location: `${input.uri}#item=${index + 1}`, decodedHow: describe(format, decodedAs) }
    yield readItem(item, { raw, decodedAs, misdeclared, origin, limits })
  }
}

function readItem(
  item: Item,
  {
    raw,
    decodedAs,
    misdeclared,
    origin,
    limits,
  }: {
    raw: string
    decodedAs: string
    misdeclared: string | undefined
    origin: { location: string; decodedHow: string }
    limits: ReadLimits
  },
): ReadOutcome {
  const { body, summary, isPlain = false } = item
  try {
    const [whole, short] = [cutFooter(body), cutFooter(summary)]
    const ofBody = textOf(whole.body, isPlain, limits)
    const text = ofBody || textOf(short.body, isPlain, limits)
    const warnings = misdeclared === undefined ? [] : [misdeclared]
    if (ofBody === '') warnings.push('the feed gives only a summary of it')
    const leftOut = ofBody === '' ? short.leftOut : whole.leftOut
    return toOutcome({ ...metadataOf(item), text, leftOut, decodedAs, warnings }, raw, origin)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { outcome: 'failed', uri: origin.location, kind: error.kind, error: error.message, origin }
  }
}

function metadataOf(item: Item): Omit<Draft, 'text' | 'decodedAs'> {
  const language = firstTold(item.language, isLine)
  const isTime = (value: unknown) => readPublishedTime(value, language?.value as string).publishedAt !== null
  const publisher = firstTold(item.publisher, isLine)
  const section = firstTold(item.section, isLine)
  const title = firstTold(item.title, isLine)
  const outlets = item.publisher.flatMap(({ value }) => (isLine(value) ? [lineOf(value)] : []))
  const chosen = {
    title: title && { ...title, value: withoutOutlet(lineOf(title.value), outlets) },
    byline: chooseByline(item.byline, { outlets, resolve: value => value }) ?? undefined,
    publisher: publisher && { ...publisher, value: lineOf(publisher.value) },
    publishedAt: firstTold(item.published, isTime) ?? firstTold(item.published, isLine),
    modifiedAt: firstTold(item.modified, isTime),
    language,
    section: section && { ...section, value: lineOf(section.value) },
    uri: firstTold(item.uri, value => toUri(value) !== null),
  }
  const { publishedAt: published, modifiedAt: modified, ...others } = chosen
  const values = Object.entries({ ...others, published, modified }).map(([field, found]) => [field, found?.value])
  const origins = Object.entries(chosen).flatMap(([field, found]) => (found ? [[field, found.origin]] : []))
  return { ...Object.fromEntries(values), origins: Object.fromEntries(origins) }
}

function firstTold(all: readonly Told[], isOne: (value: unknown) => boolean): Told | undefined {
  return all.find(({ value }) => isOne(value))
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** Feeds often encode their titles twice. */
function lineOf(value: unknown): string {
  return typeof value === 'string' ? decodeEntities(value.slice(0, LONGEST_TITLE)).trim() : ''
}

function textOf(value: string | undefined, isPlain: boolean, limits: ReadLimits): string {
  if (value === undefined) return ''
  const isMarkup = !isPlain && (looksLikeMarkup(value) || /<\w|&[#\w]+;/.test(value))
  return (isMarkup ? readFragment(value, limits) : value).trim()
}
