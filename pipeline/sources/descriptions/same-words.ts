import type { Token } from '../../../src/domain/layers.ts'
import type { DraftSource } from '../draft-source.ts'
import type { Description } from './description.ts'

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
  const source = (firstOfWord.get(drafts) ?? indexWords(tokens, drafts)).get(lower)
  const first = source === undefined ? undefined : drafts[source]
  if (source === undefined || first === undefined) return null
  if (first.words.from >= own.words.from || first.entity !== null) return null
  const how = `The same word without number or rank stands for the “${lower}” before.`
  return { entity: null, source, rule: 'same-words', how, rivals: [] }
}

const firstOfWord = new WeakMap<readonly DraftSource[], ReadonlyMap<string, number>>()

/** Where each bare plural comes first, remembered by the list, which must be whole. */
function indexWords(tokens: readonly Token[], drafts: readonly DraftSource[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const [i, draft] of drafts.entries()) {
    const { lower } = tokens[draft.words.head] as Token
    if (isBarePlural(draft) && !first.has(lower)) first.set(lower, i)
  }
  firstOfWord.set(drafts, first)
  return first
}
