import { checkQuotation } from '../../../quote/check-quotation.ts'
import {
  QUOTATION_VERDICT_GLOSSARY,
  QUOTED_PART_GLOSSARY,
  type QuotationCheck,
  type QuotationPlace,
  type QuotationVerdict,
  type QuotedPart,
  type QuotedPartKind,
  type SpeakerAgreement,
} from '../../../quote/quotation-check.ts'
import { LONGEST_QUOTATION } from '../../../quote/text/quoted-words.ts'
import { address, articleAddress, claimAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { day, namingLabel, number, percent, title } from '../../page/words.ts'
import { readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

/** All that the address of the page may hold. */
export const QUOTE_PARAMETERS = ['q', 'by'] as const

/** Longest that the page takes, in characters: as long as a quotation may be, with room for what stands around it. */
export const LONGEST_ASKED = LONGEST_QUOTATION + 100
const PLACES_SHOWN = 8

const TONE: Readonly<Record<QuotationVerdict, 'good' | 'warn' | 'bad'>> = {
  exact: 'good',
  altered: 'warn',
  spliced: 'bad',
  'other-speaker': 'bad',
  'not-found': 'bad',
}

const SPEAKER: Readonly<Record<SpeakerAgreement, string | null>> = {
  agrees: 'the speaker agrees',
  differs: 'another speaker',
  open: 'speaker open',
  'not-asked': null,
}

/** Whether a quotation is in the database, word for word, and whose it is there. */
export async function showQuote(site: Site, search: URLSearchParams): Promise<Html> {
  const [words, by] = [readOnly(search, 'q') ?? '', readOnly(search, 'by') ?? '']
  const check =
    words === '' ? null : await checkQuotation(site.database, words, { by: by === '' ? null : by, limit: PLACES_SHOWN })
  return renderPage(site, {
    title: check === null ? 'Check a quotation' : `${verdictWords(check.verdict)}: ${words.slice(0, 60)}`,
    place: '/quote',
    body: html`<div class="quote-check">
      <h1>Check a quotation</h1>
      <form class="search" action="/quote" role="search" aria-label="Quotation">
        <div class="field whole"><label for="q">Words of the quotation, as they are to be printed</label>
          <textarea id="q" name="q" rows="3" required maxlength="${LONGEST_QUOTATION}" placeholder="We pulled at the chain with our hands.">${words}</textarea></div>
        <div class="field wide"><label for="by">Who is said to say it (a name, or part of one; may stay empty)</label>
          <input id="by" name="by" value="${by}" maxlength="200" autocomplete="off"></div>
        <button type="submit">Check</button>
      </form>
      ${check === null ? renderRules() : renderCheck(check)}
    </div>`,
  })
}

function verdictWords(verdict: QuotationVerdict): string {
  return verdict.replaceAll('-', ' ')
}

function renderCheck(check: QuotationCheck): Html {
  const { verdict, speaker, summary, places, exact_places, is_complete } = check
  const asked = SPEAKER[speaker]
  const exact = verdict === 'exact' || verdict === 'other-speaker' ? exact_places : 0
  const heading =
    exact > 0 ? 'Where it stands' : verdict === 'spliced' ? 'What it is made of, and what is near' : 'What is near it'
  return html`<section class="verdict ${TONE[verdict]}" aria-labelledby="verdict">
      <h2 id="verdict">${verdictWords(verdict)}</h2>
      <p class="gloss">${QUOTATION_VERDICT_GLOSSARY[verdict]}${asked === null ? '' : html` · <span class="agreement ${speaker}">${asked}</span>`}</p>
      <p class="summary">${summary}</p>
    </section>
    ${
      places.length === 0
        ? html`<p class="empty">No claim has enough of these words to be shown. <a href="${address('/claims', { q: check.words.slice(0, 200) })}">Search the claims</a> for some of them instead.</p>`
        : html`<h2 class="places-heading">${heading}${exact > places.length ? html` <span class="count">${number(places.length)} of ${is_complete ? '' : 'at least '}${number(exact)}</span>` : ''}</h2>
    ${renderLegend(places)}
    <ol class="places">${places.map(renderPlace)}</ol>`
    }
    ${
      check.texts === 'near' && exact === 0
        ? html`<p class="meta">Looked through: all claims, and the texts of the articles whose claims are near. <code>hearsay quote</code> reads the texts of all articles.</p>`
        : ''
    }`
}

const LEGEND: readonly (readonly [QuotedPartKind, 'del' | 'ins'])[] = [
  ['cut', 'del'],
  ['added', 'ins'],
  ['ellipsis', 'del'],
  ['brackets', 'ins'],
  ['joined', 'ins'],
]

/** Of what is marked on the page, nothing else. */
function renderLegend(places: readonly QuotationPlace[]): Html | string {
  const kinds = new Set(places.flatMap(({ parts }) => parts.map(({ kind }) => kind)))
  const isEdited = ['changed', 'marks', 'case'].some(kind => kinds.has(kind as QuotedPartKind))
  const shown = LEGEND.filter(([kind]) => kinds.has(kind) || (isEdited && (kind === 'cut' || kind === 'added')))
  if (shown.length === 0) return ''
  return html`<p class="legend"><span class="legend-name">Marked:</span> ${shown.map(([kind, element]) =>
    element === 'del'
      ? html`<del class="part ${kind}">${kind === 'cut' ? 'stored' : 'left out'}</del> ${kind === 'cut' ? 'only stored' : QUOTED_PART_GLOSSARY[kind]} `
      : html`<ins class="part ${kind}">${kind === 'joined' ? '‖' : 'quoted'}</ins> ${kind === 'added' ? 'only in the quotation' : QUOTED_PART_GLOSSARY[kind]} `,
  )}</p>`
}

function renderPlace(place: QuotationPlace): Html {
  const { article, claim, source, speaker, quotation, is_quoted, spans, likeness } = place
  const asked = SPEAKER[speaker]
  const where = spans.map(({ start, end }) => `${number(start)}–${number(end)}`).join(', ')
  return html`<li class="place">
    <p class="said">${
      source === null
        ? html`<span class="role source none">Attributed to nobody</span>`
        : html`<span class="role source">${source.name ?? source.text ?? source.naming}</span>${
            source.name !== null && source.text !== null && source.name !== source.text
              ? html` <span class="as">as “${source.text}”</span>`
              : ''
          }`
    }</p>
    <p class="difference">${place.parts.map(renderPart)}</p>
    <details><summary>In its words there</summary><p class="what">${place.text}</p></details>
    <p class="meta">${source === null ? '' : namingLabel(source.naming)}
      ${asked === null ? '' : html`<span class="label ${speaker === 'agrees' ? 'good' : speaker === 'differs' ? 'bad' : 'plain'}">${asked}</span>`}
      <span class="label plain">${quotation === null ? 'no claim' : `${quotation} quotation`}</span>
      <span class="label plain">${is_quoted ? 'in quotation marks' : 'not in quotation marks'}</span>
      ${likeness === 1 ? '' : html`<span class="label plain">${percent(likeness)} of the words</span>`}
      <span class="where"><a href="${claim === null ? articleAddress(article.id) : articleAddress(article.id, claim)}">${title(article)}</a>${
        article.publisher === null ? '' : html` · ${article.publisher}`
      }${article.published_at === null ? '' : html` · ${day(article.published_at.slice(0, 10))}`} · ${spans.length === 0 ? '' : html`characters ${where}`}${
        claim === null ? '' : html` · <a href="${claimAddress(claim)}">claim <code>${claim.slice(0, 8)}</code></a>`
      }</span></p>
  </li>`
}

/** A stretch of the comparison: what is stored is struck, what the quotation has instead is underlined. */
function renderPart({ kind, quoted, stored }: QuotedPart): Html {
  const gloss = QUOTED_PART_GLOSSARY[kind]
  if (kind === 'same') return html`${quoted} `
  if (kind === 'joined') return html`<ins class="part joined" title="${gloss}">‖</ins> `
  const [was, is] = [visible(kind, stored), visible(kind, quoted)]
  return html`${was === '' ? '' : html`<del class="part ${kind}" title="${gloss}">${was}</del> `}${
    is === '' ? '' : html`<ins class="part ${kind}" title="${gloss}">${is}</ins> `
  }`
}

/** Marks between words may be nothing but a space. */
function visible(kind: QuotedPartKind, words: string): string {
  return kind === 'marks' ? words.trim() || (words === '' ? '' : '␣') : words
}

function renderRules(): Html {
  return html`<section class="rules" aria-labelledby="rules"><h2 id="rules">What counts as the same</h2>
    <ul>
      <li>Kinds of quotation marks, apostrophes, dashes and spaces; a capital or small letter at the beginning; a full stop, a comma or nothing at the end.</li>
      <li>A quotation that “he said” interrupts, and any part of one.</li>
    </ul>
    <h2>What does not</h2>
    <ul>
      <li>An ellipsis, and words in [brackets]: the quotation is altered, and says so.</li>
      <li>Any other word, number, sign, capital, or punctuation inside: it is altered.</li>
      <li>Words of two claims, or of two places of one, joined as if they were one: it is spliced.</li>
    </ul></section>`
}
