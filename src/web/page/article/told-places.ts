import type { MetadataField } from '../../../domain/article.ts'
import type { LeftOutPassage } from '../../../domain/articles/left-out.ts'
import { METADATA_NAMES } from '../../../domain/articles/metadata-names.ts'
import { countPlaces, readToldPlaces, type ToldPlace } from '../../../store/queries/articles/told-places.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { type Html, html } from '../html.ts'
import { count, number } from '../words.ts'

/** More than this nobody reads on a page: a wire story stands in hundreds of places, each with its comments. */
const MOST = { places: 10, passages: 50 }

/** The places of an article as far as a page shows them. */
export interface ShownPlaces {
  readonly places: readonly ToldPlace[]
  readonly inAll: number
}

export async function readShownPlaces(database: StoreDatabase, articleId: string): Promise<ShownPlaces> {
  const places = await readToldPlaces(database, articleId, MOST)
  return { places, inAll: places.length < MOST.places ? places.length : await countPlaces(database, articleId) }
}

/** What each place says of an article, by what it says it, and what was left out of it there; all of it folded. */
export function renderPlaces({ places, inAll }: ShownPlaces): Html {
  return html`<div class="places">${places.map(renderPlace)}${
    inAll > places.length ? html`<p>It was read in ${count(inAll - places.length, 'more place')}, too.</p>` : ''
  }</div>`
}

function renderPlace({ location, uri, told, leftOut, leftOutInAll }: ToldPlace): Html {
  return html`<details><summary>What <span class="path">${location}</span> says, and ${count(leftOutInAll, 'passage')} left out</summary>
    ${
      told === null
        ? html`<p>It was read before Hearsay noted what a place says.</p>`
        : html`<dl class="facts">${METADATA_NAMES.map(([name, field]) => renderField(name, told[field], told.origins[field]))}${
            uri === location ? '' : renderField('address', uri, told.origins.uri)
          }</dl>`
    }
    ${leftOut.length === 0 ? '' : renderLeftOut(leftOut, leftOutInAll)}
  </details>`
}

/** What is told of an article, with what it is known by. */
export function renderField(name: string, value: string | null, origin: string | undefined): Html | string {
  if (value === null) return ''
  return html`<div><dt>${name}</dt><dd>${value}${origin === undefined ? '' : html` <span class="rule">${origin}</span>`}</dd></div>`
}

function renderLeftOut(passages: readonly LeftOutPassage[], inAll: number): Html {
  const more = inAll - passages.length
  return html`<ul class="left-out" aria-label="Left out">${passages.map(
    ({ reason, text }) =>
      html`<li><span class="rule">${reason}</span> <span class="passage" dir="auto">${text}</span></li>`,
  )}</ul>${more === 0 ? '' : html`<p>${number(more)} more; <code>hearsay show --left-out</code> prints all.</p>`}`
}

/** A value with what it is known by, where that is noted, for who points at it. */
export function withOrigin(
  value: Html | string,
  origins: Partial<Record<MetadataField, string>>,
  field: MetadataField,
): Html {
  const origin = origins[field]
  return origin === undefined ? html`${value}` : html`<span title="Known by: ${origin}">${value}</span>`
}
