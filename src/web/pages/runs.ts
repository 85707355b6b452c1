import { HearsayError } from '../../domain/errors.ts'
import { findDeadLettersFrom, findSkippedFrom } from '../../store/queries/runs/failures.ts'
import { findRuns, type Run } from '../../store/queries/runs.ts'
import { type Html, html } from '../page/html.ts'
import { renderPage } from '../page/layout.ts'
import { readOffset, renderOffsetPager } from '../page/offset.ts'
import { describeOptions } from '../page/run-options.ts'
import { count, instant, number } from '../page/words.ts'
import type { Site } from '../site.ts'

const RUNS_SHOWN = 100
const PAGE_SIZE = 50
const COUNTS = ['inputs', 'done', 'unchanged', 'skipped', 'dead', 'claims'] as const

/** What a count is called for people. */
function nameOf(count: (typeof COUNTS)[number]): string {
  return count === 'dead' ? 'failed' : count
}

/** Every run with its accounting, and all that failed and has not been done since. */
export async function showRuns(site: Site, search: URLSearchParams): Promise<Html> {
  const offset = readOffset(search)
  const runs = await findRuns(site.database, RUNS_SHOWN)
  const dead = await findDeadLettersFrom(site.database, { offset, limit: PAGE_SIZE })
  return renderPage(site, {
    title: 'Runs',
    place: '/runs',
    body: html`<h1>Runs</h1>
      <p class="lead">Each time that articles were read is a run, and every input of it is accounted for: inputs = done + unchanged (known already) + skipped (no article for Hearsay) + failed.</p>
      ${runs.length === 0 ? html`<p class="empty">There was no run yet; <code>hearsay run PATH</code> makes one.</p>` : renderRuns(runs)}
      ${runs.length === RUNS_SHOWN ? html`<p class="facet-more">The last ${RUNS_SHOWN}; older ones are in the table <code>run</code>.</p>` : ''}
      <h2>Failed inputs</h2>
      ${renderDeadLetters(dead)}
      ${renderOffsetPager({ path: '/runs', offset, size: PAGE_SIZE, shown: dead.rows.length, total: dead.total }, 'failed inputs')}`,
  })
}

/** One run: accounting, versions, options, what failed and what was passed over. */
export async function showRun(site: Site, id: string, search: URLSearchParams): Promise<Html> {
  const run = (await findRuns(site.database)).find(run => String(run.id) === id)
  if (run === undefined) throw new HearsayError(`There is no run ${id}; /runs lists them.`, 'run-not-found')
  const [offset, from] = [readOffset(search, 'skipped'), readOffset(search, 'dead')]
  const dead = await findDeadLettersFrom(site.database, { runId: run.id, offset: from, limit: PAGE_SIZE })
  const skipped = await findSkippedFrom(site.database, { runId: run.id, offset, limit: PAGE_SIZE })
  const { hearsay, node, libraries, stages, options } = run.configuration
  const path = `/runs/${run.id}`
  return renderPage(site, {
    title: `Run ${run.id}`,
    place: '/runs',
    body: html`<h1>Run ${run.id} ${statusLabel(run)}</h1>
      <p class="meta">${instant(run.startedAt)}${run.endedAt === null ? '' : html` · took ${lengthOf(run.startedAt, run.endedAt)}`}${run.note === null ? '' : html` · ${run.note}`}</p>
      ${renderAccounting(run)}
      <div class="columns run">
        <section><h2>Versions</h2><dl class="facts">
          <div><dt>Hearsay</dt><dd>${hearsay}</dd></div><div><dt>Node</dt><dd>${node}</dd></div>
          ${Object.entries(libraries).map(([name, version]) => html`<div><dt>${name}</dt><dd>${version}</dd></div>`)}</dl></section>
        <section><h2>Steps of the analysis</h2><dl class="facts">${stages.map(({ name, version }) => html`<div><dt>${name}</dt><dd>${version}</dd></div>`)}</dl></section>
        <section><h2>Options</h2><dl class="facts">${describeOptions(options).map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
      </div>
      <h2>Failed inputs</h2>${renderDeadLetters(dead)}
      ${renderOffsetPager({ path, name: 'dead', offset: from, size: PAGE_SIZE, shown: dead.rows.length, total: dead.total }, 'failed inputs')}
      <h2>Skipped</h2>
      ${
        skipped.total === 0
          ? html`<p class="empty">Nothing was passed over.</p>`
          : html`<ul class="articles">${skipped.rows.map(row => html`<li>${row.uri} <span class="meta">${row.reason ?? ''}</span>${row.form === null ? '' : renderEntries(row)}</li>`)}</ul>`
      }
      ${renderOffsetPager({ path, name: 'skipped', offset, size: PAGE_SIZE, shown: skipped.rows.length, total: skipped.total }, 'skipped inputs')}`,
  })
}

