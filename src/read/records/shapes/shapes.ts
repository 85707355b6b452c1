import { valueAt } from '../record-fields.ts'
import { AGGREGATORS } from './aggregators.ts'
import { EXTRACTORS } from './extractors.ts'
import { NEWSPAPERS } from './newspapers.ts'
import type { Shape } from './shape.ts'

/** Every known shape of a record, in the order in which they are compared: the first whose marks a record has is its own. */
export const SHAPES: readonly Shape[] = [...NEWSPAPERS, ...EXTRACTORS, ...AGGREGATORS]

/** The marks of each, split once: every object of a file is compared with them. */
const MARKED = SHAPES.map(shape => ({
  shape,
  marks: shape.marks.map(mark => mark.map(path => ({ path, first: path.split('.', 1)[0] ?? path }))),
}))

/** The shape that a record has, or null: then the usual names are all that there is. */
export function shapeOf(record: object): Shape | null {
  const has = ({ path, first }: { readonly path: string; readonly first: string }) =>
    Object.hasOwn(record, first) && (path === first || valueAt(record, path) !== undefined)
  return MARKED.find(({ marks }) => marks.some(mark => mark.every(has)))?.shape ?? null
}
