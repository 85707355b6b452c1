import { HearsayError } from '../domain/errors.ts'
import type { ArticleColumns } from './columns/voice-columns.ts'
import { labelOfMonth } from './select-voices.ts'
import { ARTICLE_DIMENSIONS, type ArticleDimension, type VoiceSelection } from './voice-selection.ts'

/** How many names are told to who asks for another. */
const SHOWN = 5
/** From this share of pairs of letters on that two names have in common they are near; "Ledgers" and "The Ledger" share 0.63. */
const NEAR = 0.4

/**
 * Refuses a selection by an outlet, section, byline or month that no article has, rather than count nothing.
 *
 * @throws HearsayError (2) that names those which are near
 */
export function requireLabels(articles: ArticleColumns, selection: VoiceSelection): void {
  for (const dimension of ARTICLE_DIMENSIONS) {
    const wanted = selection[dimension]
    if (wanted !== undefined && wanted !== null) requireLabel(articles, dimension, wanted)
  }
}

/** @throws HearsayError (2) when no article has it */
export function requireLabel(articles: ArticleColumns, dimension: ArticleDimension, wanted: string): void {
  if (dimension !== 'month' && articles[dimension].texts.includes(wanted)) return
  const known = labelsOf(articles, dimension)
  if (known.includes(wanted)) return
  throw new HearsayError(
    `No article has the ${dimension} "${wanted}": ${describe(known, nearest(known, wanted))}.`,
    'nothing-chosen',
  )
}

function describe(known: readonly string[], near: readonly string[]): string {
  if (known.length === 0) return 'none has any'
  const quote = (labels: readonly string[]) => labels.map(label => `"${label}"`).join(', ')
  if (near.length > 0) return `near ${near.length === 1 ? 'is' : 'are'} ${quote(near)}`
  return `there ${known.length === 1 ? 'is' : 'are'} ${quote(known.slice(0, SHOWN))}${known.length > SHOWN ? ' and others' : ''}`
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

/** Those that are written much like what was asked for, the nearest first; of as near ones the more frequent first. */
function nearest(known: readonly string[], wanted: string): string[] {
  const own = pairsOf(wanted)
  return known
    .map(label => ({ label, score: nearness(own, pairsOf(label)) }))
    .filter(({ score }) => score >= NEAR)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ label }) => label)
}

/** Pairs of neighbours among the letters and figures of a name, whatever its case and marks. */
function pairsOf(name: string): ReadonlySet<string> {
  const letters = [...name.normalize('NFKD').toLowerCase()].filter(letter => /[\p{L}\p{N}]/u.test(letter))
  return new Set(letters.map((letter, at) => `${letters[at - 1] ?? ''}${letter}`))
}

/** From 0 to 1: twice what both have, of all that they have (L. R. Dice, Ecology 26, 1945). */
function nearness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = one.intersection(other).size
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size)
}
