import type { ArticleRecord, SourceRecord, VoiceRecord } from '../../src/domain/record.ts'
import { hashVoice } from '../../src/domain/record-id.ts'

/**
 * The record with a voice for each source of a claim, as the stage would give it: sources of one name are one voice. What is
 * given for a source, by its words or name, is said of its voice.
 */
export function withVoices(
  record: ArticleRecord,
  say: Readonly<Record<string, Partial<VoiceRecord>>> = {},
): ArticleRecord {
  const stages = [...record.stages, { name: 'voices', version: 1 }]
  return { ...record, voices: [...buildVoices(record, say)], stages }
}

function buildVoices(record: ArticleRecord, say: Readonly<Record<string, Partial<VoiceRecord>>>): VoiceRecord[] {
  const speaking = record.sources.filter(({ id }) => record.claims.some(({ sourceId }) => sourceId === id))
  const voices = [...Map.groupBy(speaking, nameOf)].map(([name, sources], number): VoiceRecord => {
    const [source] = sources as [SourceRecord]
    const first = source.spans[0] as SourceRecord['spans'][number]
    const chain = source.name === null ? null : number
    return {
      id: hashVoice(record.article.id, first, chain !== null),
      name: source.name?.value ?? null,
      kind: source.kind,
      naming: source.naming,
      first,
      chain,
      entityId: source.entityId,
      role: source.role,
      affiliation: source.affiliation,
      gender: { value: 'unknown', confidence: 0 },
      type: { value: 'unknown', confidence: 0 },
      function: { value: 'unknown', confidence: 0 },
      evidence: [],
      claims: record.claims
        .filter(({ sourceId }) => sources.some(({ id }) => id === sourceId))
        .map(({ id, quotation }) => ({ claimId: id, quotedWords: quotation === 'direct' ? 3 : 0 })),
      ...say[name],
    }
  })
  return voices.toSorted((a, b) => a.first.start - b.first.start || a.first.end - b.first.end)
}

function nameOf({ name, spans }: SourceRecord): string {
  return name?.value ?? spans.map(({ text }) => text).join(' … ')
}
