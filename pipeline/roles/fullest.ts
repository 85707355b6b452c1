import type { Token } from '../../src/domain/layers.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import { KIN } from '../word-classes.ts'
import type { Introduction } from './introduction.ts'

/** How much a form weighs against a fuller role elsewhere, in nouns. */
const WEIGHT: Readonly<Record<string, number>> = {
  title: 0.5,
  before: 1,
  behind: 1,
  predicate: -0.5,
  description: -2,
  words: -3,
  pronoun: -3,
  following: -6,
}
/** What says where somebody belongs as well as what they are tells more. */
const WITH_AFFILIATION = 1
/** Whose wife or son somebody is says less than what they do. */
const OF_FAMILY = 1.5
/** Beyond these a role is no fuller. */
const MOST_NOUNS = 4

/** What is said of somebody in several places, the fullest first; of two that are as full, the one that the article has first. */
export function fullestFirst<Told extends Omit<Introduction, 'form'> & { readonly form: string }>(
  tokens: readonly Token[],
  told: readonly Told[],
): Told[] {
  const weighed = told.map(one => ({ one, weight: (WEIGHT[one.form] ?? 0) + fullness(tokens, one) }))
  return weighed.sort((a, b) => b.weight - a.weight).map(({ one }) => one)
}

function fullness(tokens: readonly Token[], { role, affiliation }: Omit<Introduction, 'form'>): number {
  const span = role?.span ?? null
  if (span === null) return affiliation === null ? -MOST_NOUNS : -1
  let nouns = 0
  let isOfFamily = false
  for (let i = firstTokenAfter(tokens, span.start); i < tokens.length && (tokens[i] as Token).start < span.end; i += 1)
    if (/^(?:NOUN|PROPN)$/.test((tokens[i] as Token).pos)) {
      nouns += 1
      isOfFamily = KIN.has((tokens[i] as Token).lemma) && !/^(?:lawyer|partner)$/.test((tokens[i] as Token).lemma)
    }
  return Math.min(nouns, MOST_NOUNS) + (affiliation === null ? 0 : WITH_AFFILIATION) - (isOfFamily ? OF_FAMILY : 0)
}
