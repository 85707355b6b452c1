/** Index of the first of items, sorted by their place, whose place is above `place`; the number of items when none is. */
export function firstAfter<Item>(items: readonly Item[], place: number, placeOf: (item: Item) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (placeOf(items[middle] as Item) <= place) low = middle + 1
    else high = middle
  }
  return low
}
