import jsonld from 'jsonld'
import { expect, it } from 'vitest'
import { readExportedClaims } from '../../../test/support/exported-claims.ts'
import { exportText } from '../../../test/support/run-export.ts'
import { readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { storeVariety } from '../../../test/support/variety.ts'
import { schemaOrg } from './schema-org.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string }
}

/** A JSON-LD processor turns it into statements; nothing is fetched. */
async function toQuads(text: string): Promise<Quad[]> {
  const quads = await jsonld.toRDF(JSON.parse(text), {
    documentLoader: async (url: string) => Promise.reject(new Error(`${url} was asked for`)),
    safe: true,
  } as Parameters<typeof jsonld.toRDF>[1])
  return quads as unknown as Quad[]
}

it('gives a JSON-LD processor each claim with its words, its kind and its source, and never a verdict', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const claims = await readExportedClaims(database)
  const quads = await toQuads(await exportText(database, schemaOrg))
  const objects = (subject: string, predicate: string) =>
    quads.filter(quad => quad.subject.value === subject && quad.predicate.value === predicate).map(quad => quad.object)
  const schema = (name: string) => `https://schema.org/${name}`
  const isClaim = ({ subject }: Quad) => subject.value.includes('#claim-')
  const subjects = [...new Set(quads.filter(isClaim).map(({ subject }) => subject.value))]
  const found = subjects.map(subject => ({
    id: subject.replace(/^.*#claim-/, ''),
    types: objects(subject, RDF_TYPE).map(({ value }) => value.replace(schema(''), '')),
    text: objects(subject, schema('text'))[0]?.value ?? null,
    speaker:
      objects(subject, schema('author')).flatMap(author => objects(author.value, schema('name')))[0]?.value ?? null,
    headline: objects(subject, schema('isPartOf')).flatMap(article => objects(article.value, schema('headline')))[0]
      ?.value,
  }))
  const typesOf: Readonly<Record<string, readonly string[]>> = {
    'direct statement': ['Quotation', 'Claim'],
    'mixed statement': ['Quotation', 'Claim'],
    'indirect statement': ['Claim'],
    'indirect denial': ['Claim'],
    'indirect belief': ['Claim'],
    'none no-comment': ['CreativeWork'],
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  expect(found.toSorted(byId)).toEqual(
    claims
      .map(({ id, quotation, act, content, source, article }) => ({
        id,
        types: typesOf[`${quotation} ${act}`],
        text: content?.text ?? null,
        speaker: source?.name ?? null,
        headline: article.title,
      }))
      .toSorted(byId),
  )
  expect(quads.filter(({ object }) => /ClaimReview|Rating/.test(object.value))).toEqual([])
})

it('keeps offsets as identifiers', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const graph = JSON.parse(await exportText(database, schemaOrg, { text: 'talks' }))['@graph']
  expect(graph[1].identifier).toContainEqual({
    '@type': 'PropertyValue',
    propertyID: 'content offsets',
    value: '2:18 65:82',
  })
})
