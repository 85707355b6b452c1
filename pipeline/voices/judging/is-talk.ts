import type { VoiceReading } from '../voice-reading.ts'

/** From so many words that speak to somebody outside quotation marks on, a text is an interview or a speech. */
const LEAST = 4

const talks = new WeakMap<VoiceReading['tokens'], boolean>()

/** Whether people speak in a text without quotation marks, so that "I" in it is not who wrote it. */
export function isTalk({ tokens: layer, quotations: { quotations } }: VoiceReading): boolean {
  const known = talks.get(layer)
  if (known !== undefined) return known
  let [i, spoken] = [0, 0]
  for (const { lower, start } of layer.tokens) {
    while (i < quotations.length && (quotations[i]?.end ?? 0) <= start) i += 1
    const isQuoted = (quotations[i]?.start ?? start + 1) <= start
    if (!isQuoted && (lower === 'you' || lower === 'your')) spoken += 1
  }
  talks.set(layer, spoken >= LEAST)
  return spoken >= LEAST
}
