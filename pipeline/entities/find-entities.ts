import type { EntitiesLayer, Mention, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { classifyNames } from './classify-names.ts'
import { dropLabels } from './drop-labels.ts'
import { findNameless } from './find-nameless.ts'
import { findNames } from './find-names.ts'
import type { Name } from './name.ts'
import { nameSpeakers } from './name-speakers.ts'

/**
 * Finds mentions in text order, a longer one before those inside it. What a name's words do not tell, the article
 * does: all mentions of the same words vote on what they are.
 */
export function findEntities(layer: TokensLayer): EntitiesLayer {
  const { tokens, sentences } = layer
  const seenSmall = new Set<string>()
  for (const { text, lower } of tokens) if (text === lower) seenSmall.add(lower)
  const names = findNames(layer, seenSmall)
  const types = classifyNames(tokens, sentences, names, seenSmall)
  const mentions: Mention[] = []
  // A surname that is a town's name too is no place inside its bearer's name.
  let person: Name | null = null
  for (const [i, name] of names.entries()) {
    const type = types[i] ?? null
    if (type === null || type === 'other') continue
    if (name.nested && person !== null && name.from >= person.nameFrom && name.to <= person.to) continue
    if (type === 'person' && !name.office) person = name
    mentions.push(toMention(tokens, name, type))
  }
  for (const mention of findNameless(tokens)) mentions.push(mention)
  return { mentions: nameSpeakers(layer, dropLabels(tokens, mentions)), descriptions: [] }
}

function toMention(tokens: readonly Token[], { from, nameFrom, to, office }: Name, type: Mention['type']): Mention {
  return {
    ...spanOf(tokens, from, to),
    type,
    firstToken: from,
    endToken: to,
    name: office ? null : spanOf(tokens, nameFrom, to),
    role: office ? spanOf(tokens, from, to) : nameFrom > from ? spanOf(tokens, from, nameFrom) : null,
  }
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end }
}
