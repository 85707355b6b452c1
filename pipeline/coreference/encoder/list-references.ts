import type { EntitiesLayer, Mention, Token } from '../../../src/domain/layers.ts'
import { type Kind, kindOfPronoun, type Reference, readReference } from '../reference.ts'

/** A reference of an article, and the mention that it is, where it is one. */
export interface ArticleReference extends Reference {
  /** Index of the mention, or null for a description or pronoun. */
  readonly mention: number | null
}

/** Names, offices, descriptions and pronouns of an article, in text order. */
export function listReferences(
  tokens: readonly Token[],
  { mentions, descriptions }: EntitiesLayer,
): ArticleReference[] {
  const found: { kind: Kind; from: number; to: number; mention: number | null }[] = []
  const named = new Uint8Array(tokens.length)
  for (const [index, mention] of mentions.entries()) {
    const kind = kindOf(mention)
    if (kind === null) continue
    const from = startOfName(tokens, mention)
    named.fill(1, from, mention.endToken)
    found.push({ kind, from, to: mention.endToken, mention: index })
  }
  for (const { type, firstToken: from, endToken } of descriptions) {
    // "The chief Ann | Lee": a name that it runs into is none of it.
    let to = endToken
    while (to > from && named[to - 1] === 1) to -= 1
    if (to === from) continue
    found.push({ kind: type === 'person' ? 'somebody' : 'body', from, to, mention: null })
  }
  tokens.forEach(({ lower }, i) => {
    const kind = named[i] === 1 ? null : kindOfPronoun(lower)
    if (kind !== null) found.push({ kind, from: i, to: i + 1, mention: null })
  })
  found.sort((a, b) => a.from - b.from || a.to - b.to)
  return found.map(one => ({ ...readReference(tokens, one), mention: one.mention }))
}

function kindOf({ type, name }: Mention): Kind | null {
  if (type !== 'person' && type !== 'place' && type !== 'organisation') return null
  return name === null ? 'somebody' : type
}

function startOfName(tokens: readonly Token[], { firstToken, endToken, name }: Mention): number {
  let from = firstToken
  while (name !== null && from < endToken - 1 && (tokens[from] as Token).start < name.start) from += 1
  return from
}
