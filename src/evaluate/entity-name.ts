/** What abbreviations of states and unions stand for. */
const STATES: Readonly<Record<string, string>> = {
  eu: 'european union',
  uk: 'united kingdom',
  un: 'united nations',
  us: 'united states',
  usa: 'united states',
}

/**
 * Whether a resolved name is the one the gold gives. Gold may give a second form in brackets, "Washington (the United
 * States government)"; either is right. Case, points, "the" and "of" and the order of words don't matter ("the
 * government of Kenya", "Kenya government"); "US" is "United States".
 */
export function sameEntity(gold: string, predicted: string): boolean {
  const found = normaliseName(predicted)
  return readForms(gold).some(form => normaliseName(form) === found)
}

function readForms(gold: string): readonly string[] {
  const bracketed = /^(.+?)\s*\(([^()]+)\)\s*$/u.exec(gold)
  return bracketed === null ? [gold] : [gold, bracketed[1] as string, bracketed[2] as string]
}

function normaliseName(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKC')
    // "U.S." is one word; without this its letters would be two.
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return (words ?? [])
    .filter(word => word !== 'the' && word !== 'of')
    .flatMap(word => STATES[word]?.split(' ') ?? word)
    .sort()
    .join(' ')
}
