import { type CsvCell, toCsvRow } from '../../export/tables/csv-row.ts'
import { findSchema, type SchemaItem } from '../../store/queries/runs/schema-names.ts'
import { address } from '../page/address.ts'
import { type Html, html } from '../page/html.ts'
import { renderPage } from '../page/layout.ts'
import { count } from '../page/words.ts'
import { readOnly } from '../parameters.ts'
import type { Site } from '../site.ts'
import type { QueryAnswer, QueryRows } from '../sql/answer.ts'
import { CONSOLE_LIMITS, LONGEST_QUERY } from '../sql/limits.ts'

const EXAMPLES: readonly (readonly [string, string])[] = [
  [
    'Who says most',
    'SELECT name, count(*) AS claims\nFROM v_claim\nWHERE name IS NOT NULL\nGROUP BY name\nORDER BY claims DESC\nLIMIT 20',
  ],
  [
    'Anonymous accusations',
    "SELECT source, cue, content, title\nFROM v_claim\nWHERE naming = 'anonymous' AND act = 'accusation'\nLIMIT 50",
  ],
  [
    'Acts by naming',
    'SELECT act, naming, count(*) AS claims\nFROM v_claim\nGROUP BY act, naming\nORDER BY act, claims DESC',
  ],
]

const MOST_MEGABYTES = `${CONSOLE_LIMITS.bytes / 1_000_000} MB`

/** The console: a query, what it gave, and what can be asked. */
export async function showSql(site: Site, search: URLSearchParams): Promise<Html> {
  const obstacle = (await site.queries.findObstacle?.()) ?? null
  if (obstacle !== null)
    return renderPage(site, {
      title: 'SQL',
      place: '/sql',
      body: html`<h1>SQL</h1>
        <p class="refusal" role="alert">${obstacle}</p>`,
    })
  const query = readOnly(search, 'q') ?? ''
  const answer = query === '' ? null : await site.queries.run(query)
  const schema = await findSchema(site.database)
  return renderPage(site, {
    title: 'SQL',
    place: '/sql',
    body: html`<h1>SQL</h1>
      <p class="lead">Ask the database in the SQL of ${site.queries.language}. Nothing can be changed here; a query may take ${CONSOLE_LIMITS.milliseconds / 1000} second and gives at most ${count(CONSOLE_LIMITS.rows, 'row')}. The address of this page holds the query, so it can be sent to a colleague.</p>
      <div class="with-schema">
        <div>
          <form class="console" action="/sql">
            <label for="query">Query</label>
            <textarea id="query" name="q" rows="8" maxlength="${LONGEST_QUERY}" spellcheck="false" autocapitalize="off">
${query}</textarea>
            <p><button type="submit">Run</button> <span class="keys" hidden><kbd>Ctrl</kbd> <kbd>Enter</kbd></span></p>
          </form>
          ${answer === null ? renderExamples() : renderAnswer(query, answer)}
        </div>
        <aside class="schema" aria-label="Schema"><h2>Schema</h2>${renderSchema(schema)}</aside>
      </div>`,
  })
}

/** What a query gave, as a file. */
export interface QueryFile {
  readonly type: string
  readonly name: string
  readonly body: string
}

/** What a query gave as CSV or JSON; null in place of a file when it was refused. */
export function toQueryFile(answer: QueryRows, format: 'csv' | 'json'): QueryFile {
  if (format === 'csv') {
    const rows: readonly (readonly CsvCell[])[] = [answer.columns, ...answer.rows]
    return { type: 'text/csv; charset=utf-8', name: 'query.csv', body: rows.map(toCsvRow).join('') }
  }
  return {
    type: 'application/json; charset=utf-8',
    name: 'query.json',
    body: `${JSON.stringify({ columns: answer.columns, rows: answer.rows, cut: answer.cut })}\n`,
  }
}

function renderAnswer(query: string, answer: QueryAnswer): Html {
  if (answer.kind === 'refused') return html`<p class="refusal" role="alert">${answer.reason}</p>`
  const { columns, rows, cut, milliseconds } = answer
  if (rows.length === 0 && cut === 'bytes')
    return html`<p class="refusal" role="alert">The first row alone has more than the ${MOST_MEGABYTES} that an answer may have, so none is shown; ask for fewer columns, or for a part of the text, as in substr(text, 1, 1000).</p>`
  return html`<div class="answer-head"><p role="status">${count(rows.length, 'row')} in ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms${
    cut === null
      ? ''
      : html`; <strong>there are more, but an answer ends after ${cut === 'rows' ? count(CONSOLE_LIMITS.rows, 'row') : MOST_MEGABYTES}</strong>`
  }</p>
    <p><a href="${address('/sql.csv', { q: query })}">CSV</a> <a href="${address('/sql.json', { q: query })}">JSON</a></p></div>
    <div class="scroll" tabindex="0" role="region" aria-label="Rows"><table class="rows">
      <thead><tr>${columns.map((column, place) => html`<th scope="col"${isNumeric(rows, place) ? html` class="number"` : ''}>${column}</th>`)}</tr></thead>
      <tbody>${rows.map(
        row =>
          html`<tr>${row.map(cell =>
            cell === null
              ? html`<td class="none">NULL</td>`
              : html`<td${typeof cell === 'number' ? html` class="number"` : ''}>${shorten(String(cell))}</td>`,
          )}</tr>`,
      )}</tbody></table></div>`
}

/** A heading stands over its figures. */
function isNumeric(rows: QueryRows['rows'], place: number): boolean {
  return (
    rows.some(row => row[place] !== null) && rows.every(row => row[place] === null || typeof row[place] === 'number')
  )
}

/** Whole articles would bury the other rows; the files have all of it. */
function shorten(cell: string): string {
  return cell.length <= 600 ? cell : `${cell.slice(0, 600).toWellFormed()}… (${cell.length} characters)`
}

function renderExamples(): Html {
  return html`<h2>To begin with</h2><ul class="examples">${EXAMPLES.map(
    ([name, query]) =>
      html`<li><a href="${address('/sql', { q: query })}">${name}</a><pre tabindex="0">${query}</pre></li>`,
  )}</ul>`
}

function renderSchema(schema: readonly SchemaItem[]): Html {
  return html`${schema.map(
    ({
      name,
      type,
      columns,
    }) => html`<details${name === 'v_claim' ? html` open` : ''}><summary><code>${name}</code> <span class="meta">${type}</span></summary>
      <ul>${columns.map(column => html`<li><code>${column}</code></li>`)}</ul></details>`,
  )}`
}
