import { createHash } from 'node:crypto'
import { findRelays } from '../../store/queries/claims/relays.ts'
import { findStagesDone, type StageDone } from '../../store/queries/runs.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { type ArticleClaims, streamArticles } from '../article-claims.ts'
import type { FileFormat } from '../export-format.ts'
import type { ExportedClaim, OffsetPair } from '../exported-claim.ts'
import { webAddress } from './iri.ts'
import { JsonItems } from './json-document.ts'
import { findQuotedOutlet, type QuotedOutlet } from './quoted-outlet.ts'

const PREFIXES = {
  // Names by hash (RFC 6920): of texts and claims in them, of bytes, and of what is known of a run or a program.
  sha256: 'ni:///sha-256;',
  dcterms: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
} as const

/**
 * PROV-JSON, a bundle an article: its text comes from bytes, each claim is a quotation of it that a run of Hearsay's
 * stages generated. Sources are told of, never made agents: that the article attributes words to somebody is all that
 * is known. Where the article itself says that another outlet was told, or reported it, the claim is a quotation of what that
 * outlet had, too. Unlike other exports it tells which run made what, and when.
 */
export const prov: FileFormat = {
  name: 'prov',
  description: 'W3C PROV (PROV-JSON): which run and versions derived each claim from which text',
  writes: 'file',
  extension: 'json',
  async export(database, filter, write) {
    const bundles = new JsonItems(write)
    let count = 0
    await write(`{"prefix":${JSON.stringify(PREFIXES)},"bundle":{`)
    for await (const of of streamArticles(database, filter)) {
      const stages = await findStagesDone(database, of.article.id)
      await bundles.add(toBundle(of, stages, await findOutlets(database, of)), `${textName(of.article.id)}#provenance`)
      count += of.claims.length
    }
    await write('\n}}\n')
    return count
  },
}

type Outlets = ReadonlyMap<string, QuotedOutlet>

async function findOutlets(database: StoreDatabase, { article, claims }: ArticleClaims): Promise<Outlets> {
  const relays = await findRelays(
    database,
    claims.map(({ id }) => id),
  )
  return new Map(
    claims.flatMap(claim => {
      const outlet = findQuotedOutlet(claim, relays.get(claim.id) ?? [], article)
      return outlet === null ? [] : [[claim.id, outlet] as const]
    }),
  )
}

type Records = Record<string, Readonly<Record<string, unknown>>>

function toBundle({ article, claims }: ArticleClaims, stages: readonly StageDone[], outlets: Outlets) {
  const quoted = claims.flatMap(claim => {
    const outlet = outlets.get(claim.id)
    return outlet === undefined ? [] : [{ claim, outlet }]
  })
  const text = textName(article.id)
  const bytes = textName(article.rawSha256)
  const runs = [...Map.groupBy(stages, ({ run }) => run.id).values()]
  const address = webAddress(article.uri)
  const entity: Records = {
    [text]: {
      'prov:type': name('schema:NewsArticle'),
      ...(article.title === null ? {} : { 'dcterms:title': article.title }),
      ...(article.publisher === null ? {} : { 'dcterms:publisher': article.publisher }),
      ...(article.publishedAt === null ? {} : { 'dcterms:issued': article.publishedAt }),
      'dcterms:source': address === null ? article.uri : { $: address, type: 'xsd:anyURI' },
    },
    // A text file is its own text.
    ...(bytes === text ? {} : { [bytes]: { 'dcterms:format': article.decodedAs } }),
    ...Object.fromEntries(claims.map(claim => [claimName(claim), describeClaim(claim)])),
    ...Object.fromEntries(quoted.map(({ claim, outlet }) => [outletName(claim), describeOutlet(outlet)])),
  }
  const [first] = runs
  const made = first === undefined ? {} : { 'prov:activity': runName(first) }
  return {
    entity,
    activity: Object.fromEntries(runs.map(run => [runName(run), describeRun(run)])),
    agent: Object.fromEntries(runs.map(run => [softwareName(run), describeSoftware(run)])),
    wasAssociatedWith: numbered(
      'association',
      runs.map(run => ({ 'prov:activity': runName(run), 'prov:agent': softwareName(run) })),
    ),
    used: numbered(
      'usage',
      runs.map(run => ({ 'prov:activity': runName(run), 'prov:entity': text })),
    ),
    wasGeneratedBy: numbered(
      'generation',
      claims.map(claim => ({
        'prov:entity': claimName(claim),
        ...made,
        'prov:role': claim.evidence.map(({ stage, version, rule }) => `${stage} ${version}: ${rule}`),
      })),
    ),
    wasDerivedFrom: numbered('derivation', [
      ...(bytes === text ? [] : [{ 'prov:generatedEntity': text, 'prov:usedEntity': bytes }]),
      ...claims.map(claim => ({
        'prov:generatedEntity': claimName(claim),
        'prov:usedEntity': text,
        'prov:type': name('prov:Quotation'),
      })),
      ...quoted.map(({ claim }) => ({
        'prov:generatedEntity': claimName(claim),
        'prov:usedEntity': outletName(claim),
        'prov:type': name('prov:Quotation'),
      })),
    ]),
  }
}

