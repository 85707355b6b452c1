/** Of one word two, where no rule tells them. */
const WHOLE = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ["ain't", ['is', 'not']],
  ["let's", ['let', 'us']],
  ["y'all", ['you', 'all']],
])
const ENDINGS = new Map([
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ["'d", 'would'],
])
/** Behind these "'s" is "is"; behind others it may say whose something is. */
const SUBJECTS = new Set(
  'he she it that there here what who where how when this everything everybody nobody'.split(' '),
)

/**
 * The words of a contraction; others as they are.
 *
 * @example
 * expandContraction("don't") // → ['do', 'not']
 */
export function expandContraction(word: string): readonly string[] {
  const whole = WHOLE.get(word)
  if (whole !== undefined) return whole
  const at = word.lastIndexOf("'")
  if (at < 1) return [word]
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not']
  const ending = ENDINGS.get(word.slice(at))
  if (ending !== undefined) return [word.slice(0, at), ending]
  if (word.endsWith("'s") && SUBJECTS.has(word.slice(0, -2))) return [word.slice(0, -2), 'is']
  return [word]
}
