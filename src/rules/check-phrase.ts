/** No phrase is longer, in words. */
const MOST_WORDS = 12

/** Words that stand everywhere and say nothing by themselves. */
const SMALL: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did do does for from had has have he
  her him his how i if in into is it its may me might more most my no not of on one or our out over shall she should so some such than
  that the their them then there these they this those to too under up us very was we were what when where which who whom whose why
  will with would you your`.split(/\s+/),
)

/** Signs of regular expressions, of which none is taken: a phrase matches by its words, so that nothing can run away. */
const PATTERN = /[\\^$|*{}[\]<>]|\(\?|\.\+|\.\*/

/** What is wrong with a phrase, or null. Names are only to be short and seen. */
export function checkPhrase(phrase: string, what: 'phrase' | 'word' | 'name'): string | null {
  if (phrase !== phrase.trim() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(phrase) || / {2}/.test(phrase))
    return `the ${what} ${JSON.stringify(phrase)} has spaces at its ends or other than single ones`
  if (!/[\p{L}\p{N}]/u.test(phrase)) return `the ${what} ${JSON.stringify(phrase)} has no letters`
  const words = phrase.split(' ')
  if (words.length > MOST_WORDS) return `the ${what} “${phrase}” has more than ${MOST_WORDS} words`
  if (what === 'name') return null
  if (PATTERN.test(phrase))
    return `the ${what} “${phrase}” looks like a pattern: it is taken word for word, so give words`
  if (words.every(word => SMALL.has(word.toLowerCase())))
    return `the ${what} “${phrase}” is made of nothing but small words, which stand everywhere`
  return null
}
