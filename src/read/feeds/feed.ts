import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { skipProlog } from '../xml/skip-prolog.ts'

const ROOT = /^<(?:rss|rdf:RDF|(?:[a-z]+:)?feed)[\s>]/i

/** RSS, RDF and Atom: one article an item. */
export const feed: WholeFormat = {
  name: 'feed',
  extensions: ['.rss', '.atom', '.rdf'],
  recognises: ({ text }: Opening) => ROOT.test(text.slice(skipProlog(text, { documentTypes: true }))),
  async *read(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    // Its library takes long to load, which no other command should pay.
    const { readFeed } = await import('./read-feed.ts')
    yield* readFeed(input, context)
  },
}

/** Whether a JSON value is a JSON Feed. */
export function isJsonFeed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'version')) return false
  const { version } = value as { version: unknown }
  return typeof version === 'string' && version.includes('jsonfeed.org/version')
}
