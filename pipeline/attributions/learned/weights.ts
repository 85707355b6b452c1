/** Weights of hashed features, `width` of them each; open addressing, half full at most. */
export interface WeightTable {
  readonly width: number
  /** What one step of an int8 weight is worth. */
  readonly scale: number
  /** Feature hashes by slot; 0 where a slot is empty. */
  readonly keys: Int32Array
  readonly values: Int8Array
}

/** Weights in the order of their feature hashes, as they lie on disk. */
export interface PackedWeights {
  readonly width: number
  readonly scale: number
  readonly hashes: Int32Array
  readonly weights: Int8Array
}

/** Spreads packed weights over a table that can be searched. */
export function spreadWeights({ width, scale, hashes, weights }: PackedWeights): WeightTable {
  let slots = 16
  while (slots < hashes.length * 2) slots *= 2
  const keys = new Int32Array(slots)
  const values = new Int8Array(slots * width)
  for (let i = 0; i < hashes.length; i += 1) {
    const key = keyOf(hashes[i] as number)
    let slot = key & (slots - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1)
    keys[slot] = key
    for (let y = 0; y < width; y += 1) values[slot * width + y] = weights[i * width + y] as number
  }
  return { width, scale, keys, values }
}

/** Slot of a feature, or -1. */
export function slotOf(keys: Int32Array, hash: number): number {
  const key = keyOf(hash)
  const mask = keys.length - 1
  let slot = key & mask
  for (;;) {
    const found = keys[slot]
    if (found === key) return slot
    if (found === 0) return -1
    slot = (slot + 1) & mask
  }
}

// 0 marks an empty slot, so the one feature in four thousand million that hashes to it borrows a neighbour's key.
function keyOf(hash: number): number {
  return hash === 0 ? 1 : hash
}

/** Adds a feature's weights, in int8 steps, to `out` from `offset` on. */
export function addWeights(table: WeightTable, hash: number, out: Int32Array, offset: number): void {
  const slot = slotOf(table.keys, hash)
  if (slot < 0) return
  const { width, values } = table
  for (let y = 0, at = slot * width; y < width; y += 1, at += 1) {
    out[offset + y] = (out[offset + y] as number) + (values[at] as number)
  }
}

/**
 * Rounds weights to int8 and drops features whose weights are all below `prune`.
 * `weights[i * width + y]` belongs to `hashes[i]`.
 */
export function packWeights(hashes: Int32Array, weights: Float32Array, width: number, prune: number): PackedWeights {
  const kept: number[] = []
  let top = 0
  for (let i = 0; i < hashes.length; i += 1) {
    let largest = 0
    for (let y = 0; y < width; y += 1) largest = Math.max(largest, Math.abs(weights[i * width + y] as number))
    if (largest < prune) continue
    kept.push(i)
    if (largest > top) top = largest
  }
  kept.sort((a, b) => (hashes[a] as number) - (hashes[b] as number))
  // Few weights are large: cutting them at a limit leaves finer steps for all the others.
  const scale = Math.min(top, LIMIT) / 127 || 1
  const packed = new Int8Array(kept.length * width)
  for (const [k, i] of kept.entries()) {
    for (let y = 0; y < width; y += 1) {
      const steps = Math.round((weights[i * width + y] as number) / scale)
      packed[k * width + y] = Math.max(-127, Math.min(127, steps))
    }
  }
  return { width, scale, hashes: Int32Array.from(kept, i => hashes[i] as number), weights: packed }
}

const LIMIT = 1.5
