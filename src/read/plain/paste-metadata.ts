import type { MetadataField, MetadataOrigins } from '../../domain/article.ts'
import type { Field } from './head/field-block.ts'
import type { Head } from './head/head.ts'
import type { Piece } from './lines/piece.ts'

/** What the lines around an article tell of it. */
export interface PasteMetadata {
  readonly title: string | null
  readonly byline: string | readonly string[] | null
  readonly publisher: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly section: string | null
  readonly language: string | null
  readonly uri: string | null
  readonly origins: MetadataOrigins
}

const NAMED_BY_FIELD: readonly MetadataField[] = ['title', 'publisher', 'section', 'language', 'uri']
const COPYRIGHT =
  /^(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:(?:19|20)\d{2} ?)?(?<name>\p{Lu}[^.|©“”"]{2,60}?)(?:,? (?:19|20)\d{2})?(?:\.|,? all rights reserved.*|$)/iu

/** Metadata, each with what tells it: a field comes before a line, and a line before the copyright. */
export function describePaste(head: Head | null, fields: readonly Field[], pieces: readonly Piece[]): PasteMetadata {
  const field = (name: MetadataField) => fields.find(own => own.field === name)
  const named = Object.fromEntries(NAMED_BY_FIELD.map(name => [name, field(name)?.value ?? null]))
  const names = head === null || head.names.length === 0 ? null : head.names
  const legal = pieces.find(({ reason }) => reason === 'legal notice')?.text.trim()
  const owner = legal === undefined ? null : (COPYRIGHT.exec(legal)?.groups?.name?.trim() ?? null)
  const address =
    pieces
      .find(({ reason }) => reason === 'address line')
      ?.text.trim()
      .split(/\s/u, 1)[0]
      ?.replace(/^<|>$/gu, '') ?? null
  const fromFields = fields.flatMap(({ field: name, label }) => (name === null ? [] : [[name, `field "${label}"`]]))
  return {
    title: named.title ?? null,
    byline: field('byline')?.value.replace(/^by /iu, '') ?? names,
    publisher: named.publisher ?? head?.publisher ?? owner,
    published: field('publishedAt')?.value ?? head?.published ?? null,
    modified: field('modifiedAt')?.value ?? head?.modified ?? null,
    // `NEWS; Pg. 4`
    section: named.section?.split(';', 1)[0]?.trim() ?? head?.section ?? null,
    language: named.language ?? null,
    uri: named.uri ?? address,
    origins: {
      ...(owner === null ? {} : { publisher: 'copyright line' }),
      ...(address === null ? {} : { uri: 'address line' }),
      ...head?.origins,
      ...(head?.section == null ? {} : { section: 'section line' }),
      ...Object.fromEntries(fromFields),
    },
  }
}

/** What the first tells, and the second where the first is silent. */
export function mergeMetadata(first: PasteMetadata, second: PasteMetadata): PasteMetadata {
  return {
    title: first.title ?? second.title,
    byline: first.byline ?? second.byline,
    publisher: first.publisher ?? second.publisher,
    published: first.published ?? second.published,
    modified: first.modified ?? second.modified,
    section: first.section ?? second.section,
    language: first.language ?? second.language,
    uri: first.uri ?? second.uri,
    origins: { ...second.origins, ...first.origins },
  }
}
