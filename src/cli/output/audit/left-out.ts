import { plural } from '../plural.ts'

/** What is told of older versions of articles behind what was counted; nothing where none is left out. */
export function tellLeftOut(olderVersions: number): string {
  return olderVersions === 0 ? '' : `; ${plural(olderVersions, 'older version')} left out`
}
