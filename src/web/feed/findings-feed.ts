import { labelOfUri } from '../../domain/articles/article-label.ts'
import { checkArticle } from '../../policy/check-articles.ts'
import type { PolicyFinding } from '../../policy/policy-finding.ts'
import { findNewestArticles } from '../../store/queries/articles/article-rows.ts'
import type { ApiContext } from '../api/api-route.ts'
import { articleAddress } from '../page/address.ts'
import { escapeXml } from './escape-xml.ts'
import { nameUuid } from './name-uuid.ts'

/** Articles that a feed looks at, and entries that it has at most. */
const [MOST_ARTICLES, MOST_ENTRIES] = [30, 100]

interface Entry {
  readonly finding: PolicyFinding
  /** ISO 8601, UTC. */
  readonly analysed: string
}

/**
 * What breaks the policy in the articles that were analysed last, as a feed (Atom, RFC 4287). An entry keeps its id as long
 * as its article, rule and words do, on every site.
 *
 * @param origin of the site, as in `http://127.0.0.1:4747`
 * @param rules only findings of these, where any are given
 */
export async function writeFindingsFeed(
  context: ApiContext,
  origin: string,
  rules: readonly string[],
): Promise<string> {
  const search = new URLSearchParams(rules.map((rule): [string, string] => ['rule', rule]))
  const self = `${origin}/feed.atom${search.size === 0 ? '' : `?${search}`}`
  const entries = await readEntries(context, rules)
  // The epoch where there is none: a feed must say when it changed, and an empty one has not.
  const updated =
    entries
      .map(({ analysed }) => analysed)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  const about = rules.length === 0 ? '' : `: ${rules.join(', ')}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>${escapeXml(`Hearsay: findings${about}`)}</title>
  <id>urn:uuid:${nameUuid(self)}</id>
  <updated>${updated}</updated>
  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(`${origin}/`)}"/>
  <author><name>Hearsay</name></author>
  <generator version="${escapeXml(context.site.version)}">Hearsay</generator>
${entries.map(entry => renderEntry(entry, origin)).join('')}</feed>
`
}

async function readEntries(context: ApiContext, rules: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const { id, analysed_at: analysed } of await findNewestArticles(context.site.database, MOST_ARTICLES)) {
    for (const finding of await checkArticle(context.site.database, context.site.policy, id))
      if (rules.length === 0 || rules.includes(finding.rule))
        entries.push({ finding, analysed: new Date(analysed).toISOString() })
    if (entries.length >= MOST_ENTRIES) return entries.slice(0, MOST_ENTRIES)
  }
  return entries
}

function renderEntry({ finding, analysed }: Entry, origin: string): string {
  const { rule, severity, message, article, claims, span } = finding
  const id = nameUuid(JSON.stringify([article.id, rule, span?.start ?? null, span?.end ?? null, claims]))
  const href = `${origin}${articleAddress(article.id, claims.length === 1 ? claims[0] : undefined)}`
  const place = span === null ? '' : ` (line ${span.startLine}, column ${span.startColumn})`
  const label = article.title ?? labelOfUri(article.uri)
  return `  <entry>
    <title>${escapeXml(`${label}: ${rule}`)}</title>
    <id>urn:uuid:${id}</id>
    <updated>${analysed}</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(href)}"/>
    <category term="${escapeXml(rule)}" scheme="${escapeXml(`${origin}/feed.atom#rule`)}"/>
    <category term="${severity}" scheme="${escapeXml(`${origin}/feed.atom#severity`)}"/>
    <content type="text">${escapeXml(`${severity}: ${message}${place}`)}</content>
  </entry>
`
}
