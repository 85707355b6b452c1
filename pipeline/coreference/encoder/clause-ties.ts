import type { Token } from '../../../src/domain/layers.ts'
import type { ArticleReference } from './list-references.ts'

/** Somebody whom a pronoun rather means than others, by so much of the log-odds. */
export interface Favour {
  /** Index of the reference. */
  readonly reference: number
  readonly by: number
}

/** "Ann Bo cut **her** price": what the subject of a clause does with what is somebody's, is mostly its own. */
const OWN = 2
/** "Ann Bo objected to what **she** called a farce": who finds words for what the sentence is about, is its subject. */
const CALLING = 2.5
/** "**She** added": whoever spoke last. */
const ADDING = 3
/** "**She** said": mostly, too. */
const SAYING = 0.75
/** So many sentences after somebody spoke, somebody else may have been spoken of. */
const SENTENCES_ON = 2
/** Tokens of an apposition between a name and its verb. */
const LONGEST_APPOSITION = 14
/** Tokens between a subject and what is somebody's. */
const LONGEST_PREDICATE = 4

const ADDS = /^(?:added|adds|continued|continues|concluded|concludes)$/
const SAYS =
  /^(?:said|says|told|tells|admitted|admits|argued|argues|asked|asks|claimed|claims|conceded|concedes|explained|explains|insisted|insists|recalled|recalls|replied|replies|warned|warns|wrote|writes)$/
const PREDICATE = /^(?:VERB|AUX|ADV|ADP|PART)$/

/**
 * Whom the build of sentences speaks for, by the index of a pronoun. Goes over the references once; words in quotation marks
 * are left alone.
 *
 * @param isQuoted whether a token stands in a quotation
 */
export function findFavoured(
  tokens: readonly Token[],
  references: readonly ArticleReference[],
  isQuoted: (token: number) => boolean,
): ReadonlyMap<number, Favour> {
  const favoured = new Map<number, Favour>()
  /** Who was the last to say something, and the last subject of a clause. */
  let spoke: number | null = null
  let subject: number | null = null
  for (const [i, one] of references.entries()) {
    if (isQuoted(one.from)) continue
    const { lower, sentence } = tokens[one.from] as Token
    const isPersonal = one.kind === 'he' || one.kind === 'she'
    const isHeOrShe = /^s?he$/.test(lower)
    const of = (reference: number | null) =>
      reference === null ? null : (tokens[(references[reference] as ArticleReference).from] as Token).sentence
    if (isPersonal && subject !== null && of(subject) === sentence) {
      if (isHeOrShe && /^(?:what|which)$/.test(tokens[one.from - 1]?.lower ?? ''))
        favoured.set(i, { reference: subject, by: CALLING })
      else if (
        isPossessive(tokens, one.from) &&
        doesWith(tokens, (references[subject] as ArticleReference).to, one.from)
      )
        favoured.set(i, { reference: subject, by: OWN })
    }
    const said = sayingOf(tokens, one)
    if (isHeOrShe && said !== null && spoke !== null && sentence - (of(spoke) ?? 0) <= SENTENCES_ON && !favoured.has(i))
      favoured.set(i, { reference: spoke, by: ADDS.test(said) ? ADDING : SAYING })
    if (one.kind !== 'person' && one.kind !== 'somebody' && !isHeOrShe) continue
    // "Ann Bo was less polite. “Rubbish,” she said."
    if (said !== null || (one.kind !== 'he' && one.kind !== 'she' && opensMainClause(tokens, one))) spoke = i
    if (!isHeOrShe && mayBeSubject(tokens, one)) subject = i
  }
  return favoured
}

/** The verb of saying that a reference is the subject of, in front of it or behind it, or null. */
function sayingOf(tokens: readonly Token[], { from, to }: ArticleReference): string | null {
  const { sentence } = tokens[from] as Token
  const isVerb = (at: number) => {
    const token = tokens[at]
    return token !== undefined && token.sentence === sentence && (ADDS.test(token.lower) || SAYS.test(token.lower))
  }
  if (isVerb(to)) return (tokens[to] as Token).lower
  if (isVerb(from - 1)) return (tokens[from - 1] as Token).lower
  // "A woman who asked not to be named **said**".
  if (tokens[to]?.lower === 'who') {
    for (let at = to + 2; at < to + LONGEST_APPOSITION && tokens[at]?.sentence === sentence; at += 1) {
      if (/[,“”"]/.test(tokens[at]?.text ?? '')) return null
      if (isVerb(at) && tokens[at - 1]?.pos !== 'AUX') return (tokens[at] as Token).lower
    }
  }
  if (tokens[to]?.text !== ',') return null
  if (isVerb(to + 1)) return (tokens[to + 1] as Token).lower
  for (let at = to + 1; at < to + LONGEST_APPOSITION && tokens[at]?.sentence === sentence; at += 1)
    if (tokens[at]?.text === ',') return isVerb(at + 1) ? (tokens[at + 1] as Token).lower : null
  return null
}

/** Whether somebody is the subject that a sentence begins with, also behind what they are ("The chair, Ann Bo, was"). */
function opensMainClause(tokens: readonly Token[], { from, to }: ArticleReference): boolean {
  const { sentence } = tokens[from] as Token
  const next = tokens[to]
  if (
    next === undefined ||
    next.sentence !== sentence ||
    !/^(?:,|who|ADP|ADV|AUX|VERB)$/.test(/^(?:,|who)$/.test(next.lower) ? next.lower : next.pos)
  )
    return false
  for (let at = from - 1; at > from - LONGEST_APPOSITION; at -= 1) {
    const before = tokens[at]
    if (before === undefined || before.sentence !== sentence) return true
    if (!/^(?:ADJ|DET|NOUN|NUM|PART|PROPN)$/.test(before.pos) && before.text !== ',') return false
  }
  return false
}

/** Whether no preposition or verb has the phrase for its object, and nothing is the phrase's own. */
function mayBeSubject(tokens: readonly Token[], { from, to }: ArticleReference): boolean {
  if (/^(?:'s|’s|'|’)$/.test(tokens[to]?.text ?? '')) return false
  let before = from - 1
  while (before >= 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test((tokens[before] as Token).pos)) before -= 1
  const token = tokens[before]
  if (token === undefined || token.sentence !== tokens[from]?.sentence) return true
  return !/^(?:ADP|VERB)$/.test(token.pos) || ADDS.test(token.lower) || SAYS.test(token.lower)
}

/** "His", and "her" before what is hers. */
function isPossessive(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token
  return lower === 'his' || (lower === 'her' && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(tokens[at + 1]?.pos ?? ''))
}

/** Whether nothing but a verb, with what goes with it, stands between a subject and a possessive. */
function doesWith(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > LONGEST_PREDICATE) return false
  const between = tokens.slice(from, to)
  return (
    between.some(({ pos }) => pos === 'VERB') &&
    between.every(({ pos, lower }) => PREDICATE.test(pos) && !SAYS.test(lower) && !ADDS.test(lower))
  )
}
