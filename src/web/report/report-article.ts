import type { Article } from '../../domain/article.ts'
import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import type { Proof } from '../../seal/proof.ts'
import type { Links } from '../page/address.ts'
import { renderHead } from '../page/article/article-head.ts'
import { cutIntoParts } from '../page/article/article-parts.ts'
import { markText, type NumberedClaim } from '../page/article/mark-text.ts'
import { renderPlaces } from '../page/article/told-places.ts'
import { renderCardWith } from '../page/claim/claim-card.ts'
import { renderClaimSections, renderOrigin, renderRuns } from '../page/claim/explanation.ts'
import { type Html, html } from '../page/html.ts'
import { languageOf } from '../page/language.ts'
import { count, title } from '../page/words.ts'
import { renderProof } from './carried-proof.ts'
import type { ReportedArticle } from './read-report-article.ts'

export interface ShownArticle {
  /** Whether all of its text is shown, not only the paragraphs of the chosen claims. */
  readonly isWhole: boolean
  /** Whether it is the only one, and the report bears its title. */
  readonly isAlone: boolean
  readonly proof?: Proof | null
}

/** An article of a report: its text, or of it what holds the claims, a card a claim, and where it comes from. */
export function renderReportArticle(
  { record, claims, origin, places }: ReportedArticle,
  links: Links,
  { isWhole, isAlone, proof = null }: ShownArticle,
): Html {
  const { article } = record
  return html`<article class="article-report" id="article-${article.id}">
  <header>
    ${renderHead(
      article,
      html`<h2>${isAlone ? 'Text and claims' : title(article)}</h2>`,
      claims.length === record.claims.length
        ? count(claims.length, 'claim')
        : `${claims.length} of ${count(record.claims.length, 'claim')}`,
    )}
    ${article.warnings.length === 0 ? '' : html`<ul class="warnings">${article.warnings.map(warning => html`<li>${warning}</li>`)}</ul>`}
  </header>
  <div class="with-cards">
    ${renderReportText(article, claims, isWhole)}
    <div class="cards">
      ${claims.length === 0 ? html`<p class="empty">No claims were found.</p>` : ''}
      <ol>${claims.map(({ number, row, explanation }) =>
        renderCardWith(number, row, {
          permalink: renderPermalink(row.id),
          details: renderClaimSections(explanation, 4, links),
          isChosen: false,
        }),
      )}</ol>
    </div>
  </div>
  <section class="origin">
    <h3>Where it comes from</h3>
    ${renderOrigin(origin, links)}
    ${renderPlaces(places)}
    <h3>Made by</h3>
    ${renderRuns(origin, links)}
    ${proof === null ? '' : renderProof(proof)}
  </section>
</article>
`
}

export function renderPermalink(claimId: string): Html {
  return html`<a class="permalink" href="#claim-${claimId}">Claim <code>${claimId.slice(0, 8)}</code></a>`
}

/** The text with the chosen claims marked: all of it, or the paragraphs that hold them. */
export function renderReportText(
  article: Pick<Article, 'text' | 'language'>,
  claims: readonly NumberedClaim[],
  isWhole: boolean,
): Html {
  return html`<div class="text" lang="${languageOf(article.language)}" dir="auto">${renderParagraphs(article.text, claims, isWhole)}</div>`
}

function renderParagraphs(words: string, claims: readonly NumberedClaim[], isWhole: boolean): Html {
  const text = new CodePointText(words)
  const [whole] = cutIntoParts(words, Number.MAX_SAFE_INTEGER)
  const paragraphs = whole?.paragraphs ?? []
  const mark = (shown: readonly Span[]) => markText(text, shown, { claims, rejected: [], chosen: null })
  if (isWhole) return mark(paragraphs)
  const spans = claims.flatMap(({ claim }) => [claim.context, ...claim.spans])
  const holdsClaim = (paragraph: Span) => spans.some(span => span.start < paragraph.end && paragraph.start < span.end)
  return html`${groupRuns(paragraphs, holdsClaim).map(({ isWanted, items }) =>
    isWanted
      ? mark(items)
      : html`<p class="gap">[${count(items.length, 'paragraph')} without a chosen claim left out]</p>`,
  )}`
}

interface Run<Item> {
  readonly isWanted: boolean
  readonly items: Item[]
}

/** Neighbours that are wanted, or are not, together. */
function groupRuns<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): Run<Item>[] {
  const runs: Run<Item>[] = []
  for (const item of items) {
    const wanted = isWanted(item)
    const last = runs.at(-1)
    if (last?.isWanted === wanted) last.items.push(item)
    else runs.push({ isWanted: wanted, items: [item] })
  }
  return runs
}
