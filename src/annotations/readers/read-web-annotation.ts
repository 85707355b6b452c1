import { ACTS, NAMINGS, QUOTATION_TYPES, SPAN_ROLES, type SpanRole } from '../../domain/labels.ts'
import { quoted, refuse } from '../refuse.ts'
import { emptyParts, type ReturnedArticle, type ReturnedClaim, type ReturnedPart } from '../returned-article.ts'
import { type Fields, fieldsOf, listOf, offsetOf, parseJson, textOf } from './json-fields.ts'

interface AnnotatedClaim extends ReturnedClaim {
  readonly articleId: string
}

/**
 * Reads annotations of the W3C Web Annotation Data Model: a collection, a page or a list of them. Targets name their text by
 * its hash, and their role by `styleClass`. Positions are code points, as the standard says; words that a quote selector
 * gives are held against the text.
 */
export function readWebAnnotations(file: string, json: string): ReturnedArticle[] {
  const document = parseJson(file, json)
  const claims = itemsOf(file, document).map((item, index) => toClaim(`${file}, annotation ${index + 1},`, item))
  return [...Map.groupBy(claims, ({ articleId }) => articleId)].map(([articleId, claims]) => ({
    where: `${file}, article ${articleId.slice(0, 12)},`,
    articleId,
    text: null,
    writes: text => text,
    unit: 'code points',
    cutsAtLineEnds: false,
    given: null,
    claims,
  }))
}

function itemsOf(file: string, document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document
  const fields = fieldsOf(file, document)
  if (fields.type === 'Annotation') return [fields]
  if (fields.items !== undefined) return listOf(file, 'items', fields.items)
  if (typeof fields.first === 'object' && fields.first !== null) return itemsOf(file, fields.first)
  return refuse(file, 'holds no annotations: give a collection with its first page, a page, or a list of them')
}

function toClaim(where: string, value: unknown): AnnotatedClaim {
  const annotation = fieldsOf(where, value)
  const parts = emptyParts()
  const articles = new Set<string>()
  for (const each of asList(annotation.target)) {
    const target = fieldsOf(where, each)
    articles.add(articleOf(where, target.source))
    parts[roleOf(where, target.styleClass)].push(partOf(where, asList(target.selector)))
  }
  const [articleId, other] = articles
  if (articleId === undefined) return refuse(where, 'has no target')
  if (other !== undefined) refuse(where, 'has targets in several texts, and a claim stands in one')
  const id = /#claim-([0-9a-f]{6,})$/.exec(typeof annotation.id === 'string' ? annotation.id : '')
  return { where, articleId, claimId: id?.[1] ?? null, parts, ...labelsOf(where, asList(annotation.body)) }
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The hex SHA-256 of the text that `ni:///sha-256;…` names. */
function articleOf(where: string, source: unknown): string {
  const iri = typeof source === 'string' ? source : textOf(where, 'id of its source', fieldsOf(where, source).id)
  const digest = /^ni:\/\/\/sha-256;([A-Za-z0-9_-]{43})(?:#.*)?$/.exec(iri)?.[1]
  if (digest === undefined) return refuse(where, `names its text as ${quoted(iri)}, not by its hash (ni:///sha-256;…)`)
  return Buffer.from(digest, 'base64url').toString('hex')
}

function roleOf(where: string, styleClass: unknown): SpanRole {
  const role = asList(styleClass).flatMap(name => SPAN_ROLES.filter(role => role === name))[0]
  return role ?? refuse(where, `has a target whose styleClass is none of ${SPAN_ROLES.join(', ')}`)
}

function partOf(where: string, selectors: readonly unknown[]): ReturnedPart {
  const fields = selectors.map(selector => fieldsOf(where, selector))
  const position = fields.find(({ type }) => type === 'TextPositionSelector')
  const quote = fields.find(({ type }) => type === 'TextQuoteSelector')
  if (position === undefined) return refuse(where, 'has a target without a TextPositionSelector')
  return {
    start: offsetOf(where, 'start', position.start),
    end: offsetOf(where, 'end', position.end),
    words: quote === undefined ? null : textOf(where, 'exact', quote.exact),
  }
}

function labelsOf(where: string, bodies: readonly unknown[]) {
  const all = bodies.map(body => fieldsOf(where, body))
  const valuesFor = (purpose: string) =>
    all.filter(body => body.purpose === purpose).map(({ value }: Fields) => textOf(where, 'value of a body', value))
  const labels = valuesFor('classifying')
  const ending = <Label extends string>(known: readonly Label[], end: string) =>
    known.find(label => labels.includes(`${label}${end}`))
  return {
    act: ending(ACTS, ''),
    quotation: labels.includes('no content') ? ('none' as const) : ending(QUOTATION_TYPES, ' quotation'),
    naming: ending(NAMINGS, ' source'),
    // Who writes no labels at all says nothing of it.
    negated: labels.length === 0 ? undefined : labels.includes('negated'),
    name: valuesFor('identifying')[0],
  }
}
