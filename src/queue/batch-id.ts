import { hash } from 'node:crypto'
import { type StageInfo, toStageRow } from '../domain/stage.ts'

/**
 * The id of a job, a UUID that its articles and the stages alone decide, so that the same batch cannot be queued twice.
 *
 * @param generation how often the same batch has been queued and settled before
 */
export function batchIdOf(articleIds: readonly string[], stages: readonly StageInfo[], generation: number): string {
  const subject = JSON.stringify([articleIds.toSorted(), stages.map(toStageRow), generation])
  const digits = hash('sha256', subject, 'hex')
  // Version 8 of RFC 9562: what it is made of is our own affair.
  const variant = ((Number.parseInt(digits.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, variant + digits.slice(18, 20)]
  return [...parts, digits.slice(20, 32)].join('-')
}
