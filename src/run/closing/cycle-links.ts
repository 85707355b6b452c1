/**
 * Which links of a chain close a circle: from each circle of items that name one another, the one item whose link has to go
 * so that the others may keep theirs. Every link is followed once.
 *
 * @param linkOf gives the id that an item names, or null
 */
export function findCycleLinks(ids: Iterable<string>, linkOf: (id: string) => string | null): ReadonlySet<string> {
  const closing = new Set<string>()
  const settled = new Set<string>()
  for (const id of ids) {
    const onWay = new Set<string>()
    let last = id
    for (let next: string | null = id; next !== null && !settled.has(next); next = linkOf(next)) {
      if (onWay.has(next)) {
        closing.add(last)
        break
      }
      onWay.add(next)
      last = next
    }
    for (const passed of onWay) settled.add(passed)
  }
  return closing
}
