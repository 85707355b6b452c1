import { quoted, refuse } from '../refuse.ts'

/** A JSON object of a file whose fields nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>

export function parseJson(where: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return refuse(where, 'is no valid JSON')
  }
}

/** Each line of JSON Lines with its place, empty lines left out. */
export function parseLines(file: string, text: string): { readonly where: string; readonly fields: Fields }[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const where = `${file}, line ${index + 1},`
    return [{ where, fields: fieldsOf(where, parseJson(where, line)) }]
  })
}

export function fieldsOf(where: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, 'is no JSON object')
  return value as Fields
}

export function listOf(where: string, name: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(where, `has no list as ${name}`)
}

export function textOf(where: string, name: string, value: unknown): string {
  return typeof value === 'string' ? value : refuse(where, `has no text as ${name}`)
}

/** An offset: a whole number from 0 on. */
export function offsetOf(where: string, name: string, value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : refuse(where, `has ${quoted(value)} as ${name}, which is no offset`)
}

/** The ids of claims that went out; null where the file does not say. */
export function givenOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter(id => typeof id === 'string') : null
}

/** The id of an article, where the value is one. */
export function articleIdOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{16,64}$/.test(value) ? value : null
}
