/** The form by which a word is aligned: the same for what tense, number and person make of it. */
export function keyOf(word: string): string {
  return word.length > 4 ? word.replace(/'?s$/, '') : word
}
