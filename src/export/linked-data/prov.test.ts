import { expect, it } from 'vitest'
import { articleWith } from '../../../test/support/article.ts'
import { readExportedClaims } from '../../../test/support/exported-claims.ts'
import { exportText } from '../../../test/support/run-export.ts'
import { readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import { storeVariety } from '../../../test/support/variety.ts'
import { analyseArticle } from '../../run/analyse-linear.ts'
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

it('quotes another outlet where the text itself says so, and nowhere else', async () => {
  const texts = [
    ['https://herald.example/1', '“The dam will hold,” Ana Petrov told Reuters on Monday.', ['What Reuters was told']],
    ['https://www.reuters.com/2', '“The dam has held,” Ana Petrov told Reuters on Monday.', []],
    [
      'https://herald.example/3',
      'The Northgate Post reported that the bank will close.',
      ['What Northgate Post reported'],
    ],
    ['https://herald.example/4', '“The dam will hold,” Ana Petrov told reporters. Emily Post said it rained.', []],
    [
      'https://herald.example/5',
      'Witnesses were quoted by state radio as saying the bank had closed.',
      ['What state radio quoted'],
    ],
    [
      'https://herald.example/7',
      'The plan was first reported by the Financial Times.',
      ['What Financial Times reported'],
    ],
    ['https://herald.example/6', 'The BBC said it would cut two hundred jobs.', []],
  ] as const
  const records = []
  for (const [uri, text] of texts) records.push(await analyseArticle(articleWith(text, uri)))
  const { database } = readUntilTestEnds(storeRecords(records))
  const { bundle } = JSON.parse(await exportText(database, prov)) as { bundle: Record<string, Bundle> }
  for (const [index, [, text, labels]] of texts.entries()) {
    const id = records[index]?.article.id ?? ''
    const own = bundle[`sha256:${Buffer.from(id, 'hex').toString('base64url')}#provenance`] ?? {}
    const outlets = Object.entries(own.entity ?? {}).filter(([name]) => name.includes('#outlet-'))
    expect(
      outlets.map(([, { 'prov:label': label }]) => label),
      text,
    ).toEqual(labels)
    const used = Object.values(own.wasDerivedFrom ?? {}).map(({ 'prov:usedEntity': entity }) => entity)
    for (const [name, { 'prov:location': places }] of outlets) {
      expect(used).toContain(name)
      const [, start, end] = /^outlet (\d+):(\d+)$/.exec(String((places as string[])[0])) ?? []
      expect(labels[0]).toContain(text.slice(Number(start), Number(end)).replace(/^the /i, ''))
    }
  }
})
