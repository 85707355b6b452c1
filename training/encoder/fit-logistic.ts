const PENALTY = 1e-3
const ROUNDS = 50

/**
 * Logistic regression by Newton's method.
 *
 * @param rows signs of each case, the first of them 1 where there is to be a bias
 * @param right 1 or 0, a case
 * @returns a weight a sign
 */
export function fitLogistic(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = rows[0]?.length ?? 0
  let weights = Array<number>(size).fill(0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map(weight => -PENALTY * weight)
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? PENALTY : 0)))
    rows.forEach((row, k) => {
      const score = row.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)
      const probability = 1 / (1 + Math.exp(-score))
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] as number) + value * ((right[k] as number) - probability)
        row.forEach((other, j) => {
          const line = hessian[i] as number[]
          line[j] = (line[j] as number) + value * other * probability * (1 - probability)
        })
      })
    })
    const move = solve(hessian, gradient)
    weights = weights.map((weight, i) => weight + (move[i] as number))
    if (Math.max(...move.map(Math.abs)) < 1e-9) break
  }
  return weights
}

/** Gauss with pivots. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, values[i] as number])
  for (let i = 0; i < rows.length; i += 1) {
    const pivot = rows
      .slice(i)
      .reduce((best, row) => (Math.abs(row[i] as number) > Math.abs(best[i] as number) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(i, 0, pivot)
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[i] as number) / (pivot[i] as number)
      for (let j = i; j < row.length; j += 1) row[j] = (row[j] as number) - factor * (pivot[j] as number)
    }
  }
  return rows.map((row, i) => (row.at(-1) as number) / (row[i] as number))
}
