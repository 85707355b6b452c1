import type { Mention, Token, TokensLayer } from '../../../src/domain/layers.ts'
import { firstMentionAfter } from '../../positions/mentions-at.ts'
import { isRole, isTitle } from '../../word-classes.ts'
import { isOthersRole, readDescribedRole, readRole } from '../../words/other-role.ts'
import type { DraftSource } from '../draft-source.ts'
import { isNamed, type NamedEntity } from '../named-entity.ts'
import { isCalled } from './called.ts'

/** How far ahead who was described is named. */
const SENTENCES = 4
/**
 * Of so many first sentences, headline and lead, who is only called "Judge" is named as well; "a judge" is some judge, but
 * for one whom the headline is about.
 */
const LEAD = 3
const MENTIONS = 30

/**
 * Who is named soon after a description and called by its noun there: "The fire chief said … The chief, Lou Hart, said …", in a
 * headline or lead also "Judge orders recount … Judge Ann Lee said …". Null where nobody is, or several are; nor is who is introduced as
 * "a chief" the one that was spoken of.
 */
export function findAhead(
  layer: TokensLayer,
  { words }: DraftSource,
  mentions: readonly Mention[],
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): NamedEntity | null {
  const { tokens } = layer
  const [first, noun] = [tokens[words.from] as Token, tokens[words.head] as Token]
  const isOne = /^an?$/.test(first.lower)
  const isLead = noun.sentence < LEAD && (words.from === words.head || (isOne && isInHeadline(layer, noun)))
  // "Their lawyer said" in a lead is who is "lawyer Ann Lee" right below.
  const isTheirs = noun.sentence < LEAD && /^(?:his|her|its|their)$/.test(first.lower)
  if (!(first.lower === 'the' || isLead || isTheirs) || words.plural || words.pronoun !== null) return null
  if (words.mention !== null || !(isRole(noun) || isTitle(noun))) return null
  const described = readDescribedRole(tokens, words.from, words.head)
  const found = new Set<NamedEntity>()
  const start = firstMentionAfter(mentions, words.to - 1)
  for (const mention of mentions.slice(start, start + MENTIONS)) {
    if ((tokens[mention.firstToken] as Token).sentence - noun.sentence > SENTENCES) break
    const entity = entityOf.get(mention)
    if (entity?.type !== 'person' || mention.name === null || !isNamed(entity)) continue
    if ((isOne || isTheirs) && !isTitledSo(tokens, mention, noun)) continue
    if (!entity.roles.some(role => isCalled(role, noun)) || isIntroduced(tokens, mention, noun)) continue
    if (!isOthersRole(described, entity.roles.map(readRole))) found.add(entity)
  }
  const [only] = found
  return found.size === 1 ? (only as NamedEntity) : null
}

/** "Judge orders recount": whom a headline is about, the lead may call "a judge" once more. */
function isInHeadline({ tokens, sentences, paragraphs }: TokensLayer, { lower }: Token): boolean {
  const [title] = paragraphs
  if (title?.heading !== true || !isTitle(lower)) return false
  const end = sentences[title.endSentence - 1]?.endToken ?? 0
  return tokens.slice(0, end).some(token => token.lower === lower)
}

/** "**Judge** Ann Lee". */
function isTitledSo(tokens: readonly Token[], { role, firstToken, endToken }: Mention, { lower }: Token): boolean {
  return (
    role !== null && tokens.slice(firstToken, endToken).some(token => token.end <= role.end && token.lower === lower)
  )
}

/** Tokens behind a name over which "34, a retired" may stand before the noun. */
const LONGEST_BESIDE = 8

/** "Lena Moss, a teacher at another school": who is introduced as one of many is not the one that was spoken of. */
function isIntroduced(tokens: readonly Token[], { endToken }: Mention, { lower, sentence }: Token): boolean {
  if (tokens[endToken]?.text !== ',') return false
  let isOne = false
  for (let i = endToken + 1; i < endToken + LONGEST_BESIDE; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.sentence < sentence) return false
    if (token.lower === lower) return isOne
    if (/^(?:an?|another)$/.test(token.lower)) isOne = true
    else if (token.lower === 'the' || token.pos === 'VERB') return false
  }
  return false
}
