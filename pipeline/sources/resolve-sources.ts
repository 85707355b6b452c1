import type {
  AttributionsLayer,
  Chain,
  EntitiesLayer,
  QuotationsLayer,
  SourcesLayer,
  TokensLayer,
} from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { findAnonymityStatements } from './anonymity.ts'
import { type DraftSource, draftSource } from './draft-source.ts'
import { finishSource } from './finish-source.ts'
import { joinBodies } from './join-bodies.ts'
import { joinPeople } from './join-people.ts'
import { linkAnonymity } from './link-anonymity.ts'
import { readSourceWords } from './source-words.ts'
import { walkArticle } from './walk-article.ts'

type StageName = { readonly name: string; readonly version: number }

/** The layers that sources are resolved with. */
export interface Reading {
  readonly tokens: TokensLayer
  readonly entities: EntitiesLayer
  readonly quotations: QuotationsLayer
  readonly attributions: AttributionsLayer
}

/**
 * Joins the mentions of an article to chains and resolves the source of every attribution: names first, then, in text
 * order, pronouns and descriptions of somebody who was named or introduced before ("one of the officials"). What an
 * unnamed source is said to be once holds for every later expression that is resolved to it. Spans are UTF-16.
 */
export function resolveSources(
  text: string,
  { tokens: layer, entities, quotations, attributions: { attributions } }: Reading,
  stage: StageName,
): SourcesLayer {
  const { tokens, sentences } = layer
  const { mentions } = entities
  const joined = [...joinPeople(text, tokens, mentions), ...joinBodies(text, tokens, mentions)]
  const entityOf = new Map(joined.flatMap(entity => entity.mentions.map(mention => [mention, entity] as const)))
  const drafts: DraftSource[] = []
  const bySpan = new Map<string, number>()
  const order = attributions
    .map((attribution, i) => ({ attribution, i }))
    .filter(({ attribution }) => attribution.source.length > 0)
  order.sort((a, b) => (a.attribution.source[0] as Span).start - (b.attribution.source[0] as Span).start)
  const sourceOf: (number | null)[] = attributions.map(() => null)
  for (const { attribution, i } of order) {
    const key = attribution.source.map(({ start, end }) => `${start}-${end}`).join(' ')
    const known = bySpan.get(key)
    if (known !== undefined) {
      sourceOf[i] = known
      continue
    }
    const words = readSourceWords(tokens, mentions, attribution.source)
    if (words === null) continue
    bySpan.set(key, drafts.length)
    sourceOf[i] = drafts.length
    drafts.push(draftSource(text, layer, attribution.source, words, entityOf))
  }
  const speeches = attributions.flatMap(({ content }, i) =>
    content.map(({ start, end }) => ({ start, end, draft: drafts[sourceOf[i] ?? -1] ?? null })),
  )
  const walk = { text, layer, quotations, entities: joined, entityOf, mentions, drafts, speeches }
  const { pronouns, meant } = walkArticle(walk)
  linkAnonymity(text, findAnonymityStatements(text, sentences), drafts, tokens, meant)
  const indexOf = new Map(mentions.map((mention, i) => [mention, i] as const))
  return {
    sources: drafts.map(draft => finishSource(text, tokens, mentions, draft, drafts, stage)),
    sourceOf,
    chains: joined.map(
      (entity): Chain => ({
        name: entity.name,
        type: entity.type,
        mentions: entity.mentions.map(mention => indexOf.get(mention) as number),
        pronouns: pronouns.get(entity) ?? [],
      }),
    ),
  }
}
