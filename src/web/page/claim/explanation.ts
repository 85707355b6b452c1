import type { Explanation } from '../../../audit/explain.ts'
import { describeVerdict, isVerdict, type VerdictWords } from '../../../audit/model-verdict.ts'
import { type ExplanationSection, tellExplanation } from '../../../audit/tell-explanation.ts'
import type { Evidence } from '../../../domain/layers.ts'
import type { GroundedField, SourceRecord, TextSpan } from '../../../domain/record.ts'
import { labelOfSourceField, SHOWN_SOURCE_FIELDS } from '../../../domain/source-fields.ts'
import { placeOfWords } from '../../../domain/text/unclaimed-words.ts'
import type { AnsweredAccusation } from '../../../store/queries/across/replies.ts'
import type { Correction } from '../../../store/queries/corrections/corrections.ts'
import { type Links, SITE_LINKS } from '../address.ts'
import { type Html, html } from '../html.ts'
import { link } from '../link.ts'
import { instant, number } from '../words.ts'
import { sayCorrection } from './correction-words.ts'

/** How deep in the page's headings the sections of an explanation stand. */
type Level = 2 | 3 | 4

/** All that is known of one claim and how it came to be, in sections. */
export function renderExplanation(explanation: Explanation, level: Level): Html {
  return renderSections(explanation, level, SITE_LINKS, () => true)
}

/** The sections that are the claim's own; its article and runs are those of its neighbours too. */
export function renderClaimSections(explanation: Explanation, level: Level, links: Links): Html {
  return renderSections(explanation, level, links, ({ tells }) => tells !== 'article' && tells !== 'runs')
}

/** But for what differs from the machine, which stands further up on a page. */
function renderSections(
  explanation: Explanation,
  level: Level,
  links: Links,
  isWanted: (told: ExplanationSection) => boolean,
): Html {
  const told = tellExplanation(explanation).filter(one => one.tells !== 'differences' && isWanted(one))
  return html`${told.map(one => section(level, one.heading, renderBody(one, explanation, links)))}`
}

function renderBody(told: ExplanationSection, explanation: Explanation, links: Links): Html {
  switch (told.tells) {
    case 'spans':
      return renderSpans(explanation.spans.map(span => ({ ...span, label: span.role })))
    case 'source':
      return renderSource(explanation, links)
    case 'differences':
      return html``
    case 'evidence':
      return renderEvidence(told.evidence)
    case 'claims':
      return renderReferences(told.ids, links)
    case 'replies':
      return renderReplies(explanation, links)
    case 'answers':
      return renderAnswers(explanation, links)
    case 'corrections':
      return renderCorrections(explanation.corrections)
    case 'rejected':
      return renderRejected(explanation)
    case 'article':
      return renderOrigin(explanation, links)
    case 'runs':
      return renderRuns(explanation, links)
  }
}

const HEADINGS: Readonly<Record<Level, (heading: string) => Html>> = {
  2: heading => html`<h2>${heading}</h2>`,
  3: heading => html`<h3>${heading}</h3>`,
  4: heading => html`<h4>${heading}</h4>`,
}

function section(level: Level, heading: string, body: Html): Html {
  return html`<section class="part">${HEADINGS[level](heading)}${body}</section>`
}

interface LabelledSpan extends TextSpan {
  readonly label: string
  readonly agrees?: boolean
}

/** Words with where they stand, in code points. */
function renderSpans(spans: readonly LabelledSpan[]): Html {
  return html`<dl class="spans">${spans.map(
    ({ label, start, end, text, agrees }) => html`<div><dt><span class="role ${label}">${label}</span></dt>
      <dd><span class="words">${text}</span> <span class="offsets">${start}–${end}</span>${
        agrees === false ? html` <strong class="bad">The article has other words there.</strong>` : ''
      }</dd></div>`,
  )}</dl>`
}

