import { ACT_GLOSSARY, NAMING_GLOSSARY, QUOTATION_GLOSSARY } from '../../../domain/labels.ts'
import { GENDER_GLOSSARY, SOURCE_TYPE_GLOSSARY, VOICE_FUNCTION_GLOSSARY } from '../../../domain/voice-labels.ts'
import { describeRequest } from '../../audit/audit-address.ts'
import { describeFilter } from '../../audit/voices/voice-filter.ts'
import { toVoicesParameters, type VoicesRequest } from '../../audit/voices/voices-request.ts'
import type { FacetValue } from '../../claim-index/facet-value.ts'
import type { Facets } from '../../claim-index/select-claims.ts'
import type { VoiceFacet } from '../../claim-index/voiced-claims.ts'
import { VOICE_FACETS } from '../../claim-index/voiced-claims.ts'
import { type AnyFacet, type ClaimsRequest, FACETS, toggle } from '../../claims-address.ts'
import { address, type Parameters } from '../../page/address.ts'
import { daysOf } from '../../page/chart.ts'
import { type Html, html } from '../../page/html.ts'
import { count, number } from '../../page/words.ts'

/** Months listed; more would be a calendar, for which there are the fields of the search. */
const MONTHS_SHOWN = 12

interface Choice extends FacetValue<string> {
  readonly name: string
  readonly gloss?: string
}

/** Every facet: its values with how many claims each would leave, as links that take it in or out. */
export function renderFacets({ selection, voices }: ClaimsRequest, parameters: Parameters, facets: Facets): Html {
  const labelled = (values: readonly FacetValue<string>[], glossary: Readonly<Record<string, string>>): Choice[] =>
    values.map(({ value, claims }) => ({ value, claims, name: value, gloss: glossary[value] ?? '' }))
  const plain = (values: readonly FacetValue<string>[]): Choice[] =>
    values.map(value => ({ ...value, name: value.value }))
  return html`
    ${renderFacet('Naming', 'naming', labelled(facets.naming, NAMING_GLOSSARY), selection.naming, parameters)}
    ${renderFacet('Act', 'act', labelled(facets.act, ACT_GLOSSARY), selection.act, parameters)}
    ${renderFacet('Quotation', 'quotation', labelled(facets.quotation, QUOTATION_GLOSSARY), selection.quotation, parameters)}
    ${renderFacet('Source', 'source', [...facets.source], selection.source, parameters)}
    ${renderFacet('Publisher', 'publisher', plain(facets.publisher), selection.publisher, parameters)}
    ${renderMonths(facets.month, parameters)}
    ${VOICE_FACETS.map(name =>
      renderFacet(
        VOICE_HEADINGS[name],
        name,
        labelled(facets.voices?.[name] ?? [], VOICE_GLOSSARIES[name]),
        voices?.filter[name],
        parameters,
      ),
    )}
    ${voices === null ? html`<p class="facet-more"><a href="${address('/claims', { ...parameters, voiced: '1' })}">By gender and source type</a></p>` : ''}
    <p class="facet-more"><a href="${address('/claims', { ...parameters, rejected: selection.rejected === true ? [] : '1' })}">${
      selection.rejected === true ? 'Claims that stand' : 'Rejected claims'
    }</a></p>`
}

const VOICE_HEADINGS: Readonly<Record<VoiceFacet, string>> = {
  gender: 'Gender of the source',
  type: 'Source type',
  function: 'Function',
  voice: 'Voice is named',
}

const VOICE_GLOSSARIES: Readonly<Record<VoiceFacet, Readonly<Record<string, string>>>> = {
  gender: GENDER_GLOSSARY,
  type: SOURCE_TYPE_GLOSSARY,
  function: VOICE_FUNCTION_GLOSSARY,
  voice: NAMING_GLOSSARY,
}

/** The values that are chosen, each with the way to be without it. */
export function renderChosen({ selection, voices }: ClaimsRequest, parameters: Parameters, facets: Facets): Html {
  const nameOf = (facet: AnyFacet, value: string) =>
    facet === 'source' ? (facets.source.find(source => source.value === value)?.name ?? value) : value
  const chosen = FACETS.flatMap(facet =>
    (selection[facet] ?? []).map(value => ({ facet, value: String(value), name: nameOf(facet, String(value)) })),
  )
  const { since, until } = selection
  if (chosen.length === 0 && since === undefined && until === undefined && voices === null) return html``
  const withoutDates = { ...parameters, since: [], until: [] }
  return html`<ul class="chosen" aria-label="Chosen">${chosen.map(
    ({ facet, value, name }) =>
      html`<li><a href="${address('/claims', toggle(parameters, facet, value))}"><span class="visually-hidden">Without ${facet}</span> ${name} <span aria-hidden="true">×</span></a></li>`,
  )}${
    since === undefined && until === undefined
      ? ''
      : html`<li><a href="${address('/claims', withoutDates)}"><span class="visually-hidden">Without dates</span> ${since ?? '…'} to ${until ?? '…'} <span aria-hidden="true">×</span></a></li>`
  }${voices === null ? '' : renderChosenVoices(voices, parameters)}<li><a href="/claims">Clear all</a></li></ul>`
}

/** All that was said of whose claims they are, with the way to be without it. */
function renderChosenVoices(voices: VoicesRequest, parameters: Parameters): Html {
  const words = [...describeFilter(voices.filter), describeRequest(voices.articles)].filter(one => one !== '')
  const without = Object.fromEntries(Object.keys(toVoicesParameters(voices)).map(name => [name, []]))
  return html`<li><a href="${address('/claims', { ...parameters, ...without })}"><span class="visually-hidden">Whoever says it, without</span> ${
    words.length === 0 ? 'claims with a source' : `sources: ${words.join('; ')}`
  } <span aria-hidden="true">×</span></a></li>`
}

function renderFacet(
  heading: string,
  facet: AnyFacet,
  choices: readonly Choice[],
  chosen: readonly string[] | undefined,
  parameters: Parameters,
): Html {
  const shown = choices.filter(({ value, claims }) => claims > 0 || chosen?.includes(value) === true)
  if (shown.length === 0) return html``
  return html`<section class="facet"><h2>${heading}</h2><ul>${shown.map(({ value, name, gloss, claims }) => {
    const isChosen = chosen?.includes(value) === true
    return html`<li><a href="${address('/claims', toggle(parameters, facet, value))}"${
      isChosen ? html` class="is-chosen" aria-current="true"` : ''
    }${gloss ? html` title="${gloss}"` : ''}><span class="value">${name}</span> <span class="number">${number(claims)}</span></a></li>`
  })}</ul></section>`
}

function renderMonths(months: readonly FacetValue<string>[], parameters: Parameters): Html {
  if (months.length === 0) return html``
  const shown = months.slice(-MONTHS_SHOWN).toReversed()
  const older = months.length - shown.length
  return html`<section class="facet"><h2>Date</h2><ul>${shown.map(({ value, claims }) => {
    const { since, until } = daysOf(value)
    const isChosen = parameters.since === since && parameters.until === until
    const days = isChosen ? { since: [], until: [] } : { since, until }
    return html`<li><a href="${address('/claims', { ...parameters, ...days })}"${
      isChosen ? html` class="is-chosen" aria-current="true"` : ''
    }><span class="value">${value}</span> <span class="number">${number(claims)}</span></a></li>`
  })}</ul>${older > 0 ? html`<p class="facet-more">and ${count(older, 'earlier month')}</p>` : ''}</section>`
}
