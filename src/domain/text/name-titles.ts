/*
 * What stands before a name and is no part of it, in small letters and without dots. Whoever compares names leaves it away.
 */

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Forms of address, and ranks and offices as they are shortened: words that say nothing without a name. */
export const ADDRESSES = listOf(
  `alhaji capt chief cllr col cpl dame det dr elder fr gen gov hon honorable honourable kc lady lord lt madam maj mama miss mp
  mr mrs ms mx prof qc ratu rep rev reverend rt sen sgt sheik sheikh sir st supt`,
)

/** Offices and ranks in full: nouns that stand without a name, too ("the governor"). */
const OFFICES = listOf(
  `admiral ambassador archbishop attorney bishop brother captain cardinal chairman chairwoman chancellor coach colonel
  congressman congresswoman councillor councilor deputy detective director father general governor imam inspector judge
  justice lieutenant major mayor minister officer pastor pope premier president professor rabbi representative secretary
  senator sergeant sheriff sister spokesman spokesperson spokeswoman`,
)

/** Those by which some are known who have no other name: "Prince Harry". */
const ROYALTY = listOf('king prince princess queen')

/** Words of a title that stand before its noun: "acting", "prime". */
const PARTS = listOf('acting first former prime vice')

/** Whatever stands before a name that has a first and a last one without it. */
export const TITLES: ReadonlySet<string> = ADDRESSES.union(OFFICES)

/** Whatever stands before any name. */
export const ALL_TITLES: ReadonlySet<string> = TITLES.union(ROYALTY).union(PARTS)
