import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReader } from '../../../src/store/open-reader.ts'
import { storeAcross } from '../../support/across-database.ts'
import { proofSize } from '../../support/proof-size.ts'
import { storeRecordsAt } from '../../support/stored-database.ts'
import { analyseNewsroom } from '../newsroom.ts'
import { findFault, type JsonSchema, OPERATIONS, type Operation } from './api-document.ts'
import { type ApiSite, openApiSite } from './api-site.ts'

/*
 * Every route is asked what its own document says may be asked, and what it says may not: no answer is a defect, and each
 * is as the document has it.
 */

const folder = mkdtempSync(join(tmpdir(), 'hearsay-fuzz-'))
/** What the database has, by the name of the parameter that takes it. */
const ids = {
  claim: [] as string[],
  article: [] as string[],
  source: [] as string[],
  person: [] as string[],
  family: [] as string[],
}
let site: ApiSite

beforeAll(async () => {
  const records = await analyseNewsroom(6)
  const path = join(folder, 'claims.db')
  storeRecordsAt(path, records)
  for (const { article, claims, entities, sources, voices } of records) {
    ids.article.push(article.id)
    ids.claim.push(...claims.map(({ id }) => id))
    ids.person.push(...voices.map(({ id }) => id))
    ids.source.push(...[...entities, ...sources].map(({ id }) => id))
  }
  // Articles with something of all that is found across them.
  await storeAcross(path)
  const reader = await openReader(path)
  const families = await reader.database.selectFrom('quotation_family').select(['id', 'first_claim_id']).execute()
  ids.family.push(...families.flatMap(({ id, first_claim_id }) => [id, first_claim_id]))
  const accusing = await reader.database
    .selectFrom('accusation')
    .innerJoin('article', 'article.rowid', 'accusation.article_rowid')
    .select(['article.id', 'accusation.claim_id'])
    .execute()
  ids.article.push(...accusing.map(({ id }) => id))
  ids.claim.push(...accusing.map(({ claim_id }) => claim_id))
  await reader.close()
  expect([ids.family.length, accusing.length].every(count => count > 1)).toBe(true)
  site = await openApiSite(path, true)
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

it(`answers ${proofSize(400, 5_000)} questions as its document says`, async () => {
  const request = fc.constantFrom(...OPERATIONS).chain(operation => anyRequest(operation))
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, path, asking }) => {
      const answer = await site.ask(path, asking)
      const text = await answer.text()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect(answer.status, text).toBeLessThan(500)
      const type = answer.headers.get('content-type') ?? ''
      const body = /json/.test(type) && asking.method !== 'HEAD' ? JSON.parse(text) : text
      if (asking.method === 'HEAD') return
      const asked = asking.method === operation.method ? operation : operationAt(asking.method ?? '', operation)
      expect(findFault(asked, answer.status, type, body)).toBeNull()
    }),
    { numRuns: proofSize(400, 5_000) },
  )
  // A generator that only ever asks for what cannot be answered would prove little.
  const answered = [200, 201, 304].reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0)
  expect(answered).toBeGreaterThan(proofSize(400, 5_000) / 8)
  if (proofSize(false, true)) expect(statuses.get(201) ?? 0).toBeGreaterThan(20)
  expect(statuses.get(400) ?? 0).toBeGreaterThan(0)
}, 900_000)

function operationAt(method: string, operation: Operation): Operation {
  return OPERATIONS.find(one => one.path === operation.path && one.method === method) ?? operation
}

interface AnyRequest {
  readonly operation: Operation
  readonly path: string
  readonly asking: RequestInit & { readonly method: string }
}

