import type { Command } from 'commander'
import { requireInOrder } from '../../domain/articles/dates-in-order.ts'
import { HearsayError } from '../../domain/errors.ts'
import { readSince } from '../../store/queries/search/since.ts'
import type { ArticleColumns } from '../../voices/columns/voice-columns.ts'
import { requireLabel, requireLabels } from '../../voices/require-labels.ts'
import { type Dimension, isArticleDimension, type VoiceSelection } from '../../voices/voice-selection.ts'
import { words } from './argument.ts'

/** The options by which articles are chosen for an audit. */
export interface SelectionOptions {
  readonly article?: string
  readonly outlet?: string
  readonly section?: string
  readonly byline?: string
  readonly since?: string
  readonly until?: string
  readonly allVersions?: boolean
}

/** Two parts to compare, with what people call them. */
export interface ComparedParts {
  readonly a: VoiceSelection
  readonly b: VoiceSelection
  readonly names: { readonly a: string; readonly b: string }
}

const DAY_MS = 86_400_000

export function addSelectionOptions(command: Command): Command {
  return command
    .option('--article <article>', 'path, end of a path, or beginning of an id', words)
    .option('--outlet <name>', 'articles of this outlet only', words)
    .option('--section <name>', 'of this section only', words)
    .option('--byline <words>', 'with this byline only', words)
    .option('--since <date>', 'published then or later: 2026-05-31 or 2026-05-31T08:00:00Z')
    .option('--until <date>', 'published then or earlier; a day counts whole')
    .option('--all-versions', 'count every text; otherwise the newest version of an article stands for it')
}

/** @throws HearsayError (2) when no article has what is asked for, a date is none, or the first comes after the last. */
export function readSelection(
  articles: ArticleColumns,
  options: SelectionOptions,
  article: string | undefined,
): VoiceSelection {
  const { outlet, section, byline, since, until, allVersions } = options
  const from = since === undefined ? undefined : Date.parse(readSince(since))
  const before = until === undefined ? undefined : endOf(until)
  if (since !== undefined && until !== undefined && from !== undefined && before !== undefined)
    requireInOrder({ since, until, from, before }, { since: '--since', until: '--until' })
  const given = { article, outlet, section, byline, from, before, allVersions }
  const selection: VoiceSelection = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  requireLabels(articles, selection)
  return selection
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
    requireWithin(day, one, selection)
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
  const [a, b] = [one, other].map(label => {
    requireLabel(articles, dimension, label)
    return { ...selection, [dimension]: label }
  })
  return { a: a as VoiceSelection, b: b as VoiceSelection, names: { a: one, b: other } }
}

/** @throws HearsayError (2) when nothing is left on one side of the day */
function requireWithin(day: number, written: string, { from, before }: VoiceSelection): void {
  if ((from === undefined || from < day) && (before === undefined || day < before)) return
  throw new HearsayError(
    `Between --since and --until nothing is ${from === undefined || from < day ? 'behind' : 'before'} ${written}; choose a day in between, or leave them out.`,
    'dates-reversed',
  )
}
