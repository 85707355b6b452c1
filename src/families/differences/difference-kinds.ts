/** In what a variant differs from the first seen of its family, in the order in which the kinds are told. */
export const DIFFERENCE_KINDS = [
  'speaker',
  'negation',
  'hedge',
  'number',
  'name',
  'cue',
  'to-indirect',
  'to-direct',
  'cut',
  'added',
  'reworded',
  'agency-copy',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** Between the kinds of one variant, as they are kept. */
export const BETWEEN_KINDS = '; '

/** The kinds of one variant from how they are kept. */
export function readDifferenceKinds(kept: string): DifferenceKind[] {
  return kept === '' ? [] : (kept.split(BETWEEN_KINDS) as DifferenceKind[])
}

export const DIFFERENCE_GLOSSARY: Record<DifferenceKind, string> = {
  speaker: 'the words are given to somebody else',
  negation: 'one says that it is so, the other that it is not',
  hedge: 'what one leaves open ("may", "alleged") the other states',
  number: 'a number is another, or only in one',
  name: 'a name is another, or only in one',
  cue: 'what the cue makes of it: said, admitted, claimed, denied; or its tense',
  'to-indirect': 'the first seen is quoted directly, the variant is not',
  'to-direct': 'the first seen is not quoted directly, the variant is',
  cut: 'words of the first seen are missing',
  added: 'words stand in it that the first seen has not',
  reworded: 'words are others where neither negation, hedge, number nor name is touched',
  'agency-copy': 'only one says that the words were said to an agency or another outlet ("told Reuters")',
}

/** Kinds that change what is said or who says it; the others only change how much of it is there, and how. */
export const MATTERING: readonly DifferenceKind[] = ['speaker', 'negation', 'hedge', 'number', 'name', 'cue']
