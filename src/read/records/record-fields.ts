/** What a record can tell of an article. */
export const FIELD_ROLES = [
  'text',
  'title',
  'byline',
  'publisher',
  'published',
  'modified',
  'language',
  'section',
  'uri',
] as const
export type FieldRole = (typeof FIELD_ROLES)[number]

/** Name of the field for a role, where the user gave it; dots lead into objects: `metadata.title`. */
export type RecordFields = Partial<Readonly<Record<FieldRole, string>>>

/** A summary stands for the text where there is none; the user does not name it. */
export type Role = FieldRole | 'summary'

/** Where each role lies. Dots lead into objects, and through lists to each of their elements. */
export type RolePaths = Partial<Readonly<Record<Role, readonly string[]>>>

/**
 * Where a role is looked for, in this order, when neither the user nor the record's shape tells. Names are compared without
 * case, spaces, hyphens and underscores: `Full Text` is `full_text`.
 */
export const USUAL_FIELDS: Readonly<Record<Role, readonly string[]>> = {
  text: [
    'full_text',
    'full_content',
    'text',
    'body',
    'content',
    'articleBody',
    'article_text',
    'article_content',
    'article',
    'maintext',
    'body_text',
    'body_html',
    'content_html',
    'content_text',
    'plaintext',
    'text_content',
    'cleaned_text',
    'story_text',
    'story_content',
    'story',
    'page_content',
    'content_elements',
    'paragraphs',
    'blocks',
  ],
  summary: ['lead_paragraph', 'summary', 'abstract', 'description', 'standfirst', 'excerpt', 'snippet', 'trail_text'],
  title: ['title', 'headline', 'headlines', 'article_title', 'web_title', 'heading'],
  byline: ['byline', 'author', 'authors', 'author_name', 'creator', 'creators', 'writer', 'reporter'],
  publisher: [
    'publisher',
    'publication',
    'publication_name',
    'source',
    'outlet',
    'source_name',
    'site_name',
    'media_name',
    'newspaper',
    'provider',
    'sitename',
    'hostname',
    'source_domain',
    'domain',
  ],
  published: [
    'published_at',
    'published',
    'published_date',
    'published_time',
    'date_published',
    'date_publish',
    'publish_date',
    'publishing_date',
    'publication_date',
    'pub_date',
    'web_publication_date',
    'first_published',
    'timestamp',
    'date',
    'datetime',
  ],
  modified: [
    'modified_at',
    'modified',
    'date_modified',
    'date_modify',
    'last_modified',
    'lastmod',
    'updated_at',
    'updated',
    'last_updated',
  ],
  language: ['language', 'lang', 'inLanguage', 'language_code', 'meta_lang'],
  section: ['section', 'section_name', 'article_section', 'category', 'categories'],
  uri: [
    'url',
    'web_url',
    'page_url',
    'article_url',
    'canonical_url',
    'canonical_link',
    'permalink',
    'link',
    'href',
    'uri',
    'source_url',
    'source',
    'guid',
    'id',
  ],
}

/** Longest name that is compared: a longer one is no name of a field. */
const LONGEST_NAME = 100

function keyOf(name: string): string {
  return name.length > LONGEST_NAME ? name : name.replace(/[\s_-]+/g, '').toLowerCase()
}

const USUAL_KEYS = Object.fromEntries(
  Object.entries(USUAL_FIELDS).map(([role, names]) => [role, names.map(keyOf)]),
) as unknown as Readonly<Record<Role, readonly string[]>>

const ALL_KEYS: ReadonlySet<string> = new Set(Object.values(USUAL_KEYS).flat())

/** The role that a name usually has, or undefined. */
export function roleOf(name: string): Role | undefined {
  const key = keyOf(name)
  const found = Object.entries(USUAL_KEYS).find(([, keys]) => keys.includes(key))
  return found?.[0] as Role | undefined
}

const LONGEST_PATH = 20
/** Elements of a list that a path leads through. */
const MOST_ELEMENTS = 50

/** A value of a record and the name that it has there. */
export interface Field {
  readonly name: string
  readonly value: unknown
  /** Whether the user or the record's shape says that it is this, and not only its name. */
  readonly isSure?: boolean
}

/** Objects beside the text of a record that some keep what is known of it in. */
const BESIDE = ['metadata', 'meta', 'info']

/** A record whose fields can be asked for by role. Only own fields are read, so one called `__proto__` is just a name. */
export class OpenRecord {
  readonly record: object
  readonly #names: ReadonlyMap<string, string>
  readonly #given: RecordFields
  readonly #shape: RolePaths

  constructor(record: object, given: RecordFields, shape: RolePaths = {}) {
    this.record = record
    this.#given = given
    this.#shape = shape
    this.#names = namesOf(record)
  }

  /**
   * Fields for a role, the likeliest first: only the one that the user named, else those of the record's shape, else those that
   * are usual.
   */
  *fieldsFor(role: Role): Generator<Field> {
    const named = role === 'summary' ? undefined : this.#given[role]
    if (named !== undefined) {
      const value = valueAt(this.record, named)
      if (value !== undefined) yield { name: named, value, isSure: true }
      return
    }
    for (const path of this.#shape[role] ?? []) {
      const value = valueAt(this.record, path)
      if (value !== undefined) yield { name: path, value, isSure: true }
    }
    yield* usualFields(this.record, this.#names, role)
    if (role === 'text' || role === 'summary') return
    for (const beside of BESIDE) {
      const inner = Object.hasOwn(this.record, beside) ? (this.record as Record<string, unknown>)[beside] : null
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
      for (const { name, value } of usualFields(inner, namesOf(inner), role)) yield { name: `${beside}.${name}`, value }
    }
  }
}

/** The fields of a record that have a usual name, by that name without its spaces. */
function namesOf(record: object): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const name of Object.keys(record)) {
    const key = keyOf(name)
    if (ALL_KEYS.has(key) && !names.has(key)) names.set(key, name)
  }
  return names
}

function* usualFields(record: object, names: ReadonlyMap<string, string>, role: Role): Generator<Field> {
  for (const key of USUAL_KEYS[role]) {
    const name = names.get(key)
    if (name !== undefined) yield { name, value: (record as Record<string, unknown>)[name] }
  }
}

/** What a path leads to: the value of a field, or those of the elements of a list. Undefined where it leads nowhere. */
export function valueAt(record: object, path: string): unknown {
  // A name with a dot in it comes before a path.
  if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path]
  return follow(record, path.split('.').slice(0, LONGEST_PATH))
}

function follow(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  if (Array.isArray(value)) {
    const found = value.slice(0, MOST_ELEMENTS).flatMap(element => follow(element, [name, ...rest]) ?? [])
    return found.length === 0 ? undefined : found
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return follow((value as Record<string, unknown>)[name], rest)
}
