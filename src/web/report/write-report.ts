import { HearsayError } from '../../domain/errors.ts'
import type { Write } from '../../export/write.ts'
import { type ClaimFilter, countClaims, findClaims } from '../../store/queries/claims.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import { ProofMaker } from '../../store/queries/seals/proofs.ts'
import type { AnonymousView, ClaimView, StoreDatabase } from '../../store/schema.ts'
import type { Links } from '../page/address.ts'
import { type Html, html } from '../page/html.ts'
import { count, instant, title } from '../page/words.ts'
import { readReportArticle } from './read-report-article.ts'
import { renderReportArticle } from './report-article.ts'
import { renderReportLedger } from './report-ledger.ts'
import { closeReport, openReport } from './report-shell.ts'

/** More cards than this nobody reads and few browsers like. */
const MOST_CLAIMS = 5_000

export interface ReportOptions {
  readonly filter: ClaimFilter
  /** Whether articles are shown whole, not only the paragraphs of the chosen claims. */
  readonly isWhole: boolean
  /** What was chosen, in words; empty for everything. */
  readonly chosen: string
  /** Name of the database, without its folder. */
  readonly database: string
  readonly version: string
  /** ISO 8601. */
  readonly madeAt: string
  /** Whether each article has its proof. */
  readonly proofs?: boolean
}

export interface ReportCounts {
  readonly articles: number
  readonly claims: number
}

/**
 * Writes a report: one HTML file that needs nothing else and asks for nothing, with the chosen claims marked in their
 * articles, a card for each, the ledger of sources without a name, hashes and versions.
 *
 * @throws HearsayError (2) when the article is unknown, no claim or too many are chosen, or the date is none; (1) when an
 * article is to be proved that is under no seal yet, or no longer as it was sealed.
 */
export async function writeReport(
  database: StoreDatabase,
  options: ReportOptions,
  write: Write,
): Promise<ReportCounts> {
  const groups = await chooseClaims(database, options.filter)
  const claims = [...groups.values()].flat()
  const claimIds = new Set(claims.map(({ id }) => id))
  const ledger: AnonymousView[] = []
  const linksOf = (sources: readonly AnonymousView[]): Links => ({
    claim: id => (claimIds.has(id) ? `#claim-${id}` : null),
    source: id => (sources.some(({ source_id }) => source_id === id) ? `#source-${id}` : null),
    article: id => (groups.has(id) ? `#article-${id}` : null),
    words: () => null,
    run: () => null,
  })
  const put = async (part: Html) => await write(String(await part))
  const proofs = options.proofs === true ? await ProofMaker.open(database) : null
  let isFirst = true
  for (const [articleId, rows] of groups) {
    const article = await readReportArticle(database, articleId, rows)
    if (isFirst) await put(renderHead(options, groups, title(article.record.article)))
    isFirst = false
    const proof = proofs === null ? null : await proofs.prove(articleId)
    const shown = { isWhole: options.isWhole, isAlone: groups.size === 1, proof }
    await put(renderReportArticle(article, linksOf(article.ledger), shown))
    ledger.push(...article.ledger)
  }
  await put(html`${renderReportLedger(ledger)}
${closeReport(options.version)}`)
  return { articles: groups.size, claims: claims.length }
}

/** The chosen claims by their articles, in the order of the articles' URIs and then of the text. */
async function chooseClaims(
  database: StoreDatabase,
  filter: ClaimFilter,
): Promise<ReadonlyMap<string, readonly ClaimView[]>> {
  const all = Math.min(await countClaims(database, filter), filter.limit ?? Number.POSITIVE_INFINITY)
  if (all > MOST_CLAIMS)
    throw new HearsayError(
      `${count(all, 'claim')} are too many for one page, which holds ${MOST_CLAIMS}; choose fewer, or give --limit.`,
      'too-much-asked',
    )
  const groups = Map.groupBy(await findClaims(database, filter), ({ article_id }) => article_id)
  if (groups.size > 0) return groups
  if (filter.article === undefined)
    throw new HearsayError('No claim was chosen, so there is nothing to report; choose others.', 'nothing-chosen')
  // An article in which nothing was found is worth a report: it says so.
  return new Map([[await resolveArticle(database, filter.article), []]])
}

function renderHead(
  { chosen, database, version, madeAt }: ReportOptions,
  groups: ReadonlyMap<string, readonly ClaimView[]>,
  first: string,
): Html {
  const claims = [...groups.values()].flat()
  const heading = groups.size === 1 ? first : `${count(claims.length, 'claim')} in ${count(groups.size, 'article')}`
  return html`${openReport(heading, version)}
<header class="report-head">
  <p class="kicker">Hearsay report</p>
  <h1>${heading}</h1>
  <p class="lead">Who said what, by which words, and where exactly. This is what articles attribute to whom: not whether it was said, and not whether it is true.</p>
  <dl>
    <div><dt>Claims</dt><dd>${count(claims.length, 'claim')}${chosen === '' ? '' : html`, chosen by ${chosen}`}</dd></div>
    <div><dt>Made</dt><dd>${instant(madeAt)}, by Hearsay ${version}, from <span class="path">${database}</span></dd></div>
    <div><dt>Offsets</dt><dd>count Unicode code points of the stored text, end exclusive</dd></div>
  </dl>
  <p class="legend"><span class="legend-name">Marked:</span> <span class="mark source">source</span> <span class="mark cue">cue</span>
    <span class="mark content">content</span> <span class="mark addressee">addressee</span></p>
  ${groups.size === 1 ? '' : renderContents(groups)}
</header>
`
}

function renderContents(groups: ReadonlyMap<string, readonly ClaimView[]>): Html {
  return html`<nav aria-label="Articles"><ul class="contents">${[...groups].map(([id, rows]) => {
    const [row] = rows
    return row === undefined
      ? ''
      : html`<li><a href="#article-${id}">${title(row)}</a> <span class="meta">${count(rows.length, 'claim')}</span></li>`
  })}</ul></nav>`
}
