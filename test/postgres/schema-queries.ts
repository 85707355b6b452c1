import { findColumnTypes, findDefinitions } from '../../src/store/queries/runs/schema-definitions.ts'
import { findSchema } from '../../src/store/queries/runs/schema-names.ts'
import type { Ask } from './twin.ts'

/** Each has its own full-text index, its own history of its schema, and its own way to hold others off. */
const isShared = (name: string) =>
  !/^(?:claim_search|standing_search|migration|hearsay_schema|across_holder)/.test(name)

/** What is asked of the schema: types and statements are in the SQL of each, what they speak of is the same. */
export const SCHEMA_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findSchema: [async ({ database }) => (await findSchema(database)).filter(({ name }) => isShared(name))],
  findDefinitions: [
    async ({ database }) =>
      (await findDefinitions(database))
        .filter(({ type, name }) => (type === 'table' || type === 'view') && isShared(name))
        .map(({ type, name, of }) => `${type} ${name} ${of}`)
        .toSorted(),
  ],
  findColumnTypes: [
    async ({ database }) => [...(await findColumnTypes(database)).keys()].filter(place => isShared(place)).toSorted(),
  ],
}
