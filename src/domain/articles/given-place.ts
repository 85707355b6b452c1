const SCHEME = 'given:'

/**
 * The place of something that was given in the browser: it lies in no folder, and what two people give under one name is
 * not the same place.
 *
 * @param at when it was given, ISO 8601
 * @example
 * givenPlace('2026-11-30T16:40:12.345Z', 'budget.html') // → 'given:2026-11-30T16-40-12.345Z/budget.html'
 */
export function givenPlace(at: string, name: string): string {
  return `${SCHEME}${at.replaceAll(':', '-')}/${name}`
}

/** Whether a place is one where no file ever lay. */
export function isGivenPlace(location: string): boolean {
  return location.startsWith(SCHEME)
}
