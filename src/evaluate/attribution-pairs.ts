import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, HearsayError } from '../domain/errors.ts'
import { overlaps, type Span } from '../domain/span.ts'
import type { ScoredArticle, ScoredAttribution } from './gold.ts'

/** An attribution relation of rhetorical structure theory: the unit that attributes and the first unit attributed. */
export interface AttributionPair {
  readonly satellite: Span
  readonly nucleus: Span
}

/** One article with its pairs. Spans in Unicode code points. */
export interface PairedArticle {
  readonly name: string
  readonly text: string
  readonly pairs: readonly AttributionPair[]
}

/** How many of the pairs were found. */
export interface PairRecall {
  readonly found: number
  readonly total: number
  readonly recall: number
}

interface GumArticle {
  readonly name: string
  readonly text: string
  readonly attributions: readonly {
    readonly satellite: readonly [number, number]
    readonly nucleus: readonly [number, number]
  }[]
}

/**
 * Reads a folder of GUM news articles converted to JSON (`text`, `attributions` with `satellite` and `nucleus`).
 * @throws HearsayError (usage) when the folder holds none or a file is no such article.
 */
export function readAttributionPairs(folder: string): PairedArticle[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
  if (files.length === 0)
    throw new HearsayError(`${folder} holds no .json article; name the folder of GUM articles.`, EXIT.usage)
  return files.map(file => {
    const path = join(folder, file)
    const { name, text, attributions } = JSON.parse(readFileSync(path, 'utf8')) as Partial<GumArticle>
    if (name === undefined || text === undefined || attributions === undefined) {
      throw new HearsayError(`${path} has no name, text and attributions; it is no GUM article.`, EXIT.usage)
    }
    const spanOf = ([start, end]: readonly [number, number]): Span => ({ start, end })
    return {
      name,
      text,
      pairs: attributions.map(pair => ({ satellite: spanOf(pair.satellite), nucleus: spanOf(pair.nucleus) })),
    }
  })
}

/**
 * Scores predictions by recall of pairs: found when one prediction's cue or source touches the satellite and its
 * content touches the nucleus. Precision has no meaning here, since the relation covers part of what attributes.
 */
export function scoreAttributionPairs(
  articles: readonly { readonly gold: PairedArticle; readonly predicted: ScoredArticle }[],
): PairRecall {
  let found = 0
  let total = 0
  for (const { gold, predicted } of articles) {
    total += gold.pairs.length
    found += gold.pairs.filter(pair => predicted.attributions.some(attribution => agrees(pair, attribution))).length
  }
  return { found, total, recall: total === 0 ? 0 : found / total }
}

function agrees({ satellite, nucleus }: AttributionPair, { cue, source, content }: ScoredAttribution): boolean {
  return [...cue, ...source].some(span => overlaps(span, satellite)) && content.some(span => overlaps(span, nucleus))
}
