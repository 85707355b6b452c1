import { HearsayError } from '../../../domain/errors.ts'
import { GENDERS, SOURCE_TYPES } from '../../../domain/voice-labels.ts'
import { findVoiceIds } from '../../../store/queries/voices/voices-by-rowid.ts'
import { countOlderVersions } from '../../../voices/select-voices.ts'
import { readVersions } from '../../audit/audit-address.ts'
import { renderVersions } from '../../audit/versions-note.ts'
import { choosePeople, type Person } from '../../audit/voices/people.ts'
import { address } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { readOffset, renderOffsetPager } from '../../page/offset.ts'
import { number } from '../../page/words.ts'
import { readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

const PAGE_SIZE = 50

/** All that the address of the list of people may hold. */
export const PEOPLE_PARAMETERS = ['q', 'gender', 'type', 'versions', 'from'] as const

/** Everybody whom articles name, quoted or not, across articles: those who say most first. */
export async function showPeople(site: Site, search: URLSearchParams): Promise<Html> {
  const words = readOnly(search, 'q')
  const gender = requireOne(search, 'gender', GENDERS)
  const type = requireOne(search, 'type', SOURCE_TYPES)
  const versions = readVersions(search)
  const offset = readOffset(search)
  const { columns } = await site.voices.get(await site.index.get())
  const people = choosePeople(columns, { q: words, gender, type, versions })
  const parameters = { q: words, gender, type }
  const shown = people.slice(offset, offset + PAGE_SIZE)
  const ids = await findVoiceIds(
    site.database,
    shown.map(({ voice }) => columns.rowid[voice] as number),
  )
  const idOf = ({ voice }: Person) => ids.get(columns.rowid[voice] as number)
  return renderPage(site, {
    title: 'People',
    place: '/audit',
    body: html`<p class="kicker"><a href="/audit">Audit</a></p>
      <h1>${number(people.length)} ${people.length === 1 ? 'person' : 'people'}${words === undefined ? '' : html` with <q>${words}</q>`}</h1>
      <p class="lead">Everybody whom articles name, quoted or not. People of several articles are taken for one where first and last name agree and nothing that is told of them contradicts it; who could be either of two stays by themselves.</p>
      ${renderVersions({ path: '/people', parameters, versions, older: countOlderVersions(columns.articles, {}) })}
      ${renderSearch(words, gender, type, versions)}
      ${shown.length === 0 ? html`<p class="empty">Nobody fits these filters. Take one away.</p>` : renderTable(shown, idOf, versions)}
      ${renderOffsetPager({ path: '/people', parameters: { ...parameters, versions }, offset, size: PAGE_SIZE, shown: shown.length, total: people.length }, 'people')}`,
  })
}

function renderSearch(
  words: string | undefined,
  gender: string | undefined,
  type: string | undefined,
  versions: 'all' | undefined,
): Html {
  const options = (known: readonly string[], chosen: string | undefined) =>
    html`<option value="">any</option>${known.map(one => html`<option value="${one}"${one === chosen ? html` selected` : ''}>${one}</option>`)}`
  return html`<form class="search" action="/people" role="search" aria-label="People">
    <div class="field wide"><label for="q">Words of the name</label><input id="q" type="search" name="q" value="${words ?? ''}"></div>
    <div class="field"><label for="gender">Gender</label><select id="gender" name="gender">${options(GENDERS, gender)}</select></div>
    <div class="field"><label for="type">Source type</label><select id="type" name="type">${options(SOURCE_TYPES, type)}</select></div>
    ${versions === undefined ? '' : html`<input type="hidden" name="versions" value="${versions}">`}
    <button type="submit">Search</button>
  </form>`
}

function renderTable(
  people: readonly Person[],
  idOf: (person: Person) => string | undefined,
  versions: 'all' | undefined,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="People"><table>
    <thead><tr><th scope="col">Name</th><th scope="col">Gender</th><th scope="col">Source type</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Quoted words</th></tr></thead>
    <tbody>${people.map(person => {
      const id = idOf(person)
      const { name, genders, types, articles, claims, quotedWords } = person
      return html`<tr><th scope="row">${id === undefined ? name : html`<a href="${address(`/people/${id}`, { versions })}">${name}</a>`}</th>
        <td>${renderLabels(genders)}</td><td>${renderLabels(types)}</td><td class="number">${number(articles)}</td>
        <td class="number">${claims === 0 || id === undefined ? number(claims) : html`<a href="${address('/claims', { speaker: id, versions })}">${number(claims)}</a>`}</td><td class="number">${number(quotedWords)}</td></tr>`
    })}</tbody></table></div>`
}

function renderLabels(labels: readonly string[]): Html {
  return html`${labels.map(label =>
    label === 'unknown' ? html`<span class="none">not told</span>` : html`<span class="label">${label}</span> `,
  )}`
}

function requireOne<Label extends string>(
  search: URLSearchParams,
  name: string,
  known: readonly Label[],
): Label | undefined {
  const asked = readOnly(search, name)
  const label = known.find(one => one === asked)
  if (asked !== undefined && label === undefined)
    throw new HearsayError(`"${asked}" is no ${name}; choose from ${known.join(', ')}.`, 'value-unknown')
  return label
}
