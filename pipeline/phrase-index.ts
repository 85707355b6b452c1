interface Node<Value> {
  readonly next: Map<string, Node<Value>>
  readonly values: Value[]
}

/** Phrases by their words, one after the other: a place of a text is held against all of them at once, however many there are. */
export class PhraseIndex<Value> {
  readonly #root: Node<Value> = makeNode()

  /** @param keys what each of its words is compared by */
  add(keys: readonly string[], value: Value): void {
    let node = this.#root
    for (const key of keys) {
      const next = node.next.get(key) ?? makeNode<Value>()
      node.next.set(key, next)
      node = next
    }
    if (node !== this.#root) node.values.push(value)
  }

  /** The phrases that begin at a place, the shortest first: where each ends, and what was added for it. */
  *at(keyAt: (place: number) => string | undefined, place: number): Generator<{ end: number; value: Value }> {
    let node = this.#root
    for (let end = place; ; end += 1) {
      const key = keyAt(end)
      const next = key === undefined ? undefined : node.next.get(key)
      if (next === undefined) return
      node = next
      for (const value of node.values) yield { end: end + 1, value }
    }
  }
}

function makeNode<Value>(): Node<Value> {
  return { next: new Map(), values: [] }
}
