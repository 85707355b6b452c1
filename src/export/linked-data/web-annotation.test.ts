import { createHash } from 'node:crypto'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { ANNOTATION_CONTEXT } from '../../../test/support/annotation-context.ts'
import { readExportedClaims } from '../../../test/support/exported-claims.ts'
import { exportText } from '../../../test/support/run-export.ts'
import { readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { makeVariety, storeVariety } from '../../../test/support/variety.ts'
import { textIri } from './iri.ts'
import { webAnnotation } from './web-annotation.ts'

const OA = 'http://www.w3.org/ns/oa#'
type Node = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** A JSON-LD processor reads it as its context says; nothing is fetched. */
async function expand(text: string): Promise<Node> {
  const [collection] = await jsonld.expand(JSON.parse(text), {
    documentLoader: async url => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} was asked for`)
      return { document: ANNOTATION_CONTEXT, documentUrl: url }
    },
    // A term that the context does not know is an error, not passed over.
    safe: true,
  } as Parameters<typeof jsonld.expand>[1])
  return collection as unknown as Node
}

const value = (node: Node, term: string): unknown => node[term]?.[0]?.['@value']
const nodes = (node: Node, term: string): Node[] => (node[term] ?? []) as unknown as Node[]

describe('Web Annotation, read by a JSON-LD processor', () => {
  it('has each claim once, and each part of it at its code points', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const claims = await readExportedClaims(database)
    const collection = await expand(await exportText(database, webAnnotation))
    expect(value(collection, 'http://www.w3.org/ns/activitystreams#totalItems')).toBe(claims.length)
    const [page] = nodes(collection, 'http://www.w3.org/ns/activitystreams#first')
    const list = page?.['http://www.w3.org/ns/activitystreams#items']?.[0]?.['@list'] as unknown as Node[]
    const texts = new Map(makeVariety().map(({ article }) => [textIri(article.id), Array.from(article.text)]))
    const found = list.map(annotation => {
      expect(annotation['@type']).toEqual([`${OA}Annotation`])
      const spans: Record<string, [number, number][]> = { source: [], cue: [], content: [], addressee: [] }
      for (const target of nodes(annotation, `${OA}hasTarget`)) {
        const text = texts.get(nodes(target, `${OA}hasSource`)[0]?.['@id'] as unknown as string) ?? []
        const [position, quote] = nodes(target, `${OA}hasSelector`) as [Node, Node]
        const [start, end] = [value(position, `${OA}start`) as number, value(position, `${OA}end`) as number]
        expect(text.slice(start, end).join('')).toBe(value(quote, `${OA}exact`))
        expect(
          text
            .slice(0, start)
            .join('')
            .endsWith(value(quote, `${OA}prefix`) as string),
        ).toBe(true)
        expect(
          text
            .slice(end)
            .join('')
            .startsWith(value(quote, `${OA}suffix`) as string),
        ).toBe(true)
        spans[value(target, `${OA}styleClass`) as string]?.push([start, end])
      }
      return { id: (annotation['@id'] as unknown as string).replace(/^.*#claim-/, ''), ...spans }
    })
    expect(found).toEqual(
      claims.map(({ id, source, cue, content, addressee }) => ({
        id,
        source: source?.spans ?? [],
        cue: cue.spans,
        content: content?.spans ?? [],
        addressee: addressee?.spans ?? [],
      })),
    )
  })

  it('says what kind of claim it is, and whose', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const { first } = JSON.parse(await exportText(database, webAnnotation))
    const bodies = (first.items as { body: { purpose: string; value: string }[] }[]).map(({ body }) =>
      body.map(({ purpose, value }) => (purpose === 'identifying' ? `= ${value}` : value)),
    )
    expect(bodies[0]).toEqual(['statement', 'direct quotation', 'named source', '= Anna Berg'])
    expect(bodies[1]).toEqual(['statement', 'mixed quotation', 'anonymous source', 'hedged'])
    expect(bodies.at(-1)).toEqual(['no-comment', 'no content', 'named source', 'negated'])
  })

  it('names the text by its hash, and the page where there is one', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const { first } = JSON.parse(await exportText(database, webAnnotation, { cue: 'said', naming: ['named'] }))
    const { source } = first.items[0].target[0]
    const [, record] = makeVariety()
    const hash = createHash('sha256')
      .update(record?.article.text ?? '', 'utf8')
      .digest('base64url')
    expect(source).toMatchObject({ id: `ni:///sha-256;${hash}`, via: record?.article.uri })
  })

  it('is whole when nothing was chosen', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const { total, first } = JSON.parse(await exportText(database, webAnnotation, { cue: 'nobody' }))
    expect([total, first.items]).toEqual([0, []])
  })
})
