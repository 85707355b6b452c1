import type { EncodingLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { Session } from '../../../src/nlp/onnx.ts'
import { numberForms } from '../../forms.ts'
import { LOGITS, readTagged, type Tagged } from './tagged.ts'

/** The head needs memory for each token: so many at once. */
const AT_ONCE = 4096

/** Names and descriptions as the model tags them. Costs as much as there are tokens. */
export async function tagNames(
  session: Session,
  { tokens, sentences, paragraphs }: TokensLayer,
  { vectors, width }: EncodingLayer,
): Promise<Tagged[]> {
  const means = meanOfForms(numberForms(tokens), vectors, width)
  const logits = new Float32Array(tokens.length * LOGITS)
  for (let from = 0; from < tokens.length; from += AT_ONCE) {
    const to = Math.min(tokens.length, from + AT_ONCE)
    const rows = { data: vectors.subarray(from * width, to * width), shape: [to - from, width] }
    const found = await session.run({ vectors: rows, forms: { data: means(from, to), shape: rows.shape } })
    logits.set((found.logits as { data: Float32Array }).data, from * LOGITS)
  }
  const breaks = new Set(paragraphs.map(({ firstSentence }) => sentences[firstSentence]?.firstToken ?? 0))
  return readTagged(logits, breaks)
}

/** For tokens `[from, to)`: the mean vector of all tokens of the same form, zeros for those without a capital. */
function meanOfForms(
  forms: Int32Array,
  vectors: Float32Array,
  width: number,
): (from: number, to: number) => Float32Array {
  let count = 0
  for (const form of forms) count = Math.max(count, form + 1)
  const sums = new Float32Array(count * width)
  const sizes = new Int32Array(count)
  forms.forEach((form, token) => {
    if (form < 0) return
    sizes[form] = (sizes[form] as number) + 1
    for (let i = 0; i < width; i += 1)
      sums[form * width + i] = (sums[form * width + i] as number) + (vectors[token * width + i] as number)
  })
  sizes.forEach((size, form) => {
    for (let i = form * width; i < (form + 1) * width; i += 1) sums[i] = (sums[i] as number) / size
  })
  return (from, to) => {
    const means = new Float32Array((to - from) * width)
    for (let token = from; token < to; token += 1) {
      const form = forms[token] as number
      if (form >= 0) means.set(sums.subarray(form * width, (form + 1) * width), (token - from) * width)
    }
    return means
  }
}
