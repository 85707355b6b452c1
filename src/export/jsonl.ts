import { streamClaims } from '../store/queries/stream-claims.ts'
import type { FileFormat } from './export-format.ts'
import { toExportedClaim } from './exported-claim.ts'

export const jsonl: FileFormat = {
  name: 'jsonl',
  description: 'one JSON object a line and claim, lossless',
  writes: 'file',
  extension: 'jsonl',
  async export(database, filter, write) {
    let count = 0
    for await (const claim of streamClaims(database, filter)) {
      await write(`${JSON.stringify(toExportedClaim(claim))}\n`)
      count++
    }
    return count
  },
}