function anyRequest(operation: Operation): fc.Arbitrary<AnyRequest> {
  const schema = operation.requestBody?.content['application/json'].schema
  return fc
    .record({
      // Mostly as the document says, and each part now and then otherwise.
      parameters: fc.tuple(
        ...operation.parameters.map(({ name, in: place, required, schema }) =>
          fc.oneof(
            { weight: 6, arbitrary: anyValue(schema, name).map(value => ({ name, place, value })) },
            { weight: required ? 0 : 12, arbitrary: fc.constant({ name, place, value: undefined }) },
            { weight: 1, arbitrary: wild.map(value => ({ name, place, value })) },
          ),
        ),
      ),
      extra: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(wild, wild) }),
      body: schema === undefined ? fc.constant(undefined) : anyBody(schema),
      type: fc.oneof({ weight: 15, arbitrary: fc.constant('application/json') }, fc.constantFrom('text/plain', '')),
      method: fc.oneof(
        { weight: 20, arbitrary: fc.constant(operation.method) },
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'),
      ),
      tag: fc.constantFrom(undefined, undefined, '*', '"x", W/"y"'),
    })
    .map(({ parameters, extra, body, type, method, tag }) => {
      let path = `/api/v1${operation.path}`
      const search = new URLSearchParams()
      for (const { name, place, value } of parameters)
        if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(value)) || '%20')
        else for (const one of value === undefined ? [] : [value].flat()) search.append(name, String(one))
      if (extra !== null) search.append(extra[0], extra[1])
      const sends = method !== 'GET' && method !== 'HEAD'
      return {
        operation,
        path: search.size === 0 ? path : `${path}?${search}`,
        asking: {
          method,
          headers: {
            ...(sends ? { 'Content-Type': type } : {}),
            ...(tag === undefined ? {} : { 'If-None-Match': tag }),
          },
          ...(sends ? { body: body ?? '{}' } : {}),
        },
      }
    })
}

/** What nobody would send but who looks for holes, or by mistake. */
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    '__proto__',
    "' OR 1=1 --",
    '../..',
    '%00',
    '\0',
    '"',
    '*',
  ),
  fc.constantFrom('a"b*', 'NEAR(', 'tru*', 'é'.repeat(600)),
)

function anyBody(schema: JsonSchema): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: anyValue(schema).map(value => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[1,', '{"note":"\\ud800"}', '{"note":"a\\u0000b"}', 'null') },
  )
}

/** Values that a schema lets through, and ids that the database has where it asks for ids. */
function anyValue(schema: JsonSchema, name = ''): fc.Arbitrary<unknown> {
  const { type, anyOf, items, prefixItems, properties, pattern, minLength, maxLength, minimum, maximum } = schema as {
    type?: string | string[]
    anyOf?: JsonSchema[]
    items?: JsonSchema
    prefixItems?: JsonSchema[]
    properties?: Record<string, JsonSchema>
    pattern?: string
    minLength?: number
    maxLength?: number
    minimum?: number
    maximum?: number
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(part => anyValue(part)))
  if (Array.isArray(type)) return fc.oneof(...type.map(one => anyValue({ ...schema, type: one }, name)))
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') {
    const min = minimum ?? -1_000
    const max = Math.min(maximum ?? 1_000, 1_000_000)
    return fc.oneof(fc.integer({ min, max: Math.min(max, min + 2) }), fc.integer({ min, max }))
  }
  if (prefixItems !== undefined) {
    const parts = fc.tuple(...prefixItems.map(part => anyValue(part)))
    // What has two numbers is mostly a span, which ends after it begins.
    return fc.oneof(
      { weight: 6, arbitrary: parts.map(values => values.toSorted((a, b) => Number(a) - Number(b))) },
      parts,
    )
  }
  if (type === 'array') return fc.array(anyValue(items ?? {}, name), { minLength: 1, maxLength: 3 })
  if (type === 'object' && properties !== undefined) return anyObject(properties, (schema.required as string[]) ?? [])
  if (schema.format === 'date')
    return fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map(toDay)
  if (pattern?.startsWith('^[0-9a-f]') === true) {
    const known = Object.hasOwn(ids, name) ? ids[name as keyof typeof ids] : Object.values(ids).flat()
    const id = fc.nat().map(place => known[place % known.length] as string)
    return fc.oneof(
      { weight: 8, arbitrary: id },
      { weight: 1, arbitrary: id.map(whole => whole.slice(0, 7)) },
      { weight: 1, arbitrary: fc.stringMatching(/^[0-9a-f]{1,64}$/) },
    )
  }
  const words = fc.constantFrom('said', 'the water', 'Salcedo', '"We will not stop"', 'ferry*', 'police')
  return fc.oneof(words, fc.string({ minLength: minLength ?? 0, maxLength: Math.min(maxLength ?? 60, 60) }))
}

/** Few fields more than are required: each one more is one more reason to refuse the whole. */
function anyObject(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]) {
  const of = (names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map(name => [name, anyValue(properties[name] as JsonSchema, name)])))
  const optional = Object.keys(properties).filter(name => !required.includes(name))
  const few =
    optional.length === 0 ? fc.constant([]) : fc.subarray(optional, { maxLength: Math.min(2, optional.length) })
  return fc
    .oneof({ weight: 3, arbitrary: few }, { weight: 1, arbitrary: fc.subarray(optional) })
    .chain(names => of([...required, ...names]))
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
