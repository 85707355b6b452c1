/** `1 claim`, `2 claims`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `2 of 321 claims` where a limit left some out, `321 claims` where it did not. */
export function countShown(shown: number, all: number, noun: string): string {
  return shown < all ? `${shown} of ${plural(all, noun)}` : plural(all, noun)
}
