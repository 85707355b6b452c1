import { isNumber } from './information.ts'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** "one" and "zero" stay words: "one of them" counts nothing. */
const VALUES = new Map<string, number>([
  ...UNITS.slice(2).map((word, index) => [word, index + 2] as const),
  ...TENS.slice(2).map((word, index) => [word, (index + 2) * 10] as const),
])
const CURRENCIES = new Map([
  ['$', 'dollars'],
  ['£', 'pounds'],
  ['€', 'euros'],
  ['¥', 'yen'],
  ['₹', 'rupees'],
])
const MULTIPLES = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['mn', 'million'],
  ['bn', 'billion'],
  ['b', 'billion'],
  ['tn', 'trillion'],
])
const ONES = new Set(['a', 'one', '1'])
const LARGE = new Set(['thousand', 'million', 'billion', 'trillion'])

/**
 * Numbers in one form: "1,200" as "1200", "twenty-five" as "25", "3.5bn" as "3.5 billion", "five hundred" as "500", "%" and "per cent" as
 * "percent", "$5 million" as "5 million dollars".
 */
export function joinNumbers(words: readonly string[]): string[] {
  const joined: string[] = []
  let currency: string | null = null
  const settle = () => {
    if (currency !== null) joined.push(currency)
    currency = null
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const before = joined.at(-1)
    const sign = CURRENCIES.get(word)
    if (currency !== null && !isNumber(word) && !LARGE.has(word)) settle()
    if (sign !== undefined && isNumber(words[at + 1] ?? '')) currency = sign
    else if (word === '%' || word === 'pct' || (word === 'pc' && isNumber(before ?? ''))) joined.push('percent')
    else if (word === 'cent' && before === 'per') joined[joined.length - 1] = 'percent'
    else if (ONES.has(word) && (LARGE.has(words[at + 1] ?? '') || words[at + 1] === 'hundred')) joined.push('1')
    else if (isNumber(word)) joined.push(...digitsOf(word))
    else if (VALUES.has(word)) addValue(joined, words[at - 1], VALUES.get(word) as number)
    else if ((word === 'hundred' || word === 'thousand') && /^\d{1,3}$/.test(before ?? ''))
      joined[joined.length - 1] = String(Number(before) * (word === 'hundred' ? 100 : 1000))
    else joined.push(word)
  }
  settle()
  return joined
}

/** "five" behind "twenty" makes 25. */
function addValue(joined: string[], previous: string | undefined, value: number): void {
  const isUnit = value < 10 && previous !== undefined && TENS.includes(previous)
  if (isUnit) joined[joined.length - 1] = String(Number(joined.at(-1)) + value)
  else joined.push(String(value))
}

function digitsOf(word: string): string[] {
  const found = /^([-+]?[\d.,]*\d)([a-z]*)$/.exec(word)
  if (found === null) return [word]
  const [, digits = '', ending = ''] = found
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits
  const large = MULTIPLES.get(ending)
  if (large !== undefined) return [plain, large]
  if (ending !== '') return [plain + ending]
  if (plain === '1') return ['one']
  return /^\d{1,3}000000$/.test(plain) ? [plain.slice(0, -6), 'million'] : [plain]
}
