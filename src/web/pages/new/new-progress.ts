import { articlesOf, type KeptArticle, type Progress, type Submission } from '../../../intake/submission.ts'
import { articleAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count, number, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'

/** How far something is that is being kept; the page becomes the article's when it is. */
export function renderKeeping(
  site: Site,
  submission: Submission,
  progress: Extract<Progress, { stage: 'waiting' | 'analysing' }>,
): Html {
  const articles = articlesOf(submission)
  const [only] = articles
  const what = articles.length === 1 && only !== undefined ? title(only.article) : count(articles.length, 'article')
  return renderPage(site, {
    title: 'Being kept',
    place: '/new',
    scripts: ['new.js'],
    isPassing: true,
    body: html`<div class="passing" data-passing>
      <p class="kicker">New article: being kept</p>
      <h1>${what}</h1>
      ${
        progress.stage === 'waiting'
          ? html`<p role="status">${
              progress.why === null
                ? 'It waits for others that were given here before.'
                : html`It waits, and is kept as soon as it can be. ${progress.why}`
            }</p><progress aria-label="Waiting"></progress>`
          : html`<p role="status">${
              progress.of === 1
                ? 'Claims are being looked for.'
                : `${number(progress.done)} of ${count(progress.of, 'article')} are done.`
            }</p>${
              progress.of === 1
                ? html`<progress aria-label="Analysis"></progress>`
                : html`<progress aria-label="Analysis" max="${progress.of}" value="${progress.done}"></progress>`
            }`
      }
      <p class="meta">This page may be left: it goes on, and the article comes into the list. Nothing of an article is stored before all of it is.</p>
    </div>`,
  })
}

/** What became of articles that were given together, or of one that was not stored. */
export function renderKept(site: Site, { articles, runId }: Extract<Progress, { stage: 'kept' }>): Html {
  const stored = articles.filter(({ fate }) => fate === 'stored').length
  return renderPage(site, {
    title: 'Kept',
    place: '/new',
    body: html`<h1>${stored === articles.length ? `${count(stored, 'article')} kept` : `${number(stored)} of ${count(articles.length, 'article')} kept`}</h1>
      ${runId === null ? '' : html`<p class="meta">By <a href="/runs/${runId}">run ${runId}</a></p>`}
      <ul class="articles kept">${articles.map(renderOne)}</ul>
      <p class="buttons"><a class="button" href="/new">Another one</a> <a class="button" href="/articles">All articles</a></p>`,
  })
}

function renderOne({ articleId, title, fate, error }: KeptArticle): Html {
  if (fate === 'stored') return html`<li><a href="${articleAddress(articleId)}">${title}</a></li>`
  if (fate === 'lost')
    return html`<li>${title} <span class="label bad">not kept</span> <span class="meta">It was interrupted, and nothing of it is stored: give it again.</span></li>`
  return html`<li>${title} <span class="label bad">failed</span> <span class="meta">${error ?? ''} It stands among the <a href="/runs">failed inputs</a>; <code>hearsay retry</code> tries it again.</span></li>`
}
