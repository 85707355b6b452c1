import type { Pos } from '../../../../../src/domain/labels.ts'
import type { Token } from '../../../../../src/domain/layers.ts'
import { isRole } from '../../../../word-classes.ts'
import type { Range, Reading } from '../reading.ts'

/** Parts of speech that can be somebody or something by themselves. */
export const NOMINAL: ReadonlySet<Pos> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'])
/** Parts of speech that a noun phrase is made of. */
export const CORE: ReadonlySet<Pos> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'X', 'SYM'])
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** Prepositions that join two parts of one noun phrase. */
export const LINKS = words('of for from in at with on by to near around inside behind within across against')
/** Participles and adjectives that modify the noun before them ("officials briefed on the talks"). */
export const PARTICIPLES = words(
  'briefed involved based contacted interviewed quoted named asked led surveyed questioned authorised authorized familiar close commissioned published released issued identified appointed injured affected gathered known conducted written seen tabled leaked accused acquitted arrested charged convicted jailed sentenced suspected',
)
export const RELATIVE = words('who which whom whose that')
export const TIMES = words(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight late early earlier later last next recently this',
)
/** Words before a determiner that belong to its phrase ("all the officials"). */
export const BEFORE_NOUN = words('all both half some many most several no any each either')
const NO_SOURCE = words(
  'there this that these those what which something anything nothing everything themselves himself herself itself',
)
/** Words that can stand for a noun: "the other said", "another recalled". */
const STANDS_ALONE = words(
  'other others another former latter one first second third fourth fifth sixth both all most many some',
)
/** Numbers of place, which the tagger takes for adverbs: "the third said". */
export const ORDINALS = words('first second third fourth fifth sixth')

/** Whether the range can be somebody or something that says: it holds a noun, name or personal pronoun. */
export function isSource(reading: Reading, { from, to }: Range): boolean {
  if (to <= from) return false
  const head = reading.tokens[from] as Token
  if (to - from === 1 && (NO_SOURCE.has(head.lower) || TIMES.has(head.lower))) return false
  for (let i = from; i < to; i += 1) {
    const token = reading.tokens[i] as Token
    // "The general": an adjective to the tagger.
    if (NOMINAL.has(token.pos) || STANDS_ALONE.has(token.lower) || (token.pos === 'ADJ' && isRole(token))) return true
  }
  return false
}
