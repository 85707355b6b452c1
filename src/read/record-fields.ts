/** What a record can tell of an article. */
export const FIELD_ROLES = ['text', 'title', 'byline', 'publisher', 'published', 'language', 'uri'] as const
export type FieldRole = (typeof FIELD_ROLES)[number]

/** Name of the field for a role, where the user gave it; dots lead into objects: `metadata.title`. */
export type RecordFields = Partial<Readonly<Record<FieldRole, string>>>

/** Where a role is looked for, in this order, when the user gave no name. Names are compared without case. */
export const USUAL_FIELDS: Readonly<Record<FieldRole, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'articleBody',
    'article',
    'maintext',
    'full_text',
    'fulltext',
    'body_text',
    'story',
  ],
  title: ['title', 'headline', 'heading'],
  byline: ['byline', 'author', 'authors', 'creator'],
  publisher: ['publisher', 'publication', 'source', 'outlet', 'source_name', 'site_name', 'newspaper'],
  published: [
    'published_at',
    'publishedAt',
    'published',
    'datePublished',
    'date_published',
    'date_publish',
    'publication_date',
    'pub_date',
    'pubDate',
    'timestamp',
    'date',
  ],
  language: ['language', 'lang', 'inLanguage'],
  uri: ['url', 'uri', 'link', 'href', 'id'],
}

const LONGEST_PATH = 20

/**
 * Value of a role in a record. Only own fields are read, so a record called `__proto__` is just a name.
 *
 * @returns undefined when the record has no such field
 */
export function fieldOf(record: object, role: FieldRole, fields: RecordFields): unknown {
  const named = fields[role]
  if (named !== undefined) return valueAt(record, named)
  const keys = new Map(Object.keys(record).map(key => [key.trim().toLowerCase(), key]))
  for (const usual of USUAL_FIELDS[role]) {
    const key = keys.get(usual.toLowerCase())
    if (key === undefined) continue
    const value = (record as Record<string, unknown>)[key]
    if (value !== null && value !== '') return value
  }
  // A text that is there but empty is another matter than a record without one.
  const [first] = USUAL_FIELDS[role].flatMap(usual => keys.get(usual.toLowerCase()) ?? [])
  return first === undefined ? undefined : (record as Record<string, unknown>)[first]
}

function valueAt(record: object, path: string): unknown {
  // A name with a dot in it comes before a path.
  if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path]
  let value: unknown = record
  for (const name of path.split('.').slice(0, LONGEST_PATH)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
