import type { GeneratedClaim } from './generate.ts'

/**
 * Which claims belong together: reports of one utterance that have a sentence in common, directly or through others. By claim id a
 * name of the true family.
 */
export function trueFamilies(claims: readonly GeneratedClaim[]): Map<string, string> {
  const truth = new Map<string, string>()
  for (const [utterance, reports] of Map.groupBy(claims, ({ utterance }) => utterance)) {
    let sets: { readonly parts: Set<number>; readonly ids: string[] }[] = []
    for (const { parts, id } of reports) {
      const touched = sets.filter(set => parts.some(part => set.parts.has(part)))
      const joined = {
        parts: new Set([...parts, ...touched.flatMap(set => [...set.parts])]),
        ids: [id, ...touched.flatMap(set => set.ids)],
      }
      sets = [...sets.filter(set => !touched.includes(set)), joined]
    }
    for (const [number, { ids }] of sets.entries()) for (const id of ids) truth.set(id, `${utterance}.${number}`)
  }
  return truth
}

export interface PairFigures {
  readonly precision: number
  readonly recall: number
  readonly found: number
  readonly true: number
}

/** Of all pairs of claims that were found together, how many belong together, and the other way round. */
export function countPairs(truth: ReadonlyMap<string, string>, families: readonly (readonly string[])[]): PairFigures {
  const pairs = (count: number) => (count * (count - 1)) / 2
  let [found, both] = [0, 0]
  for (const ids of families) {
    found += pairs(ids.length)
    for (const same of Map.groupBy(ids, id => truth.get(id)).values()) both += pairs(same.length)
  }
  const all = [...Map.groupBy(truth.keys(), id => truth.get(id)).values()].reduce(
    (sum, ids) => sum + pairs(ids.length),
    0,
  )
  return { precision: both / found, recall: both / all, found, true: all }
}
