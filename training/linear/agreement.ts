import { countShared, type RoleWords } from '../../pipeline/attributions/linear/choice/analysis-words.ts'

/** The relation measure: cues overlap, sources overlap or are both absent, and contents share half of their words. */
export function isSameRelation(gold: RoleWords, found: RoleWords): boolean {
  if (countShared(gold.cue, found.cue) === 0) return false
  if (countShared(gold.source, found.source) === 0 && gold.source.length + found.source.length > 0) return false
  const shared = countShared(gold.content, found.content)
  const either = gold.content.length + found.content.length - shared
  return either === 0 || shared * 2 >= either
}

export function isSameWords(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i])
}

/** How good an analysis is: the relation counts most, then the exact spans. */
export function gradeAnalysis(gold: RoleWords, found: RoleWords): number {
  const source = isSameWords(gold.source, found.source)
  const content = isSameWords(gold.content, found.content)
  const all = source && content && isSameWords(gold.cue, found.cue)
  return (isSameRelation(gold, found) ? 1 : 0) + (all ? 1 : 0) + (source ? 0.3 : 0) + (content ? 0.5 : 0)
}
