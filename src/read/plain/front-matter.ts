import type { Draft } from '../article/draft.ts'
import { OpenRecord, type Role } from '../records/record-fields.ts'

/** Longest block, in UTF-16 units: what is longer is no front matter, and the parser takes its time with what is nested. */
const LONGEST = 8000
/** Keys that are marked as such, one inside the other: the parser's time doubles with each, and nobody writes them. */
const MARKED_KEYS = /(?:^[\s-]*|[[{,:]\s*)\?\s+(?:-\s+)*\?\s/mu
const OPENING = /^---[ \t]*(?:\r\n|\n|\r)(?=[ \t]*(?:[\w"'#-][^\r\n]*:|#))/u
const CLOSING = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/u

/** A block of YAML that a Markdown file opens with. */
export interface FrontMatter {
  /** Offset behind its last line. */
  readonly end: number
  readonly yaml: string
}

export function findFrontMatter(text: string): FrontMatter | null {
  const opening = OPENING.exec(text.slice(0, LONGEST))
  if (opening === null) return null
  const start = opening[0].length
  const rest = text.slice(start, LONGEST)
  const closing = CLOSING.exec(rest)
  return closing === null
    ? null
    : { end: start + closing.index + closing[0].length, yaml: rest.slice(0, closing.index) }
}

const ORIGIN = 'front matter'

/** What front matter tells of an article; with a warning where it is no YAML. */
export async function readFrontMatter(yaml: string): Promise<Omit<Draft, 'text' | 'decodedAs'>> {
  const { parse } = await import('yaml')
  let read: unknown
  try {
    if (MARKED_KEYS.test(yaml)) throw new Error('keys inside keys')
    // No alias: one block of them can stand for millions of values.
    read = parse(yaml, { maxAliasCount: 0, logLevel: 'error', schema: 'core' })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] as string).slice(0, 100) : 'no YAML'
    return { warnings: [`its front matter cannot be read: ${reason}`] }
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return {}
  const record = new OpenRecord(read, {})
  const told = (role: Role): unknown => record.fieldsFor(role).next().value?.value
  const publisher = told('publisher')
  // Clippers of pages keep the address as the source.
  const isAddress = typeof publisher === 'string' && /^https?:\/\//iu.test(publisher)
  const found = {
    title: told('title'),
    byline: withoutLinks(told('byline')),
    publisher: isAddress ? undefined : withoutLinks(publisher),
    published: told('published'),
    modified: told('modified'),
    language: told('language'),
    section: told('section'),
    uri: isAddress ? publisher : told('uri'),
  }
  const known = Object.entries(found).filter(([, value]) => value !== undefined && value !== null)
  const origins = Object.fromEntries(known.map(([field]) => [ORIGINS[field as keyof typeof found], ORIGIN]))
  return { ...Object.fromEntries(known), origins }
}

const ORIGINS = {
  title: 'title',
  byline: 'byline',
  publisher: 'publisher',
  published: 'publishedAt',
  modified: 'modifiedAt',
  language: 'language',
  section: 'section',
  uri: 'uri',
} as const

/** `[[Ida Holm]]`, as wikis link a note. */
function withoutLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLinks)
  return typeof value === 'string' ? value.replace(/^\[\[|\]\]$/gu, '') : value
}
