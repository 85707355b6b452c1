/** Sets of numbers from 0 on that are joined two by two. */
export class UnionFind {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index)
  }

  find(member: number): number {
    let root = member
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    for (let at = member; at !== root; ) [this.#parent[at], at] = [root, this.#parent[at] as number]
    return root
  }

  /** The smaller number leads, so that the order of joining shows nowhere. */
  join(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)]
    if (a < b) this.#parent[b] = a
    else this.#parent[a] = b
  }
}
