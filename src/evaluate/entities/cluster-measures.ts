import type { Clusters } from './clusters.ts'

/** What of one side the other has: `found` of `all`. Shares over several articles are made of the sums of both. */
export interface Part {
  readonly found: number
  readonly all: number
}

/** How much of one side's clusters the other side has. With gold first it gives recall, with predicted first precision. */
export type ClusterMeasure = (clusters: Clusters, others: Clusters) => Part

/** The measures by the names that JSON gives them. */
export const CLUSTER_MEASURES = { lea: measureLea, b3: measureBCubed } as const satisfies Record<string, ClusterMeasure>
export type ClusterMeasureName = keyof typeof CLUSTER_MEASURES

/**
 * LEA, the link-based entity-aware measure of Moosavi and Strube (ACL 2016): every cluster counts by its size times the
 * share of its links that the other side has, too. A cluster of n mentions has n (n − 1) / 2 links; a cluster of one has
 * one link, to itself, which the other side has when the mention is alone there, too (the paper's self-links, which the
 * authors' scorer counts unless told to leave singletons out). A mention that the other side lacks has no links there and
 * counts in the sizes all the same.
 *
 * @example
 * measureLea([[1, 2, 3], [4, 5, 6, 7]], [[1, 2], [3, 4], [6, 7, 8, 9]]) // { found: 3 × 1/3 + 4 × 1/6, all: 7 }
 */
export function measureLea(clusters: Clusters, others: Clusters): Part {
  const sizes = others.map(({ length }) => length)
  const shares = shareOut(clusters, others)
  let found = 0
  for (const [i, { length }] of clusters.entries()) {
    const shared = shares[i] as Shares
    if (length === 1) {
      const [other] = shared.keys()
      if (other !== undefined && sizes[other] === 1) found += 1
      continue
    }
    const common = [...shared.values()].reduce((sum, count) => sum + links(count), 0)
    found += (length * common) / links(length)
  }
  return { found, all: countMentions(clusters) }
}

/**
 * B³ of Bagga and Baldwin (1998): every mention counts by the share of its cluster that is in its cluster on the other
 * side, too, a mention that the other side lacks by nothing (as the reference scorer of CoNLL-2012 has it since Pradhan
 * and others, ACL 2014).
 */
export function measureBCubed(clusters: Clusters, others: Clusters): Part {
  const shares = shareOut(clusters, others)
  let found = 0
  for (const [i, { length }] of clusters.entries())
    for (const count of (shares[i] as Shares).values()) found += (count * count) / length
  return { found, all: countMentions(clusters) }
}

/** How many mentions of a cluster stand in which of the other side's clusters. */
type Shares = ReadonlyMap<number, number>

function shareOut(clusters: Clusters, others: Clusters): readonly Shares[] {
  const clusterOf = new Map(others.flatMap((mentions, i) => mentions.map(mention => [mention, i])))
  return clusters.map(mentions => {
    const shares = new Map<number, number>()
    for (const mention of mentions) {
      const other = clusterOf.get(mention)
      if (other !== undefined) shares.set(other, (shares.get(other) ?? 0) + 1)
    }
    return shares
  })
}

function links(mentions: number): number {
  return (mentions * (mentions - 1)) / 2
}

function countMentions(clusters: Clusters): number {
  return clusters.reduce((sum, { length }) => sum + length, 0)
}
