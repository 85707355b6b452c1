import { createHash } from 'node:crypto'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { type ArticleClaims, partsOf, streamArticles } from '../article-claims.ts'
import type { FileFormat } from '../export-format.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { claimIri, textIri, webAddress } from './iri.ts'
import { JsonItems } from './json-document.ts'

/** How many code points of what stands before and after are given, to find words again in a text that has changed. */
const AROUND = 32

const ROLES = ['source', 'cue', 'content', 'addressee'] as const

/**
 * W3C Web Annotation Data Model: a collection of one page, a claim an annotation, each part of it a target. Positions
 * are code points of the text that the target's source names by its hash, as the standard wants them.
 */
export const webAnnotation: FileFormat = {
  name: 'web-annotation',
  description: 'W3C Web Annotation (JSON-LD) with position and quote selectors',
  writes: 'file',
  extension: 'jsonld',
  async export(database, filter, write) {
    const hash = createHash('sha256')
    const items = new JsonItems(async piece => {
      hash.update(piece)
      await write(piece)
    })
    let count = 0
    await write(
      '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","label":"Claims found by Hearsay",' +
        '"first":{"type":"AnnotationPage","startIndex":0,"items":[',
    )
    for await (const of of streamArticles(database, filter))
      for (const claim of of.claims) {
        await items.add(toAnnotation(of, claim))
        count++
      }
    // Last, for it is the hash of what was written.
    const id = textIri(hash.digest('hex'))
    await write(`\n],"id":${JSON.stringify(`${id}#page-1`)},"partOf":${JSON.stringify(id)}},`)
    await write(`"total":${count},"id":${JSON.stringify(id)}}\n`)
    return count
  },
}

function toAnnotation({ article, text }: ArticleClaims, claim: ExportedClaim): Readonly<Record<string, unknown>> {
  const address = webAddress(article.uri)
  const source = {
    id: textIri(article.id),
    type: 'Text',
    format: 'text/plain',
    ...(article.language === null ? {} : { language: article.language }),
    label: article.title ?? article.uri,
    ...(address === null ? {} : { via: address }),
  }
  return {
    id: claimIri(article.id, claim.id),
    type: 'Annotation',
    motivation: 'classifying',
    body: toBodies(claim),
    // Targets of one claim are parts of one whole; the class tells which.
    target: ROLES.flatMap(role =>
      partsOf(text, claim[role]).map(({ start, end }) => ({
        type: 'SpecificResource',
        source,
        styleClass: role,
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', ...quote(text, start, end) },
        ],
      })),
    ),
  }
}

function toBodies({ act, quotation, source, negated, hedged }: ExportedClaim) {
  const labels: string[] = [act, quotation === 'none' ? 'no content' : `${quotation} quotation`]
  labels.push(`${source?.naming ?? 'unstated'} source`)
  if (negated) labels.push('negated')
  if (hedged) labels.push('hedged')
  const bodies = labels.map(value => ({ type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value }))
  const name = source?.name ?? null
  return name === null
    ? bodies
    : [...bodies, { type: 'TextualBody', purpose: 'identifying', format: 'text/plain', value: name }]
}

function quote(text: CodePointText, start: number, end: number) {
  return {
    exact: text.slice({ start, end }),
    prefix: text.slice({ start: Math.max(0, start - AROUND), end: start }),
    suffix: text.slice({ start: end, end: Math.min(text.length, end + AROUND) }),
  }
}
