export function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

export function toLogOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}

/** For evidence, which is shown; what is decided by stays as it is. */
export function roundProbability(probability: number): number {
  return Math.round(probability * 10_000) / 10_000
}
