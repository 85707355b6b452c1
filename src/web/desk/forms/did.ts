/** What a form can have done, by the word that the address carries, and what is said of it on the next page. */
const SAID = {
  accepted: 'Accepted.',
  rejected: 'Rejected; Undo takes that back.',
  withdrawn: 'All corrections of the claim are withdrawn.',
  corrected: 'Saved; what the machine found is kept beside it.',
  marked: 'Marked; what the machine had marked is kept beside it.',
  unmarked: 'There are no such words now; what the machine had marked is kept.',
  undone: 'The last correction is taken back.',
  joined: 'Joined; the other claim is rejected as part of this one.',
  split: 'Split in two.',
  added: 'Added; the claim is kept among the corrections, whatever is analysed anew.',
} as const

export type Did = keyof typeof SAID

/** Nothing for a word that no form leaves, so that no link can make the page say what it likes. */
export function sayDid(did: string | null): string | null {
  return did !== null && Object.hasOwn(SAID, did) ? SAID[did as Did] : null
}
