import { explainClaims } from '../../audit/explain.ts'
import { CodePointText } from '../../domain/code-point-text.ts'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { CandidateRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { findClaimsOfArticle } from '../../store/queries/corrected-claims.ts'
import { readCorrectedRecord } from '../../store/queries/corrected-record.ts'
import { resolveArticle } from '../../store/queries/resolve-article.ts'
import { address } from '../page/address.ts'
import { renderHead } from '../page/article-head.ts'
import { cutIntoParts, partAt } from '../page/article-parts.ts'
import { renderCard } from '../page/claim-card.ts'
import { type Html, html } from '../page/html.ts'
import { languageOf } from '../page/language.ts'
import { renderPage } from '../page/layout.ts'
import { markText } from '../page/mark-text.ts'
import { readShownPlaces, renderPlaces } from '../page/told-places.ts'
import { count, title } from '../page/words.ts'
import { readFlag } from '../parameters.ts'
import type { Site } from '../site.ts'

/** An article with every claim marked in its text and a card for each. */
export async function showArticle(site: Site, reference: string, search: URLSearchParams): Promise<Html> {
  const articleId = await resolveArticle(site.database, reference)
  const record = await readCorrectedRecord(site.database, articleId)
  const { article } = record
  const chosen = search.get('claim')
  const parts = cutIntoParts(article.text)
  const number = choosePart(
    search,
    parts.length,
    offset => partAt(parts, offset),
    record.claims.find(({ id }) => id === chosen)?.context,
  )
  const part = parts[number] ?? { start: 0, end: 0, paragraphs: [] }
  const isHere = (span: Span) => partAt(parts, span.start) === number
  const numbered = record.claims.map((claim, index) => ({ number: index + 1, claim }))
  const here = numbered.filter(({ claim }) => isHere(claim.context))
  const isRejectedShown = readFlag(search, 'rejected')
  const rejected = record.candidates.filter(isHere)
  const rows = new Map((await findClaimsOfArticle(site.database, articleId)).map(row => [row.id, row]))
  const explanations = new Map(
    (
      await explainClaims(
        site.database,
        record,
        here.map(({ claim }) => claim.id),
      )
    ).map(one => [one.claim.id, one]),
  )
  const text = new CodePointText(article.text)
  const isHeaded = article.title !== null && isSame(article.title, text.slice(part.paragraphs[0] ?? part))
  const keep = { ...(isRejectedShown ? { rejected: '1' } : {}), ...(chosen === null ? {} : { claim: chosen }) }
  const partAddress = (index: number) => address(`/articles/${articleId}`, { ...keep, part: index + 1 })
  return renderPage(site, {
    title: title(article),
    place: '/claims',
    body: html`<article class="article">
      <header>
        ${renderHead(article, isHeaded ? '' : html`<h1>${title(article)}</h1>`, count(record.claims.length, 'claim'))}
        ${article.warnings.length === 0 ? '' : html`<ul class="warnings">${article.warnings.map(warning => html`<li>${warning}</li>`)}</ul>`}
        ${
          chosen === null || record.claims.some(({ id }) => id === chosen)
            ? ''
            : html`<p class="warnings" role="status">The article has no claim “${chosen}”, or has it no more.</p>`
        }
        <p class="legend"><span class="legend-name">Marked:</span> <span class="mark source">source</span> <span class="mark cue">cue</span>
          <span class="mark content">content</span> <span class="mark addressee">addressee</span>${isRejectedShown ? html` <span class="mark rejected">rejected candidate</span>` : ''}
          <a class="toggle" href="${address(`/articles/${articleId}`, { ...(isRejectedShown ? {} : { rejected: '1' }), part: number + 1 })}">${
            isRejectedShown ? 'Hide rejected candidates' : `Show ${count(rejected.length, 'rejected candidate')}`
          }</a></p>
        ${parts.length < 2 ? '' : renderParts(parts.length, number, partAddress)}
      </header>
      <div class="with-cards">
        <section class="text" aria-label="Text" lang="${languageOf(article.language)}" dir="auto">${markText(
          text,
          part.paragraphs,
          {
            claims: here,
            rejected: isRejectedShown ? rejected : [],
            chosen,
            isHeaded,
          },
        )}</section>
        <section class="cards" aria-label="Claims">
          <h2 class="visually-hidden">Claims</h2>
          ${here.length === 0 ? html`<p class="empty">No claims ${parts.length > 1 ? 'in this part' : 'were found'}.</p>` : ''}
          <ol>${here.map(({ number, claim }) => {
            const [row, explanation] = [rows.get(claim.id), explanations.get(claim.id)]
            // Both are missing only when the article was written anew between two of these queries.
            return row === undefined || explanation === undefined
              ? ''
              : renderCard(number, row, explanation, claim.id === chosen)
          })}</ol>
          ${isRejectedShown ? renderRejected(rejected) : ''}
        </section>
      </div>
      ${parts.length < 2 ? '' : renderParts(parts.length, number, partAddress)}
      ${number > 0 ? '' : renderPlaces(await readShownPlaces(site.database, articleId))}
    </article>`,
  })
}

/** A text that begins with its title has it once on the page, with what is marked in it. */
function isSame(title: string, paragraph: string): boolean {
  const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim()
  return squeeze(title) === squeeze(paragraph)
}

function choosePart(
  search: URLSearchParams,
  parts: number,
  partOf: (offset: number) => number,
  chosen: Span | undefined,
): number {
  const asked = search.get('part')
  if (asked === null) return chosen === undefined ? 0 : partOf(chosen.start)
  const part = Number(asked)
  if (!Number.isInteger(part) || part < 1 || part > Math.max(1, parts))
    throw new HearsayError(`The article has ${count(parts, 'part')}; there is no part "${asked}".`, EXIT.usage)
  return part - 1
}

function renderParts(parts: number, current: number, addressOf: (part: number) => string): Html {
  const shown = Array.from({ length: parts }, (_, part) => part).filter(
    part => part === 0 || part === parts - 1 || Math.abs(part - current) < 4,
  )
  return html`<nav class="pager" aria-label="Parts of the article"><span>Part</span>${shown.map(part =>
    part === current
      ? html`<strong aria-current="page">${part + 1}</strong>`
      : html`<a href="${addressOf(part)}">${part + 1}</a>`,
  )}<span>of ${parts}</span></nav>`
}

function renderRejected(rejected: readonly CandidateRecord[]): Html {
  return html`<h2>Rejected candidates</h2><ol class="rejected">${rejected.map(
    ({ text, start, end, stage, rule, reason }, index) =>
      html`<li id="rejected-${index + 1}" tabindex="-1">“${text}” <span class="offsets">${start}–${end}</span> ${reason} <span class="rule"><code>${rule}</code> ${stage}</span></li>`,
  )}</ol>`
}
