/**
 * The standard error of a value from what it is without each part of the articles in turn: the delete-a-group jackknife,
 * K. M. Wolter, Introduction to Variance Estimation (2007), chapter 4. For values that are not sums, such as an index of
 * concentration, which draws with replacement would make too large: they repeat articles.
 *
 * @param without One value a part.
 * @returns null of fewer than two parts
 */
export function jackknifeError(without: ArrayLike<number>): number | null {
  const parts = without.length
  if (parts < 2) return null
  let sum = 0
  for (let part = 0; part < parts; part++) sum += without[part] as number
  const mean = sum / parts
  let squares = 0
  for (let part = 0; part < parts; part++) squares += ((without[part] as number) - mean) ** 2
  return Math.sqrt(((parts - 1) / parts) * squares)
}
