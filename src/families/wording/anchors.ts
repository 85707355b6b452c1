import { hash } from 'node:crypto'
import type { Wording } from './wording.ts'

/**
 * An anchor of more different wordings than this is generic: it proposes none of their pairs. What holds is always by all
 * wordings that there are, so a pair that an anchor alone proposed comes and goes with the number of its wordings.
 */
export const MOST_OF_ANCHOR = 256

/**
 * Where a wording can be found by a part of it: signed 32-bit numbers, in order, without doubles. Two wordings that share a
 * run of three telling words share at least one. Empty where nothing of it tells anything.
 */
export function anchorsOf({ keys, bits }: Wording): readonly number[] {
  const telling = keys.filter((_, index) => (bits[index] as number) > 1)
  const anchors = new Set<number>()
  for (let at = 0; at + 1 < telling.length; at++)
    anchors.add(Number.parseInt(hash('sha256', `${telling[at]} ${telling[at + 1]}`, 'hex').slice(0, 8), 16) | 0)
  return [...anchors].sort((a, b) => a - b)
}
