import type { Token } from '../../src/domain/layers.ts'
import type { DraftSource } from './draft-source.ts'
import type { Description } from './resolve-description.ts'

/** "officials", "residents": no number, no rank, nothing behind. */
export function isBarePlural({ words, spans }: DraftSource): boolean {
  const bare = words.from === words.head && words.headEnd === words.to && spans.length === 1
  return bare && words.plural && words.pronoun === null && words.mention === null
}

/** The first source of the same bare plural: an article that goes on with "officials" introduces nobody. */
export function findSameWords(
  tokens: readonly Token[],
  own: DraftSource,
  drafts: readonly DraftSource[],
): Description | null {
  const { lower } = tokens[own.words.head] as Token
  const source = drafts.findIndex(
    other =>
      other.words.from < own.words.from && isBarePlural(other) && (tokens[other.words.head] as Token).lower === lower,
  )
  if (source < 0 || (drafts[source] as DraftSource).entity !== null) return null
  const how = `The same word without number or rank stands for the “${lower}” before.`
  return { entity: null, source, rule: 'same-words', how, rivals: [] }
}
