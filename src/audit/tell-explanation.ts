import type { Evidence } from '../domain/layers.ts'
import type { Explanation } from './explain.ts'

/** A question about a claim that an explanation answers. What the answer is made of `tells` says; how it is shown is for whoever shows it. */
export type ExplanationSection =
  | { readonly tells: PlainSection; readonly heading: string }
  | { readonly tells: 'evidence'; readonly heading: string; readonly evidence: readonly Evidence[] }
  /** Other claims, by their ids. */
  | { readonly tells: 'claims'; readonly heading: string; readonly ids: readonly string[] }

/** Those whose answer is what the explanation has by that name. */
type PlainSection =
  | 'spans'
  | 'source'
  | 'differences'
  | 'replies'
  | 'answers'
  | 'corrections'
  | 'rejected'
  | 'article'
  | 'runs'

/** All that there is to say of a claim, in the order in which page, report and command line show it. */
export function tellExplanation(explanation: Explanation): ExplanationSection[] {
  const { claim, source, parent, nested, differences, corrections, rightOfReply } = explanation
  const { corroboratedById: corroborated } = claim
  const sections: readonly (ExplanationSection | null)[] = [
    { tells: 'spans', heading: 'Its words, and where they stand' },
    { tells: 'source', heading: 'Source' },
    differences.length === 0 ? null : { tells: 'differences', heading: 'Machine and editor' },
    { tells: 'evidence', heading: 'Why it is a claim', evidence: claim.evidence },
    source && { tells: 'evidence', heading: 'Why this is its source', evidence: source.evidence },
    parent && { tells: 'claims', heading: 'Stands in the content of', ids: [parent.id] },
    nested.length === 0 ? null : { tells: 'claims', heading: 'Holds the claims', ids: nested.map(({ id }) => id) },
    corroborated === null ? null : { tells: 'claims', heading: 'A named source says the same', ids: [corroborated] },
    rightOfReply.accuses && { tells: 'replies', heading: 'Replies' },
    rightOfReply.answers.length === 0 ? null : { tells: 'answers', heading: 'Answers the accusation' },
    corrections.length === 0 ? null : { tells: 'corrections', heading: 'Corrections' },
    { tells: 'rejected', heading: 'Rejected nearby' },
    { tells: 'article', heading: 'Article' },
    { tells: 'runs', heading: 'Made by' },
  ]
  return sections.filter(section => section !== null)
}
