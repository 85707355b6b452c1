import { Random } from './random.ts'

/** Examples in one flat array: those of example e are `features[offsets[e] … offsets[e + 1])`, indices into the weights. */
export interface CueExamples {
  readonly features: Int32Array
  readonly offsets: Int32Array
  /** 1 where the token heads a cue. */
  readonly labels: Uint8Array
}

export interface CueTraining {
  readonly epochs: number
  readonly rate: number
  readonly dropout: number
  readonly decay: number
  readonly seed: number
}

/**
 * Logistic regression by AdaGrad with feature dropout.
 *
 * @returns Weights for use without dropout (already scaled by the share kept).
 */
export function trainCues(examples: CueExamples, chosen: Int32Array, size: number, options: CueTraining): Float32Array {
  const { features, offsets, labels } = examples
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-2)
  const average = new Float32Array(size)
  const random = new Random(options.seed)
  const order = chosen.slice()
  const kept = new Int32Array(128)
  const keep = 1 - options.dropout
  const limit = Math.floor(keep * 0xffffffff)
  let averaged = 0
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    random.shuffle(order)
    const rate = options.rate / (1 + 0.15 * epoch)
    for (const e of order) {
      let count = 0
      let score = 0
      for (let f = offsets[e] as number; f < (offsets[e + 1] as number); f += 1) {
        if (random.next() >>> 0 > limit) continue
        const at = features[f] as number
        if (at < 0) continue
        kept[count] = at
        count += 1
        score += weights[at] as number
      }
      const gradient = 1 / (1 + Math.exp(-score)) - (labels[e] as number)
      if (Math.abs(gradient) < 1e-4) continue
      for (let c = 0; c < count; c += 1) {
        const at = kept[c] as number
        const g = gradient + options.decay * (weights[at] as number)
        const square = (squares[at] as number) + g * g
        squares[at] = square
        weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt(square)
      }
    }
    // Averaging the later epochs steadies what the last examples pulled.
    if (epoch * 2 >= options.epochs) {
      averaged += 1
      for (let at = 0; at < size; at += 1) average[at] = (average[at] as number) + (weights[at] as number)
    }
  }
  for (let at = 0; at < size; at += 1) average[at] = ((average[at] as number) * keep) / averaged
  return average
}
