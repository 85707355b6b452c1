/**
 * Weights of hashed features, `width` int8 values each, in a table that is searched by open addressing and at most
 * half full. A cell is the feature's hash and then its weights, four to a 32-bit word, so that a feature costs one
 * visit to memory: the speed of the model is the number of such visits.
 */
export interface WeightTable {
  readonly width: number
  /** What one step of an int8 weight is worth. */
  readonly scale: number
  /** Cells of `1 + ceil(width / 4)` words; a hash of 0 marks an empty cell. */
  readonly cells: Int32Array
}

/** Weights in the order of their feature hashes, as they lie on disk. */
export interface PackedWeights {
  readonly width: number
  readonly scale: number
  readonly hashes: Int32Array
  readonly weights: Int8Array
}

/** Words of a cell. */
function strideOf(width: number): number {
  return 1 + Math.ceil(width / 4)
}

/** Spreads packed weights over a table that can be searched. */
export function spreadWeights({ width, scale, hashes, weights }: PackedWeights): WeightTable {
  let slots = 16
  while (slots < hashes.length * 2) slots *= 2
  const stride = strideOf(width)
  const cells = new Int32Array(slots * stride)
  for (let i = 0; i < hashes.length; i += 1) {
    const key = keyOf(hashes[i] as number)
    let slot = key & (slots - 1)
    while (cells[slot * stride] !== 0 && cells[slot * stride] !== key) slot = (slot + 1) & (slots - 1)
    const at = slot * stride
    // A feature that is there twice counts as its last one says.
    if (cells[at] !== 0) cells.fill(0, at, at + stride)
    cells[at] = key
    for (let y = 0, from = i * width; y < width; y += 1) {
      const word = at + 1 + (y >> 2)
      cells[word] = (cells[word] as number) | (((weights[from + y] as number) & 0xff) << ((y & 3) * 8))
    }
  }
  return { width, scale, cells }
}

// 0 marks an empty cell, so the one feature in four thousand million that hashes to it borrows a neighbour's key.
function keyOf(hash: number): number {
  return hash === 0 ? 1 : hash
}

// First keys that a batch of features meets in the table. Reused across calls.
let met = new Int32Array(128)

/** Adds the weights of `count` features, in int8 steps, to `out` from `offset` on. */
export function addWeights(
  { width, cells }: WeightTable,
  features: Int32Array,
  count: number,
  out: Int32Array,
  offset: number,
): void {
  const stride = strideOf(width)
  const mask = cells.length / stride - 1
  if (met.length < count) met = new Int32Array(count * 2)
  // All first visits to memory in one loop without branches, so that the processor waits for them together.
  for (let f = 0; f < count; f += 1) {
    met[f] = cells[(keyOf(features[f] as number) & mask) * stride] as number
  }
  for (let f = 0; f < count; f += 1) {
    let found = met[f] as number
    const key = keyOf(features[f] as number)
    let slot = key & mask
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask
      found = cells[slot * stride] as number
    }
    if (found === 0) continue
    const at = slot * stride + 1
    for (let y = 0; y < width; y += 4) {
      const word = cells[at + (y >> 2)] as number
      const to = offset + y
      out[to] = (out[to] as number) + ((word << 24) >> 24)
      if (width === 1) break
      out[to + 1] = (out[to + 1] as number) + ((word << 16) >> 24)
      if (width === 2) break
      out[to + 2] = (out[to + 2] as number) + ((word << 8) >> 24)
      out[to + 3] = (out[to + 3] as number) + (word >> 24)
    }
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

/** Writes ascending hashes as the steps between them, seven bits a byte: half the size on disk. */
export function encodeAscending(values: Int32Array): Uint8Array {
  const bytes: number[] = []
  let previous = -(2 ** 31)
  for (const value of values) {
    let step = value - previous
    previous = value
    while (step > 127) {
      bytes.push((step % 128) | 128)
      step = Math.floor(step / 128)
    }
    bytes.push(step)
  }
  return Uint8Array.from(bytes)
}

/** Reads what {@link encodeAscending} wrote. */
export function decodeAscending(bytes: Uint8Array, length: number): Int32Array {
  const values = new Int32Array(length)
  let previous = -(2 ** 31)
  let at = 0
  for (let i = 0; i < length; i += 1) {
    let step = 0
    let unit = 1
    for (;;) {
      const byte = bytes[at] as number
      at += 1
      step += (byte & 127) * unit
      if (byte < 128) break
      unit *= 128
    }
    previous += step
    values[i] = previous
  }
  return values
}
