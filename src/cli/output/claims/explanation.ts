import type { Explanation } from '../../../audit/explain.ts'
import { describeVerdict, isVerdict, type VerdictWords } from '../../../audit/model-verdict.ts'
import { type ExplanationSection, tellExplanation } from '../../../audit/tell-explanation.ts'
import type { Evidence } from '../../../domain/layers.ts'
import type { GroundedField, SourceRecord, TextSpan } from '../../../domain/record.ts'
import { labelOfSourceField, SHOWN_SOURCE_FIELDS } from '../../../domain/source-fields.ts'
import type { AnsweredAccusation } from '../../../store/queries/across/replies.ts'
import type { VersionView } from '../../../store/schema.ts'
import type { Paint } from '../paint.ts'
import { toVisibleLine } from '../visible.ts'
import { describeCorrection } from './correction.ts'
import { describeDetail } from './evidence-detail.ts'

/**
 * An explanation as lines for people, a headed paragraph a question.
 *
 * @param calibrated what the confidence is read as by the desk's own corrections, where it is calibrated
 */
export function formatExplanation(explanation: Explanation, paint: Paint, calibrated: number | null = null): string[] {
  const { claim, context } = explanation
  const labels: string[] = [claim.act, claim.quotation, explanation.stands.naming]
  if (explanation.stands.status === 'rejected') labels.push('rejected')
  if (claim.negated) labels.push('negated')
  if (claim.hedged) labels.push('hedged')
  const heading = (title: string) => ['', paint('bold', title)]
  return [
    `${paint('bold', `Claim ${claim.id}`)}`,
    `  ${labels.join(', ')}; confidence ${claim.confidence.toFixed(2)}${calibrated === null ? '' : `, ${calibrated.toFixed(2)} by this desk’s corrections`}`,
    ...heading('In context'),
    `  ${toVisibleLine(`${context.before}»${context.text}«${context.after}`.trim())}`,
    ...tellExplanation(explanation).flatMap(section => [
      ...heading(section.tells === 'spans' ? `${section.heading} (code points, end exclusive)` : section.heading),
      ...describeSection(section, explanation),
    ]),
  ]
}

function describeSection(section: ExplanationSection, explanation: Explanation): string[] {
  const { replies, answers } = explanation.rightOfReply
  switch (section.tells) {
    case 'spans':
      return explanation.spans.map(span => describeSpan(span, span.role, span.agrees))
    case 'source':
      return describeSource(explanation)
    case 'differences':
      return describeDifferences(explanation)
    case 'evidence':
      return section.evidence.flatMap(describeEvidence)
    case 'claims':
      return section.ids.map(id => `  ${id}`)
    case 'replies':
      return [
        ...describeAccused(explanation),
        ...replies.flatMap(one => describeAnswer(one, one.reply_id, one.reply_article_uri, one.reply)),
      ]
    case 'answers':
      return answers.flatMap(one => describeAnswer(one, one.accusation_id, one.accusation_article_uri, one.accusation))
    case 'corrections':
      return describeCorrections(explanation)
    case 'rejected':
      return describeRejected(explanation)
    case 'article':
      return describeArticle(explanation)
    case 'runs':
      return describeRuns(explanation)
  }
}

function describeAccused({ rightOfReply: { accuses, replies } }: Explanation): string[] {
  if (accuses === null) return []
  return [
    `  ${quote(accuses.accused)} is accused (${accuses.start}–${accuses.end}). ${toVisibleLine(accuses.reason)}`,
    ...(replies.length === 0 ? ['  Nothing that was read answers it.'] : []),
  ]
}

function describeAnswer(
  { kind, replier, reason }: AnsweredAccusation,
  id: string,
  uri: string,
  words: string | null,
): string[] {
  return [
    `  ${kind}, ${replier}: ${id.slice(0, 20)}  ${toVisibleLine(uri)}${words === null ? '' : `  ${quote(words)}`}`,
    `    ${toVisibleLine(reason)}`,
  ]
}

function describeCorrections({ corrections }: Explanation): string[] {
  return corrections.map(({ corrected_at, corrected_by, state, ...says }) => {
    const by = corrected_by === null ? '' : ` by ${toVisibleLine(corrected_by)}`
    return `  ${corrected_at}${by}: ${describeCorrection(says)}${state === 'in force' ? '' : ` (${state})`}`
  })
}

function describeDifferences({ differences, machine }: Explanation): string[] {
  const words = (value: string | null) => (value === null ? 'none' : quote(value))
  return [
    ...(machine === null ? ['  the machine missed it; somebody added it'] : []),
    ...differences.map(({ field, machine: found, editor }) =>
      machine === null
        ? `  ${field.padEnd(14)}${words(editor)}`
        : `  ${field.padEnd(14)}${words(found)} → ${words(editor)}`,
    ),
  ]
}

function describeSpan(span: TextSpan, label: string, agrees: boolean): string {
  const offsets = `${span.start}–${span.end}`
  const warning = agrees ? '' : '  THE ARTICLE HAS OTHER WORDS THERE'
  return `  ${label.padEnd(14)}${offsets.padEnd(13)}${quote(span.text)}${warning}`
}

