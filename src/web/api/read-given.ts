import { z } from 'zod'
import type { ApiRoute, Given } from './api-route.ts'
import { refuseId } from './path-ids.ts'
import type { Problem } from './schemas/problem.ts'

type Errors = NonNullable<Problem['errors']>

/** A request that is not as the route's schemas say. */
export class WrongRequest extends Error {
  override readonly name = 'WrongRequest'
  readonly errors: Errors

  constructor(errors: Errors) {
    super(errors.map(error => `${error.in} ${error.name}: ${error.detail}`).join('; '))
    this.errors = errors
  }
}

/**
 * Reads a request by the route's schemas.
 *
 * @param params of the path, decoded
 * @param body what was sent, parsed
 * @throws WrongRequest with every parameter and field that is wrong
 * @throws HearsayError (2) when the path names what can be no id
 */
export function readGiven(
  route: ApiRoute,
  params: Readonly<Record<string, string>>,
  url: URL,
  body: unknown,
): Given<unknown, unknown, unknown> {
  const path = read('path', route.path, params)
  const [wrongId] = path.errors
  if (wrongId !== undefined) refuseId(wrongId.name, params[wrongId.name] ?? '')
  const query = read('query', route.query, toFields(route.query, url.searchParams))
  const sent = route.body === null ? { value: undefined, errors: [] } : read('body', route.body, body)
  const errors = [...query.errors, ...sent.errors]
  if (errors.length > 0) throw new WrongRequest(errors)
  return { path: path.value, query: query.value, body: sent.value, url }
}

/** What a schema makes of a value. No text that is kept holds U+0000 or a lone surrogate, so nothing that is asked for does. */
function read(place: Errors[number]['in'], schema: z.ZodType, value: unknown): { value: unknown; errors: Errors } {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (!parsed.success)
    return { value: undefined, errors: parsed.error.issues.flatMap(issue => describe(place, issue, schema)) }
  const held = findUnkept(parsed.data, '')
  if (held === null) return { value: parsed.data, errors: [] }
  const detail = 'It holds U+0000 or half of a character (a lone surrogate), which no text here does.'
  return { value: undefined, errors: [{ in: place, name: held, detail }] }
}

function describe(place: Errors[number]['in'], issue: z.core.$ZodIssue, schema: z.ZodType): Errors {
  const name = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [{ in: place, name, detail: reasonOf(place, issue) }]
  const known = fieldsAt(schema, issue.path)
  const takes = known.length === 0 ? 'none is taken' : `there are ${known.join(', ')}`
  return issue.keys.map(key => ({
    in: place,
    name: [...issue.path.map(String), key].join('.').slice(0, 200),
    detail: `There is no such parameter or field; ${takes}.`,
  }))
}

/** In an address a value is a text, unless it stands there several times. */
function reasonOf(place: Errors[number]['in'], issue: z.core.$ZodIssue): string {
  const isRepeated =
    place === 'query' && issue.code === 'invalid_type' && issue.expected !== 'array' && Array.isArray(issue.input)
  return isRepeated ? 'It is given more than once, and may be given once.' : issue.message
}

/** The names of what an object of a schema may hold. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const own = innermost(schema)
  const [first, ...rest] = path
  if (own instanceof z.ZodObject)
    return first === undefined ? Object.keys(own.shape) : fieldsAt(own.shape[String(first)] as z.ZodType, rest)
  return own instanceof z.ZodArray && first !== undefined ? fieldsAt(own.element as z.ZodType, rest) : []
}

/** The values of an address as the schema's fields have them; what cannot be one stays a text, which the schema refuses. */
function toFields(schema: z.ZodObject, search: URLSearchParams): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    const field = Object.hasOwn(schema.shape, name) ? innermost(schema.shape[name] as z.ZodType) : null
    const value = field instanceof z.ZodArray || values.length > 1 ? values : (values[0] ?? '')
    // Assigned as data: `__proto__` is a name like any other.
    Object.defineProperty(fields, name, { value: convert(field, value), enumerable: true })
  }
  return fields
}

function convert(field: z.ZodType | null, value: string | readonly string[]): unknown {
  if (typeof value !== 'string') return value
  if (field instanceof z.ZodNumber && /^-?\d{1,15}$/.test(value)) return Number(value)
  if (field instanceof z.ZodBoolean && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

function innermost(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? innermost(schema.unwrap() as z.ZodType)
    : schema
}

/** Where a value holds what no text keeps, or null. */
function findUnkept(value: unknown, name: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? name : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const held = findUnkept(part, name === '' ? key : `${name}.${key}`)
    if (held !== null) return held
  }
  return null
}
