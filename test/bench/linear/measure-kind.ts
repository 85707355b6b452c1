import { exponentOf, type Point } from './exponent.ts'
import type { Family, Measure } from './family.ts'
import type { HostileKind } from './hostile-kind.ts'

/** Largest exponent that counts as linear: room for caches, the collector of garbage and a logarithm. */
export const MOST_LINEAR = 1.15
/** How often what seems too steep is measured again: other work on the machine can only make it slower. */
const SECOND_LOOKS = 4
/** How many of the largest sizes a second look takes in. */
const LOOKED_AT_AGAIN = 4

/** What took longer left garbage that the next measurement would be charged with. */
const COLLECTED_MS = 20

/** Points by subject, ascending by size. */
export type Curves = ReadonlyMap<string, readonly Point[]>

/**
 * Doubles the size of one kind of input until a family takes long enough, and keeps the best time at each size.
 *
 * @param onBegin told of every size before it is tried, so that who watches knows where it hangs
 */
export async function measureKind(
  { smallest, largest, enoughMs }: Family,
  { make }: HostileKind,
  measure: Measure,
  onBegin: (size: number) => void,
): Promise<Curves> {
  const best = new Map<string, Map<number, number>>()
  let last = 0
  const look = async (size: number): Promise<number | null> => {
    onBegin(size)
    const input = make(size)
    if (last > COLLECTED_MS) globalThis.gc?.()
    const times = await measure(input)
    if (times === null) return null
    let total = 0
    for (const [subject, ms] of times) {
      const points = best.get(subject) ?? new Map<number, number>()
      points.set(size, Math.min(ms, points.get(size) ?? Number.POSITIVE_INFINITY))
      best.set(subject, points)
      total += ms
    }
    last = total
    return total
  }
  const curves = (): Curves =>
    new Map([...best].map(([subject, points]) => [subject, [...points].map(([size, ms]) => ({ size, ms }))]))

  // The first look loads libraries and is thrown away.
  await look(smallest)
  best.clear()
  const sizes: number[] = []
  for (let size = smallest; size <= largest; size *= 2) {
    const first = await look(size)
    if (first === null) break
    sizes.push(size)
    const second = first < enoughMs / 2 ? await look(size) : first
    if (second !== null && second >= enoughMs) break
  }
  for (let again = 0; again < SECOND_LOOKS && [...curves().values()].some(isSteep); again += 1) {
    for (const size of sizes.slice(-LOOKED_AT_AGAIN)) await look(size)
  }
  return curves()
}

export function isSteep(points: readonly Point[]): boolean {
  return (exponentOf(points) ?? 0) > MOST_LINEAR
}
