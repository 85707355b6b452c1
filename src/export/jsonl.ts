import type { ClaimFilter } from '../store/queries/claims.ts'
import { ProofMaker } from '../store/queries/seals/proofs.ts'
import { streamClaims } from '../store/queries/stream-claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { FileFormat } from './export-format.ts'
import { toExportedClaim } from './exported-claim.ts'
import type { Write } from './write.ts'

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

/**
 * The same with a line `{"proof":…}` behind the claims of each article, which `verify --proof` holds them against.
 *
 * @throws HearsayError as {@link jsonl}; (1) when an article is under no seal yet, or no longer as it was sealed
 */
export async function exportWithProofs(database: StoreDatabase, filter: ClaimFilter, write: Write): Promise<number> {
  const proofs = await ProofMaker.open(database)
  const prove = async (article: string) => await write(`${JSON.stringify({ proof: await proofs.prove(article) })}\n`)
  let count = 0
  let article: string | null = null
  for await (const claim of streamClaims(database, filter)) {
    const { article_id: next } = claim.claim
    if (article !== null && article !== next) await prove(article)
    article = next
    await write(`${JSON.stringify(toExportedClaim(claim))}\n`)
    count++
  }
  if (article !== null) await prove(article)
  return count
}
