import type { Command } from 'commander'
import { HearsayError } from '../../domain/errors.ts'
import { readSince } from '../../store/queries/search/since.ts'
import type { ArticleColumns } from '../../voices/columns/voice-columns.ts'
import { labelOfMonth } from '../../voices/select-voices.ts'
import {
  type ArticleDimension,
  type Dimension,
  isArticleDimension,
  type VoiceSelection,
} from '../../voices/voice-selection.ts'
import { words } from './argument.ts'

/** The options by which articles are chosen for an audit. */
export interface SelectionOptions {
  readonly article?: string
  readonly outlet?: string
  readonly section?: string
  readonly byline?: string
  readonly since?: string
  readonly until?: string
}

/** Two parts to compare, with what people call them. */
export interface ComparedParts {
  readonly a: VoiceSelection
  readonly b: VoiceSelection
  readonly names: { readonly a: string; readonly b: string }
}

const DAY_MS = 86_400_000
/** How many of the known ones are told to who asks for another. */
const SHOWN = 5

export function addSelectionOptions(command: Command): Command {
  return command
    .option('--article <article>', 'path, end of a path, or beginning of an id', words)
    .option('--outlet <name>', 'articles of this outlet only', words)
    .option('--section <name>', 'of this section only', words)
    .option('--byline <words>', 'with this byline only', words)
    .option('--since <date>', 'published then or later: 2026-05-31 or 2026-05-31T08:00:00Z')
    .option('--until <date>', 'published then or earlier; a day counts whole')
}

/** @throws HearsayError (2) when no article has what is asked for, or a date is none. */
export function readSelection(
  articles: ArticleColumns,
  options: SelectionOptions,
  article: string | undefined,
): VoiceSelection {
  const { since, until } = options
  return {
    ...(article === undefined ? {} : { article }),
    ...Object.fromEntries(
      (['outlet', 'section', 'byline'] as const).flatMap(dimension => {
        const wanted = options[dimension]
        return wanted === undefined ? [] : [[dimension, requireKnown(articles, dimension, wanted)]]
      }),
    ),
    ...(since === undefined ? {} : { from: Date.parse(readSince(since)) }),
    ...(until === undefined ? {} : { before: endOf(until) }),
  }
}

/** The first millisecond after a time, or after a day. */
function endOf(until: string): number {
  const start = Date.parse(readSince(until))
  return start + (/^\d{4}-\d{2}-\d{2}$/.test(until) ? DAY_MS : 1)
}

/**
 * @param what A dimension and two of its labels, or `date` and a day.
 * @throws HearsayError (2) when it is neither, or no article has the label.
 */
export function readComparison(
  articles: ArticleColumns,
  selection: VoiceSelection,
  what: readonly string[],
  by: readonly Dimension[] | undefined,
): ComparedParts {
  if (by?.some(isArticleDimension) === true)
    throw new HearsayError(
      'With --compare, --by takes gender, type, function, naming or kind only; choose one of them.',
      'argument-conflict',
    )
  const [dimension, one, other] = what
  if (dimension === 'date' && one !== undefined && what.length === 2) {
    const day = Date.parse(readSince(one))
    const [before, from] = [Math.min(day, selection.before ?? day), Math.max(day, selection.from ?? day)]
    const names = { a: `before ${one}`, b: `from ${one} on` }
    return { a: { ...selection, before }, b: { ...selection, from }, names }
  }
  const isKnown = dimension === 'outlet' || dimension === 'section' || dimension === 'byline' || dimension === 'month'
  if (!isKnown || one === undefined || other === undefined || what.length !== 3)
    throw new HearsayError(
      '--compare takes a kind and two of it, such as outlet "The Ledger" "Harbour Times" or month 2026-05 2026-06, or date and a day.',
      'value-invalid',
    )
  const [a, b] = [one, other].map(label => ({ ...selection, [dimension]: requireKnown(articles, dimension, label) }))
  return { a: a as VoiceSelection, b: b as VoiceSelection, names: { a: one, b: other } }
}

function requireKnown(articles: ArticleColumns, dimension: ArticleDimension, wanted: string): string {
  const known = labelsOf(articles, dimension)
  if (known.includes(wanted)) return wanted
  const listed = known.slice(0, SHOWN).map(label => `"${label}"`)
  const some =
    known.length === 0 ? 'none has any' : `there are ${listed.join(', ')}${known.length > SHOWN ? ' and others' : ''}`
  throw new HearsayError(`No article has the ${dimension} "${wanted}": ${some}.`, 'nothing-chosen')
}

/** The labels that occur, most frequent first, then in the order of their characters. */
function labelsOf(articles: ArticleColumns, dimension: ArticleDimension): string[] {
  const counts = new Map<string | null, number>()
  for (let article = 0; article < articles.length; article++) {
    const label =
      dimension === 'month'
        ? labelOfMonth(articles.month[article] as number)
        : (articles[dimension].texts[articles[dimension].number[article] as number] as string | null)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || (String(one) < String(other) ? -1 : 1))
    .flatMap(([label]) => label ?? [])
}
