import type { Mention, Sentence, TokensLayer } from '../../../src/domain/layers.ts'
import { findMentionAt } from '../../positions/mentions-at.ts'
import type { NamedEntity } from '../named-entity.ts'

/** A byline stands among so many first paragraphs, and has at most so many tokens. */
const PARAGRAPHS = 6
const LONGEST = 12

/** The person of the article's own line "By Ann Lee", or null. */
export function findByline(
  { tokens, sentences, paragraphs }: TokensLayer,
  mentions: readonly Mention[],
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): NamedEntity | null {
  for (const { firstSentence, endSentence } of paragraphs.slice(0, PARAGRAPHS)) {
    const first = (sentences[firstSentence] as Sentence | undefined)?.firstToken ?? 0
    const end = sentences[endSentence - 1]?.endToken ?? 0
    if (tokens[first]?.lower !== 'by' || end - first > LONGEST) continue
    const mention = findMentionAt(mentions, first + 1, ({ type, name }) => type === 'person' && name !== null)
    const entity = mention === undefined ? undefined : entityOf.get(mention)
    if (entity !== undefined) return entity
  }
  return null
}
