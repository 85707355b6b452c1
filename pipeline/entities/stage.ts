import type { MentionType } from '../../src/domain/labels.ts'
import type { EntitiesLayer, Mention, Token, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { classifyName } from './classify-name.ts'
import { findNames, type NameRun } from './names.ts'

/** Mentions of people, organisations and places by name. */
export const entitiesStage: Stage<'tokens', 'entities'> = {
  name: 'entities',
  version: 1,
  needs: ['tokens'],
  adds: ['entities'],
  run: (_article, layers) => ({ entities: findEntities(layers.tokens) }),
}

/**
 * Finds named mentions. What a name's words do not tell, the article does: a surname is a person's where the full name
 * stands anywhere in the article; a name of two or more words that nothing else claims is a person's.
 */
export function findEntities(layer: TokensLayer): EntitiesLayer {
  const { tokens } = layer
  const runs = findNames(layer)
  const types = runs.map(run => classifyName(tokens, run))
  const surnames = new Set<string>()
  for (const [i, run] of runs.entries()) {
    if (types[i] === 'person') surnames.add((tokens[run.to - 1] as Token).lower)
  }
  const mentions: Mention[] = []
  for (const [i, run] of runs.entries()) {
    const type = resolveType(tokens, run, types[i] ?? null, surnames)
    mentions.push({
      ...spanOf(tokens, run.from, run.to),
      type,
      firstToken: run.from,
      endToken: run.to,
      name: spanOf(tokens, run.nameFrom, run.to),
      role: run.nameFrom > run.from ? spanOf(tokens, run.from, run.nameFrom) : null,
    })
  }
  return { mentions }
}

function resolveType(
  tokens: readonly Token[],
  run: NameRun,
  type: MentionType | null,
  surnames: ReadonlySet<string>,
): MentionType {
  if (type !== null) {
    // "Washington" is a place unless the article has a person of that surname.
    const single = run.to - run.nameFrom === 1
    return single && type === 'place' && surnames.has((tokens[run.nameFrom] as Token).lower) ? 'person' : type
  }
  if (surnames.has((tokens[run.to - 1] as Token).lower)) return 'person'
  const words = run.to - run.nameFrom
  return words === 2 || words === 3 ? 'person' : 'organisation'
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end }
}
