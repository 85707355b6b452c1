import type { z } from 'zod'

/** The parts of a JSON Schema by which keys are looked up. */
interface SchemaPart {
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly items?: SchemaPart
  readonly oneOf?: readonly SchemaPart[]
  readonly anyOf?: readonly SchemaPart[]
  readonly const?: unknown
}

/** Letters that may differ for a key to be taken for another. */
const NEAR = 3

/**
 * `rules[0].severity must be one of "error", "warning", "note"`.
 *
 * @param whole what the document is, in words: "the policy"
 * @param readSchema its JSON Schema, by which known keys are told
 */
export function describeIssue(issue: z.core.$ZodIssue, whole: string, readSchema: () => unknown): string {
  const where = issue.path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const what = where === '' ? whole : where.slice(1)
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `"${key}"`).join(', ')
    const near = findNear(issue.keys[0] ?? '', keysAt(readSchema() as SchemaPart, issue.path))
    return `${what} has ${keys}, which it cannot have${near === null ? '' : ` (the nearest that it can have: "${near}")`}`
  }
  if (issue.code === 'invalid_value') return `${what} must be ${listValues(issue.values)}`
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'check') {
    const kinds = partsAt(readSchema() as SchemaPart, issue.path).map(part => part.const)
    return `${what} must be ${listValues(kinds.filter(kind => kind !== undefined))}`
  }
  // One of several shapes: what the first of them asks for says most.
  const [first] = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : []
  if (first !== undefined && first.path.length === 0)
    return describeIssue({ ...first, path: issue.path }, whole, readSchema)
  return `${what}: ${toClause(issue.message)}`
}

function listValues(values: readonly unknown[]): string {
  const listed = values.map(value => JSON.stringify(value)).join(', ')
  return values.length === 1 ? listed : `one of ${listed}`
}

/** A library's sentence as part of ours. */
export function toClause(message: string): string {
  const line = message.split('\n', 1)[0] ?? ''
  return (line.charAt(0).toLowerCase() + line.slice(1)).replace(/[.:]$/, '')
}

/** Whatever a schema allows at a path. */
function partsAt(schema: SchemaPart, path: readonly PropertyKey[]): readonly SchemaPart[] {
  let parts = spread([schema])
  for (const key of path)
    parts = spread(parts.flatMap(part => (typeof key === 'number' ? part.items : part.properties?.[String(key)]) ?? []))
  return parts
}

function spread(parts: readonly SchemaPart[]): readonly SchemaPart[] {
  return parts.flatMap(part => [part, ...spread([...(part.oneOf ?? []), ...(part.anyOf ?? [])])])
}

function keysAt(schema: SchemaPart, path: readonly PropertyKey[]): readonly string[] {
  return [...new Set(partsAt(schema, path).flatMap(part => Object.keys(part.properties ?? {})))]
}

function findNear(key: string, known: readonly string[]): string | null {
  const [nearest] = known
    .map(name => ({ name, letters: distanceOf(key.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.letters - b.letters)
  // Another kind of rule has the very key.
  if (nearest?.letters === 0) return null
  return nearest !== undefined && nearest.letters <= Math.min(NEAR, nearest.name.length / 2) ? nearest.name : null
}

/** Letters to change, add or leave out (Levenshtein 1966). */
function distanceOf(a: string, b: string): number {
  // A key may be as long as the document.
  if (Math.abs(a.length - b.length) > NEAR) return Number.POSITIVE_INFINITY
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(changed, (before[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    before = row
  }
  return before[b.length] as number
}