/** Of one run only the counts: when it began and how it ended stand above. */
function renderAccounting({ counts }: Run): Html {
  return html`<dl class="accounting">${COUNTS.map(name => html`<div><dt>${nameOf(name)}</dt><dd>${number(counts[name])}</dd></div>`)}</dl>
    <p class="meta">inputs = done + unchanged + skipped + failed</p>`
}

/** `58 s`, `2 min 5 s`, `3 h 12 min`. */
function lengthOf(start: string, end: string): string {
  const seconds = Math.max(0, (Date.parse(end) - Date.parse(start)) / 1000)
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${number(Math.floor(whole / 3_600))} h ${Math.floor((whole % 3_600) / 60)} min`
}

function renderRuns(runs: readonly Run[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Runs"><table>
    <thead><tr><th scope="col">Run</th><th scope="col">Status</th><th scope="col">Started</th>${COUNTS.map(
      name => html`<th scope="col" class="number">${nameOf(name)[0]?.toUpperCase()}${nameOf(name).slice(1)}</th>`,
    )}<th scope="col">Hearsay</th></tr></thead>
    <tbody>${runs.map(
      run =>
        html`<tr><th scope="row"><a href="/runs/${run.id}">${run.id}</a></th><td>${statusLabel(run)}</td><td>${instant(run.startedAt)}</td>${COUNTS.map(
          name => html`<td class="number">${number(run.counts[name])}</td>`,
        )}<td>${run.configuration.hearsay}</td></tr>`,
    )}</tbody></table></div>`
}

function statusLabel({ status }: Run): Html {
  const mood = status === 'finished' ? ' good' : status === 'failed' ? ' bad' : ''
  return html`<span class="label${mood}">${status}</span>`
}

/** How many entries of a file a row stands for, and where the first of them lie. */
function renderEntries({ times, places }: { readonly times: number; readonly places: string | null }): Html {
  const [first, ...others] = JSON.parse(places ?? '[]') as string[]
  if (times === 1 || first === undefined) return html``
  const listed = [first, ...others].join(', ')
  const more = times > others.length + 1 ? ' …' : ''
  return html` <span class="meta">${number(times)} entries: ${listed}${more}</span>`
}

function renderDeadLetters({ rows, total, inputs }: Awaited<ReturnType<typeof findDeadLettersFrom>>): Html {
  if (total === 0) return html`<p class="empty">Nothing failed.</p>`
  return html`<p class="meta">${count(inputs, 'input')} that failed, the last first.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Failed inputs"><table>
    <thead><tr><th scope="col">Input</th><th scope="col">Kind</th><th scope="col">Failed in step</th><th scope="col">Error</th><th scope="col" class="number">Attempts</th><th scope="col">Run</th></tr></thead>
    <tbody>${rows.map(
      ({ uri, article_id, kind, stage, version, error, attempts, run_id, times, places }) => html`<tr>
        <th scope="row">${uri}${renderEntries({ times, places })}${article_id === null ? '' : html`<span class="meta"><code>${article_id.slice(0, 12)}</code></span>`}</th>
        <td><span class="label bad">${kind}</span></td><td>${stage} ${version}</td><td class="error">${error}</td>
        <td class="number">${number(attempts)}</td><td><a href="/runs/${run_id}">${run_id}</a></td></tr>`,
    )}</tbody></table></div>`
}
