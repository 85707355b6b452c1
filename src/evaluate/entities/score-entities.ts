import { EXIT, HearsayError } from '../../domain/errors.ts'
import { type Counts, rateOf } from '../figure.ts'
import { tokenise } from '../tokenise.ts'
import { matchNames } from './match-names.ts'
import { NAME_TYPES, type NamedArticle, type NameType } from './named-article.ts'
import { scoreChains } from './score-chains.ts'

/** An article's gold and what was predicted for it. */
export interface NamedPair {
  readonly gold: NamedArticle
  readonly predicted: NamedArticle
}

/** Rates in [0, 1]. */
export interface NameFigure extends Counts {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface EntityScores {
  readonly articles: number
  readonly names: Readonly<Record<NameType, NameFigure>>
  /** Pairs of names of one person, among the person names that were found. */
  readonly joined: NameFigure
  /** Recall of the same pairs when those with a name that was not found count as missed. */
  readonly joinedOfAll: { readonly hit: number; readonly total: number; readonly share: number }
  readonly pronouns: { readonly hit: number; readonly total: number; readonly share: number }
}

/**
 * Scores names and chains over all articles together.
 *
 * @throws HearsayError (usage) when gold and predictions are about different texts: offsets would mean nothing.
 */
export function scoreEntities(pairs: readonly NamedPair[]): EntityScores {
  const names = Object.fromEntries(NAME_TYPES.map(type => [type, { hit: 0, predicted: 0, gold: 0 }])) as Record<
    NameType,
    { hit: number; predicted: number; gold: number }
  >
  const joined = { hit: 0, predicted: 0, gold: 0 }
  const pronouns = { hit: 0, total: 0 }
  let allGold = 0
  for (const { gold, predicted } of pairs) {
    if (gold.text !== predicted.text) {
      throw new HearsayError(
        `The predictions for ${gold.name} were made on another text than its gold; analyse the gold's text again.`,
        EXIT.usage,
      )
    }
    const matched = matchNames(tokenise(gold.text), gold.names, predicted.names)
    for (const { type } of gold.names) names[type].gold += 1
    for (const { type } of predicted.names) names[type].predicted += 1
    for (const pair of matched) names[(gold.names[pair.gold] as { type: NameType }).type].hit += 1
    const chains = scoreChains(gold, predicted, matched)
    joined.hit += chains.joined.hit
    joined.predicted += chains.joined.predicted
    joined.gold += chains.joined.gold
    allGold += chains.joined.allGold
    pronouns.hit += chains.pronouns.hit
    pronouns.total += chains.pronouns.total
  }
  return {
    articles: pairs.length,
    names: { person: figureOf(names.person), place: figureOf(names.place), organisation: figureOf(names.organisation) },
    joined: figureOf(joined),
    joinedOfAll: { hit: joined.hit, total: allGold, share: allGold === 0 ? 1 : joined.hit / allGold },
    pronouns: { ...pronouns, share: pronouns.total === 0 ? 1 : pronouns.hit / pronouns.total },
  }
}

function figureOf({ hit, predicted, gold }: Counts): NameFigure {
  return {
    hit,
    predicted,
    gold,
    precision: rateOf('precision', hit, predicted, gold),
    recall: rateOf('recall', hit, predicted, gold),
    f1: rateOf('f1', hit, predicted, gold),
  }
}
