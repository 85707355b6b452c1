import fc from 'fast-check'
import type { ScoredPair } from '../../src/evaluate/compare.ts'
import type { ScoredArticle, ScoredAttribution } from '../../src/evaluate/gold/gold.ts'
import { SCORED_ROLES, type ScoredRole } from '../../src/evaluate/words/match.ts'

/** An attribution without roles or labels, to be filled in. */
export const EMPTY_ATTRIBUTION: ScoredAttribution = {
  source: [],
  cue: [],
  content: [],
  act: null,
  quotation: null,
  naming: null,
  entity: null,
  required: true,
}

const OPENING = /\[(source|cue|content|not)(\d*) /y

/**
 * Builds an article from its text with the roles in brackets, which may nest; a number says which attribution a role
 * belongs to (1 when there is none), `not` marks a passage that is no claim.
 *
 * @example
 * scoredArticle('[source Mr Mu] [cue said] [content it was [source2 she] who [cue2 asked]].')
 */
export function scoredArticle(
  bracketed: string,
  labels: Readonly<Record<number, Partial<ScoredAttribution>>> = {},
): ScoredArticle {
  const attributions = new Map<number, ScoredAttribution>()
  const notClaims: { start: number; end: number }[] = []
  const open: { role: string; number: number; start: number }[] = []
  let text = ''
  for (let position = 0; position < bracketed.length; ) {
    OPENING.lastIndex = position
    const opening = OPENING.exec(bracketed)
    const character = String.fromCodePoint(bracketed.codePointAt(position) as number)
    if (opening !== null) {
      open.push({ role: opening[1] as string, number: Number(opening[2] || 1), start: [...text].length })
      position += opening[0].length
    } else {
      const closed = character === ']' ? open.pop() : undefined
      if (closed === undefined) text += character
      else if (closed.role === 'not') notClaims.push({ start: closed.start, end: [...text].length })
      else {
        const attribution = attributions.get(closed.number) ?? { ...EMPTY_ATTRIBUTION, id: `${closed.number}` }
        const role = closed.role as ScoredRole
        const spans = [...attribution[role], { start: closed.start, end: [...text].length }]
        attributions.set(closed.number, { ...attribution, [role]: spans })
      }
      position += character.length
    }
  }
  const inOrder = [...attributions].sort(([a], [b]) => a - b)
  return {
    name: 'article',
    text,
    attributions: inOrder.map(([number, attribution]) => ({ ...attribution, ...labels[number] })),
    notClaims,
  }
}

/** Gold and predictions for the same text, each in brackets. */
export function scoredPair(
  gold: string,
  predicted: string,
  labels: {
    readonly gold?: Readonly<Record<number, Partial<ScoredAttribution>>>
    readonly predicted?: Readonly<Record<number, Partial<ScoredAttribution>>>
  } = {},
): ScoredPair {
  return { gold: scoredArticle(gold, labels.gold), predicted: scoredArticle(predicted, labels.predicted) }
}

const WORDS = 12
const TEXT = Array.from({ length: WORDS }, (_, word) => `w${word}`).join(' ')

/** Spans of up to two runs of words in a text of twelve; often none. */
const spansOfWords = fc
  .array(fc.tuple(fc.nat(WORDS - 1), fc.integer({ min: 1, max: 4 })), { maxLength: 2 })
  .map(runs => runs.map(([first, count]) => wordsOf(first, Math.min(WORDS, first + count))))

function wordsOf(first: number, end: number) {
  const offset = (word: number) => TEXT.split(' ').slice(0, word).join(' ').length + (word > 0 ? 1 : 0)
  return { start: offset(first), end: offset(end) - (end < WORDS ? 1 : 0) }
}

/** Attributions with any roles over a text of twelve words: crowded on purpose, so that they compete for each other. */
export const anyAttributions = fc.array(
  fc
    .record(
      Object.fromEntries(SCORED_ROLES.map(role => [role, spansOfWords])) as Record<ScoredRole, typeof spansOfWords>,
    )
    .map(roles => ({ ...EMPTY_ATTRIBUTION, ...roles })),
  { maxLength: 5 },
)

/** An article of that text. */
export function articleOf(attributions: readonly ScoredAttribution[]): ScoredArticle {
  return { name: 'words', text: TEXT, attributions }
}
