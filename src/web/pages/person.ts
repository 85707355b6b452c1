import { EXIT, HearsayError } from '../../domain/errors.ts'
import { findClaimsByRowid } from '../../store/queries/claims-by-rowid.ts'
import {
  findEvidenceOfVoices,
  findVoicesByRowid,
  type ListedVoice,
  type ShownEvidence,
} from '../../store/queries/voices-by-rowid.ts'
import type { ClaimView } from '../../store/schema.ts'
import { contradicts, renderEvidenceOf } from '../audit/evidence-list.ts'
import { newestFirst, voicesOfPerson } from '../audit/people.ts'
import type { VoiceIndex } from '../audit/voice-index.ts'
import { labelsOf } from '../audit/voices-table.ts'
import type { ClaimIndex } from '../claim-index/claim-index.ts'
import { address, articleAddress, sourceAddress } from '../page/address.ts'
import { renderClaimLine } from '../page/claim-line.ts'
import { type Html, html } from '../page/html.ts'
import { renderPage } from '../page/layout.ts'
import { voiceLabels } from '../page/voice-words.ts'
import { count, day, title } from '../page/words.ts'
import type { Site } from '../site.ts'

const CLAIMS_SHOWN = 10
const ARTICLES_SHOWN = 50

/** A person across articles: what each says of them and by which words, and what they say. */
export async function showPerson(site: Site, id: string): Promise<Html> {
  const index = await site.index.get()
  const voices = await site.voices.get(index)
  const asked = await voices.find(id)
  if (asked < 0) throw new HearsayError(`No person is known as "${id}"; /people lists them.`, EXIT.usage)
  const { columns } = voices
  const own = newestFirst(columns, voicesOfPerson(columns, asked))
  const rows = await findVoicesByRowid(
    site.database,
    own.slice(0, ARTICLES_SHOWN).map(voice => columns.rowid[voice] as number),
  )
  const first = rows[0]
  if (first === undefined) throw new HearsayError(`No person is known as "${id}"; /people lists them.`, EXIT.usage)
  const evidence = await findEvidenceOfVoices(
    site.database,
    rows.map(({ rowid }) => rowid),
  )
  const sum = (column: Uint32Array) => own.reduce((total, voice) => total + (column[voice] as number), 0)
  const [claims, words] = [sum(columns.claims), sum(columns.quotedWords)]
  const name = columns.name.texts[columns.name.number[asked] as number] ?? first.text
  const latest = await findClaimsByRowid(site.database, await latestClaims(voices, index, own))
  const all = address('/claims', { speaker: id })
  return renderPage(site, {
    title: name,
    place: '/audit',
    body: html`<p class="kicker"><a href="/people">People</a></p><h1>${name}</h1>
      <p class="meta totals">${claims === 0 ? 'not quoted' : html`<a href="${all}">${count(claims, 'claim')}</a>, ${count(words, 'quoted word')}`}, named in ${count(own.length, 'article')}</p>
      ${await renderEntity(site, first)}
      <section aria-labelledby="told"><h2 id="told">What each article says</h2>
        <p class="lead">Gender, source type and function are what the text gives, with the words that give it and where they stand. They say nothing else about the person.</p>
        <ol class="told">${rows.map(row => renderArticle(row, voices, evidence.get(row.rowid) ?? []))}</ol>
        ${own.length > rows.length ? html`<p class="facet-more">and ${count(own.length - rows.length, 'older article')}</p>` : ''}
      </section>
      ${
        latest.length === 0
          ? ''
          : html`<section aria-labelledby="latest"><h2 id="latest">Latest claims</h2>
        <ol class="claims">${latest.map(claim => renderClaimLine(claim, undefined))}</ol>
        ${claims > latest.length ? html`<p><a class="button" href="${all}">All ${count(claims, 'claim')}</a></p>` : ''}</section>`
      }
      ${renderHelp(site, latest[0])}`,
  })
}

/** What to do where something is wrong. */
function renderHelp({ isEditable }: Site, claim: ClaimView | undefined): Html {
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
  const row = await database.selectFrom('entity').select('id').where('rowid', '=', entity_rowid).executeTakeFirst()
  return row === undefined
    ? html``
    : html`<p class="meta">${kind === 'person' ? 'Everybody of this name' : 'All of this name'}, as a <a href="${sourceAddress(row.id)}">source</a></p>`
}

function renderArticle(row: ListedVoice, voices: VoiceIndex, evidence: readonly ShownEvidence[]): Html {
  const { columns } = voices
  const index = voices.indexOf(row.rowid)
  const labels = labelsOf(columns, index)
  const claims = columns.claims[index] as number
  return html`<li class="told-article">
    <h3><a href="${articleAddress(row.article_id)}">${title(row)}</a></h3>
    <p class="meta">${row.publisher === null ? '' : html`${row.publisher} · `}${row.published_utc === null ? '' : html`${day(row.published_utc)} · `}${
      claims === 0 ? 'not quoted' : html`<a href="${address('/claims', { one: row.id })}">${count(claims, 'claim')}</a>`
    } · named ${count(row.mentions, 'time')}</p>
    <p>${voiceLabels(labels)}</p>
    <dl class="facts">
      ${fact('first named as', html`${row.text} <span class="offsets">${row.start}–${row.end}</span>`)}
      ${row.role === null ? '' : fact('role', placed(row.role, row.role_start, row.role_end))}
      ${row.affiliation === null ? '' : fact('affiliation', placed(row.affiliation, row.affiliation_start, row.affiliation_end))}
      ${fact(
        'gender',
        html`${toldLabel(labels.gender)}${
          contradicts(evidence, 'gender') ? html` <span class="label bad">the text says more than one thing</span>` : ''
        }${renderEvidenceOf(evidence, 'gender')}`,
      )}
      ${fact('source type', html`${toldLabel(labels.type)}${renderEvidenceOf(evidence, 'type')}`)}
      ${fact('function', html`${toldLabel(labels.function)}${renderEvidenceOf(evidence, 'function')}`)}
    </dl>
  </li>`
}

function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function placed(value: string, start: number | null, end: number | null): Html {
  return html`${value} <span class="offsets">${start === null ? 'inferred' : html`${start}–${end}`}</span>`
}

function toldLabel(label: string): Html {
  return label === 'unknown' ? html`<span class="none">not told</span>` : html`${label}`
}
