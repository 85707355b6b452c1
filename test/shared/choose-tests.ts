/** What `npm test` runs, by the words behind it. */
export interface ChosenTests {
  readonly project: 'behaviour' | 'long'
  /** What is to be said before, or null. */
  readonly note: string | null
}

/**
 * The quick tests, unless only long proofs go by a name that was given.
 *
 * @param given as behind `npm test --`: parts of paths, then options of vitest's own
 * @param quick paths of the quick test files
 * @param long those of the long proofs that are not among them
 */
export function chooseTests(given: readonly string[], quick: readonly string[], long: readonly string[]): ChosenTests {
  const firstOption = given.findIndex(word => word.startsWith('-'))
  const names = firstOption < 0 ? given : given.slice(0, firstOption)
  const isNamed = (path: string) => names.some(name => path.includes(name))
  const named = long.filter(isNamed)
  if (named.length === 0) return { project: 'behaviour', note: null }
  const list = named.join(', ')
  if (!quick.some(isNamed)) return { project: 'long', note: `A long proof: ${list}.` }
  return { project: 'behaviour', note: `Long proofs of that name, for npm run check:long: ${list}.` }
}
