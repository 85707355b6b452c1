import type { SourceKind } from '../../src/domain/labels.ts'
import { isTitle } from '../word-classes.ts'

/**
 * Whether a name tells the same bearer in other articles: a surname alone does not, with a title or without ("Ms Lee").
 * Whoever is named in full once goes by the full name in the whole article.
 */
export function isDistinctive(name: string, kind: SourceKind): boolean {
  if (kind !== 'person') return true
  return name.split(/\s+/).filter(word => !isTitle(word.toLowerCase())).length > 1
}
