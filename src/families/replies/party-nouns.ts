import { BODY_NOUNS, PERSON_NOUNS } from './words.ts'

/** The noun for a person or body that a word is a form of: its plural, its genitive, an "ex-director". */
export function nounIn(folded: string): { readonly noun: string; readonly isPlural: boolean } | null {
  const bare = folded.replace(/'s?$/u, '')
  for (const [noun, isPlural] of [
    [bare, false],
    [bare.replace(/ies$/u, 'y'), true],
    [bare.replace(/es$/u, ''), true],
    [bare.replace(/s$/u, ''), true],
    [bare.replace(/men$/u, 'man'), true],
    [bare.replace(/^(?:ex|co|vice|deputy)-/u, ''), false],
  ] as const)
    if (PERSON_NOUNS.has(noun) || BODY_NOUNS.has(noun)) return { noun, isPlural: isPlural && noun !== bare }
  return null
}
