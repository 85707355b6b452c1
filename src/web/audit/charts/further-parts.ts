import { GENDER_GLOSSARY, SOURCE_TYPE_GLOSSARY } from '../../../domain/voice-labels.ts'
import type { AuditReport, LabelShare, Share } from '../../../voices/audit-report.ts'
import { type Html, html } from '../../page/html.ts'
import { count, number } from '../../page/words.ts'
import type { VoiceFilter } from '../voices/voice-filter.ts'
import type { AuditLinks } from './audit-links.ts'
import { filterOf } from './audit-links.ts'
import { inPercent, largestFirst, renderInterval, renderShareChart, type ShareRow, showShare } from './share-chart.ts'

const REASONS_SHOWN = 12

export interface PartView {
  readonly links: AuditLinks
  readonly isOpen: boolean
  /** Ids of a voice of each of the top speakers, by its number. */
  readonly idOf: ReadonlyMap<number, string>
}

/** How much of what is said falls to few. */
export function renderConcentration({ concentration }: AuditReport, { links, isOpen, idOf }: PartView): Html {
  const { topTen, herfindahl, top, tied } = concentration
  const rows = top.map(({ name, speaker, claims, articles }): ShareRow => {
    const id = idOf.get(speaker)
    const share = topTen.n === 0 ? null : claims / topTen.n
    const href = id === undefined ? null : links.unit('claims', { speaker: id })
    return {
      label: name,
      gloss: `in ${count(articles, 'article')}`,
      shares: [{ hits: claims, n: topTen.n, share, few: topTen.few, interval: null, href }],
    }
  })
  return renderShareChart({
    id: 'concentration',
    heading: 'Who says most',
    lead: html`Of what sources with a name say, the ten who say most have ${saidShare(topTen, null, ' claims')}.${
      herfindahl.value === null
        ? ''
        : html` Herfindahl index ${herfindahl.value.toFixed(4)} (${herfindahl.low.toFixed(4)}–${herfindahl.high.toFixed(4)}): 0 would be very many who say as much as one another, 1 a single one who says all.`
    }${tied === 0 ? '' : html` ${number(tied)} more ${tied === 1 ? 'has' : 'have'} as many claims as the last one here.`}`,
    rowHeading: 'Source',
    measures: [{ name: 'claims', gloss: 'in all the articles' }],
    rows,
    isOpen,
  })
}

/** Of which gender and type experts are. */
export function renderExperts({ experts }: AuditReport, { links, isOpen }: PartView): Html {
  const expert: VoiceFilter = { function: ['expert'] }
  const { sources, withoutAffiliation } = experts
  return html`${renderLabels({
    id: 'experts',
    heading: 'Experts',
    lead: html`${saidShare(sources, links.voices(expert))} of all sources speak as experts. Of ${saidShare(withoutAffiliation, links.voices({ ...expert, unaffiliated: true }))} of them the article does not say where they belong.`,
    groups: [
      ['Gender', 'gender', experts.gender, GENDER_GLOSSARY],
      ['Source type', 'type', experts.type, SOURCE_TYPE_GLOSSARY],
    ],
    hrefOf: (dimension, label) => links.voices({ ...expert, ...filterOf(dimension, label) }),
    isOpen,
    measure: 'experts',
  })}`
}

/** Who is named and says nothing. */
export function renderUnquoted({ unquoted }: AuditReport, { links, isOpen }: PartView): Html {
  return renderLabels({
    id: 'unquoted',
    heading: 'Named and not quoted',
    lead: html`${saidShare(unquoted.people, links.voices({}, 'unquoted'))} of the people whom articles name are the source of nothing there. The bars say it of each group: of the women who are named, so many are not quoted.`,
    groups: [
      ['Gender', 'gender', unquoted.gender, GENDER_GLOSSARY],
      ['Source type', 'type', unquoted.type, SOURCE_TYPE_GLOSSARY],
    ],
    hrefOf: (dimension, label) => links.voices(filterOf(dimension, label), 'unquoted'),
    isOpen,
    measure: 'not quoted',
  })
}

/** Why sources are not named, as articles say it. */
export function renderAnonymity({ anonymity }: AuditReport, { links }: PartView): Html {
  const { sources, claims, quotedWords, explained, reasons } = anonymity
  const anonymous: VoiceFilter = { voice: ['anonymous'] }
  return html`<section class="audit-part" aria-labelledby="anonymity"><h2 id="anonymity">Anonymity</h2>
    <p class="lead">${saidShare(sources, links.unit('sources', anonymous))} of sources are anonymous; they have ${saidShare(claims, links.unit('claims', anonymous))} of claims and ${saidShare(quotedWords, links.unit('quotedWords', anonymous))} of quoted words. For ${saidShare(explained, links.voices({ ...anonymous, explained: true }))} of them the article says why.</p>
    ${
      reasons.length === 0
        ? ''
        : html`<ul class="tally reasons">${reasons.slice(0, REASONS_SHOWN).map(({ reason, sources: own }) => {
            const href = links.voices({ ...anonymous, reason })
            return html`<li><span>“${reason}”</span> <span class="number">${href === null ? number(own) : html`<a href="${href}">${number(own)}</a>`}</span></li>`
          })}</ul>${reasons.length > REASONS_SHOWN ? html`<p class="facet-more">and ${count(reasons.length - REASONS_SHOWN, 'rarer reason')}</p>` : ''}`
    }
  </section>`
}

interface Labels {
  readonly id: string
  readonly heading: string
  readonly lead: Html
  readonly groups: readonly (readonly [
    heading: string,
    dimension: 'gender' | 'type',
    shares: readonly LabelShare[],
    glossary: Readonly<Record<string, string>>,
  ])[]
  readonly hrefOf: (dimension: string, label: string) => string | null
  readonly isOpen: boolean
  readonly measure: string
}

/** Charts of one measure beside one another, under one heading. */
function renderLabels({ id, heading, lead, groups, hrefOf, isOpen, measure }: Labels): Html {
  const toRow = (
    dimension: string,
    { label, share }: LabelShare,
    glossary: Readonly<Record<string, string>>,
  ): ShareRow => ({
    label,
    gloss: glossary[label] ?? '',
    isUnknown: label === 'unknown',
    shares: [showShare(share, hrefOf(dimension, label))],
  })
  return html`<section class="audit-part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><p class="lead">${lead}</p>
    <div class="columns">${groups.map(([rowHeading, dimension, shares, glossary]) =>
      renderShareChart({
        id: `${id}-${dimension}`,
        heading: rowHeading,
        lead: '',
        rowHeading,
        measures: [{ name: measure, gloss: heading }],
        rows: largestFirst(
          dimension,
          shares.map(one => toRow(dimension, one, glossary)),
        ),
        isOpen,
        under: heading,
      }),
    )}</div></section>`
}

/** `34 (31%, 23–40)`; what leads on is the number. */
function saidShare(share: Share, href: string | null = null, noun = ''): Html {
  if (share.share === null) return html`none`
  const hits =
    href === null || share.hits === 0 ? number(share.hits) : html`<a href="${href}">${number(share.hits)}</a>`
  return html`${hits} of ${number(share.n)}${noun}, ${inPercent(share.share)}${renderInterval(share)}`
}
