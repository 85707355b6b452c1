/**
 * What nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction. A joiner between letters of other scripts, or
 * in an emoji, is seen by what it does.
 */
export const UNSEEN = String.raw`[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?<=\p{Script=Latin})[\u200c\u200d]`
