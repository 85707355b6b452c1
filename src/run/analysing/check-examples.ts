import { SPAN_ROLES } from '../../domain/labels.ts'
import { type NewsroomRules, type RuleExample, ruleIdOf } from '../../domain/newsroom-rules.ts'
import type { ArticleRecord, ClaimRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { readBracketedText, writeBracketedText } from '../../domain/text/bracketed-text.ts'
import { createTextArticle } from '../../read/article/create-text-article.ts'
import type { Analyser } from '../analyser.ts'

/**
 * Runs the examples of a newsroom's rules by the very analyser that is to use them.
 *
 * @returns what is wrong with the first that does not come out, as one sentence; null when all do
 */
export async function checkExamples(
  { analyseArticle }: Pick<Analyser, 'analyseArticle'>,
  rules: NewsroomRules,
): Promise<string | null> {
  const ofCue = new Set(rules.cues.map(({ id }) => id))
  for (const example of rules.examples) {
    const { text, spans } = readBracketedText(example.text) ?? { text: example.text, spans: {} }
    const record = await analyseArticle(createTextArticle(text))
    const found = record.claims.filter(claim => isBy(example.rule, claim, record))
    const problem =
      example.is === 'no'
        ? describeUnwanted(found, record)
        : found.some(claim => comesOut(claim, spans, ofCue.has(example.rule)))
          ? null
          : describeMissed(example, found, record)
    if (problem !== null)
      return (
        `${rules.file}, line ${example.line}: the rule ${example.rule} ${problem} in its example “${example.text}”; ` +
        'correct the rule or the example.'
      )
  }
  return null
}

/** Whether a rule had a part in a claim or in who its source is. */
function isBy(
  id: string,
  { evidence, sourceId, citedId, relayedById }: ClaimRecord,
  { sources }: ArticleRecord,
): boolean {
  const rule = ruleIdOf(id)
  const own = sources.filter(source => [sourceId, citedId, relayedById].includes(source.id))
  return [...evidence, ...own.flatMap(source => source.evidence)].some(one => one.rule === rule)
}

/** Whether the spans of a claim are the marked ones: of every role, or of those that are marked. */
function comesOut(
  claim: ClaimRecord,
  marked: Readonly<Partial<Record<(typeof SPAN_ROLES)[number], readonly Span[]>>>,
  isWhole: boolean,
): boolean {
  return SPAN_ROLES.every(role => {
    if (!isWhole && marked[role] === undefined) return true
    const own = claim.spans.filter(span => span.role === role)
    const wanted = marked[role] ?? []
    return (
      own.length === wanted.length &&
      own.every(({ start, end }, i) => start === wanted[i]?.start && end === wanted[i]?.end)
    )
  })
}

function describeUnwanted([unwanted]: readonly ClaimRecord[], { article }: ArticleRecord): string | null {
  return unwanted === undefined
    ? null
    : `finds what it must not, “${writeBracketedText(article.text, unwanted.spans)}”,`
}

function describeMissed(
  { rule }: RuleExample,
  found: readonly ClaimRecord[],
  { article, claims }: ArticleRecord,
): string {
  const written = (some: readonly ClaimRecord[]) =>
    some.map(({ spans }) => `“${writeBracketedText(article.text, spans)}”`).join(' and ')
  if (found.length > 0) return `finds ${written(found)} instead of what is marked`
  return `finds nothing (${claims.length === 0 ? 'no claim is found' : `without ${rule}, ${written(claims)} is found`})`
}
