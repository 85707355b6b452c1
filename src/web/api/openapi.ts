import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { API } from './address.ts'
import type { ApiRoute } from './api-route.ts'
import { PROBLEM_TYPE } from './problem.ts'
import { ROUTES } from './routes.ts'
import { ARTICLE } from './schemas/article.ts'
import { PERSON, SHARE } from './schemas/audit.ts'
import { CORRECTION } from './schemas/explanation.ts'
import { FINDING } from './schemas/finding.ts'
import { PROBLEM } from './schemas/problem.ts'
import { NAMED_SOURCE } from './schemas/source.ts'

const DESCRIPTION = `Attributed claims in news articles: who said what, by which words, and where exactly those words stand.

Claims have the names of the export contract (\`hearsay export --format jsonl\`). Offsets count Unicode code points of the article's text, end exclusive. GET also answers HEAD; answers carry an ETag, and If-None-Match gives 304 while nothing has changed. What goes wrong is told as application/problem+json (RFC 9457). What changes something needs \`hearsay serve --edit\` and a body of application/json. Other sites' pages are not answered (no CORS). Fields may be added to answers; none is renamed or taken away.`

type JsonSchema = Record<string, unknown>

/** What answers hold under a name of their own. */
const PARTS = {
  Problem: PROBLEM,
  ArticleInList: ARTICLE,
  NamedSource: NAMED_SOURCE,
  Finding: FINDING,
  Correction: CORRECTION,
  Share: SHARE,
  PersonInList: PERSON,
}

/** The OpenAPI document of the API, made from the schemas that check requests and describe answers. */
export function describeApi(version: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: { title: 'Hearsay', version, description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: API }],
    security: [{}, { token: [] }],
    paths: describePaths(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'HEARSAY_TOKEN, where the site was started with one.' },
      },
      headers: {
        ETag: { description: 'What If-None-Match takes.', schema: { type: 'string' } },
        Link: { description: 'rel="next": the next page (RFC 8288).', schema: { type: 'string' } },
      },
      schemas: describeSchemas(),
    },
  }
}

function describePaths(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of ROUTES) paths[route.at] = { ...paths[route.at], [route.method]: describeRoute(route) }
  return paths
}

function describeRoute(route: ApiRoute): Record<string, unknown> {
  const { id, summary, description, answer, problems, body, method } = route
  const isTagged = method === 'get' && route.isVolatile !== true
  const failures = [400, 401, 403, ...problems, ...(method === 'post' ? [405] : []), 500, 503].toSorted((a, b) => a - b)
  return {
    operationId: id,
    tags: [route.at.split('/')[1]],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [...describeParameters('path', route.path), ...describeParameters('query', route.query)],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: plain(body, 'input') } } } }),
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: isTagged ? { ETag: refer('headers', 'ETag'), Link: refer('headers', 'Link') } : {},
        content:
          answer.name === null
            ? { 'text/plain': { schema: { type: 'string' } } }
            : { 'application/json': { schema: refer('schemas', answer.name) } },
      },
      ...(isTagged ? { 304: { description: 'Nothing has changed since If-None-Match.' } } : {}),
      ...Object.fromEntries(failures.map(status => [status, describeProblem(STATUS_CODES[status] ?? '')])),
    },
  }
}

function describeProblem(description: string): Record<string, unknown> {
  return { description, content: { [PROBLEM_TYPE]: { schema: refer('schemas', 'Problem') } } }
}

function describeParameters(place: 'path' | 'query', { shape }: z.ZodObject): Record<string, unknown>[] {
  return Object.entries(shape).map(([name, field]) => {
    const { description, ...schema } = plain(field as z.ZodType, 'input')
    const required = place === 'path' || !(field as z.ZodType).safeParse(undefined).success
    const explode = schema.type === 'array' ? { style: 'form', explode: true } : {}
    return { name, in: place, required, ...(description === undefined ? {} : { description }), schema, ...explode }
  })
}

/** Every answer under its name; those that hold one another refer to it. */
function describeSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(PARTS)) registry.add(schema, { id })
  for (const { answer } of ROUTES)
    if (answer.name !== null && !registry.has(answer.schema)) registry.add(answer.schema, { id: answer.name })
  const { schemas } = z.toJSONSchema(registry, { uri: id => `#/components/schemas/${id}`, override: tidy })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIds(schema)]))
}

function plain(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return withoutIds(z.toJSONSchema(schema, { io, override: tidy }))
}

/** A document is one resource: its parts have no address and no dialect of their own. */
function withoutIds(schema: object): JsonSchema {
  const { $schema: _dialect, $id: _id, ...rest } = schema as JsonSchema
  return rest
}

/** Answers may get further fields, and a whole number's own limits say nothing. */
function tidy({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined) delete jsonSchema.additionalProperties
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

function refer(kind: 'headers' | 'schemas', name: string): { readonly $ref: string } {
  return { $ref: `#/components/${kind}/${name}` }
}
