import { diffContents } from '../../../families/differences/diff-contents.ts'
import { DIFFERENCE_GLOSSARY, MATTERING, readDifferenceKinds } from '../../../families/differences/difference-kinds.ts'
import { readQuotationFamily, resolveQuotationFamily } from '../../../store/queries/across/quotation-families.ts'
import type { QuotationFamilyView, VariantView } from '../../../store/schema.ts'
import { articleAddress, claimAddress } from '../../page/address.ts'
import { renderTimeline } from '../../page/article/timeline.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count, day, number, percent, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'

/** More are no page to read: the command line and SQL give them all. */
const CLAIMS_SHOWN = 200

/** One quotation in all articles that have it: who had it first, and what became of its words. */
export async function showQuotation(site: Site, id: string): Promise<Html> {
  const found = await readQuotationFamily(site.database, await resolveQuotationFamily(site.database, id), CLAIMS_SHOWN)
  if (found === null) throw new Error(`quotation family ${id} left the database while it was read`)
  const { family, variants } = found
  const [first, ...later] = variants
  if (first === undefined) throw new Error(`family ${family.family_id} left the database while it was read`)
  return renderPage(site, {
    title: 'Quotation',
    place: '/quotations',
    body: html`<p class="kicker"><a href="/quotations">Quotations</a></p>
      <h1>One quotation in ${count(family.articles, 'article')}</h1>
      <blockquote class="what">${first.content}</blockquote>
      <p class="meta totals">${renderTotals(family)}</p>
      ${renderTimeline(variants.map(({ seen_at: at, publisher, name, claim_id: claim }) => ({ at, words: [publisher, name].filter(one => one !== null).join(', '), href: `#v-${claim}` })))}
      <section aria-labelledby="first"><h2 id="first">Seen first</h2><ol class="variants">${renderVariant(first, null)}</ol></section>
      <section aria-labelledby="later"><h2 id="later">And then</h2>
        <p class="lead">In the order in which they were seen. <del class="part">Struck out</del> are words of the first that are missing, <ins class="part">underlined</ins> words that it has not; capitals and marks are no difference.</p>
        <ol class="variants" start="2">${later.map(variant => renderVariant(variant, first))}</ol>
        ${family.claims > variants.length ? html`<p class="facet-more">and ${count(family.claims - variants.length, 'later claim')}: <code>hearsay quotations ${family.family_id.slice(0, 8)}</code> lists all</p>` : ''}
      </section>`,
  })
}

function renderTotals(family: QuotationFamilyView): Html {
  return html`${count(family.claims, 'claim')}, ${family.variants === 1 ? 'one wording' : html`${number(family.variants)} wordings`}${
    family.publishers > 0 ? html`, ${count(family.publishers, 'outlet')}` : ''
  }${family.speakers > 0 ? html`, given to ${count(family.speakers, 'name')}` : ''}${
    family.first_seen === null
      ? ''
      : html` · ${day(family.first_seen)}${family.last_seen === family.first_seen ? '' : html` to ${day(family.last_seen)}`}`
  }`
}

/** @param first what it is held against; null where it is that itself */
function renderVariant(variant: VariantView, first: VariantView | null): Html {
  const { claim_id: claim, article_id: article, publisher, name, seen_at: seen, content } = variant
  return html`<li id="v-${claim}" class="variant">
    <p class="who">${name ?? 'nobody who is named'} · <a href="${articleAddress(article, claim)}">${title({ title: variant.title, uri: variant.article_uri })}</a></p>
    <p class="meta">${seen === null ? 'without a date' : html`${day(seen)}${variant.seen_by === 'retrieved' ? ' (when it was fetched)' : ''}`}${publisher === null ? '' : html` · ${publisher}`} · ${variant.quotation === 'none' ? 'no content' : variant.quotation} · <a href="${claimAddress(claim)}">claim ${claim.slice(0, 8)}</a></p>
    <blockquote class="what">${first === null ? content : renderPieces(first.content, content)}</blockquote>
    ${first === null ? '' : renderDifferences(variant)}</li>`
}

function renderPieces(first: string, content: string): Html {
  const pieces = diffContents(first, content)
  return html`${pieces.map(({ kind, text }, index) => {
    // Words of the one and of the other touch where only one has a blank.
    const before = pieces[index - 1]?.text ?? ' '
    const blank = /\s$/u.test(before) || /^\s/u.test(text) ? '' : ' '
    if (kind === 'same') return html`${blank}${text}`
    return kind === 'gone'
      ? html`${blank}<del class="part">${text}</del>`
      : html`${blank}<ins class="part">${text}</ins>`
  })}`
}

function renderDifferences({ differs, score }: VariantView): Html {
  const kinds = readDifferenceKinds(differs)
  const share =
    score === null ? html`tied to it by others` : html`${percent(score)} of the shorter one’s information shared`
  return html`<p class="meta">${
    kinds.length === 0
      ? 'nothing differs'
      : kinds.map(
          kind =>
            html`<span class="label ${MATTERING.includes(kind) ? 'bad' : 'plain'}" title="${DIFFERENCE_GLOSSARY[kind]}">${kind}</span> `,
        )
  } · ${share}</p>`
}