function renderSource({ source, antecedents, claim }: Explanation, links: Links): Html {
  if (source === null) return html`<p>The text gives none.</p>`
  const fields = SHOWN_SOURCE_FIELDS.flatMap(name => {
    const field: GroundedField<string | number> | null = source[name]
    if (field === null) return []
    const place = field.span === null ? 'inferred' : `${field.span.start}–${field.span.end}`
    return [
      html`<div><dt>${labelOfSourceField(name)}</dt><dd>${String(field.value)} <span class="offsets">${place}</span></dd></div>`,
    ]
  })
  return html`<dl class="facts">
    <div><dt>words</dt><dd>${link(links.source(source.entityId ?? source.id), joined(source))}${source.spans.map(
      ({ start, end }) => html` <span class="offsets">${start}–${end}</span>`,
    )}</dd></div>
    <div><dt>naming</dt><dd>${source.naming}</dd></div>
    <div><dt>kind</dt><dd>${source.kind}</dd></div>
    ${fields}
    ${antecedents.map(antecedent => html`<div><dt>same as</dt><dd>${joined(antecedent)}</dd></div>`)}
    ${claim.citedId === null ? '' : html`<div><dt>cites</dt><dd>${link(links.source(claim.citedId), 'another source')}</dd></div>`}
    ${claim.relayedById === null ? '' : html`<div><dt>passed on by</dt><dd>${link(links.source(claim.relayedById), 'another source')}</dd></div>`}
  </dl>`
}

function joined(source: SourceRecord): Html {
  return html`${source.spans.map(({ text }, index) => html`${index === 0 ? '' : ' … '}${text}`)}`
}

function renderEvidence(evidence: readonly Evidence[]): Html {
  return html`<ul class="evidence">${evidence.map(({ stage, version, rule, detail }) => {
    const by = html`<span class="rule"><code>${rule}</code> ${stage} ${version}</span>`
    if (isVerdict(detail)) return html`<li>${renderVerdict(describeVerdict(detail), by)}</li>`
    const { reason, ...figures } = detail
    const rest = Object.entries(figures).map(([name, value]) => `${name} ${inWords(value)}`)
    return html`<li>${typeof reason === 'string' ? html`${reason} ` : ''}${by}${
      rest.length === 0 ? '' : html`<span class="figures-of-rule">${rest.join(', ')}</span>`
    }</li>`
  })}</ul>`
}

function renderVerdict({ sentence, ...reasons }: VerdictWords, by: Html): Html {
  const list = (side: 'for' | 'against') =>
    reasons[side].length === 0
      ? ''
      : html`<div><dt>${side}</dt><dd>${reasons[side].map((reason, index) => html`${index === 0 ? '' : html`<br>`}${reason}`)}</dd></div>`
  return html`${sentence} ${by}<dl class="verdict">${list('for')}${list('against')}</dl>`
}

/** Figures for people: three digits are enough, and the names of fields say nothing that their order does not. */
function inWords(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(3)))
  if (Array.isArray(value)) return value.map(inWords).join('; ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(inWords).join(' ')
  return String(value)
}

/** Whom a claim accuses, with what answers it. */
function renderReplies({ rightOfReply: { accuses, replies }, article }: Explanation, links: Links): Html {
  if (accuses === null) return html``
  const items = replies.map(one =>
    renderAnswer(
      one,
      { id: one.reply_id, uri: one.reply_article_uri, words: one.reply, who: one.replier_name },
      article,
      links,
    ),
  )
  return html`<p>Accused: “${accuses.accused}” <span class="offsets">${accuses.start}–${accuses.end}</span>. ${accuses.reason}</p>${
    items.length === 0 ? html`<p>Nothing that was read answers it.</p>` : html`<ul class="evidence">${items}</ul>`
  }`
}

/** The accusations that a claim answers. */
function renderAnswers({ rightOfReply: { answers }, article }: Explanation, links: Links): Html {
  return html`<ul class="evidence">${answers.map(one =>
    renderAnswer(
      one,
      { id: one.accusation_id, uri: one.accusation_article_uri, words: one.accusation, who: one.accuser },
      article,
      links,
    ),
  )}</ul>`
}

interface OtherSide {
  readonly id: string
  readonly uri: string
  readonly words: string | null
  readonly who: string | null
}

