import { HearsayError } from '../../../domain/errors.ts'
import {
  type DiffParagraph,
  type DiffPiece,
  diffParagraphs,
  diffWords,
} from '../../../families/versions/aligning/word-diff.ts'
import {
  CHANGED_FIELD_GLOSSARY,
  VERSION_CHANGE_GLOSSARY,
  type VersionChange,
} from '../../../families/versions/change.ts'
import { compareStored, type VersionDifference } from '../../../families/versions/choose-versions.ts'
import { findVersions } from '../../../store/queries/across/versions.ts'
import { findArticleRow } from '../../../store/queries/articles/article-rows.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import type { VersionView } from '../../../store/schema.ts'
import { address, articleAddress, claimAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count, instant, number, title } from '../../page/words.ts'
import { readFlag, readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

/** All that the address of the page may hold. */
export const VERSIONS_PARAMETERS = ['with', 'whole'] as const

/** Where the versions of an article are compared. */
export function versionsAddress(id: string, other?: string, isWhole = false, fragment?: string): string {
  return address(`/articles/${id}/versions`, { with: other, whole: isWhole ? '1' : undefined }, fragment)
}

/** What changed between two versions of an article: the text in words, and beside it the claims. */
export async function showVersions(site: Site, reference: string, search: URLSearchParams): Promise<Html> {
  const { database } = site
  const id = await resolveArticle(database, reference)
  const row = await findArticleRow(database, id)
  if (row === null)
    throw new HearsayError(`There is no article "${reference}"; /articles lists them.`, 'article-not-found')
  const versions = await findVersions(database, id)
  const other = readOnly(search, 'with')
  const difference = await compareStored(database, id, other ?? null)
  const isWhole = readFlag(search, 'whole')
  const name = title(row)
  return renderPage(site, {
    title: `Versions: ${name}`,
    place: '/articles',
    body: html`<article class="versions">
      <p class="kicker"><a href="${articleAddress(id)}">${name}</a></p>
      <h1>What changed</h1>
      ${renderVersions(versions, difference)}
      ${
        difference === null
          ? html`<p class="empty">Only this version of the article is known.</p>`
          : renderDifference(difference, id, other, isWhole)
      }
    </article>`,
  })
}

/** A line above an article that has other versions; nothing of one that has none. */
export function renderVersionLine(id: string, versions: readonly VersionView[]): Html | string {
  const own = versions.filter(({ article_id, versions: all }) => article_id === id && all > 1)
  if (own.length === 0) return ''
  return html`<p class="meta version-line">${own.map(
    ({ version, versions: all }, index) => html`${index === 0 ? 'Version ' : '; '}${number(version)} of ${number(all)}`,
  )} · <a href="${versionsAddress(id)}">What changed</a></p>`
}

function renderVersions(versions: readonly VersionView[], difference: VersionDifference | null): Html | string {
  const several = versions.filter(({ versions: all }) => all > 1)
  if (several.length === 0) return ''
  const shown = new Set([difference?.before.id, difference?.after.id])
  return html`${[...Map.groupBy(several, ({ uri }) => uri)].map(
    ([uri, all]) => html`<section class="version-list"><h2 class="path">${uri}</h2>
      <ol>${all.map(
        ({ version, article_id, retrieved_at, previous_id, is_current }) =>
          html`<li value="${version}"${shown.has(article_id) ? html` class="is-shown"` : ''}><a href="${articleAddress(article_id)}"><code>${article_id.slice(0, 12)}</code></a>
          ${retrieved_at === null ? '' : html` ${instant(retrieved_at)}`}${is_current === 1 ? html` <span class="label plain">found last</span>` : ''}
          ${previous_id === null ? '' : html` <a href="${versionsAddress(article_id, previous_id)}">against the one before</a>`}</li>`,
      )}</ol></section>`,
  )}`
}

function renderDifference(
  difference: VersionDifference,
  id: string,
  other: string | undefined,
  isWhole: boolean,
): Html {
  const { changes, readOtherwise, texts, before, after } = difference
  const paragraphs = diffParagraphs(texts)
  const placeOf = paragraphs.flatMap(({ units }, index) => Array<number>(units.end - units.start).fill(index + 1))
  return html`<p class="summary">From <a href="${articleAddress(before.id)}"><code>${before.id.slice(0, 12)}</code></a> to <a href="${articleAddress(after.id)}"><code>${after.id.slice(0, 12)}</code></a>:
      ${changes.length === 0 ? 'nothing but blanks, marks or the order of what was said.' : count(changes.length, 'change')}${
        readOtherwise === 0
          ? ''
          : html` ${count(readOtherwise, 'claim')} read otherwise although no word of theirs changed.`
      }</p>
    <p class="legend"><span class="legend-name">Marked:</span> <del class="part">gone</del> <ins class="part">new</ins> <span class="part moved">moved</span>
      <a class="toggle" href="${versionsAddress(id, other, !isWhole)}">${isWhole ? 'Show only what changed' : 'Show the whole text'}</a></p>
    <div class="with-changes">
      <section class="version-text" aria-label="Text">${renderText(paragraphs, isWhole)}</section>
      <section class="version-changes" aria-labelledby="changes"><h2 id="changes">Changes</h2>
        ${
          changes.length === 0
            ? html`<p class="empty">None.</p>`
            : html`<ol>${changes.map(change => renderChange(change, change.unit === null ? 0 : (placeOf[change.unit] ?? 0)))}</ol>`
        }</section>
    </div>`
}

function renderText(paragraphs: readonly DiffParagraph[], isWhole: boolean): Html {
  const parts: Html[] = []
  let same = 0
  const tellSame = () => {
    if (same > 0) parts.push(html`<p class="left-out-same">${count(same, 'paragraph')} the same</p>`)
    same = 0
  }
  for (const [index, { pieces, isChanged }] of paragraphs.entries()) {
    if (!isChanged && !isWhole) {
      same++
      continue
    }
    tellSame()
    parts.push(
      html`<p id="p-${index + 1}"${isChanged ? html` class="is-changed" tabindex="-1"` : ''} dir="auto">${pieces.map(renderPiece)}</p>`,
    )
  }
  tellSame()
  return html`${parts}`
}

/** Blanks around what is marked are not marked. */
function renderPiece({ kind, text }: DiffPiece): Html | string {
  const [, lead = '', words = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? []
  if (kind === 'same' || words === '') return text
  const marked =
    kind === 'gone'
      ? html`<del class="part">${words}</del>`
      : kind === 'new'
        ? html`<ins class="part">${words}</ins>`
        : html`<span class="part moved" title="It stood elsewhere.">${words}</span>`
  return html`${lead}${marked}${tail}`
}

/** @param place number of the paragraph, from 1; 0 where it stands in none */
function renderChange({ change, field, claimBefore, claimAfter, before, after }: VersionChange, place: number): Html {
  const gloss = field === null ? VERSION_CHANGE_GLOSSARY[change] : CHANGED_FIELD_GLOSSARY[field]
  const what = html`<span class="change ${change}" title="${gloss}">${change}${field === null ? '' : ` ${field}`}</span>`
  return html`<li class="version-change">
    <p class="what">${place === 0 ? what : html`<a href="#p-${place}">${what}</a>`}</p>
    <p class="difference" dir="auto">${renderValues(change, field, before, after)}</p>
    ${
      claimBefore === null && claimAfter === null
        ? ''
        : html`<p class="meta">${[...new Set([claimBefore, claimAfter])]
            .filter(id => id !== null)
            .map(
              (id, index) =>
                html`${index === 0 ? 'claim ' : ' → '}<a href="${claimAddress(id)}"><code>${id.slice(0, 8)}</code></a>`,
            )}</p>`
    }
  </li>`
}

function renderValues(
  change: VersionChange['change'],
  field: VersionChange['field'],
  before: string | null,
  after: string | null,
): Html {
  const isWords =
    change === 'changed' && (field === 'content' || field === 'text' || field === 'cue' || field === 'source')
  if (isWords && before !== null && after !== null) return html`${diffWords(before, after).map(renderPiece)}`
  return html`${before === null ? '' : html`<del class="part">${before}</del> `}${after === null ? '' : html`<ins class="part">${after}</ins>`}`
}
