import { Unreadable } from '../limits/limits.ts'
import { skipProlog } from './skip-prolog.ts'

/** Most entities that a document type may declare, and the longest of their values: they stand for characters and names. */
const MOST_ENTITIES = 500
const LONGEST_VALUE = 40
const ENTITY = /<!ENTITY\s+(?<name>[\w.:-]{1,60})\s+(?:"(?<double>[^"]*)"|'(?<single>[^']*)')\s*>/y

/**
 * XML without its document type, the entities that this declares being replaced by what they stand for: old feeds declare
 * `&nbsp;` and its likes so. Entities that hold others, which grow a few bytes to gigabytes, or that name files are refused;
 * nothing is fetched.
 *
 * @throws Unreadable of kind `malformed`
 */
export function resolveDocumentType(xml: string): string {
  const start = skipProlog(xml, { documentTypes: false })
  const end = skipProlog(xml, { documentTypes: true })
  const type = xml.slice(start, end)
  if (!/^<!doctype/i.test(type)) return xml
  const opening = type.indexOf('[')
  const entities = entitiesOf(opening === -1 ? '' : type.slice(opening))
  const root = xml.slice(end)
  const resolved =
    entities.size === 0
      ? root
      : root.replace(/&([\w.:-]{1,60});/g, (reference, name: string) => entities.get(name) ?? reference)
  return xml.slice(0, start) + resolved
}

function entitiesOf(declarations: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  for (let at = declarations.indexOf('<!ENTITY'); at !== -1; ) {
    ENTITY.lastIndex = at
    const { name, double, single } = ENTITY.exec(declarations)?.groups ?? {}
    const value = double ?? single
    const isSafe = value !== undefined && value.length <= LONGEST_VALUE && !/[<%]|&(?!#)/.test(value)
    if (name === undefined || !isSafe || entities.size === MOST_ENTITIES) throw refused()
    // The first declaration of a name is the one that counts.
    if (!entities.has(name)) entities.set(name, value)
    at = declarations.indexOf('<!ENTITY', ENTITY.lastIndex)
  }
  return entities
}

function refused(): Unreadable {
  return new Unreadable(
    'malformed',
    'its document type declares entities that hold others or name files: save it without them',
  )
}
