import type { VoicedClaim, VoiceRecord } from '../../../domain/record.ts'
import { toVoice } from '../../rows/rows-record.ts'
import type { StoreDatabase } from '../../schema.ts'

/** The voices of an article in their order, with what they rest on and their claims: these in text order, then by id. */
export async function readVoices(database: StoreDatabase, article: number): Promise<VoiceRecord[]> {
  const voices = await database
    .selectFrom('voice')
    .leftJoin('entity', 'entity.rowid', 'voice.entity_rowid')
    .selectAll('voice')
    .select('entity.id as entity_id')
    .where('voice.article_rowid', '=', article)
    .orderBy('voice.sequence')
    .execute()
  if (voices.length === 0) return []
  const evidence = await database
    .selectFrom('voice_evidence')
    .selectAll()
    .where('voice_rowid', 'in', query => query.selectFrom('voice').select('rowid').where('article_rowid', '=', article))
    .orderBy('sequence')
    .orderBy('voice_rowid')
    .execute()
  const claims = await database
    .selectFrom('voice_claim')
    .innerJoin('claim', 'claim.rowid', 'voice_claim.claim_rowid')
    .select(['voice_claim.voice_rowid', 'voice_claim.quoted_words', 'claim.id'])
    .where('voice_claim.voice_rowid', 'in', query =>
      query.selectFrom('voice').select('rowid').where('article_rowid', '=', article),
    )
    .orderBy('claim.start')
    .orderBy('claim.id')
    .execute()
  const evidenceOf = Map.groupBy(evidence, ({ voice_rowid }) => voice_rowid)
  const claimsOf = Map.groupBy(claims, ({ voice_rowid }) => voice_rowid)
  return voices.map(voice => {
    const said = (claimsOf.get(voice.rowid) ?? []).map(
      ({ id, quoted_words }): VoicedClaim => ({ claimId: id, quotedWords: quoted_words }),
    )
    return toVoice(voice, evidenceOf.get(voice.rowid) ?? [], said)
  })
}
