import { expect, it } from 'vitest'
import { fitLogistic } from './fit-logistic.ts'

/** Cases with every pair of signs, which come true as often as the weights say. */
function casesOf([bias, one, two]: readonly [number, number, number]) {
  const grid = [-2, -1, 0, 1, 2]
  return grid.flatMap(a =>
    grid.flatMap(b => {
      const right = Math.round(1000 / (1 + Math.exp(-(bias + one * a + two * b))))
      return Array.from({ length: 1000 }, (_, i) => ({ row: [1, a, b], right: i < right ? 1 : 0 }))
    }),
  )
}

it.each([[[0, 1, 0]], [[-0.5, 0.7, 1.2]], [[1, -0.3, 0.4]]] as const)('finds the weights %j again', weights => {
  const cases = casesOf(weights)
  const found = fitLogistic(
    cases.map(({ row }) => row),
    cases.map(({ right }) => right),
  )
  found.forEach((weight, i) => {
    expect(weight).toBeCloseTo(weights[i] as number, 1)
  })
})
