import type { Token } from '../../src/domain/layers.ts'
import { LEXICON } from './lexicon.ts'

/** Every lemma of a cue that the word lists know. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(LEXICON).flatMap(list => [...list]))

/**
 * Lemma of the word that a cue turns on. What the tagger takes for an adjective keeps its ending ("Both **requested**
 * anonymity"), so the ending is taken off where that leaves a cue that is known.
 */
export function lemmaOfCue({ lemma, pos }: Token): string {
  if (pos !== 'ADJ' || !lemma.endsWith('ed')) return lemma
  const stem = lemma.slice(0, -2)
  const undoubled = /([^aeiou])\1$/.test(stem) ? stem.slice(0, -1) : stem
  return [stem, `${stem}e`, undoubled, stem.replace(/i$/, 'y')].find(base => KNOWN.has(base)) ?? lemma
}

/** Words that say nothing by themselves: "**has been** seeking", "**also** denied". */
const CARRIED: ReadonlySet<string> = new Set(['AUX', 'ADV', 'PART', 'PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'PUNCT'])

/** Verbs that the tagger does not always know for auxiliaries. */
const LIGHT: ReadonlySet<string> = new Set(['be', 'do', 'have'])

/**
 * The word that a cue turns on, of those that a model takes for the cue: the likeliest, unless that only carries a verb, a noun
 * or an adjective that stands in the cue, too.
 */
export function headOfCue(likeliest: Token, cue: readonly Token[]): Token {
  if (!CARRIED.has(likeliest.pos) && !LIGHT.has(likeliest.lemma)) return likeliest
  const last = (...wanted: readonly Token['pos'][]) => cue.findLast(({ pos }) => wanted.includes(pos))
  return last('VERB') ?? last('NOUN', 'ADJ') ?? likeliest
}
