import { expect, it } from 'vitest'
import { readExportedClaims } from '../../test/support/exported-claims.ts'
import { exportText } from '../../test/support/run-export.ts'
import { readUntilTestEnds } from '../../test/support/stored-database.ts'
import { storeVariety } from '../../test/support/variety.ts'
import { prov } from './prov.ts'

type Statements = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type Bundle = Readonly<Record<string, Statements>>

/** What PROV-JSON lets a bundle hold, and which records each relation has to name. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wasAssociatedWith: { 'prov:activity': 'activity', 'prov:agent': 'agent' },
  used: { 'prov:activity': 'activity', 'prov:entity': 'entity' },
  wasGeneratedBy: { 'prov:entity': 'entity', 'prov:activity': 'activity' },
  wasDerivedFrom: { 'prov:generatedEntity': 'entity', 'prov:usedEntity': 'entity' },
}

it('derives every claim from its text by a run with its versions, and names nothing that it does not describe', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const claims = await readExportedClaims(database)
  const { prefix, bundle } = JSON.parse(await exportText(database, prov)) as {
    prefix: Record<string, string>
    bundle: Record<string, Bundle>
  }
  const derived: string[] = []
  for (const records of Object.values(bundle)) {
    expect(Object.keys(records).toSorted()).toEqual(
      [...Object.keys(RELATIONS), 'entity', 'activity', 'agent'].toSorted(),
    )
    for (const [relation, names] of Object.entries(RELATIONS))
      for (const statement of Object.values(records[relation] ?? {}))
        for (const [property, kind] of Object.entries(names))
          expect(Object.keys(records[kind] ?? {})).toContain(statement[property])
    const names = Object.values(records).flatMap(statements => Object.keys(statements))
    expect(names.filter(name => !name.startsWith('_:') && !((name.split(':')[0] as string) in prefix))).toEqual([])
    for (const { 'prov:generatedEntity': entity, 'prov:type': type } of Object.values(records.wasDerivedFrom ?? {}))
      if (type !== undefined) derived.push(String(entity).replace(/^.*#claim-/, ''))
    expect(Object.values(records.agent ?? {})[0]).toMatchObject({ 'prov:label': 'Hearsay 0.1.0' })
    expect(Object.values(records.activity ?? {})[0]).toMatchObject({ 'schema:step': ['tokens 1', 'claims 1'] })
  }
  expect(derived).toEqual(claims.map(({ id }) => id))
})

it('tells the words, where they stand, and what people said of them', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const claims = await readExportedClaims(database)
  const { bundle } = JSON.parse(await exportText(database, prov)) as { bundle: Record<string, Bundle> }
  const entities = Object.assign({}, ...Object.values(bundle).map(({ entity }) => entity)) as Statements
  for (const { id, content, cue, correction } of claims) {
    const [, entity] = Object.entries(entities).find(([name]) => name.endsWith(`#claim-${id}`)) ?? []
    expect(entity?.['prov:value']).toBe(content?.text)
    expect(entity?.['prov:location']).toContain(`cue ${cue.spans[0]?.join(':')}`)
    expect(entity?.['schema:editor']).toBe(correction?.by ?? undefined)
  }
})
