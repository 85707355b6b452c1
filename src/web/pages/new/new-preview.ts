import type { LeftOutPassage } from '../../../domain/articles/left-out.ts'
import { METADATA_NAMES } from '../../../domain/articles/metadata-names.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { type ArticleOutcome, articlesOf, type Submission } from '../../../intake/submission.ts'
import { findStoredArticles } from '../../../store/queries/articles/stored-articles.ts'
import { articleAddress } from '../../page/address.ts'
import { renderField } from '../../page/article/told-places.ts'
import { type Html, html } from '../../page/html.ts'
import { languageOf } from '../../page/language.ts'
import { renderPage } from '../../page/layout.ts'
import { count, number, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'

/** Code points of a text that are shown of it; who wants to see more has the original. */
const MOST_SHOWN = 40_000
/** Articles whose texts are shown. */
const MOST_OPEN = 20

/** What was read of something that was given, before any of it is kept. */
export async function renderPreview(site: Site, submission: Submission): Promise<Html> {
  const articles = articlesOf(submission)
  const known = await findStoredArticles(
    site.database,
    articles.map(({ article }) => article.id),
  )
  const [only] = articles
  const fresh = articles.filter(({ article }) => !known.has(article.id))
  const heading = articles.length === 1 && only !== undefined ? title(only.article) : headingOf(articles.length)
  const { progress } = submission
  return renderPage(site, {
    title: heading,
    place: '/new',
    scripts: ['new.js'],
    body: html`<p class="kicker">New article${fresh.length > 0 ? ': not kept yet' : known.size > 0 ? ': kept before' : ''}</p>
      <h1>${heading}</h1>
      ${progress.stage === 'read' && progress.trouble !== null ? html`<p class="refusal" role="alert">It could not be kept. ${progress.trouble}</p>` : ''}
      ${submission.cut === null ? '' : html`<p class="warnings" role="status">Not all of it is here: ${submission.cut}. <code>hearsay run FILE</code> reads the rest.</p>`}
      ${renderKnown(articles, known)}
      ${renderProblems(submission)}
      ${renderActions(submission, fresh)}
      ${
        articles.length === 1 && only !== undefined
          ? renderArticle(only)
          : articles.map((outcome, index) => renderFolded(outcome, index, known.has(outcome.article.id)))
      }`,
  })
}

function headingOf(articles: number): string {
  return articles === 0 ? 'Nothing can be kept of this' : `${count(articles, 'article')} read`
}

function renderKnown(articles: readonly ArticleOutcome[], known: ReadonlySet<string>): Html {
  const stored = articles.filter(({ article }) => known.has(article.id))
  if (stored.length === 0) return html``
  return html`<div class="known" role="status"><p>${
    articles.length === 1
      ? 'This very text is in the database already.'
      : `${number(stored.length)} of them are in the database already:`
  }</p>
    <ul class="articles">${stored.map(({ article }) => html`<li><a href="${articleAddress(article.id)}">${title(article)}</a></li>`)}</ul></div>`
}

/** What was passed over or could not be read, each with what is wrong and what to do. */
function renderProblems({ id, outcomes, choices }: Submission): Html {
  const problems = outcomes.flatMap(({ origin, ...outcome }) => {
    if (outcome.outcome === 'article') return []
    const words = outcome.outcome === 'skipped' ? outcome.reason : outcome.error
    return [{ name: nameOf(origin.location), words, isFailed: outcome.outcome === 'failed' }]
  })
  if (problems.length === 0) return html``
  const isForeign = !choices.anyLanguage && problems.some(({ words }) => words.includes('--any-language'))
  const isForRun = problems.some(({ words }) => / --(?!any-language)[a-z]/.test(words))
  return html`<section class="problems" aria-labelledby="problems"><h2 id="problems">Not read</h2>
    <ul>${problems.map(
      ({ name, words, isFailed }) =>
        html`<li><strong>${name}</strong> <span class="label${isFailed ? ' bad' : ''}">${isFailed ? 'failed' : 'passed over'}</span> ${inWords(words)}.</li>`,
    )}</ul>
    ${isForeign ? html`<form method="post" action="/new/${id}/read">${hiddenIf('whole', '1', choices.whole)}<button name="language" value="any">Read other languages too</button></form>` : ''}
    ${isForRun ? html`<p class="meta">What begins with two hyphens is an option of <code>hearsay run FILE</code>.</p>` : ''}
  </section>`
}

/** A reason as a sentence of this page, where the way on is a button. */
function inWords(words: string): string {
  const sentence = words.replace(/: --any-language reads it all the same$/, '')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

function renderActions({ id, choices, outcomes }: Submission, fresh: readonly ArticleOutcome[]): Html {
  const isCutting = outcomes.some(outcome => outcome.outcome === 'article' && (outcome.leftOut ?? []).length > 0)
  const several = fresh.length > 1
  return html`<div class="preview-actions">
    ${
      fresh.length === 0
        ? ''
        : html`<form id="keep" method="post" action="/new/${id}/keep">${several ? '' : html`<input type="hidden" name="article" value="${fresh[0]?.article.id ?? ''}">`}<button type="submit">${several ? 'Keep what is chosen' : 'Keep it'}</button></form>`
    }
    ${
      choices.whole
        ? html`<form method="post" action="/new/${id}/read">${hiddenIf('language', 'any', choices.anyLanguage)}<button>Leave out what stands around the article</button></form>`
        : isCutting
          ? html`<form method="post" action="/new/${id}/read">${hiddenIf('language', 'any', choices.anyLanguage)}<button name="whole" value="1">Keep these passages too</button></form>`
          : ''
    }
    <form method="post" action="/new/${id}/drop"><button>${fresh.length === 0 ? 'Begin anew' : 'Discard it'}</button></form>
  </div>`
}

function hiddenIf(name: string, value: string, isSet: boolean): Html {
  return isSet ? html`<input type="hidden" name="${name}" value="${value}">` : html``
}

/** One of several, to be looked into. */
function renderFolded(outcome: ArticleOutcome, index: number, isKnown: boolean): Html {
  const { article } = outcome
  return html`<section class="folded" aria-labelledby="article-${index}">
    <h2 id="article-${index}">${isKnown ? '' : html`<input type="checkbox" form="keep" name="article" value="${article.id}" checked aria-label="Keep ${title(article)}"> `}${title(article)}
      ${isKnown ? html`<span class="label">known</span>` : ''}</h2>
    <p class="meta">${[article.publisher, article.byline, article.publishedAt].filter(value => value !== null).join(' · ')}</p>
    ${index < MOST_OPEN ? html`<details><summary>What was read, and ${count(outcome.leftOut?.length ?? 0, 'passage')} left out</summary>${renderArticle(outcome)}</details>` : ''}
  </section>`
}

function renderArticle({ article, leftOut = [], origin }: ArticleOutcome): Html {
  const text = new CodePointText(article.text)
  const rest = text.length - MOST_SHOWN
  return html`<div class="with-cards preview">
    <section class="text" aria-label="Text as it would be kept" lang="${languageOf(article.language)}" dir="auto">${text.slice({ start: 0, end: Math.min(text.length, MOST_SHOWN) }).trimEnd()}${
      rest > 0 ? html`<p class="gap">… and ${count(rest, 'more character')}</p>` : ''
    }</section>
    <section class="read-of-it" aria-label="What was read">
      <h2>What was read</h2>
      <dl class="facts">${METADATA_NAMES.map(([name, field]) =>
        article[field] === null
          ? html`<div><dt>${name}</dt><dd class="none">not told</dd></div>`
          : renderField(name, article[field], article.origins[field]),
      )}
        <div><dt>length</dt><dd>${count(text.length, 'character')}</dd></div>
        <div><dt>read as</dt><dd>${origin.decodedHow ?? article.decodedAs}</dd></div></dl>
      ${article.warnings.length === 0 ? '' : html`<ul class="warnings">${article.warnings.map(warning => html`<li>${warning}</li>`)}</ul>`}
      ${renderLeftOut(leftOut)}
    </section>
  </div>`
}

function renderLeftOut(passages: readonly LeftOutPassage[]): Html {
  if (passages.length === 0) return html`<h2>Left out</h2><p class="none">Nothing: every word is kept.</p>`
  return html`<h2>Left out, ${count(passages.length, 'passage')}</h2>
    <ul class="left-out">${passages.map(
      ({ reason, text }) =>
        html`<li><span class="rule">${reason}</span> <span class="passage" dir="auto">${text}</span></li>`,
    )}</ul>`
}

/** Of a place where it was given only the name says something to whoever gave it. */
function nameOf(location: string): string {
  return location.replace(/^given:[^/]*\//, '')
}