function describeSource({ source, antecedents, cited, relayedBy, differences }: Explanation): string[] {
  const name = differences.find(({ field }) => field === 'name')
  const corrected = name === undefined ? [] : [`  corrected to ${toVisibleLine(name.editor ?? 'nobody by name')}`]
  const others = [
    ...(cited === null ? [] : [`  cites     ${quoteWords(cited)}`]),
    ...(relayedBy === null ? [] : [`  passed on by ${quoteWords(relayedBy)}`]),
  ]
  if (source === null) return ['  the text gives none', ...corrected, ...others]
  return [
    ...corrected,
    ...source.spans.map(span => describeSpan(span, source.kind, true)),
    ...describeFields(source),
    ...antecedents.map(antecedent => `  same as   ${quoteWords(antecedent)}`),
    ...others,
  ]
}

function quoteWords({ spans }: SourceRecord): string {
  return spans.map(({ text }) => quote(text)).join(' … ')
}

function describeFields(source: SourceRecord): string[] {
  return SHOWN_SOURCE_FIELDS.flatMap(name => {
    const field: GroundedField<string | number> | null = source[name]
    if (field === null) return []
    const place = field.span === null ? 'inferred' : `${field.span.start}–${field.span.end}`
    return [`  ${labelOfSourceField(name).padEnd(13)}${toVisibleLine(String(field.value))}  (${place})`]
  })
}

function describeEvidence({ stage, version, rule, detail }: Evidence): string[] {
  if (isVerdict(detail)) return [`  ${rule}  (${stage} ${version})`, ...formatVerdict(describeVerdict(detail))]
  const { reason, ...figures } = detail
  return [
    `  ${rule}  (${stage} ${version})`,
    ...(typeof reason === 'string' ? [`    ${toVisibleLine(reason)}`] : []),
    ...describeDetail(figures).map(line => `    ${toVisibleLine(line)}`),
  ]
}

function formatVerdict({ sentence, ...reasons }: VerdictWords): string[] {
  const list = (side: 'for' | 'against') =>
    reasons[side].map((reason, index) => `    ${(index === 0 ? side : '').padEnd(9)}${reason}`)
  return [`    ${sentence}`, ...list('for'), ...list('against')]
}

function describeRejected({ rejected }: Explanation): string[] {
  if (rejected.length === 0) return ['  nothing']
  return rejected.flatMap(candidate => [
    describeSpan(candidate, candidate.stage, true),
    `    ${toVisibleLine(candidate.reason)}  (${candidate.rule})`,
  ])
}

/** The URI first, then wherever else the same text came from. */
function describeInputs(uri: string, inputs: Explanation['inputs']): string[] {
  const places = new Set([uri, ...inputs.flatMap(input => [input.uri, input.location])])
  const [first, ...others] = [...places].map(toVisibleLine)
  return [`  from       ${first}`, ...others.map(place => `  also       ${place}`)]
}

/** Which of several texts under one URI an article is; nothing where there was only ever one. */
export function describeVersions(articleId: string, versions: readonly VersionView[]): string[] {
  return versions
    .filter(one => one.article_id === articleId && one.versions > 1)
    .map(({ version, versions, previous_id, next_id, uri }) => {
      const others = [
        ...(previous_id === null ? [] : [`before it ${previous_id.slice(0, 12)}`]),
        ...(next_id === null ? [] : [`after it ${next_id.slice(0, 12)}`]),
      ]
      return `  version    ${version} of ${versions} of ${toVisibleLine(uri)}; ${others.join(', ')}`
    })
}

function describeArticle({ article, inputs, versions }: Explanation): string[] {
  const told = { title: article.title, published: article.publishedAt, publisher: article.publisher }
  return [
    ...describeInputs(article.uri, inputs),
    ...describeVersions(article.id, versions),
    ...Object.entries(told).flatMap(([name, value]) =>
      value === null ? [] : [`  ${name.padEnd(11)}${toVisibleLine(value)}`],
    ),
    `  text       sha256 ${article.id}, ${article.characters} characters`,
    `  bytes      sha256 ${article.rawSha256}, decoded as ${article.decodedAs}`,
    ...article.warnings.map(warning => `  warning    ${toVisibleLine(warning)}`),
  ]
}

function describeRuns({ stages }: Explanation): string[] {
  const lines: string[] = []
  for (const [id, group] of Map.groupBy(stages, ({ run }) => run.id)) {
    const { startedAt, configuration } = (group[0] as (typeof group)[number]).run
    const { hearsay, node, libraries } = configuration
    lines.push(
      `  run ${id}, started ${startedAt}, Hearsay ${hearsay}, Node ${node}`,
      `  stages     ${group.map(({ name, version }) => `${name} ${version}`).join(', ')}`,
      `  libraries  ${Object.entries(libraries)
        .map(entry => entry.join(' '))
        .join(', ')}`,
    )
  }
  return lines
}

function quote(text: string): string {
  return `“${toVisibleLine(text)}”`
}
