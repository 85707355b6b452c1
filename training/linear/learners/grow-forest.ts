import type { Forest } from '../../../pipeline/attributions/linear/model/trees.ts'
import { binRows, type TreeTraining, trainTrees } from './train-trees.ts'

/** Trains boosted trees on row-major values and lays them out flat. */
export function growForest(
  { values, rows, features }: { readonly values: Float32Array; readonly rows: number; readonly features: number },
  derive: (scores: Float64Array, gradient: Float64Array, curvature: Float64Array) => void,
  base: number,
  options: TreeTraining,
): Forest {
  const trees = trainTrees(binRows(values, rows, features), derive, base, options)
  const size = trees.reduce((sum, tree) => sum + tree.feature.length, 0)
  const forest: Forest = {
    base,
    roots: new Int32Array(trees.length),
    feature: new Int32Array(size),
    threshold: new Float32Array(size),
    left: new Int32Array(size),
    value: new Float32Array(size),
  }
  let offset = 0
  for (const [t, tree] of trees.entries()) {
    forest.roots[t] = offset
    forest.feature.set(tree.feature, offset)
    forest.threshold.set(tree.threshold, offset)
    forest.value.set(tree.value, offset)
    for (const [i, f] of tree.feature.entries()) {
      forest.left[offset + i] = f < 0 ? -1 : (tree.left[i] as number) + offset
    }
    offset += tree.feature.length
  }
  return forest
}
