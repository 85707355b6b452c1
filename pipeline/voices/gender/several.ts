import type { Token } from '../../../src/domain/layers.ts'
import { startOfCounted } from '../../words/collectives.ts'
import { readNounSign, readPluralSign } from './gender-of-word.ts'
import type { GenderSign } from './gender-rules.ts'
import { readNounPhrase } from './noun-phrase.ts'

const JOINS = /^(?:and|or|,)$/
/** So many joined nouns are read. */
const MOST = 8

/**
 * What the nouns of a source of several say of all of them: "three **women**", "a group of **mothers**". Nothing where any of them says
 * nothing ("women and children"); both where they are mixed.
 *
 * @param first token where the words begin
 * @param end where they end, UTF-16
 */
export function readSeveral(tokens: readonly Token[], first: number, end: number): GenderSign[] {
  const signs: GenderSign[] = []
  let from = first
  for (let i = 0; i < MOST; i += 1) {
    const counted = startOfCounted(tokens, headOf(tokens, from)) ?? from
    const phrase = readNounPhrase(tokens, counted)
    if (phrase.heads.length === 0) return []
    for (const head of phrase.heads) {
      const sign = readPluralSign(tokens[head] as Token) ?? readNounSign(tokens, head)
      if (sign === null || sign.rule !== 'gender-noun') return []
      signs.push(sign)
    }
    const next = tokens[phrase.end]
    if (next === undefined || next.start >= end || !JOINS.test(next.lower)) return signs
    // "Three women, all in their twenties": what is behind a comma may say more of them.
    const joined = next.text === ',' && tokens[phrase.end + 1]?.lower === 'and' ? phrase.end + 2 : phrase.end + 1
    if (next.text === ',' && readNounPhrase(tokens, joined).heads.length === 0) return signs
    from = joined
  }
  return []
}

/** The noun of "a small group | of". */
function headOf(tokens: readonly Token[], from: number): number {
  const { heads } = readNounPhrase(tokens, from)
  return heads[0] ?? from
}
