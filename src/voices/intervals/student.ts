import { Z } from '../../evaluate/figures/wilson.ts'

/** The 97.5 % points of Student's t distribution for 1 to 29 degrees of freedom. */
const STUDENT = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314,
  2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452,
]

/** The 97.5 % point of Student's t distribution; from 30 degrees of freedom on by Cornish and Fisher's first terms. */
export function studentPoint(freedom: number): number {
  return (
    STUDENT[freedom - 1] ?? Z + (Z ** 3 + Z) / (4 * freedom) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2)
  )
}
