import type { LeftOutPassage } from '../../../domain/articles/left-out.ts'
import { METADATA_NAMES } from '../../../domain/articles/metadata-names.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import type { InputOutcome } from '../../../read/format.ts'
import type { Paint } from '../paint.ts'
import { plural } from '../plural.ts'
import { toVisible, toVisibleLine } from '../visible.ts'

/** How much of an outcome is printed. */
export interface OutcomeDetail {
  /** The article's text. */
  readonly text: boolean
  /** Passages left out as they stood there, each whole, instead of the beginning of each. */
  readonly leftOut: boolean
}

/** Characters of a passage left out that tell what it is. */
const FOLDED = 90
/** Width of the names of fields. */
const LABEL = 11

/** What reading made of one input, or of one entry of it, as lines for people. */
export function describeOutcome(outcome: InputOutcome, detail: OutcomeDetail, paint: Paint): string[] {
  const heading = paint('bold', toVisibleLine(outcome.origin.location))
  if (outcome.outcome === 'skipped') return [heading, line('skipped', outcome.reason)]
  if (outcome.outcome === 'failed') return [heading, line('failed', `${outcome.kind}: ${outcome.error}`)]
  const { article, leftOut = [], origin } = outcome
  const by = (field: keyof typeof article.origins) => {
    const words = article.origins[field]
    return words === undefined ? '' : `  ${paint('dim', `(${toVisibleLine(words)})`)}`
  }
  const { length } = new CodePointText(article.text)
  return [
    heading,
    line('article', `${article.id.slice(0, 12)}, ${plural(length, 'character')}`),
    ...METADATA_NAMES.map(([label, field]) => line(label, article[field] ?? 'none') + by(field)),
    ...(article.uri === origin.location ? [] : [line('address', article.uri) + by('uri')]),
    line('decoded', origin.decodedHow ?? article.decodedAs),
    ...article.warnings.map(warning => line('warning', warning)),
    ...(detail.text ? ['', toVisible(article.text).trimEnd()] : []),
    '',
    ...describePassages(leftOut, 'left out', detail.leftOut, paint),
  ]
}

/**
 * Passages that are no part of an article, and why: each whole, or the beginning of each.
 *
 * @param what happened to them: `left out`
 */
export function describePassages(
  passages: readonly LeftOutPassage[],
  what: string,
  isWhole: boolean,
  paint: Paint,
): string[] {
  const heading = passages.length === 0 ? `Nothing ${what}.` : `${plural(passages.length, 'passage')} ${what}:`
  const told = passages.flatMap(({ reason, text }) => {
    const why = paint('yellow', toVisibleLine(reason))
    if (!isWhole) return [`  ${why}: ${fold(toVisibleLine(text))}`]
    return [
      `  ${why}:`,
      ...toVisible(text)
        .trimEnd()
        .split('\n')
        .map(words => `    ${words}`),
    ]
  })
  return [paint('bold', toVisibleLine(heading)), ...told]
}

function fold(words: string): string {
  return words.length > FOLDED
    ? `${words
        .slice(0, FOLDED - 1)
        .toWellFormed()
        .trimEnd()}…`
    : words
}

function line(label: string, value: string): string {
  return `  ${label.padEnd(LABEL)}${toVisibleLine(value)}`
}
