/*
 * What the encoder says has other last digits on other kinds of processor (its sums are made in another order), so that
 * now and then a claim at a threshold is one on this machine and none on that one. Documents show what one machine printed.
 */

const NUMBER = /\d+(?:\.\d+)?/g
/** By how much a count may differ: two, or one in a hundred. */
const LEAST_COUNT = 2
const SHARE_OF_COUNT = 0.01
/** By how much a share or a confidence may. */
const LEAST_SHARE = 0.02

/**
 * A text with the numbers of another, where both differ in nothing else and no number is further from its counterpart than
 * another processor explains; else the text as it is.
 */
export function withLastDigitsOf(text: string, other: string): string {
  if (words(text) !== words(other)) return text
  const [numbers, others] = [text.match(NUMBER) ?? [], other.match(NUMBER) ?? []]
  return numbers.every((number, index) => isNear(number, others[index] as string)) ? other : text
}

/** Without numbers, and without the blanks that fill a column up to the widest of them. */
function words(text: string): string {
  return text.replaceAll(NUMBER, '#').replaceAll(/ +/g, ' ')
}

function isNear(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)]
  const isShare = one.includes('.') || other.includes('.')
  const most = isShare ? LEAST_SHARE : Math.max(LEAST_COUNT, SHARE_OF_COUNT * Math.max(a, b))
  // Of decimal fractions the difference is a little more or less than it is written.
  return Math.abs(a - b) <= most + 1e-9
}
