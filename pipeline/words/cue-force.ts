import { readWordList } from '../word-list.ts'

/**
 * What a cue makes of what it attributes, beyond that it was said: two articles that give the same words by "admitted" and by "claimed"
 * tell them differently. A force, a tab, and the lemma of a cue.
 */
const FORCES: ReadonlyMap<string, string> = new Map(
  [...readWordList(new URL('../lexicon/cue-force.txt', import.meta.url))].map(line => {
    const [force = '', lemma = ''] = line.split('\t')
    return [lemma, force]
  }),
)

/** The force of a cue; "plain" where it says no more than that something was said, as "said", "added" and "according to" do. */
export function forceOf(lemma: string): string {
  return FORCES.get(lemma.toLowerCase()) ?? 'plain'
}
