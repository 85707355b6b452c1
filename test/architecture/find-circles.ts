/**
 * Circles of files that import one another: of each knot of files that all reach one another, a shortest way around through its first
 * one, which begins and ends with that. Linear in the number of imports, but for the way around.
 *
 * @param importsOf what each file imports
 * @example
 * findCircles(new Map([['a', ['b']], ['b', ['a']], ['c', ['a']]])) // → [{ files: ['a', 'b'], way: ['a', 'b', 'a'] }]
 */
export function findCircles(importsOf: ReadonlyMap<string, readonly string[]>): readonly Circle[] {
  return findKnots(importsOf)
    .map(files => files.toSorted())
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(files => ({ files, way: findWayAround(importsOf, files) }))
}

export interface Circle {
  /** All that reach one another. */
  readonly files: readonly string[]
  readonly way: readonly string[]
}

/** Strongly connected files (Tarjan 1972), and files that import themselves. */
function findKnots(importsOf: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const knots: string[][] = []
  const visit = (file: string): void => {
    order.set(file, order.size)
    let low = order.get(file) as number
    open.push(file)
    isOpen.add(file)
    for (const next of importsOf.get(file) ?? []) {
      if (!order.has(next)) visit(next)
      if (isOpen.has(next)) low = Math.min(low, lowest.get(next) ?? (order.get(next) as number))
    }
    lowest.set(file, low)
    if (low !== order.get(file)) return
    const knot = open.splice(open.lastIndexOf(file))
    for (const one of knot) isOpen.delete(one)
    if (knot.length > 1 || importsOf.get(file)?.includes(file) === true) knots.push(knot)
  }
  for (const file of importsOf.keys()) if (!order.has(file)) visit(file)
  return knots
}

/** Breadth first, within a knot, from its first file back to it. */
function findWayAround(importsOf: ReadonlyMap<string, readonly string[]>, knot: readonly string[]): string[] {
  const [first] = knot as [string]
  const inside = new Set(knot)
  const cameFrom = new Map<string, string>()
  const waiting = [first]
  for (const file of waiting) {
    for (const next of importsOf.get(file) ?? []) {
      if (next === first) return [...wayTo(file, cameFrom), first]
      if (!inside.has(next) || cameFrom.has(next)) continue
      cameFrom.set(next, file)
      waiting.push(next)
    }
  }
  return [first]
}

function wayTo(file: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(file)
  return before === undefined ? [file] : [...wayTo(before, cameFrom), file]
}
