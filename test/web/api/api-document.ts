import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describeApi } from '../../../src/web/api/openapi.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly required: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: JsonSchema }>> }>>
}

/** The document as a program gets it. */
export const DOCUMENT = JSON.parse(JSON.stringify(describeApi('0.1.0'))) as Readonly<Record<string, unknown>> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>
}

/** Every operation of the document. */
export const OPERATIONS: readonly Operation[] = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
)

/**
 * What validates answers: the schemas of the document, closed, so that a field which the document does not name is
 * found too.
 */
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(close({ ...DOCUMENT, $id: 'https://hearsay.example/document' }) as JsonSchema)
const validators = new Map<string, ValidateFunction>()

/** What is wrong with an answer by the document; null when it is as that says. */
export function findFault(operation: Operation, status: number, type: string, body: unknown): string | null {
  // What no method of an address takes stands nowhere in a document; it is answered with a problem all the same.
  const response = operation.responses[status] ?? (status === 405 ? operation.responses[400] : undefined)
  if (response === undefined) return `${status} is not in the document`
  const content = response.content?.[type.split(';', 1)[0] ?? '']
  if (content === undefined)
    return response.content === undefined ? null : `${status} as ${type} is not in the document`
  const key = JSON.stringify(content.schema)
  const validate = validators.get(key) ?? ajv.compile(absolute(content.schema))
  validators.set(key, validate)
  return validate(body) ? null : JSON.stringify(validate.errors?.slice(0, 3))
}

function absolute(schema: JsonSchema): JsonSchema {
  const { $ref } = schema
  return typeof $ref === 'string' ? { $ref: `https://hearsay.example/document${$ref}` } : schema
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close)
  if (typeof value !== 'object' || value === null) return value
  const closed = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, close(part)]))
  return 'properties' in closed && closed.type === 'object' && !('additionalProperties' in closed)
    ? { ...closed, additionalProperties: false }
    : closed
}
