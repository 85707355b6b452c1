const TITLED =
  /^["“‘]\p{Lu}[\p{L}’']*(?: (?:\p{Lu}[\p{L}’']*|an?|and|at|for|in|of|on|the|to))* \p{Lu}[\p{L}’']*[.,]?["”’]$/u

/** "“Slow Boat”", "“River of Light.”": several words with capitals in marks are a work's title, whoever it is by. */
export function isTitled(words: string): boolean {
  return TITLED.test(words)
}
