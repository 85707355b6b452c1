import { HearsayError } from '../../../domain/errors.ts'
import { findClaimsByRowid } from '../../../store/queries/claims/claims-by-rowid.ts'
import { findVoiceCorrections } from '../../../store/queries/corrections/voice-corrections.ts'
import { findEntityId } from '../../../store/queries/references/rowids.ts'
import {
  findEvidenceOfVoices,
  findVoicesByRowid,
  type ListedVoice,
  type ShownEvidence,
} from '../../../store/queries/voices/voices-by-rowid.ts'
import type { ClaimView } from '../../../store/schema.ts'
import type { NumberColumn } from '../../../voices/columns/number-column.ts'
import { isInOlder } from '../../../voices/select-voices.ts'
import { readVersions } from '../../audit/audit-address.ts'
import { renderVersions } from '../../audit/versions-note.ts'
import { contradicts, renderEvidenceOf } from '../../audit/voices/evidence-list.ts'
import { inNewest, newestFirst, showsAllVersions, voicesOfPerson } from '../../audit/voices/people.ts'
import { renderVoiceCorrections } from '../../audit/voices/voice-corrections.ts'
import { renderVoiceForm } from '../../audit/voices/voice-form.ts'
import type { VoiceIndex } from '../../audit/voices/voice-index.ts'
import { labelsOf } from '../../audit/voices/voices-table.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { sayDid } from '../../desk/forms/did.ts'
import { address, articleAddress, sourceAddress } from '../../page/address.ts'
import { renderClaimLine } from '../../page/claim/claim-line.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { voiceLabels } from '../../page/voice-words.ts'
import { count, day, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'

const CLAIMS_SHOWN = 10
const ARTICLES_SHOWN = 50

/** All that the address of a person may hold: what a form did, which voice is to be corrected, and whether all versions count. */
export const PERSON_PARAMETERS = ['did', 'edit', 'versions'] as const

/** A person across articles: what each says of them and by which words, and what they say. */
export async function showPerson(
  site: Site,
  search: URLSearchParams,
  id: string,
  editor: string | null,
): Promise<Html> {
  const index = await site.index.get()
  const voices = await site.voices.get(index)
  const asked = await voices.find(id)
  if (asked < 0) throw new HearsayError(`No person is known as "${id}"; /people lists them.`, 'person-not-found')
  const { columns } = voices
  const isAll = showsAllVersions(columns, asked, readVersions(search) === 'all')
  const versions = isAll ? 'all' : undefined
  const everywhere = newestFirst(columns, voicesOfPerson(columns, asked))
  const own = isAll ? everywhere : inNewest(columns, everywhere)
  const rows = await findVoicesByRowid(
    site.database,
    own.slice(0, ARTICLES_SHOWN).map(voice => columns.rowid[voice] as number),
  )
  const first = rows[0]
  if (first === undefined)
    throw new HearsayError(`No person is known as "${id}"; /people lists them.`, 'person-not-found')
  const evidence = await findEvidenceOfVoices(
    site.database,
    rows.map(({ rowid }) => rowid),
  )
  const did = sayDid(search.get('did'))
  const edited = search.get('edit')
  const renderOne = async (row: ListedVoice) =>
    renderArticle(
      row,
      voices,
      evidence.get(row.rowid) ?? [],
      await renderEditing(site, id, row, rows, { edited, editor, versions }),
    )
  const articles: Html[] = []
  for (const row of rows) articles.push(await renderOne(row))
  const sum = (column: NumberColumn) => own.reduce((total, voice) => total + (column[voice] as number), 0)
  const [claims, words] = [sum(columns.claims), sum(columns.quotedWords)]
  const name = columns.name.texts[columns.name.number[asked] as number] ?? first.text
  const latest = await findClaimsByRowid(site.database, await latestClaims(voices, index, own))
  const all = address('/claims', { speaker: id, versions })
  return renderPage(site, {
    title: name,
    place: '/audit',
    body: html`<p class="kicker"><a href="/people">People</a></p><h1>${name}</h1>
      <p class="meta totals">${claims === 0 ? 'not quoted' : html`<a href="${all}">${count(claims, 'claim')}</a>, ${count(words, 'quoted word')}`}, named in ${count(own.length, 'article')}</p>
      ${did === null ? '' : html`<p class="did" role="status">${did}</p>`}
      ${renderVersionsOf(voices, everywhere, rows, { id, versions })}
      ${await renderEntity(site, first)}
      <section aria-labelledby="told"><h2 id="told">What each article says</h2>
        <p class="lead">Gender, source type and function are what the text gives, with the words that give it and where they stand. They say nothing else about the person.</p>
        <ol class="told">${articles}</ol>
        ${own.length > rows.length ? html`<p class="facet-more">and ${count(own.length - rows.length, 'older article')}</p>` : ''}
      </section>
      ${
        latest.length === 0
          ? ''
          : html`<section aria-labelledby="latest"><h2 id="latest">Latest claims</h2>
        <ol class="claims">${latest.map(claim => renderClaimLine(claim, undefined))}</ol>
        ${claims > latest.length ? html`<p><a class="button" href="${all}">All ${count(claims, 'claim')}</a></p>` : ''}</section>`
      }
      ${renderHelp(site, id, latest[0])}`,
  })
}

/** That older versions count or not, where there are any; the newest are shown by the page of a voice in one of them. */
function renderVersionsOf(
  voices: VoiceIndex,
  everywhere: readonly number[],
  rows: readonly ListedVoice[],
  { id, versions }: { readonly id: string; readonly versions: 'all' | undefined },
): Html {
  const older = everywhere.length - inNewest(voices.columns, everywhere).length
  if (older === 0) return html``
  const inOne = rows.filter(({ rowid }) => !isOlder(voices, rowid))
  const own = inOne.find(row => row.id === id) ?? inOne[0]
  const path = own === undefined ? null : `/people/${own.id}`
  return renderVersions({ path: versions === undefined ? `/people/${id}` : path, parameters: {}, versions, older })
}

function isOlder(voices: VoiceIndex, rowid: number): boolean {
  return isInOlder(voices.columns, voices.indexOf(rowid))
}

/** What to do where something is wrong. */
function renderHelp({ isEditable }: Site, id: string, claim: ClaimView | undefined): Html {
  return html`<section aria-labelledby="wrong"><h2 id="wrong">Something is wrong?</h2>
    <p class="lead">The words that each judgement rests on stand above; where the text says more than one thing, all of it does. ${
      claim === undefined
        ? ''
        : html`A claim that is not theirs is given to whoever says it, and every figure follows at once: ${
            isEditable
              ? html`<a href="${articleAddress(claim.article_id, claim.id)}">on its article’s desk</a>, or`
              : 'on the desk of a site started with --edit, or'
          } by the command line.`
    }</p>
    ${claim === undefined ? '' : html`<pre>npx hearsay correct ${claim.id.slice(0, 8)} --source "Who says it"</pre>`}
    <p class="lead">Gender, type, function, role and affiliation of one article, and who is the same person, ${isEditable ? 'are corrected beside that article, or' : 'are corrected there on a site started with --edit, or'} by the command line.</p>
    <pre>npx hearsay correct --person ${id.slice(0, 8)} --gender woman</pre>
    <p class="lead">Words for roles and bodies, names and aliases that your newsroom knows stand in its own rules: <code>npx hearsay run --rules newsroom.yaml</code>.</p></section>`
}

/** Numbers of the first few claims of these voices, the newest first. */
async function latestClaims(voices: VoiceIndex, index: ClaimIndex, own: readonly number[]): Promise<number[]> {
  const wanted = new Set(own)
  const voiceOf = await voices.voicesOf(index)
  const { claims } = index
  const latest: number[] = []
  for (let rank = 0; rank < claims.length && latest.length < CLAIMS_SHOWN; rank++)
    if (claims.rejected[rank] === 0 && wanted.has(voiceOf[rank] as number)) latest.push(claims.rowid[rank] as number)
  return latest
}

/** The way to what is said under that name, which may be more than one person's. */
async function renderEntity({ database }: Site, { entity_rowid, kind }: ListedVoice): Promise<Html> {
  if (entity_rowid === null) return html``
  const id = await findEntityId(database, entity_rowid)
  return id === null
    ? html``
    : html`<p class="meta">${kind === 'person' ? 'Everybody of this name' : 'All of this name'}, as a <a href="${sourceAddress(id)}">source</a></p>`
}

interface Editing {
  /** Id of the voice that is to be corrected. */
  readonly edited: string | null
  readonly editor: string | null
  readonly versions: 'all' | undefined
}

/** What people said of the voice and, where somebody may say more, the way to the form or the form itself. */
async function renderEditing(
  { database, isEditable }: Site,
  id: string,
  row: ListedVoice,
  rows: readonly ListedVoice[],
  { edited, editor, versions }: Editing,
): Promise<Html> {
  const isEdited = isEditable && edited === row.id
  const corrections = row.said === null && !isEdited ? [] : await findVoiceCorrections(database, row.id)
  const others = rows.filter(other => other !== row)
  const options = { others, seen: corrections.length, isCorrected: row.said !== null, editor }
  return html`${renderVoiceCorrections(corrections)}${
    isEdited
      ? renderVoiceForm(row, options)
      : isEditable
        ? html`<p><a class="button" href="${address(`/people/${id}`, { edit: row.id, versions }, `voice-${row.id}`)}">Correct…</a></p>`
        : ''
  }`
}

function renderArticle(row: ListedVoice, voices: VoiceIndex, evidence: readonly ShownEvidence[], editing: Html): Html {
  const { columns } = voices
  const index = voices.indexOf(row.rowid)
  const labels = labelsOf(columns, index)
  const claims = columns.claims[index] as number
  const { said, judged } = row
  return html`<li class="told-article" id="voice-${row.id}">
    <h3><a href="${articleAddress(row.article_id)}">${title(row)}</a></h3>
    <p class="meta">${row.publisher === null ? '' : html`${row.publisher} · `}${row.published_utc === null ? '' : html`${day(row.published_utc)} · `}${isOlder(voices, row.rowid) ? 'older version · ' : ''}${
      claims === 0 ? 'not quoted' : html`<a href="${address('/claims', { one: row.id })}">${count(claims, 'claim')}</a>`
    } · named ${count(row.mentions, 'time')}</p>
    <p>${voiceLabels(labels)}</p>
    <dl class="facts">
      ${fact('first named as', html`${row.text} <span class="offsets">${row.start}–${row.end}</span>`)}
      ${factInWords('role', row)}
      ${factInWords('affiliation', row)}
      ${fact(
        'gender',
        html`${toldLabel(labels.gender)}${corrected(said?.gender, judged.gender)}${
          contradicts(evidence, 'gender') ? html` <span class="label bad">the text says more than one thing</span>` : ''
        }${renderEvidenceOf(evidence, 'gender')}`,
      )}
      ${fact('source type', html`${toldLabel(labels.type)}${corrected(said?.source_type, judged.source_type)}${renderEvidenceOf(evidence, 'type')}`)}
      ${fact('function', html`${toldLabel(labels.function)}${corrected(said?.function, judged.function)}${renderEvidenceOf(evidence, 'function')}`)}
    </dl>
    ${editing}
  </li>`
}

function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

/** What is told in words, with where it stands; what somebody says stands nowhere. */
function factInWords(name: 'role' | 'affiliation', { said, judged, ...row }: ListedVoice): Html {
  const value = row[name]
  if (said?.[name] != null)
    return fact(name, html`${value ?? toldLabel('unknown')}${corrected(said[name], judged[name])}`)
  return value === null ? html`` : fact(name, placed(value, row[`${name}_start`], row[`${name}_end`]))
}

/** Whether somebody says so, and what was judged. */
function corrected(said: string | null | undefined, judged: string | null): Html {
  return said == null
    ? html``
    : html` <span class="label plain">corrected</span> <span class="meta">judged: ${judged === null || judged === 'unknown' ? 'not told' : judged}</span>`
}

function placed(value: string, start: number | null, end: number | null): Html {
  return html`${value} <span class="offsets">${start === null ? 'inferred' : html`${start}–${end}`}</span>`
}

function toldLabel(label: string): Html {
  return label === 'unknown' ? html`<span class="none">not told</span>` : html`${label}`
}
