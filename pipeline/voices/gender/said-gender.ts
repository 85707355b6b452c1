import type { Token } from '../../../src/domain/layers.ts'
import { signOf } from './gender-of-word.ts'
import type { GenderSign } from './gender-rules.ts'

/** Words that say of somebody that they are neither woman nor man. */
const NONBINARY: ReadonlySet<string> = new Set([
  'nonbinary',
  'non-binary',
  'genderqueer',
  'agender',
  'genderfluid',
  'gender-fluid',
  'enby',
])
/** What may stand between somebody and the word: "Bo Lee, 30, **who came out as** nonbinary". */
const LINKS: ReadonlySet<string> = new Set([
  ...'who is was are were be being has have had since identifies identified identify identifying describes described as a an the and came come coming out openly first only also now publicly themself themselves'.split(
    ' ',
  ),
  ',',
])
/** Tokens looked back over for who the word is said of, or ahead. */
const REACH = 12
/** Tokens between a pair of pronouns and the word "pronouns". */
const NEAR = 4
const PAIRS: ReadonlyMap<string, readonly [string, GenderSign['gender']]> = new Map([
  ['they', ['them', 'nonbinary']],
  ['she', ['her', 'woman']],
  ['he', ['him', 'man']],
])

/**
 * What the article says outright of how somebody is spoken of, by chain. Goes over the tokens once.
 *
 * @param chainAt chain of the person whose name, or a pronoun for whom, covers a token
 */
export function findSaidGenders(
  tokens: readonly Token[],
  chainAt: ReadonlyMap<number, number>,
): ReadonlyMap<number, GenderSign[]> {
  const said = new Map<number, GenderSign[]>()
  const add = (chain: number | null, sign: GenderSign) => {
    if (chain === null) return
    const known = said.get(chain)
    if (known === undefined) said.set(chain, [sign])
    else known.push(sign)
  }
  let latest: { readonly chain: number; readonly sentence: number } | null = null
  for (const [i, token] of tokens.entries()) {
    const chain = chainAt.get(i)
    if (chain !== undefined) latest = { chain, sentence: token.sentence }
    if (isNonbinary(token)) {
      const holder = findHolder(tokens, i, chainAt)
      add(holder, signOf('gender-said', 'nonbinary', token, `“${token.text}” is said of them.`))
    }
    const pair = readPair(tokens, i)
    if (pair === null || latest === null || token.sentence - latest.sentence > 1) continue
    add(latest.chain, signOf('gender-said', pair.gender, pair.span, 'These are given as their pronouns.'))
  }
  return said
}

/** Whether a word says of somebody that they are neither woman nor man. */
export function isNonbinary({ lower }: Token): boolean {
  return NONBINARY.has(lower)
}

function findHolder(tokens: readonly Token[], at: number, chainAt: ReadonlyMap<number, number>): number | null {
  const { sentence } = tokens[at] as Token
  // "The nonbinary artist Bo Lee".
  for (let i = at + 1; i < at + REACH && tokens[i]?.sentence === sentence; i += 1) {
    const chain = chainAt.get(i)
    if (chain !== undefined) return chain
    const { pos } = tokens[i] as Token
    if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'PROPN' && tokens[i]?.text !== '-') break
    // "Nonbinary people".
    if (pos === 'NOUN' && isPlural(tokens[i] as Token)) return null
  }
  // "Bo Lee, an economist who is nonbinary": what somebody is called stands between, and nobody else.
  let [isClause, isCalled] = [false, false]
  for (let i = at - 1; i > at - REACH && tokens[i]?.sentence === sentence; i -= 1) {
    const chain = chainAt.get(i)
    if (chain !== undefined) return chain
    const { lower, pos } = tokens[i] as Token
    isClause ||= lower === 'who'
    if (isClause && pos === 'NOUN') isCalled = true
    else if (isCalled && lower === 'and') return null
    else if (!LINKS.has(lower) && pos !== 'NUM' && pos !== 'ADJ') return null
  }
  return null
}

function isPlural({ lower, lemma }: Token): boolean {
  return lower === 'people' || (lower !== lemma && lower.endsWith('s'))
}

/** "They/them" as one token or three, "they and them", with "pronouns" nearby. */
function readPair(
  tokens: readonly Token[],
  at: number,
): { gender: GenderSign['gender']; span: { start: number; end: number } } | null {
  const first = tokens[at] as Token
  const { lower } = first
  const [whole] = lower.split('/') as [string]
  const known = PAIRS.get(whole)
  if (known === undefined) return null
  const [object, gender] = known
  let last = at
  if (lower !== whole) {
    if (!lower.startsWith(`${whole}/${object}`)) return null
  } else {
    const joint = tokens[at + 1]?.text
    if ((joint !== '/' && joint !== 'and') || tokens[at + 2]?.lower !== object) return null
    last = at + 2
  }
  for (let i = Math.max(0, at - NEAR); i <= last + NEAR; i += 1)
    if (tokens[i]?.lower === 'pronouns' || tokens[i]?.lower === 'pronoun')
      return { gender, span: { start: first.start, end: (tokens[last] as Token).end } }
  return null
}
