/** Words that say nothing of which body or role it is. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'a an and at by for from in of on the to with de la le du der die das und et y his her their its our ' +
    // Any body can be called so.
    'academy administration agency association authority board bureau center centre charity church city club college ' +
    'commission committee company co corp corporation council county court department district division faculty federation ' +
    'firm foundation general government group hall hospital house inc institute institution international limited llc local ' +
    'ltd ministry national network office organisation organization party plc police public research royal school section ' +
    'service services society state town trust union unit university village ' +
    // What goes before a role and leaves it what it is.
    'acting assistant associate chief current deputy emeritus ex executive first former head junior late lead leading local ' +
    'member new old principal retired second senior then vice'
  ).split(' '),
)

/**
 * The words that tell a role or body from others, in small letters; of a long name its initials too, so that it is found again
 * under them. Empty when nothing does ("the university").
 */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}.'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const telling = new Set(words.map(word => word.toLowerCase()).filter(word => !PLAIN.has(word)))
  const initials = words.filter(word => /^\p{Lu}/u.test(word)).map(word => [...word][0])
  if (telling.size > 0 && initials.length > 2) telling.add(initials.join('').toLowerCase())
  return telling
}

export function shareWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return !a.isDisjointFrom(b)
}
