import { isNinjs } from './ninjs.ts'
import { type Field, OpenRecord, type RecordFields, type Role } from './record-fields.ts'
import { holdsText, isBlockOfNoText } from './record-text.ts'
import { addressIn, isTime, timeIn, wordsIn } from './record-values.ts'
import { shapeOf } from './shapes/shapes.ts'

/** A record and where it lies in the value that was searched. */
export interface FoundRecord {
  readonly record: unknown
  /** JSON Pointer (RFC 6901); empty for the value itself. */
  readonly pointer: string
}

/** Fields that services keep their list of articles in: told where its records do not look like articles, or are none. */
const LISTS: ReadonlySet<string> = new Set(
  'articles,items,item,results,docs,documents,data,records,news,stories,entries,posts,hits,rows,objects,statuses,content,@graph'.split(
    ',',
  ),
)
/** Fields of an article that hold objects with words which are no articles. */
const PARTS: ReadonlySet<string> = new Set(
  (
    'annotations,attachments,author,authors,byline,categories,children,comments,concepts,creator,elements,embeds,entities,images,image,' +
    'keywords,links,locations,media,mentions,meta,metadata,multimedia,organizations,paragraphs,people,persons,photos,pictures,publisher,' +
    'quotes,related,relatedArticles,related_articles,related_content,related_items,replies,sections,sentences,source,tags,tokens,topics,' +
    'user,users,videos'
  ).split(','),
)
/** Deepest object that is searched for records: wrappers nest a few times. */
const DEEPEST = 64

/** How surely an object is a record of an article. */
const ARTICLE = 3
const TEXT_ALONE = 2
const NAMED_ARTICLE = 1
const NOTHING = 0
type Rank = 0 | 1 | 2 | 3

interface Hit extends FoundRecord {
  readonly rank: Rank
}

/**
 * Finds the records of articles in a value, wherever they lie: in a list, in lists of lists, under the names of services, in
 * wrappers. An object that holds a text and a title, time or address is one; where there is none, one with a text alone; where there
 * is none of these either, one that names an article. What stands beside records in one list is a record that could not be read,
 * so that every entry of it is accounted for.
 */
export function findRecords(value: unknown, fields: RecordFields): readonly FoundRecord[] {
  const hits = search(value, [], fields)
  const best = bestOf(hits)
  return hits.filter(({ rank }) => rank === best)
}

/**
 * The entries of a value that holds no record: those of a list, or of the first list of objects under a name that services
 * use, which may be empty. Null when there is none of these.
 */
export function listEntries(value: unknown): readonly FoundRecord[] | null {
  return Array.isArray(value) ? entriesOf(value, []) : findNamedList(value, [])
}

/** How surely an object is a record; what the user named counts before anything else. */
export function rankOf(record: object, fields: RecordFields): Rank {
  if (fields.text === undefined && isNinjs(record)) return ARTICLE
  const shape = shapeOf(record)
  const open = new OpenRecord(record, fields, shape?.roles)
  const has = (role: Role, is: (value: unknown) => boolean) => open.fieldsFor(role).some(({ value }) => is(value))
  const isText = ({ value, isSure }: Field) => holdsText(value, isSure === true ? () => false : isRecord)
  const isTitled = has('title', value => wordsIn(value) !== undefined)
  const isPlaced = has('uri', value => addressIn(value) !== undefined)
  const isDated = isPlaced || has('published', value => isTime(timeIn(value)))
  if (open.fieldsFor('text').some(isText)) return isTitled || isDated ? ARTICLE : TEXT_ALONE
  if (shape?.isNoArticle !== undefined) return NAMED_ARTICLE
  return isTitled && isDated ? NAMED_ARTICLE : NOTHING
}

/**
 * Whether an object that is or is in the value of a text is a record rather than a block of the text: a block in a list has no address
 * and no time of its own, and what alone is the text has no title.
 */
function isRecord(value: object, isAlone: boolean): boolean {
  if (Array.isArray(value) || isBlockOfNoText(value)) return false
  const open = new OpenRecord(value, {})
  if (isAlone && open.fieldsFor('title').some(field => wordsIn(field.value) !== undefined)) return true
  const has = (role: Role, is: (value: unknown) => boolean) => open.fieldsFor(role).some(field => is(field.value))
  const isPlaced =
    has('uri', inner => addressIn(inner) !== undefined) || has('published', inner => isTime(timeIn(inner)))
  return isPlaced && has('text', inner => typeof inner === 'string' && inner.trim() !== '')
}

function search(value: unknown, path: readonly string[], fields: RecordFields): readonly Hit[] {
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return []
  if (Array.isArray(value)) return searchList(value, path, fields)
  const rank = rankOf(value, fields)
  const own: Hit = { record: value, pointer: pointerOf(path), rank }
  if (rank === ARTICLE) return [own]
  const below = Object.entries(value).map(([name, inner]) => ({
    isList: LISTS.has(name),
    hits: PARTS.has(name) ? [] : search(inner, [...path, name], fields),
  }))
  const all = below.flatMap(({ hits }) => hits)
  if (rank === NOTHING) return all
  const listed = below.flatMap(({ isList, hits }) => (isList ? hits : []))
  if (rank === TEXT_ALONE) return bestOf(listed) === ARTICLE ? listed : [own]
  if (bestOf(all) === ARTICLE) return all
  return listed.length > 0 ? listed : [own]
}

/** One record in a list makes a record of everything in it. */
function searchList(list: readonly unknown[], path: readonly string[], fields: RecordFields): readonly Hit[] {
  const found = list.map((item, index) => search(item, [...path, String(index)], fields))
  const best = found.map(bestOf).reduce(higher, NOTHING)
  if (best === NOTHING) return []
  return found.flatMap((hits, index): readonly Hit[] => {
    if (hits.length > 0) return hits.map(hit => ({ ...hit, rank: best }))
    return [{ record: list[index], pointer: pointerOf([...path, String(index)]), rank: best }]
  })
}

/** The first list under a name that services use, of objects or of nothing; null when there is none. */
function findNamedList(value: unknown, path: readonly string[]): readonly FoundRecord[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || path.length > DEEPEST) return null
  const entries = Object.entries(value)
  for (const [name, list] of entries) {
    const isListed = LISTS.has(name) && Array.isArray(list)
    if (isListed && list.every(item => typeof item === 'object' && item !== null))
      return entriesOf(list, [...path, name])
  }
  for (const [name, inner] of entries) {
    const list = findNamedList(inner, [...path, name])
    if (list !== null) return list
  }
  return null
}

function entriesOf(list: readonly unknown[], path: readonly string[]): readonly FoundRecord[] {
  return list.map((record, index) => ({ record, pointer: pointerOf([...path, String(index)]) }))
}

function bestOf(hits: readonly Hit[]): Rank {
  return hits.map(({ rank }) => rank).reduce(higher, NOTHING)
}

function higher(a: Rank, b: Rank): Rank {
  return a > b ? a : b
}

/** Longest name in a pointer: the pointer is kept with each record. */
const LONGEST_NAME = 100

function pointerOf(path: readonly string[]): string {
  return path.map(name => `/${escapeName(name)}`).join('')
}

function escapeName(name: string): string {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
  return short
    .toWellFormed()
    .replace(/[\s\p{Cc}]/gu, ' ')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
}
