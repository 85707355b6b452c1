import type { Pos } from '../../../../src/domain/labels.ts'

/** What training learned about a word in lower case: used where capitals say nothing, as in headlines. */
export interface KnownWord {
  readonly lemma: string
  readonly pos: Pos
}

/**
 * Role and title words that stay visible to the model although they are capitalised. Every other capitalised word is
 * masked, so that the model learns how people are quoted and not who was quoted in its training data.
 */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  `president vice vice-president senator senators sen. sens. governor gov. gov representative rep. rep reps. congressman
congresswoman congressmen secretary minister ministers prime chancellor premier speaker leader chairman chairwoman chair
chairperson mayor judge justice attorney general prosecutor sheriff chief chiefs officer officers director deputy
commissioner inspector constable superintendent ambassador envoy spokesman spokeswoman spokesperson representative
representatives officials official aide aides adviser advisor advisers advisors strategist manager counsel lawyer
editor reporter correspondent columnist author writer host anchor analyst professor prof. dr. doctor mr. mrs. ms. miss
sir lord lady king queen prince princess pope bishop archbishop cardinal rev. reverend father pastor imam rabbi captain
capt. colonel col. lieutenant lt. sergeant sgt. major maj. general gen. admiral adm. commander cmdr. ceo cfo founder
co-founder executive head candidate nominee delegate lawmaker lawmakers police court house senate congress parliament
government ministry department office committee commission council agency bureau administration campaign party union
university institute center centre association federation group company corporation corp. inc. bank board court
newspaper news press post times journal magazine tribune radio television tv report poll survey study`.split(/\s+/),
)
