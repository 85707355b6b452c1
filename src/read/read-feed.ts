import { parseFeed } from 'feedsmith'
import { charsetOf } from './charset.ts'
import { sha256 } from './create-article.ts'
import { decode } from './decode.ts'
import { toOutcome } from './draft.ts'
import type { RawInput, ReadContext, ReadOutcome } from './format.ts'
import { describe, tooMany } from './json.ts'
import { type ReadLimits, Unreadable } from './limits.ts'
import { decodeEntities } from './markup/decode-entities.ts'
import { looksLikeMarkup, readFragment } from './markup/read-fragment.ts'
import { inspectXml } from './parse-xml.ts'
import { withinTime } from './within-time.ts'

/** Longest title that is looked at, in UTF-16 units. */
const LONGEST_TITLE = 2000

type Feed = ReturnType<typeof parseFeed>

/** An item of any kind of feed. */
interface Item {
  /** Whether the feed says that body and summary are plain text. */
  readonly isPlain?: boolean
  readonly uri: unknown
  readonly title: unknown
  readonly byline: unknown
  readonly published: unknown
  readonly body: string | undefined
  /** What stands for the body when there is none. */
  readonly summary: string | undefined
}

interface Channel {
  readonly title: unknown
  readonly language: unknown
  readonly items: readonly Item[]
}

/** Reads RSS, RDF or Atom. */
export function* readFeed(input: RawInput, context: ReadContext): Iterable<ReadOutcome> {
  const { text, decodedAs } = decode(input.bytes, input.charset ?? charsetOf(input.bytes))
  const parsed = withinTime(context.limits.timeoutMs, () => {
    inspectXml(text, context.limits)
    return parse(text)
  })
  yield* readChannel(parsed, input, context, { decodedAs, format: 'feed' })
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

/** What a feed may hold in place of what the library expects is no defect either. */
function parse(value: unknown): Channel {
  try {
    return channelOf(parseFeed(value))
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is no feed that can be read (${reason}): repair it and run again`)
  }
}

function* readChannel(
  channel: Channel,
  input: RawInput,
  { limits }: ReadContext,
  { decodedAs, format }: { readonly decodedAs: string; readonly format: string },
): Iterable<ReadOutcome> {
  const raw = input.rawSha256 ?? sha256(input.bytes)
  if (channel.items.length === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'the feed has no items' }
  for (const [index, item] of channel.items.entries()) {
    if (index === limits.maxEntries) throw tooMany(limits.maxEntries)
    const origin = { location: `${input.uri}#item=${index + 1}`, decodedHow: describe(format, decodedAs) }
    yield readItem(item, channel, { raw, decodedAs, origin, limits })
  }
}

function readItem(
  item: Item,
  channel: Channel,
  {
    raw,
    decodedAs,
    origin,
    limits,
  }: { raw: string; decodedAs: string; origin: { location: string; decodedHow: string }; limits: ReadLimits },
): ReadOutcome {
  try {
    const { body, summary, isPlain = false, ...metadata } = item
    const whole = textOf(body, isPlain, limits)
    const text = whole || textOf(summary, isPlain, limits)
    const warnings = whole === '' ? ['the feed gives only a summary of it'] : []
    const { language } = channel
    const title = lineOf(item.title)
    const publisher = lineOf(channel.title)
    return toOutcome({ ...metadata, title, text, publisher, language, decodedAs, warnings }, raw, origin)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { outcome: 'failed', uri: origin.location, kind: error.kind, error: error.message, origin }
  }
}

/** Feeds often encode their titles twice. */
function lineOf(value: unknown): unknown {
  return typeof value === 'string' ? decodeEntities(value.slice(0, LONGEST_TITLE)) : value
}

function textOf(value: string | undefined, isPlain: boolean, limits: ReadLimits): string {
  if (value === undefined) return ''
  const isMarkup = !isPlain && (looksLikeMarkup(value) || /<\w|&[#\w]+;/.test(value))
  return (isMarkup ? readFragment(value, limits) : value).trim()
}

/** Atom's default is plain text, but many feeds that declare nothing hold markup. */
function isPlainType(type: string | undefined): boolean {
  return type === 'text' || type === 'text/plain'
}

function channelOf(parsed: Feed): Channel {
  if (parsed.format === 'atom') {
    const { title, entries, xml } = parsed.feed
    return {
      title: title?.value,
      language: xml?.lang,
      items: (entries ?? []).map(entry => ({
        uri: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? entry.id,
        title: entry.title?.value,
        byline: entry.authors ?? parsed.feed.authors,
        published: entry.published ?? entry.updated,
        isPlain: isPlainType(entry.content?.type ?? entry.summary?.type),
        body: entry.content?.value,
        summary: entry.summary?.value,
      })),
    }
  }
  if (parsed.format === 'json') {
    const { title, language, items } = parsed.feed
    return {
      title,
      language,
      items: (items ?? []).map(item => ({
        uri: item.url ?? item.id,
        title: item.title,
        byline: item.authors ?? parsed.feed.authors,
        published: item.date_published ?? item.date_modified,
        isPlain: item.content_html === undefined,
        body: item.content_html ?? item.content_text,
        summary: item.summary,
      })),
    }
  }
  if (parsed.format === 'rdf') {
    const { title, items, dc } = parsed.feed
    return {
      title,
      language: dc?.languages?.[0],
      items: (items ?? []).map(item => ({
        uri: item.link ?? item.rdf?.about,
        title: item.title,
        byline: item.dc?.creators,
        published: item.dc?.dates?.[0],
        body: item.content?.encoded,
        summary: item.description,
      })),
    }
  }
  const { title, language, items } = parsed.feed
  return {
    title,
    language,
    items: (items ?? []).map(item => ({
      uri: item.link ?? item.guid?.value,
      title: item.title,
      byline: item.dc?.creators ?? item.authors,
      published: item.pubDate ?? item.dc?.dates?.[0],
      body: item.content?.encoded,
      summary: item.description,
    })),
  }
}
