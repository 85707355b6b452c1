import type { ArticleColumns, TextColumn } from '../../voices/columns/voice-columns.ts'
import { type Html, html } from '../page/html.ts'
import { isDay } from '../period.ts'
import { ARTICLE_FIELDS, type ArticleField, type AuditRequest } from './audit-address.ts'

/** Values that are offered; others can be written. */
const OFFERED = 200

const FIELD_WORDS: Readonly<Record<ArticleField, string>> = { outlet: 'Outlet', section: 'Section', byline: 'Byline' }

/** The form that says which articles an audit is of. */
export function renderAuditForm(path: string, request: AuditRequest, articles: ArticleColumns): Html {
  return html`<form class="search" action="${path}" role="search" aria-label="Articles of the audit">
    ${renderArticleFields(request, articles, '')}
    <button type="submit">Show</button>
  </form>`
}

/** Its fields, with a prefix before each name where a form says it twice. */
export function renderArticleFields(request: AuditRequest, articles: ArticleColumns, prefix: string): Html {
  return html`${ARTICLE_FIELDS.map(field => {
    const offered = mostFrequent(articles[field])
    const id = `${prefix}${field}`
    // A field in which nothing stands anywhere would ask for what is not there.
    return offered.length === 0 && request[field] === undefined
      ? ''
      : html`<div class="field wide"><label for="${id}">${FIELD_WORDS[field]}</label>
      <input id="${id}" name="${id}" value="${request[field] ?? ''}" list="${id}-list" placeholder="any" autocomplete="off"><datalist id="${id}-list">${offered.map(text => html`<option value="${text}"></option>`)}</datalist></div>`
  })}
    ${request.versions === undefined ? '' : html`<input type="hidden" name="${prefix}versions" value="${request.versions}">`}
    ${renderMonth('From month', 'since', request.since, prefix)}${renderMonth('To month', 'until', request.until, prefix)}`
}

/** A month, as an audit is asked for; the field of a day that an address brought keeps it. */
function renderMonth(label: string, name: string, value: string | undefined, prefix: string): Html {
  const id = `${prefix}${name}`
  return html`<div class="field"><label for="${id}">${label}</label>
    ${
      value !== undefined && isDay(value)
        ? html`<input id="${id}" type="date" name="${id}" value="${value}">`
        : html`<input id="${id}" type="month" name="${id}" value="${value ?? ''}" placeholder="2026-05" pattern="[0-9]{4}-[0-9]{2}" title="a month, as 2026-05">`
    }</div>`
}

const known = new WeakMap<TextColumn, readonly string[]>()

/** The texts that most articles have, in order; found once for each state of the columns. */
function mostFrequent(column: TextColumn): readonly string[] {
  const found = known.get(column)
  if (found !== undefined) return found
  const counts = new Uint32Array(column.texts.length)
  for (const number of column.number) counts[number] = (counts[number] as number) + 1
  const texts = [...column.texts.entries()]
    .flatMap(([number, text]) => (text === null ? [] : [{ text, articles: counts[number] as number }]))
    .sort((a, b) => b.articles - a.articles)
    .slice(0, OFFERED)
    .map(({ text }) => text)
    .sort()
  known.set(column, texts)
  return texts
}