function describeClaim(claim: ExportedClaim): Readonly<Record<string, unknown>> {
  const { source, cue, content, addressee, correction } = claim
  const places = [
    ...place('source', source),
    ...place('cue', cue),
    ...place('content', content),
    ...place('addressee', addressee),
  ]
  return {
    'prov:type': name('schema:Claim'),
    'prov:label': `${source?.name ?? source?.text ?? '(no source)'} ${cue.text}`,
    ...(content === null ? {} : { 'prov:value': content.text }),
    // Code points of the text, end exclusive.
    'prov:location': places,
    'schema:identifier': claim.id,
    'schema:keywords': [
      claim.act,
      `${claim.quotation} quotation`,
      `${source?.naming ?? 'unstated'} source`,
      ...(claim.negated ? ['negated'] : []),
      ...(claim.hedged ? ['hedged'] : []),
    ],
    ...(correction === null
      ? {}
      : {
          'schema:creativeWorkStatus': correction.verdict ?? 'corrected',
          ...(correction.by === null ? {} : { 'schema:editor': correction.by }),
        }),
  }
}

const OUTLET_HAD = { told: 'was told', quoted: 'quoted', reported: 'reported' } as const

/** Nobody knows which text of that outlet it is: only that the article says so, and by which words. */
function describeOutlet({ outlet, how, spans }: QuotedOutlet): Readonly<Record<string, unknown>> {
  return {
    'prov:type': name('schema:CreativeWork'),
    'prov:label': `What ${outlet} ${OUTLET_HAD[how]}`,
    'schema:publisher': outlet,
    'prov:location': spans.map(([start, end]) => `outlet ${start}:${end}`),
  }
}

function describeRun([first, ...others]: readonly StageDone[]): Readonly<Record<string, unknown>> {
  const { run } = first as StageDone
  return {
    'prov:label': `Hearsay run ${run.id}`,
    'prov:startTime': run.startedAt,
    ...(run.endedAt === null ? {} : { 'prov:endTime': run.endedAt }),
    'schema:step': [first as StageDone, ...others].map(({ name, version }) => `${name} ${version}`),
  }
}

function describeSoftware([first]: readonly StageDone[]): Readonly<Record<string, unknown>> {
  const { hearsay, node, libraries } = (first as StageDone).run.configuration
  return {
    'prov:type': name('prov:SoftwareAgent'),
    'prov:label': `Hearsay ${hearsay}`,
    'schema:softwareRequirements': [`node ${node}`, ...Object.entries(libraries).map(entry => entry.join(' '))],
  }
}

function place(role: string, words: { readonly spans: readonly OffsetPair[] } | null): string[] {
  return (words?.spans ?? []).map(([start, end]) => `${role} ${start}:${end}`)
}

/** Relations need names that are unique in their bundle; blank ones, since nothing else speaks of them. */
function numbered<Relation>(kind: string, relations: readonly Relation[]): Readonly<Record<string, Relation>> {
  return Object.fromEntries(relations.map((relation, index) => [`_:${kind}${index + 1}`, relation]))
}

function name(qualified: string) {
  return { $: qualified, type: 'prov:QUALIFIED_NAME' }
}

function textName(sha256: string): string {
  return `sha256:${Buffer.from(sha256, 'hex').toString('base64url')}`
}

function claimName({ id, article }: ExportedClaim): string {
  return `${textName(article.id)}#claim-${id}`
}

function outletName({ id, article }: ExportedClaim): string {
  return `${textName(article.id)}#outlet-${id}`
}

/** Runs of several databases have the same numbers, and must not be taken for one another. */
function runName([first]: readonly StageDone[]): string {
  const { id, startedAt, process, configuration } = (first as StageDone).run
  return hashName(['run', id, startedAt, process, configuration])
}

function softwareName([first]: readonly StageDone[]): string {
  const { hearsay, node, libraries } = (first as StageDone).run.configuration
  return hashName(['software', hearsay, node, libraries])
}

function hashName(facts: unknown): string {
  return textName(createHash('sha256').update(JSON.stringify(facts), 'utf8').digest('hex'))
}
