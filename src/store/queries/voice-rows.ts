import type { VoicedClaim, VoiceEvidenceRecord, VoiceRecord } from '../../domain/record.ts'
import { toField, toSpan } from '../grounded-field.ts'
import type { StoreDatabase, VoiceTable } from '../schema.ts'

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
    const rests = (evidenceOf.get(voice.rowid) ?? []).map(
      ({ field, value, start, end, rule, reason }): VoiceEvidenceRecord => {
        return { field, value, span: toSpan(start, end), rule, reason }
      },
    )
    const said = (claimsOf.get(voice.rowid) ?? []).map(
      ({ id, quoted_words }): VoicedClaim => ({ claimId: id, quotedWords: quoted_words }),
    )
    return toVoice(voice, rests, said)
  })
}

function toVoice(
  row: VoiceTable & { readonly entity_id: string | null },
  evidence: readonly VoiceEvidenceRecord[],
  claims: readonly VoicedClaim[],
): VoiceRecord {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    naming: row.naming,
    first: { start: row.start, end: row.end, text: row.text },
    chain: row.chain,
    entityId: row.entity_id,
    role: toField(row.role, row.role_start, row.role_end),
    affiliation: toField(row.affiliation, row.affiliation_start, row.affiliation_end),
    gender: { value: row.gender, confidence: row.gender_confidence },
    type: { value: row.source_type, confidence: row.source_type_confidence },
    function: { value: row.function, confidence: row.function_confidence },
    evidence,
    claims,
  }
}