function renderAnswer(
  { kind, replier, reason }: AnsweredAccusation,
  { id, uri, words, who }: OtherSide,
  article: Explanation['article'],
  links: Links,
): Html {
  const place = placeOfWords(id)
  const told = words ?? 'without words'
  return html`<li>${link(place === null ? links.claim(id) : links.words(place), told)} <span class="rule">${kind}, ${
    replier
  }${who === null ? '' : html`; ${who}`}${uri === article.uri ? '' : html`; ${uri}`}</span> ${reason}</li>`
}

function renderReferences(ids: readonly string[], links: Links): Html {
  return html`<ul class="references">${ids.map(id => html`<li>${link(links.claim(id), html`<code>${id.slice(0, 8)}</code>`)}</li>`)}</ul>`
}

function renderRejected({ rejected }: Explanation): Html {
  if (rejected.length === 0) return html`<p>Nothing else was considered.</p>`
  return html`<ul class="evidence">${rejected.map(
    ({ text, start, end, stage, rule, reason }) =>
      html`<li>“${text}” <span class="offsets">${start}–${end}</span> ${reason} <span class="rule"><code>${rule}</code> ${stage}</span></li>`,
  )}</ul>`
}

/** What people said of a claim, oldest first. */
export function renderCorrections(corrections: readonly Correction[]): Html {
  return html`<ol class="evidence">${corrections.map(correction => {
    const { note, corrected_by, corrected_at, state } = correction
    const says = sayCorrection(correction)
    return html`<li class="${state === 'in force' ? '' : 'is-past'}">${says.join('; ')}${
      note === null ? '' : html`${says.length > 0 ? ': ' : ''}“${note}”`
    } <span class="rule">${corrected_by === null ? '' : html`${corrected_by}, `}${instant(corrected_at)}, ${state}</span></li>`
  })}</ol>`
}

/** Where a claim's article came from, and the hashes of its text and bytes. */
export function renderOrigin(
  { article, inputs, versions }: Pick<Explanation, 'article' | 'inputs' | 'versions'>,
  links: Links,
): Html {
  const told = {
    title: article.title,
    byline: article.byline,
    publisher: article.publisher,
    published: article.publishedAt,
    modified: article.modifiedAt,
    section: article.section,
  }
  return html`<dl class="facts">
    <div><dt>from</dt><dd>${article.uri}</dd></div>
    ${inputs.map(input => html`<div><dt>read in</dt><dd>${input.location}${input.retrieved_at === null ? '' : html`, got ${instant(input.retrieved_at)}`}</dd></div>`)}
    ${versions
      .filter(({ versions }) => versions > 1)
      .map(
        ({ article_id, version, versions }) =>
          html`<div><dt>version</dt><dd>${version} of ${versions}${article_id === article.id ? ', this one' : html`: ${link(links.article(article_id), article_id.slice(0, 12))}`}</dd></div>`,
      )}
    ${Object.entries(told).map(([name, value]) => (value === null ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}
    <div><dt>text</dt><dd>${number(article.characters)} characters, SHA-256 <code class="hash">${article.id}</code></dd></div>
    <div><dt>bytes</dt><dd>decoded as ${article.decodedAs}, SHA-256 <code class="hash">${article.rawSha256}</code></dd></div>
    ${article.warnings.map(warning => html`<div><dt>warning</dt><dd>${warning}</dd></div>`)}
  </dl>`
}

/** The runs that made a claim, with all versions. */
export function renderRuns({ stages }: Pick<Explanation, 'stages'>, links: Links): Html {
  const groups = [...Map.groupBy(stages, ({ run }) => run.id)]
  return html`${groups.map(([id, group]) => {
    const { startedAt, configuration } = (group[0] as (typeof group)[number]).run
    const { hearsay, node, libraries } = configuration
    return html`<p>${link(links.run(id), `Run ${id}`)}, ${instant(startedAt)}, Hearsay ${hearsay}, Node ${node}; stages ${group
      .map(({ name, version }) => `${name} ${version}`)
      .join(', ')}; ${Object.entries(libraries)
      .map(entry => entry.join(' '))
      .join(', ')}</p>`
  })}`
}
