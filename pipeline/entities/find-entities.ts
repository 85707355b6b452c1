import type { EntitiesLayer, Mention, TokensLayer } from '../../src/domain/layers.ts'
import { classifyNames } from './classify-names.ts'
import { dropLabels } from './drop-labels.ts'
import { findNameless } from './find-nameless.ts'
import { findNames } from './find-names.ts'
import type { Name } from './name.ts'
import { nameSpeakers } from './name-speakers.ts'
import { toMention, toOfficeMention } from './to-mention.ts'

/** An article's names as the rules read them. */
export interface RuledNames {
  /** Words that the article has in small letters. */
  readonly seenSmall: ReadonlySet<string>
  readonly names: readonly Name[]
  /** Of names, groups and documents, in text order, a longer one before those inside it. */
  readonly mentions: readonly Mention[]
}

/** Mentions by the rules alone. */
export function findEntities(layer: TokensLayer): EntitiesLayer {
  return { mentions: readNames(layer).mentions, descriptions: [] }
}

/** What a name's words do not tell, the article does: all mentions of the same words vote on what they are. */
export function readNames(layer: TokensLayer): RuledNames {
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
    mentions.push((name.office ? toOfficeMention : toMention)(tokens, name, type))
  }
  for (const mention of findNameless(tokens)) mentions.push(mention)
  return { seenSmall, names, mentions: nameSpeakers(layer, dropLabels(tokens, mentions)) }
}
