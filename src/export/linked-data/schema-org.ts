import type { Article } from '../../domain/article.ts'
import type { Act, SourceKind } from '../../domain/labels.ts'
import { streamArticles } from '../article-claims.ts'
import type { FileFormat } from '../export-format.ts'
import type { ExportedClaim, OffsetPair } from '../exported-claim.ts'
import { claimIri, textIri, webAddress } from './iri.ts'
import { JsonItems } from './json-document.ts'

/** Acts that say that something is so, which is what schema.org calls a Claim. */
const ASSERTIVE: readonly Act[] = ['statement', 'accusation', 'denial', 'belief']

const AGENTS: Readonly<Record<Exclude<SourceKind, 'document'>, string>> = {
  person: 'Person',
  organisation: 'Organization',
  government: 'GovernmentOrganization',
  group: 'Thing',
  unknown: 'Thing',
}

/**
 * schema.org: words in quotation marks are a Quotation, what is said to be so a Claim, both are both, and all else (an
 * indirect question, a refusal to comment) a CreativeWork. Nothing says whether a claim is true: there is no ClaimReview.
 */
export const schemaOrg: FileFormat = {
  name: 'schema-org',
  description: 'schema.org Quotation and Claim (JSON-LD), never a verdict',
  writes: 'file',
  extension: 'jsonld',
  async export(database, filter, write) {
    const items = new JsonItems(write)
    let count = 0
    // The vocabulary stands here, so that nothing has to be fetched to read it.
    await write('{"@context":{"@vocab":"https://schema.org/"},"@graph":[')
    for await (const { article, claims } of streamArticles(database, filter)) {
      await items.add(toArticleNode(article))
      for (const claim of claims) await items.add(toClaimNode(claim))
      count += claims.length
    }
    await write('\n]}\n')
    return count
  },
}

type Node = Readonly<Record<string, unknown>>

function toArticleNode({ id, uri, title, byline, publisher, publishedAt, language }: Article): Node {
  const address = webAddress(uri)
  return {
    '@id': textIri(id),
    '@type': 'NewsArticle',
    ...(title === null ? {} : { headline: title }),
    ...(byline === null ? {} : { creditText: byline }),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    ...(language === null ? {} : { inLanguage: language }),
    ...(address?.startsWith('http') ? { url: address } : {}),
    identifier: [property('uri', uri), property('sha256', id)],
  }
}

function toClaimNode(claim: ExportedClaim): Node {
  // What somebody did not say is neither a claim nor a quotation of theirs; the keywords tell what it is.
  const isSaid = !claim.negated
  const isQuotation = isSaid && (claim.quotation === 'direct' || claim.quotation === 'mixed')
  const isClaim = isSaid && claim.content !== null && ASSERTIVE.includes(claim.act)
  const types = [...(isQuotation ? ['Quotation'] : []), ...(isClaim ? ['Claim'] : [])]
  const article = { '@id': textIri(claim.article.id) }
  return {
    '@id': claimIri(claim.article.id, claim.id),
    '@type': types.length === 0 ? 'CreativeWork' : types,
    ...(claim.content === null ? {} : { text: claim.content.text }),
    ...(isSaid ? toAuthorship(claim.source, isQuotation) : { mentions: toAuthorship(claim.source, false).author }),
    isPartOf: article,
    ...(isClaim ? { appearance: article } : {}),
    keywords: [
      claim.act,
      claim.quotation === 'none' ? 'no content' : `${claim.quotation} quotation`,
      `${claim.source?.naming ?? 'unstated'} source`,
      ...(claim.negated ? ['negated'] : []),
      ...(claim.hedged ? ['hedged'] : []),
    ],
    identifier: [
      property('claim', claim.id),
      ...spans('source', claim.source),
      ...spans('cue', claim.cue),
      ...spans('content', claim.content),
      ...spans('addressee', claim.addressee),
    ],
  }
}

function toAuthorship(source: ExportedClaim['source'], isQuotation: boolean): Node {
  if (source === null) return {}
  const known = {
    ...(source.name === null ? {} : { name: source.name }),
    ...(source.text === '' ? {} : { description: source.text }),
  }
  if (source.kind === 'document') return { isBasedOn: { '@type': 'CreativeWork', ...known } }
  const agent = {
    '@type': AGENTS[source.kind],
    ...known,
    ...(source.kind === 'person' && source.role !== null ? { jobTitle: source.role } : {}),
  }
  return isQuotation ? { author: agent, spokenByCharacter: agent } : { author: agent }
}

/** Where the words stand, in code points: schema.org has no property of its own for that. */
function spans(role: string, words: { readonly spans: readonly OffsetPair[] } | null): Node[] {
  if (words === null || words.spans.length === 0) return []
  return [property(`${role} offsets`, words.spans.map(([start, end]) => `${start}:${end}`).join(' '))]
}

function property(name: string, value: string): Node {
  return { '@type': 'PropertyValue', propertyID: name, value }
}
