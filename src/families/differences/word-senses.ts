const NEGATIONS = new Set(
  'not no never nobody none nothing nowhere neither nor without hardly unlikely no-one denied'.split(' '),
)
const HEDGES = new Set(
  `may might could maybe perhaps possible possibly probable probably apparent apparently alleged allegedly reported reportedly supposed
  supposedly likely presumably presumed seemingly seem seems seemed appear appears appeared believed suspected suspects potentially
  potential claimed purported purportedly rumored rumoured arguably conceivably`.split(/\s+/),
)

/** Says that something is not so. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word)
}

/** Leaves open whether something is so. */
export function isHedge(word: string): boolean {
  return HEDGES.has(word)
}

/** Whether two words say the opposite: "likely" and "unlikely". */
export function areOpposite(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length > 3 && ['un', 'in', 'im', 'il', 'ir', 'dis', 'non'].some(prefix => long === prefix + short)
}
